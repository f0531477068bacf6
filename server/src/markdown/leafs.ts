// The leafs that a line begins or continues, and what each leaves behind when it ends.

import { emitBlockId, isAttributes } from "./blockAttributes.ts";
import { addLine, type BlockState, beginLeaf, type Piece } from "./blockState.ts";
import { isBlank, isLineEnd, skipBlanks, trimEnd } from "./characters.ts";
import { type Content, contentOf, stretch } from "./content.ts";
import { takeDefinitions } from "./definitions.ts";
import {
  beginDirective,
  type DirectiveStart,
  directiveStart,
  type UnwrapStart,
  unwrapStart,
} from "./directiveBlocks.ts";
import { atxContent, headingOf } from "./headings.ts";
import { flowTagsEnd, opensModule } from "./jsxFlow.ts";
import {
  beginKramdown,
  isPipeTable,
  type KramdownBlock,
  kramdownStart,
  takeWaitingId,
} from "./kramdownBlocks.ts";
import {
  atxLevel,
  closesFence,
  fenceLength,
  type HtmlStart,
  holdsMark,
  htmlStart,
  isThematicBreak,
  jsxStart,
  setextLevel,
} from "./leafStarts.ts";
import { type ColonStart, colonStart } from "./markdownIt/colonFences.ts";
import { componentStart } from "./markdownIt/componentTags.ts";
import { closesMathBlock, opensMathBlock } from "./math.ts";
import { readModule } from "./modules.ts";
import { isMdx } from "./syntax.ts";
import { addRow, delimiterColumns, headColumns } from "./tables.ts";

export type LeafStart =
  | { readonly kind: "atx"; readonly level: number }
  | { readonly kind: "setext"; readonly level: 1 | 2 }
  | { readonly kind: "fence"; readonly length: number }
  | { readonly kind: "html"; readonly html: HtmlStart }
  | ColonStart
  | DirectiveStart
  | UnwrapStart
  | { readonly kind: "line" }
  | { readonly kind: "indented" | "rule" | "math" | "table" | "esm" | "attributes" }
  /** What kramdown or Liquid has of its own; `end`: the first offset after it, on this line or a later one. */
  | { readonly kind: "kramdown"; readonly block: KramdownBlock };

/** The leaf that the measured line begins, if it is not just text. */
export function leafStart(state: BlockState, lazy: boolean): LeafStart | undefined {
  const { line, page } = state;
  const { text, first, end } = line;
  const inParagraph = state.leaf === "paragraph";
  if (line.indent > 3 && !page.syntax.mdx)
    return inParagraph || page.syntax.markdownIt?.indentedCode === false ? undefined : { kind: "indented" };
  const own = kramdownStart(state, inParagraph);
  if (own) return own === "text" ? undefined : { kind: "kramdown", block: own };
  switch (text.charCodeAt(first)) {
    case 35: {
      const level = atxLevel(text, first, end, page.syntax.kramdown?.input !== "kramdown");
      return level > 0 ? { kind: "atx", level } : undefined;
    }
    case 96:
    case 126: {
      const length = fenceLength(text, first, end);
      if (length === 0) return undefined;
      return (page.syntax.treeIds ? unwrapStart(state, length) : undefined) ?? { kind: "fence", length };
    }
    case 60: {
      if ((page.syntax.mdx || page.syntax.treeIds) && isNoBlock(state)) return undefined;
      if (page.syntax.markdownIt?.componentTags) return tagStart(state, !inParagraph);
      const html =
        htmlStart(text, first, end, !inParagraph) ?? (page.syntax.mdx1 ? jsxStart(text, first) : undefined);
      return html && { kind: "html", html };
    }
    case 58:
      if (page.syntax.treeIds) return directiveStart(state) ?? underlineStart(state, inParagraph && !lazy);
      return page.syntax.markdownIt
        ? (colonStart(state, page.syntax.markdownIt.containers) ??
            underlineStart(state, inParagraph && !lazy))
        : underlineStart(state, inParagraph && !lazy);
    case 123:
      return page.syntax.blockAttributes && isAttributes(state) ? { kind: "attributes" } : undefined;
    case 36:
      return page.syntax.math && isMathBlock(state) ? { kind: "math" } : undefined;
    case 101:
    case 105:
      return isMdx(page.syntax) && !inParagraph && first === line.start && opensModule(text, first)
        ? { kind: "esm" }
        : undefined;
    default:
      return underlineStart(state, inParagraph && !lazy);
  }
}

function tagStart({ line }: BlockState, complete: boolean): LeafStart | undefined {
  const found = componentStart(line.text, line.first, line.end, complete);
  if (found === "line") return { kind: "line" };
  return found && { kind: "html", html: found };
}

