// `::: tip Title` up to `:::` (markdown-it-container). What stands between is Markdown like any other, but a block that
// begins in there ends there: a closing line ends paragraphs, HTML and even open code.

import type { BlockState } from "../blockState.ts";
import { isBlank, skipBlanks } from "../characters.ts";
import type { Content } from "../content.ts";
import type { MarkdownItRules } from "./rules.ts";

/** An open one. */
export interface ColonFence {
  /** How many containers stood around it. */
  readonly depth: number;
  /** How many colons it began with. */
  readonly count: number;
}

export interface ColonStart {
  readonly kind: "colons";
  readonly count: number;
  /** What follows the name, where it is shown. */
  readonly title: Content | undefined;
}

/** Length of the run of colons at `at`; 0 where it is shorter than three. */
function colonsAt(text: string, at: number, end: number): number {
  let pos = at;
  while (pos < end && text.charCodeAt(pos) === 58) pos++;
  return pos - at > 2 ? pos - at : 0;
}

/** The container that the measured line begins. */
export function colonStart(
  { line }: BlockState,
  containers: MarkdownItRules["containers"],
): ColonStart | undefined {
  const { text, first, end } = line;
  const count = colonsAt(text, first, end);
  if (count === 0) return undefined;
  const from = skipBlanks(text, first + count, end);
  let to = from;
  while (to < end && !isBlank(text.charCodeAt(to))) to++;
  const shown = Object.hasOwn(containers, text.slice(from, to))
    ? containers[text.slice(from, to)]
    : undefined;
  if (shown === undefined) return undefined;
  const title = skipBlanks(text, to, end);
  return { kind: "colons", count, title: shown && title < end ? { text, from: title, to: end } : undefined };
}

/** Index of the open one that the measured line closes, with all within it; -1 where it closes none. `matched`: containers that the line continues. */
export function closedColons({ line, colons, page }: BlockState, matched: number): number {
  if (colons.length === 0 || line.blank || (line.indent > 3 && !page.syntax.mdx)) return -1;
  const count = colonsAt(line.text, line.first, line.end);
  if (count === 0 || skipBlanks(line.text, line.first + count, line.end) < line.end) return -1;
  return colons.findIndex((one) => one.depth <= matched && one.count <= count);
}
