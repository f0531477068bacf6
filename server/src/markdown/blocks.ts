// Goes over a page line by line, as CommonMark's block phase does: which containers a line continues, which it begins,
// and what it adds to the leaf inside. Keeps no tree; texts are collected for the inline scanner.

import { shorten } from "../text/shorten.ts";
import { addLine, type BlockState, type Piece } from "./blockState.ts";
import { skipWhitespace } from "./characters.ts";
import { isConflictMarker } from "./conflicts.ts";
import { continues, mayOpen, opens } from "./containers.ts";
import { flushId } from "./kramdownBlocks.ts";
import { normaliseLabel } from "./labels.ts";
import { begin, closeLeaf, continueLeaf, leafStart, text } from "./leafs.ts";
import { enterLine, measure, newLine } from "./lines.ts";
import { closedColons } from "./markdownIt/colonFences.ts";
import type { PageContext } from "./output.ts";
import { shortcodeEnd } from "./shortcodes.ts";

/** The texts of the page from `bodyStart` on, in order; definitions, code and footnotes are emitted on the way. */
export function scanBlocks(page: PageContext, bodyStart: number): readonly Piece[] {
  const state: BlockState = {
    page,
    line: newLine(page.text),
    containers: [],
    colons: [],
    quotes: 0,
    leaf: "none",
    count: 0,
    starts: [],
    ends: [],
    fence: { mark: 0, length: 0 },
    closeMarks: undefined,
    pieces: [],
    contentEnd: bodyStart,
    boundary: true,
    fresh: true,
    htmlInside: [],
    unclosed: new Set(),
    waitingId: undefined,
    conflict: false,
    noMathBefore: 0,
    unwrapped: 0,
    shortcodeEnd: 0,
    nextBrace: 0,
    columns: 0,
  };
  const hasReturns = page.text.includes("\r");
  let start = page.text.charCodeAt(bodyStart) === 0xfeff ? bodyStart + 1 : bodyStart;
  while (start < page.text.length) {
    enterLine(state.line, start, hasReturns);
    scanLine(state);
    if (!state.line.blank) state.contentEnd = state.line.end;
    start = state.line.next;
  }
  popTo(state, 0);
  flushId(state);
  return state.pieces;
}

function scanLine(state: BlockState): void {
  const { line, containers } = state;
  const matched = matchContainers(state);
  measure(line);
  if (state.shortcodeEnd > line.start && state.leaf === "paragraph") {
    addLine(state, line.offset, line.end);
    noteShortcode(state);
    return;
  }
  if (isConflictMarker(state)) {
    popTo(state, 0);
    return;
  }
  if (closeColons(state, matched)) return;
  const all = matched === containers.length;
  if (all && continueLeaf(state)) return;
  const opened = openContainers(state, matched);
  if (opened) state.boundary = true;
  if (line.blank) blankLine(state, matched, all || opened);
  else filledLine(state, matched, all || opened);
  if (line.blank) state.boundary = true;
  else if (state.page.syntax.shortcodes !== "none" && state.leaf === "paragraph") noteShortcode(state);
}

/** Shortcodes are replaced before Markdown is read: one that goes on over lines begins nothing there, such as a quote with its `>}}`. */
function noteShortcode(state: BlockState): void {
  const { line, page } = state;
  let at = Math.max(line.start, state.shortcodeEnd);
  for (; ; at++) {
    at = nextBrace(state, at);
    if (at >= line.end) return;
    const end = shortcodeEnd(page.text, at, page.text.length, page.syntax);
    if (end > line.end) state.shortcodeEnd = end;
    if (end !== -1) at = end - 1;
  }
}

function nextBrace(state: BlockState, from: number): number {
  if (state.nextBrace < from) {
    const found = state.page.text.indexOf("{", from);
    state.nextBrace = found === -1 ? Number.POSITIVE_INFINITY : found;
  }
  return state.nextBrace;
}

/** The line ends a `::: tip`, and all that began in it. Answers whether it did. */
function closeColons(state: BlockState, matched: number): boolean {
  const closed = closedColons(state, matched);
  const fence = closed < 0 ? undefined : state.colons[closed];
  if (!fence) return false;
  popTo(state, fence.depth);
  state.colons.length = closed;
  return true;
}

