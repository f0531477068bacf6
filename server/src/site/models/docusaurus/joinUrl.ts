/** Joins the parts of an address as Docusaurus' `normalizeUrl` does: one slash between two, the last one's own slash kept. */
export function joinUrl(...parts: readonly string[]): string {
  return `/${parts.filter((part) => part !== "").join("/")}`.replace(/\/{2,}/g, "/").normalize("NFC");
}
