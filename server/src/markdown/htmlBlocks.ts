// The text of an HTML block: not Markdown, but its tags hold addresses and ids, and shortcodes are read in it too.

import { emitTag } from "./attributes.ts";
import { type Content, sourceSpan } from "./content.ts";
import { specialMark, tagEnd, tagName } from "./htmlTags.ts";
import { jsxTagEnd } from "./jsxTags.ts";
import { emitCommentMarks } from "./markdownIt/commentMarks.ts";
import type { PageContext } from "./output.ts";
import { emitShortcode } from "./shortcodeLinks.ts";
import { shortcodeEnd, shortcodeOf } from "./shortcodes.ts";
import { emitTagHeading } from "./tagHeadings.ts";

const rawText = new Set(["script", "style", "textarea"]);

/** Emits what the tags in `content` say; comments and scripts say nothing. */
export function scanHtmlBlock(page: PageContext, content: Content): void {
  const { text, to } = content;
  const missing = new Set<string>();
  let pos = content.from;
  while (pos < to) {
    const code = text.charCodeAt(pos);
    if (code === 123 && page.syntax.shortcodes !== "none") pos = shortcode(page, content, pos);
    else if (code === 60) pos = angle(page, content, pos, missing);
    else pos++;
  }
}

function shortcode(page: PageContext, content: Content, at: number): number {
  const end = shortcodeEnd(content.text, at, content.to, page.syntax);
  if (end === -1) return at + 1;
  emitShortcode(page, shortcodeOf(content.text.slice(at, end), sourceSpan(content, at, end)));
  return end;
}

function angle(page: PageContext, content: Content, at: number, missing: Set<string>): number {
  const { text, to } = content;
  const mark = specialMark(text, at);
  if (mark) {
    const end = markEnd(content, mark.from, mark.close, missing) ?? to;
    emitCommentMarks(page, content, at, end);
    return end;
  }
  const end = page.syntax.mdx1
    ? jsxTagEnd(text, at, to)
    : tagEnd(text, at, to, page.syntax.markdownIt?.componentTags);
  if (end === -1) return at + 1;
  emitTag(page, content, at, end);
  if (page.syntax.tagHeadings) emitTagHeading(page, content, at, end);
  const name = tagName(text, at).toLowerCase();
  if (!rawText.has(name)) return end;
  return markEnd(content, end, `</${name}`, missing) ?? end;
}

function markEnd(content: Content, from: number, mark: string, missing: Set<string>): number | undefined {
  if (missing.has(mark)) return undefined;
  for (let pos = from; pos + mark.length <= content.to; pos++)
    if (
      content.text.charCodeAt(pos) === mark.charCodeAt(0) &&
      content.text.slice(pos, pos + mark.length).toLowerCase() === mark
    )
      return pos + mark.length;
  missing.add(mark);
  return undefined;
}
