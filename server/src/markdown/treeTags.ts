// Which tags count for a heading's id where it is made of a syntax tree that has them as text (plain Markdown of Docusaurus):
// those within an emphasis or a link do, those beside them do not, unless there is nothing else.
// Source: @docusaurus/mdx-loader/lib/remark/headings, which leaves out the tags among a heading's own children alone.

import type { Emphasis } from "./emphasis.ts";
import type { Token } from "./tokens.ts";

export function countTags(
  text: string,
  from: number,
  to: number,
  tokens: readonly Token[],
  inside: readonly Emphasis[],
): void {
  const tags = tokens.filter(({ tag }) => tag);
  if (tags.length === 0) return;
  const alone = tags.reduce((sum, { start, end }) => sum + end - start, 0) === to - from;
  const ends = outermost(inside);
  for (const token of tags)
    if (alone || ends.some((one) => one.from <= token.start && token.end <= one.to))
      token.treeText = text.slice(token.start, token.end);
}

function outermost(all: readonly Emphasis[]): readonly Emphasis[] {
  let end = -1;
  return [...all]
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter((one) => {
      if (one.from < end) return false;
      end = one.to;
      return true;
    });
}
