// The text of a heading as Mintlify's pages show it: remark-smartypants has made its quotes, dashes and dots typographic
// before the id is made, an image counts for nothing (getTableOfContentsTitle in @mintlify/common).

import type { Heading } from "../../../markdown/markdownScan.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { headingText } from "../common/headingText.ts";

/** Undefined where code and quotes stand together: quotes in code stay as they are. */
export function smartHeading(page: ScannedPage, heading: Heading): string | undefined {
  const { source } = heading;
  const hasCode = source.includes("`");
  const text = source.includes("![")
    ? headingText(page, heading, { dashes: "kept", footnotes: "number", tags: "dropped", frontmatter: false })
    : heading.text;
  if (hasCode && /`[^`]*(?:['"]|--|\.\.\.)[^`]*`/.test(source))
    return /^`[^`]+`$/.test(source.trim()) ? text : undefined;
  return smart(text);
}

/** As retext-smartypants does by default. */
export function smart(text: string): string {
  return text
    .replace(/(?<!-)--(?!-)/g, "—")
    .replace(/(?<!\.)\.{3}(?!\.)/g, "…")
    .replace(/``/g, "“")
    .replace(/''/g, "”")
    .replace(/['"]/g, (quote, at: number) => curly(quote, text.charAt(at - 1), text.slice(at + 1)));
}

function curly(quote: string, before: string, after: string): string {
  const opens = (before === "" || /[\s([{—–-]/.test(before)) && /^\S/.test(after);
  if (quote === '"') return opens ? "“" : "”";
  return opens && !/^\d\ds?\b/.test(after) ? "‘" : "’";
}
