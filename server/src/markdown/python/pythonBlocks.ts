// The block parser of Python-Markdown (blockparser.py, blockprocessors.py): blocks between blank lines go through a list of
// processors, each of which may take a block, or a part of it. Emits pieces of text and headings; code and definitions on the way.

import { emitTag } from "../attributes.ts";
import type { Piece } from "../blockState.ts";
import { isBlank, skipBlanks } from "../characters.ts";
import { contentOf } from "../content.ts";
import type { Heading } from "../markdownScan.ts";
import type { PageContext } from "../output.ts";
import { attributeListAt, closingList, emitId } from "./attributeLists.ts";
import { takeFences } from "./fences.ts";
import { withoutMetadata } from "./metadata.ts";
import {
  append,
  type Block,
  type BlockReader,
  type Element,
  find,
  firstLine,
  linesIn,
  parseLines,
  part,
} from "./pythonBlock.ts";
import {
  takeBox,
  takeDefinition,
  takeFootnote,
  takeList,
  takeListIndent,
  takeQuote,
  takeSlashes,
} from "./pythonContainers.ts";
import { chunks, linesOf, type PyLine, textEnd } from "./pythonLines.ts";
import { takeReference } from "./pythonReferences.ts";
import { isTable, takeTable } from "./pythonTables.ts";
import { extractHtml, type HtmlPart } from "./rawHtml.ts";
import { takeSnippets } from "./snippetLines.ts";

/** The texts of the page from `bodyStart` on, in no order. */
export function scanPythonBlocks(page: PageContext, bodyStart: number): readonly Piece[] {
  const { python } = page.syntax;
  if (!python) return [];
  const { text } = page;
  const from = text.charCodeAt(bodyStart) === 0xfeff ? bodyStart + 1 : bodyStart;
  const body = withoutMetadata(text, linesOf(text, from, text.length), from);
  const lines = takeSnippets(page, takeFences(page, body));
  const html = extractHtml(text, lines, python);
  const reader: BlockReader = {
    page,
    text,
    python,
    nodes: html.nodes,
    pieces: [],
    footnotes: new Map(),
    states: [],
    depth: 0,
    parse: (parent, blocks) => parse(reader, parent, blocks),
    emit: (texts) => emitText(reader, texts),
  };
  parseLines(reader, { tag: "root", children: [] }, html.lines);
  for (const note of reader.footnotes.values()) parseLines(reader, { tag: "root", children: [] }, note);
  return reader.pieces;
}

export type Processor = (reader: BlockReader, parent: Element, block: Block, rest: Block[]) => boolean;

/** In the order of their priorities. Each answers whether it took the block; what it leaves it puts on `rest`. */
const processors: readonly Processor[] = [
  takeHtml,
  takeSlashes,
  takeBox,
  takeListIndent,
  takeCode,
  takeWholeTable,
  takeHash,
  takeSetext,
  takeRule,
  takeList,
  takeDefinition,
  takeQuote,
  takeFootnote,
  takeReference,
  takeParagraph,
];

/** Deeper than this nothing nests; Python gives up at its limit of recursion. */
const deepest = 60;

function parse(reader: BlockReader, parent: Element, blocks: readonly Block[]): void {
  if (reader.depth > deepest) {
    for (const block of blocks) takeParagraph(reader, parent, block);
    return;
  }
  reader.depth++;
  const rest = blocks.toReversed();
  for (let block = rest.pop(); block; block = rest.pop()) {
    if (block.from >= block.to) continue;
    for (const take of processors) if (take(reader, parent, block, rest)) break;
  }
  reader.depth--;
}

function takeHtml(reader: BlockReader, parent: Element, block: Block): boolean {
  const index = firstLine(block).html;
  const node = index === undefined ? undefined : reader.nodes[index];
  if (!node) return false;
  emitHtml(reader, node, "block");
  append(
    parent,
    node.kind === "element" && node.tag === "details" && reader.python.details ? "details" : "html",
  );
  return true;
}

function emitHtml(reader: BlockReader, part: HtmlPart, mode: "block" | "span" | "off"): void {
  const { page, text } = reader;
  if (part.kind === "text") {
    if (mode === "block") parseLines(reader, { tag: "root", children: [] }, part.lines);
    else if (mode === "span") for (const chunk of chunks(part.lines)) emitText(reader, chunk);
    else
      for (const { start, end } of part.lines)
        reader.pieces.push({ kind: "html", content: { text, from: start, to: end } });
  } else if (part.kind === "raw") {
    const { start, end } = part.span;
    page.out.opaque.push({ kind: text.startsWith("<!--", start) ? "comment" : "html", span: part.span });
    reader.pieces.push({ kind: "html", content: { text, from: start, to: end } });
  } else {
    const { start, end } = part.span;
    emitTag(page, { text, from: start, to: end }, start, end);
    for (const inner of part.parts) emitHtml(reader, inner, mode === "off" ? mode : part.mode);
  }
}

function takeCode(reader: BlockReader, parent: Element, block: Block, rest: Block[]): boolean {
  if (firstLine(block).indent < 4 || !reader.python.indentedCode) return false;
  let to = block.from;
  while (to < block.to && (block.lines[to]?.indent ?? 0) > 3) to++;
  const [first, last] = [firstLine(block), block.lines[to - 1]];
  const fenced = first.code === true && to === block.from + 1;
  if (last && !fenced)
    reader.page.out.opaque.push({ kind: "indented-code", span: { start: first.start, end: last.end } });
  append(parent, "pre");
  if (to < block.to) rest.push(part(block, to, block.to));
  return true;
}