function underlineStart(state: BlockState, inParagraph: boolean): LeafStart | undefined {
  const { text, first, end } = state.line;
  const code = text.charCodeAt(first);
  if (inParagraph && state.page.syntax.kramdown) return kramdownUnderline(state);
  if (inParagraph && (code === 45 || code === 61)) {
    const level = setextLevel(text, first, end);
    if (level !== 0) return { kind: "setext", level };
  }
  if (isThematicBreak(text, first, end)) return { kind: "rule" };
  if (inParagraph && (code === 45 || code === 58 || code === 124) && isTable(state)) return { kind: "table" };
  return undefined;
}

/** kramdown's underlined headings have one line, after a blank one; nothing else that is drawn ends a paragraph. */
function kramdownUnderline({ line, count, fresh }: BlockState): LeafStart | undefined {
  const level = line.indent === 0 ? setextLevel(line.text, line.first, line.end) : 0;
  return level !== 0 && count === 1 && fresh ? { kind: "setext", level } : undefined;
}

/** Is the line the second of a table whose head is the paragraph's last line? */
function isTable(state: BlockState): boolean {
  const { text, first, end } = state.line;
  const columns = delimiterColumns(text, first, end);
  if (columns === 0) return false;
  const head = state.count - 1;
  const start = state.starts[head] ?? 0;
  const from = skipBlanks(text, start, state.ends[head] ?? start);
  return headColumns(text, from, state.ends[head] ?? start, state.page.syntax) === columns;
}

/** In MDX tags are no blocks of HTML, and a comment (remark-comment) is one alone: with text behind it, it stands in a paragraph. */
function isNoBlock({ line, page }: BlockState): boolean {
  const { text, first, end } = line;
  if (!text.startsWith("<!--", first)) return page.syntax.mdx;
  const close = text.slice(first, end).indexOf("-->", 4);
  return close >= 0 && skipBlanks(text, first + close + 3, end) < end;
}

function isMathBlock(state: BlockState): boolean {
  const { text, first, end, next } = state.line;
  if (first < state.noMathBefore || !opensMathBlock(text, first, end)) return false;
  let start = next;
  while (start < text.length) {
    let stop = start;
    while (stop < text.length && !isLineEnd(text.charCodeAt(stop))) stop++;
    let from = start;
    while (from < stop && (isBlank(text.charCodeAt(from)) || text.charCodeAt(from) === 62)) from++;
    if (from >= stop) break;
    if (closesMathBlock(text, from, stop)) return true;
    start = stop + 1;
    if (text.charCodeAt(stop) === 13 && text.charCodeAt(start) === 10) start++;
  }
  state.noMathBefore = start;
  return false;
}

/** The line continues a leaf into which no container reaches: code, HTML, math. Answers whether it did. */
export function continueLeaf(state: BlockState): boolean {
  const { line } = state;
  const { text, first, end, offset } = line;
  switch (state.leaf) {
    case "fence": {
      addLine(state, offset, end);
      const mayClose = line.indent < 4 || state.page.syntax.mdx;
      if (mayClose && closesFence(text, first, end, state.fence)) closeLeaf(state);
      return true;
    }
    case "html":
      if (!state.closeMarks && line.blank) return false;
      addLine(state, offset, end);
      if (state.closeMarks && holdsMark(text, offset, end, state.closeMarks)) closeLeaf(state);
      return true;
    case "math":
      addLine(state, offset, end);
      if (closesMathBlock(text, first, end)) closeLeaf(state);
      return true;
    case "esm":
      if (line.blank) return false;
      addLine(state, offset, end);
      return true;
    default:
      return false;
  }
}

/** Begins what `start` says on the current line. */
export function begin(state: BlockState, start: LeafStart): void {
  if (start.kind === "setext") setext(state, start.level);
  else if (start.kind === "table") table(state);
  else if (start.kind === "indented" && state.leaf === "indented")
    addLine(state, state.line.offset, state.line.end);
  else {
    closeLeaf(state);
    beginBlock(state, start);
  }
}

function beginBlock(state: BlockState, start: LeafStart): void {
  const { text, first, end, offset } = state.line;
  switch (start.kind) {
    case "atx":
      pushHeading(
        state,
        headingOf(state.page, start.level, { start: first, end }, atxContent(text, first, end)),
      );
      break;
    case "kramdown":
      beginKramdown(state, start.block);
      break;
    case "fence":
      state.fence = { mark: text.charCodeAt(first), length: start.length };
      beginLeaf(state, "fence", first, end);
      break;
    case "html":
      state.closeMarks = start.html.close;
      beginLeaf(state, "html", first, end);
      if (start.html.close && holdsMark(text, start.html.from, end, start.html.close)) closeLeaf(state);
      break;
    case "indented":
      beginLeaf(state, "indented", offset, end);
      break;
    case "line":
      state.pieces.push({ kind: "text", content: { text, from: first, to: trimEnd(text, first, end) } });
      break;
    case "colons":
      // More within one another than this is no page of anyone's.
      if (state.colons.length < 50) state.colons.push({ depth: state.containers.length, count: start.count });
      if (start.title) state.pieces.push({ kind: "text", content: start.title });
      break;
    case "directive":
      beginDirective(state, start);
      break;
    case "unwrap":
      state.unwrapped = start.length;
      break;
    case "math":
    case "esm":
      beginLeaf(state, start.kind, first, end);
      break;
    case "attributes":
      emitBlockId(state);
      break;
    default:
  }
}

