// A block as Python-Markdown's processors hand it round: lines between blank ones, or a part of them. What each line may
// begin is looked up once, so that a block that is taken apart line by line is not searched again each time.

import type { Piece } from "../blockState.ts";
import { isBlank, isDigit } from "../characters.ts";
import type { PageContext } from "../output.ts";
import { chunks, type PyLine } from "./pythonLines.ts";
import type { PythonMarkdown } from "./pythonMarkdown.ts";
import type { HtmlNode } from "./rawHtml.ts";

/** What stands for an element of the page: enough of it to know where the next block belongs. */
export interface Element {
  readonly tag:
    | "root"
    | "p"
    | "h"
    | "hr"
    | "pre"
    | "table"
    | "quote"
    | "ul"
    | "li"
    | "dl"
    | "dd"
    | "box"
    | "details"
    | "tabs"
    | "html";
  readonly children: Element[];
}

export interface BlockReader {
  readonly page: PageContext;
  readonly text: string;
  readonly python: PythonMarkdown;
  readonly nodes: readonly HtmlNode[];
  readonly pieces: Piece[];
  /** The texts of footnotes, which are read at the end; of two with one label the later counts. */
  readonly footnotes: Map<string, readonly PyLine[]>;
  /** The parser's states: the last one counts. */
  readonly states: State[];
  depth: number;
  /** Reads blocks as children of the element. */
  parse(parent: Element, blocks: readonly Block[]): void;
  /** Takes the lines for one text. */
  emit(lines: readonly PyLine[]): void;
}

export type State = "list" | "looselist" | "detabbed" | "quote";

export interface Block {
  readonly lines: readonly PyLine[];
  readonly from: number;
  readonly to: number;
  readonly marks: Marks;
}

/** What a line can begin in the middle of a block. */
export type Mark = "box" | "hash" | "rule" | "quote" | "footnote" | "reference" | "definition" | "slash";

/** For each mark that some line has: of each line, the next one (or itself) with it. */
type Marks = ReadonlyMap<Mark, Int32Array>;

export function blockOf(text: string, lines: readonly PyLine[], python: PythonMarkdown): Block {
  return { lines, from: 0, to: lines.length, marks: marksOf(text, lines, python) };
}

/** The first line of the block from `from` on that has the mark; -1 where none has. */
export function find(block: Block, mark: Mark, from = block.from): number {
  const at = block.marks.get(mark)?.[from] ?? -1;
  return at >= block.to ? -1 : at;
}

export function part(block: Block, from: number, to: number): Block {
  return { ...block, from, to };
}

export function firstLine(block: Block): PyLine {
  return block.lines[block.from] ?? nothing;
}

export function linesIn(block: Block): readonly PyLine[] {
  return block.lines.slice(block.from, block.to);
}

export function lastChild(element: Element | undefined): Element | undefined {
  return element?.children.at(-1);
}

export function append(parent: Element, tag: Element["tag"]): Element {
  const element: Element = { tag, children: [] };
  parent.children.push(element);
  return element;
}

/** Reads lines, cut into blocks at the blank ones, as children of the element. */
export function parseLines(reader: BlockReader, parent: Element, lines: readonly PyLine[]): void {
  reader.parse(
    parent,
    chunks(lines).map((chunk) => blockOf(reader.text, chunk, reader.python)),
  );
}

const nothing: PyLine = { start: 0, end: 0, indent: 0, column: 0 };

function marksOf(text: string, lines: readonly PyLine[], python: PythonMarkdown): Marks {
  const marks = new Map<Mark, Int32Array>();
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    const mark = line && markOf(text, line, python);
    if (mark !== undefined && !marks.has(mark)) marks.set(mark, new Int32Array(lines.length).fill(-1));
    for (const [name, next] of marks) next[at] = name === mark ? at : (next[at + 1] ?? -1);
  }
  return marks;
}

