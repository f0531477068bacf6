// Addresses in the arguments of shortcodes: `{% content-ref url="page.md" %}`. Which shortcodes have any, the syntax says.

import type { Shortcode } from "./markdownScan.ts";
import type { PageContext } from "./output.ts";

/** Emits a shortcode, and the links that its arguments are. */
export function emitShortcode(page: PageContext, shortcode: Shortcode | undefined): void {
  if (!shortcode) return;
  page.out.shortcodes.push(shortcode);
  const names = page.syntax.shortcodeLinks?.[shortcode.name];
  if (!names) return;
  const { span } = shortcode;
  const source = page.text.slice(span.start, span.end);
  for (const found of source.matchAll(/\b([\w-]+)=(["'])(.*?)\2/g)) {
    const [whole, attribute = "", , value = ""] = found;
    if (!names.includes(attribute)) continue;
    const start = span.start + found.index + whole.length - 1 - value.length;
    page.out.links.push({
      kind: "attribute",
      image: false,
      span,
      text: "",
      destination: { raw: value, value, span: { start, end: start + value.length } },
      tag: { name: shortcode.name, attribute },
      hasContent: true,
    });
  }
}