function setext(state: BlockState, level: 1 | 2): void {
  const rest = paragraphRest(state);
  state.leaf = "none";
  if (rest) {
    pushHeading(state, headingOf(state.page, level, { start: -1, end: state.line.end }, rest));
    return;
  }
  const start = leafStart(state, false);
  if (start) begin(state, start);
  else text(state);
}

function pushHeading(state: BlockState, piece: Piece): void {
  // In kramdown a line of marks alone is no heading.
  if (state.page.syntax.kramdown && piece.heading?.source === "") return;
  state.pieces.push(state.page.syntax.kramdown ? takeWaitingId(state, piece) : piece);
}

function table(state: BlockState): void {
  const head = state.count - 1;
  const { text: page } = state.line;
  const start = skipBlanks(page, state.starts[head] ?? 0, state.line.start);
  const end = state.ends[head] ?? start;
  state.count = head;
  if (head > 0) closeLeaf(state);
  state.columns = delimiterColumns(page, state.line.first, state.line.end);
  addRow(state, start, end);
  state.leaf = "table";
}

/** The current line is text: it begins or continues a paragraph, or is a row of the open table. */
export function text(state: BlockState): void {
  const { line, page } = state;
  if (state.leaf === "paragraph") addLine(state, line.offset, line.end);
  else if (state.leaf === "table") addRow(state, line.first, line.end);
  else {
    closeLeaf(state);
    const code = line.text.charCodeAt(line.first);
    if (page.syntax.mdx && (code === 60 || code === 123) && flowTags(state)) return;
    if (page.syntax.kramdown && isPipeTable(state)) {
      state.columns = Number.POSITIVE_INFINITY;
      addRow(state, line.first, line.end);
      state.leaf = "table";
      return;
    }
    state.fresh = state.boundary;
    beginLeaf(state, "paragraph", line.first, line.end);
  }
}

/** Tags and expressions of MDX at the beginning of a block: they may go on over lines that would else begin something. */
function flowTags(state: BlockState): boolean {
  const { line } = state;
  const limit = state.quotes > 0 ? line.end : line.text.length;
  const after = flowTagsEnd(line.text, line.first, limit);
  if (after === -1) return false;
  let end = after;
  while (end < line.text.length && !isLineEnd(line.text.charCodeAt(end))) end++;
  line.end = end;
  line.next = end + (line.text.startsWith("\r\n", end) ? 2 : 1);
  if (skipBlanks(line.text, after, end) < end) {
    beginLeaf(state, "paragraph", line.first, end);
    return true;
  }
  state.pieces.push({ kind: "text", content: { text: line.text, from: line.first, to: after } });
  return true;
}

/** Takes the definitions of the open paragraph; what is left of it, if anything. */
function paragraphRest(state: BlockState): Content | undefined {
  const content = contentOf(state.line.text, state, state.quotes > 0);
  const from = takeDefinitions(state.page, content);
  const to = trimEnd(content.text, from, content.to);
  if (from >= to) return undefined;
  return from === content.from && to === content.to
    ? content
    : stretch(content.text, from, to, content.lines);
}

/** The open leaf ends before the current line. */
export function closeLeaf(state: BlockState): void {
  const { leaf, page } = state;
  if (leaf === "none") return;
  state.leaf = "none";
  if (leaf === "table") return;
  if (leaf === "paragraph") {
    const content = afterAlert(state, paragraphRest(state));
    if (content) state.pieces.push({ kind: "text", content });
    return;
  }
  const start = state.starts[0] ?? 0;
  const span = { start, end: state.ends[state.count - 1] ?? start };
  if (leaf === "html") closeHtml(state, span);
  else page.out.opaque.push({ kind: opaqueKinds[leaf], span });
  if (leaf === "esm") readModule(state.line.text, span, page.out);
}

const alert = /^\[!(?:TIP|NOTE|INFO|IMPORTANT|WARNING|CAUTION|DANGER)\][^\n\r]*/i;

/** A paragraph of a block quote without the mark and title of an alert. */
function afterAlert(state: BlockState, content: Content | undefined): Content | undefined {
  if (!content || state.quotes === 0 || !state.page.syntax.markdownIt?.alerts) return content;
  const line = content.text.slice(content.from, Math.min(content.to, content.from + 1000));
  return { ...content, from: content.from + (alert.exec(line)?.[0].length ?? 0) };
}

const opaqueKinds = {
  fence: "fenced-code",
  indented: "indented-code",
  math: "math",
  esm: "expression",
} as const;

function closeHtml(state: BlockState, span: { start: number; end: number }): void {
  const comment = state.line.text.startsWith("<!--", span.start);
  state.page.out.opaque.push({ kind: comment ? "comment" : "html", span });
  const content = contentOf(state.line.text, state, state.quotes > 0);
  state.pieces.push({ kind: "html", content });
}
