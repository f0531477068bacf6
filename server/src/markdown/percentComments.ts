// `%%…%%`, the comments of Obsidian (help.obsidian.md, "Basic formatting syntax", Comments): no reader sees them, so what stands
// in them is taken out of the scan.

import type { Span } from "../text/span.ts";
import type { OpaqueSpan } from "./markdownScan.ts";
import type { PageContext } from "./output.ts";

export function dropPercentComments({ text, syntax, out }: PageContext, bodyStart: number): void {
  if (!syntax.percentComments) return;
  const comments = commentsIn(text, bodyStart, out.opaque);
  if (comments.length === 0) return;
  const lists: { span: Span }[][] = [
    out.headings,
    out.links,
    out.anchors,
    out.undefinedReferences,
    out.nearLinks,
  ];
  for (const list of lists) keepOutside(list, comments);
}

/** From one `%%` to the next, those in code and the like aside; one without an end is text. */
function commentsIn(text: string, bodyStart: number, opaque: readonly OpaqueSpan[]): readonly Span[] {
  const comments: Span[] = [];
  let start = -1;
  let skip = 0;
  for (let at = text.indexOf("%%", bodyStart); at !== -1; at = text.indexOf("%%", at + 2)) {
    while (skip < opaque.length && (opaque[skip]?.span.end ?? 0) <= at) skip++;
    if ((opaque[skip]?.span.start ?? Number.POSITIVE_INFINITY) <= at) continue;
    if (start === -1) start = at;
    else {
      comments.push({ start, end: at + 2 });
      start = -1;
    }
  }
  return comments;
}

/** Both lists are in order. */
function keepOutside(list: { span: Span }[], comments: readonly Span[]): void {
  let next = 0;
  const kept = list.filter(({ span }) => {
    while (next < comments.length && (comments[next]?.end ?? 0) <= span.start) next++;
    return (comments[next]?.start ?? Number.POSITIVE_INFINITY) > span.start;
  });
  list.splice(0, list.length, ...kept);
}
