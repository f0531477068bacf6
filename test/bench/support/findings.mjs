// The findings that the server sends in the form of those that `handbook check` prints, to be held against one another.

/** As `12:7 link-missing-page`, in order. */
export function placesOf(diagnostics) {
  return diagnostics
    .map(({ range: { start }, code }) => `${start.line + 1}:${start.character + 1} ${code}`)
    .sort();
}

export function placesIn({ findings }, path) {
  return findings
    .filter(({ file }) => file === path)
    .map(({ place }) => place)
    .sort();
}
