// Turns of phrase that several messages share. Whole sentences stand in the rules.

/** A sentence to follow another, with its space; nothing when there is nothing to offer. */
export function didYouMean(shown: string | undefined): string {
  return shown === undefined ? "" : ` Did you mean ${shown}?`;
}

/** ["/a", "/b", "/c"] → "/a is redirected to /b, then to /c". */
export function redirectWords(chain: readonly string[]): string {
  const [first = "", ...others] = chain;
  return `${first} is redirected to ${others.length > 0 ? others.join(", then to ") : "an address"}`;
}

/** For a list in running text: `a`, `a or b`, `a, b or c`. */
export function alternatives(shown: readonly string[]): string {
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}`;
}