function markOf(text: string, line: PyLine, python: PythonMarkdown): Mark | undefined {
  if (line.start >= line.end || line.indent > 3) return undefined;
  switch (text.charCodeAt(line.start)) {
    case 33:
    case 63:
    case 61:
      return line.indent === 0 && boxStart(text, line, python) ? "box" : undefined;
    case 35:
      return line.indent === 0 && isHash(text, line, python) ? "hash" : undefined;
    case 42:
    case 45:
    case 95:
      return isRule(text, line) ? "rule" : undefined;
    case 62:
      return "quote";
    case 91:
      return bracketMark(text, line, python);
    case 58:
      return python.definitionLists && /^: {1,3}/.test(text.slice(line.start, line.start + 5))
        ? "definition"
        : undefined;
    case 47:
      return python.slashBlocks && line.indent === 0 && text.startsWith("///", line.start)
        ? "slash"
        : undefined;
    default:
      return undefined;
  }
}

function bracketMark(text: string, line: PyLine, python: PythonMarkdown): Mark | undefined {
  const start = text.slice(line.start, Math.min(line.end, line.start + 1000));
  if (python.footnotes && /^\[\^[^\]]*\]:/.test(start)) return "footnote";
  return /^\[[^[\]]*\]:/.test(start) ? "reference" : undefined;
}

/** One to six `#`; a backslash may not be the last sign of the line (`HashHeaderProcessor`). */
function isHash(text: string, line: PyLine, python: PythonMarkdown): boolean {
  let end = line.start;
  while (end < line.end && text.charCodeAt(end) === 35) end++;
  if (python.spacedHeadings && (end - line.start > 6 || (end < line.end && !isBlank(text.charCodeAt(end)))))
    return false;
  let slashes = 0;
  while (text.charCodeAt(line.end - 1 - slashes) === 92) slashes++;
  return slashes % 2 === 0;
}

/** Three of one of `- _ *`, at most two spaces between them (`HRProcessor`). */
function isRule(text: string, line: PyLine): boolean {
  const mark = text.charCodeAt(line.start);
  let count = 0;
  let gap = 0;
  for (let pos = line.start; pos < line.end; pos++) {
    const code = text.charCodeAt(pos);
    if (code === mark) {
      if (gap > 2) return false;
      count++;
      gap = 0;
    } else if (code === 32) gap++;
    else return false;
  }
  return count > 2;
}

export interface BoxStart {
  readonly kind: "box" | "details" | "tabs";
  /** Of a tab: its label, and whether it begins a new set of tabs. */
  readonly label: string;
  readonly apart: boolean;
}

const admonition = /^!!! ?[\w-]+(?: +[\w-]+)*(?: +"(.*?)")? *$/;
const details = /^\?\?\?\+? ?(?:(?:[\w-]+(?: +[\w-]+)*?)?(?: +"(.*?)")|[\w-]+(?: +[\w-]+)*?) *$/;
const tab = /^===([!+]{0,2}) +"(.*?)" *$/;

/** The box that a line opens: `!!! note`, `??? note`, `=== "Tab"`. */
export function boxStart(text: string, line: PyLine, python: PythonMarkdown): BoxStart | undefined {
  const mark = text.slice(line.start, line.start + 3);
  const source = () => text.slice(line.start, Math.min(line.end, line.start + 1000));
  if (mark === "!!!" && python.admonitions && admonition.test(source()))
    return { kind: "box", label: "", apart: false };
  if (mark === "???" && python.details && details.test(source()))
    return { kind: "details", label: "", apart: false };
  const found = mark === "===" && python.tabs ? tab.exec(source()) : null;
  return found ? { kind: "tabs", label: found[2] ?? "", apart: found[1]?.includes("!") === true } : undefined;
}

/** Where the text of a list item begins that the line opens; -1 for a line that opens none. */
export function itemStart(text: string, line: PyLine): number {
  let pos = line.start;
  const code = text.charCodeAt(pos);
  if (line.start >= line.end) return -1;
  if (code === 42 || code === 43 || code === 45) pos++;
  else if (isDigit(code)) {
    while (pos < line.end && isDigit(text.charCodeAt(pos))) pos++;
    if (text.charCodeAt(pos) !== 46) return -1;
    pos++;
  } else return -1;
  return pos < line.end && isBlank(text.charCodeAt(pos)) ? pos : -1;
}