function filledLine(state: BlockState, matched: number, all: boolean): void {
  if (!all && state.leaf === "paragraph" && !leafStart(state, true)) {
    text(state);
    state.boundary = false;
    return;
  }
  const last = state.containers.at(-1);
  if (!all) popTo(state, matched);
  else if (last) last.empty = false;
  const start = leafStart(state, false);
  if (start) begin(state, start);
  else text(state);
  if (start?.kind !== "kramdown") state.boundary = false;
}

function blankLine(state: BlockState, matched: number, all: boolean): void {
  if (!all) popTo(state, matched);
  else if (state.leaf !== "indented") closeLeaf(state);
}

/** How many of the open containers the line continues. */
function matchContainers(state: BlockState): number {
  const { containers, line } = state;
  measure(line);
  // A blank line ends no list and no footnote, however deep they are.
  if (line.blank && state.quotes === 0 && !containers.at(-1)?.empty) return containers.length;
  let matched = 0;
  for (const container of containers) {
    if (!continues(line, container)) break;
    matched++;
  }
  return matched;
}

function openContainers(state: BlockState, matched: number): boolean {
  const { line, containers, page } = state;
  const { mdx, markdownIt, definitionLists } = page.syntax;
  // As micromark reads it, the rule holds for all marks of the line: `- 2) x` below text begins no numbered list.
  const interrupts = state.leaf === "paragraph" && matched === containers.length;
  if (interrupts && page.syntax.kramdown?.input === "kramdown" && containers.at(-1)?.kind !== "item")
    return false;
  let opened = false;
  for (;;) {
    measure(line);
    if (!mayOpen(line)) return opened;
    const belowTerm = definitionLists && !opened && isBelowTerm(state, matched);
    const footnotes = markdownIt?.footnotes !== false;
    const container = opens(line, { interrupts, anyIndent: mdx, footnotes, belowTerm });
    if (!container) return opened;
    if (container.kind === "definition" && containers[matched]?.kind !== "definition")
      takeTerms(state, container.start);
    if (!opened) popTo(state, matched);
    const around = containers.at(-1);
    if (around) around.empty = false;
    opened = true;
    containers.push(container);
    if (container.kind === "quote") state.quotes++;
    if (container.kind === "footnote")
      page.footnoteLabels.add(normaliseLabel(line.text.slice(container.start + 2, container.labelEnd)));
  }
}

/** Is what stands right above the line a paragraph, or a definition that the line does not continue? */
function isBelowTerm(state: BlockState, matched: number): boolean {
  const { line, containers } = state;
  if (line.text.charCodeAt(line.first) !== 58) return false;
  if (containers[matched]?.kind === "definition") return true;
  return (
    matched === containers.length &&
    (state.leaf === "paragraph" || closedTerm(state, line.first) !== undefined)
  );
}

/** The paragraph above, closed by a blank line. */
function closedTerm({ leaf, pieces, line }: BlockState, mark: number): Piece | undefined {
  const last = pieces.at(-1);
  if (leaf !== "none" || last?.kind !== "text" || last.content.lines) return undefined;
  return skipWhitespace(line.text, last.content.to, mark) >= mark ? last : undefined;
}

/** The paragraph above is one of terms, each line of it. */
function takeTerms(state: BlockState, mark: number): void {
  if (state.leaf === "paragraph") closeLeaf(state);
  const term = closedTerm(state, mark);
  if (!term) return;
  state.pieces.pop();
  state.pieces.push({ ...term, kind: "term" });
}

/** Closes the leaf and all containers but the first `count`. */
function popTo(state: BlockState, count: number): void {
  closeLeaf(state);
  const { containers, page, colons } = state;
  while ((colons.at(-1)?.depth ?? 0) > count) colons.pop();
  for (let i = containers.length - 1; i >= count; i--) {
    const container = containers[i];
    if (container?.kind === "quote") state.quotes--;
    if (container?.kind !== "footnote") continue;
    const label = normaliseLabel(page.text.slice(container.start + 2, container.labelEnd));
    const end = Math.max(state.contentEnd, container.labelEnd + 2);
    page.out.footnotes.push({ label, span: { start: container.start, end } });
  }
  shorten(containers, count);
}
