// The text of a heading as Mintlify's pages show it: remark-smartypants has made its quotes, dashes and dots typographic
// before the id is made, code is left alone, an image counts for nothing (getTableOfContentsTitle in @mintlify/common).

import type { Heading } from "../../../markdown/markdownScan.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { headingText } from "../common/headingText.ts";

/** Undefined where a quote stands at an end: which way it is turned depends on the text before and after the heading. */
export function smartHeading(page: ScannedPage, heading: Heading): string | undefined {
  const text = heading.source.includes("![")
    ? headingText(page, heading, { dashes: "kept", footnotes: "number", tags: "dropped", frontmatter: false })
    : heading.text;
  return smartSure(heading.source, text);
}

/** The text of a heading without pictures, with its source. */
export function smartSure(source: string, text: string): string | undefined {
  const guarded = withoutCode(source, text.trim());
  return /^['"]|['"]\d\ds?$|[^\p{L}\p{N}]['"]$/u.test(guarded) ? undefined : withCode(smart(guarded));
}

/** As retext-smartypants does by default. */
export function smart(text: string): string {
  const signs = text
    .replace(/(?<!-)--(?!-)/g, "—")
    .replace(/\.{3,}/g, "…")
    .replace(/``/g, "“")
    .replace(/''/g, "”");
  return signs.replace(/['"]/g, (quote, at: number) =>
    curly(quote, signs.charAt(at - 1), signs.slice(at + 1)),
  );
}

function curly(quote: string, before: string, after: string): string {
  const opens = (before === "" || /[\s([{—–-]/.test(before)) && /^\S/.test(after);
  if (quote === '"') return opens ? "“" : "”";
  return opens && !/^\d\ds\b/.test(after) ? "‘" : "’";
}

/** Signs of a private area stand for those that would be changed. */
const changed = "'\"-.`";

function withoutCode(source: string, text: string): string {
  let guarded = text;
  for (const [, , code = ""] of source.matchAll(/(`+)(.+?)\1(?!`)/g)) {
    const inner = code.trim();
    const hidden = inner.replace(/['"\-.`]/g, (sign) => String.fromCharCode(0xe000 + changed.indexOf(sign)));
    guarded = guarded.replace(inner, () => hidden);
  }
  return guarded;
}

function withCode(text: string): string {
  return text.replace(/[\ue000-\ue004]/g, (sign) => changed.charAt(sign.charCodeAt(0) - 0xe000));
}