function takeWholeTable(reader: BlockReader, parent: Element, block: Block): boolean {
  if (!reader.python.tables || block.to - block.from < 2) return false;
  const columns = isTable(reader.text, firstLine(block), block.lines[block.from + 1]);
  if (columns === 0) return false;
  takeTable(reader, linesIn(block), columns);
  append(parent, "table");
  return true;
}

function takeHash(reader: BlockReader, parent: Element, block: Block, rest: Block[]): boolean {
  const at = find(block, "hash");
  const line = block.lines[at];
  if (at === -1 || !line) return false;
  if (at > block.from) reader.parse(parent, [part(block, block.from, at)]);
  const { text } = reader;
  let from = line.start;
  while (from < line.end && from - line.start < 6 && text.charCodeAt(from) === 35) from++;
  let to = line.end;
  while (to > from && text.charCodeAt(to - 1) === 35 && text.charCodeAt(to - 2) !== 92) to--;
  emitHeading(reader, from - line.start, line, { from, to });
  append(parent, "h");
  if (at + 1 < block.to) rest.push(part(block, at + 1, block.to));
  return true;
}

/** Only the first two lines of a block are such a heading. */
function takeSetext(reader: BlockReader, parent: Element, block: Block, rest: Block[]): boolean {
  const [line, under] = [firstLine(block), block.lines[block.from + 1]];
  if (!under || block.to - block.from < 2 || !isUnderline(reader.text, under)) return false;
  const level = reader.text.charCodeAt(under.start) === 61 ? 1 : 2;
  emitHeading(reader, level, { ...line, end: under.end }, { from: line.start, to: line.end });
  append(parent, "h");
  if (block.from + 2 < block.to) rest.push(part(block, block.from + 2, block.to));
  return true;
}

function isUnderline(text: string, line: PyLine): boolean {
  return line.indent === 0 && line.start < line.end && /^[=-]+ *$/.test(text.slice(line.start, line.end));
}

function takeRule(reader: BlockReader, parent: Element, block: Block, rest: Block[]): boolean {
  const at = find(block, "rule");
  if (at === -1) return false;
  if (at > block.from) reader.parse(parent, [part(block, block.from, at)]);
  append(parent, "hr");
  if (at + 1 < block.to) rest.push(part(block, at + 1, block.to));
  return true;
}

function takeParagraph(reader: BlockReader, parent: Element, block: Block): boolean {
  emitText(reader, linesIn(block));
  if (reader.states.at(-1) !== "list") append(parent, "p");
  return true;
}

function emitHeading(
  { page, pieces, python }: BlockReader,
  level: number,
  line: PyLine,
  place: { readonly from: number; readonly to: number },
): void {
  const { text } = page;
  const from = skipBlanks(text, place.from, place.to);
  const content = { text, from, to: trimmed(text, from, place.to) };
  const list = python.attributes ? closingList(content) : undefined;
  const to = list ? trimmed(text, from, withoutHashes(text, from, list.from)) : content.to;
  const contentSpan = { start: from, end: to };
  pieces.push({
    kind: "heading",
    content: { text, from, to },
    heading: {
      level: level as Heading["level"],
      span: { start: line.start, end: line.end },
      contentSpan,
      source: text.slice(from, to),
      text: "",
      ...(list?.id && { explicitId: list.id }),
    },
  });
}

/** `## Title ## { #id }`: marks before the list go, too. */
function withoutHashes(text: string, from: number, to: number): number {
  let end = trimmed(text, from, to);
  while (end > from && text.charCodeAt(end - 1) === 35) end--;
  return end;
}

function trimmed(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

/** A block's text; a list of attributes on a line of its own at its end gives the block its id. */
function emitText({ page, text, pieces, python }: BlockReader, lines: readonly PyLine[]): void {
  if (python.crossReferences) for (const line of lines) tellCode(page, text, line);
  const last = lines.at(-1);
  const list = python.attributes && lines.length > 1 && last ? ownList(page, text, last) : false;
  const shown = (list ? lines.slice(0, -1) : lines).filter((line) => line.start < line.end);
  if (shown.length === 0) return;
  const starts = shown.map((line) => line.start);
  const ends = shown.map((line) => line.end);
  pieces.push({
    kind: "text",
    content: contentOf(text, { count: starts.length, starts, ends }, !isOneStretch(text, shown)),
  });
}

/** `::: package.module` is a page's worth of headings (mkdocstrings), told as a shortcode. */
function tellCode(page: PageContext, text: string, line: PyLine): void {
  if (!text.startsWith(":::", line.start)) return;
  const args = text.slice(line.start + 3, line.end).trim();
  page.out.shortcodes.push({ name: ":::", args, span: { start: line.start, end: line.end }, markdown: true });
}

function ownList(page: PageContext, text: string, line: PyLine): boolean {
  if (text.charCodeAt(line.start) !== 123) return false;
  const end = textEnd(text, line);
  const found = attributeListAt(text, line.start, end);
  if (found?.end !== end) return false;
  emitId(page, { text, from: line.start, to: end }, found);
  return true;
}

/** Does nothing but white space stand between the lines? */
function isOneStretch(text: string, lines: readonly PyLine[]): boolean {
  for (let at = 1; at < lines.length; at++) {
    const between = text.slice(lines[at - 1]?.end, lines[at]?.start);
    if (/[^\s]/.test(between) || (between.match(/\n|\r(?!\n)/g)?.length ?? 0) !== 1) return false;
  }
  return true;
}
