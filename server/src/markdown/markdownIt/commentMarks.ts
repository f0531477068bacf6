// Comments that say something to the generator: `<!--@include: ./x.md{2,5}-->` and `<!-- #region x -->` … `<!-- #endregion x -->`.
// They are told among the page's shortcodes, so that a model can put the files together.

import { type Content, sourceSpan } from "../content.ts";
import type { PageContext } from "../output.ts";

/** Bounded, so that no comment can be slow. */
const mark =
  /<!--\s{0,20}@include:\s{0,20}(.{1,500}?)\s{0,20}-->|<!-- #?(region|endregion) ([\w*-]+) -->|<!--\s{0,20}(@content)\s{0,20}-->/gi;

/** Emits the marks within `from`–`to` of the content, if the syntax has them. */
export function emitCommentMarks(page: PageContext, content: Content, from: number, to: number): void {
  if (!page.syntax.markdownIt?.includes) return;
  for (const found of content.text.slice(from, to).matchAll(mark)) {
    const [whole, include, region, name, given] = found;
    const span = sourceSpan(content, from + found.index, from + found.index + whole.length);
    if (include) page.out.shortcodes.push({ name: "@include", args: include, span, markdown: true });
    else if (given) page.out.shortcodes.push({ name: given, args: "", span, markdown: true });
    else if (region)
      page.out.shortcodes.push({ name: `#${region.toLowerCase()}`, args: name ?? "", span, markdown: true });
  }
}
