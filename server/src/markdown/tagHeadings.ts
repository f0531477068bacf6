// Headings that an author writes as tags, `<h3>Pay</h3>`: only where the generator gives ids to those, too.

import { type Content, sourceSpan } from "./content.ts";
import { decodeAttribute } from "./entities.ts";
import { tagAttributes, tagName } from "./htmlTags.ts";
import type { Heading } from "./markdownScan.ts";
import type { PageContext } from "./output.ts";

/** Emits the heading whose opening tag stands at `at`–`end`, unless it has an id of its own. */
export function emitTagHeading(page: PageContext, content: Content, at: number, end: number): void {
  const { text, to } = content;
  const name = tagName(text, at).toLowerCase();
  if (!/^h[1-6]$/.test(name) || text.charCodeAt(at + 1) === 47) return;
  if (tagAttributes(text, at, end).some((one) => one.name.toLowerCase() === "id")) return;
  const inner = text.slice(end, to);
  const length = inner.search(closingTag);
  if (length <= 0 || !inner.startsWith(`</${name}`, length)) return;
  const source = inner.slice(0, length);
  page.out.headings.push({
    level: Number(name[1]) as Heading["level"],
    span: sourceSpan(content, at, end + length + name.length + 3),
    contentSpan: sourceSpan(content, end, end + length),
    source,
    text: decodeAttribute(source.replace(/<[^<>]*>/g, "")),
  });
}

const closingTag = /<\/h[1-6]/i;
