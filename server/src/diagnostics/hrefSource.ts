// Writing an address into a page so that it is still one address there: in parentheses, in angle brackets, in an
// attribute, in a table's cell. What would end it early is percent-encoded, which every site decodes.

/** `/a (b)|c` → `/a%20(b)%7Cc`: valid as a destination or attribute anywhere in a page. What is encoded already stays. */
export function hrefSource(href: string): string {
  const encoded = href.replace(/[\s<>"'`{}|\\^]/gu, percentEncoded).replace(/&(?=#?\w+;)/g, "&amp;");
  return isBalanced(encoded) ? encoded : encoded.replace(/[()]/g, percentEncoded);
}

function percentEncoded(character: string): string {
  const encoded = encodeURIComponent(character);
  return encoded === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === "(") depth++;
    if (character === ")" && --depth < 0) return false;
  }
  return depth === 0;
}
