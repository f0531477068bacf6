// Raw HTML, taken out of the page before its blocks are read (htmlparser.py): a tag of a block at the beginning of a line
// reaches to its closing tag, blank lines and all. With md_in_html an element may hold Markdown again.

import type { Span } from "../../text/span.ts";
import { isAlpha } from "../characters.ts";
import { lineFrom, type PyLine } from "./pythonLines.ts";
import { blockTags, elementMode, rawTextTags, tagEndAt, tagNameAt } from "./rawTags.ts";

export type HtmlNode =
  | { readonly kind: "raw"; readonly span: Span }
  | {
      readonly kind: "element";
      /** Its opening tag. */
      readonly span: Span;
      readonly tag: string;
      /** What stands in an element of mode "off" is raw HTML. */
      readonly mode: "block" | "span" | "off";
      readonly parts: readonly HtmlPart[];
    };

export type HtmlPart = { readonly kind: "text"; readonly lines: readonly PyLine[] } | HtmlNode;

export interface ExtractedHtml {
  readonly lines: readonly PyLine[];
  readonly nodes: readonly HtmlNode[];
}

interface OpenElement {
  readonly tag: string;
  readonly span: Span;
  readonly mode: "block" | "span";
  /** Does a blank stand before it? Then md_in_html does not find it again. */
  readonly shifted: boolean;
  readonly parts: HtmlPart[];
}

/** Lives for one page. */
interface Reader {
  readonly text: string;
  readonly lines: readonly PyLine[];
  readonly markdownInHtml: boolean;
  readonly out: PyLine[];
  readonly nodes: HtmlNode[];
  /** The line and place that is read now, and those up to which text was given out. */
  line: number;
  pos: number;
  givenLine: number;
  givenPos: number;
  /** The raw block that is open: where it began, and its tags that are open. */
  raw: { readonly start: number; readonly tags: string[] } | undefined;
  /** Did a raw block end on this line? */
  tail: boolean;
  readonly open: OpenElement[];
  /** Closing marks that no longer come. */
  readonly missing: Set<string>;
}

export function extractHtml(
  text: string,
  lines: readonly PyLine[],
  { markdownInHtml }: { readonly markdownInHtml: boolean },
): ExtractedHtml {
  if (!lines.some((line) => text.charCodeAt(line.start) === 60 && mayBegin(line)))
    return { lines, nodes: [] };
  const first = lines[0]?.start ?? 0;
  const reader: Reader = {
    text,
    lines,
    markdownInHtml,
    out: [],
    nodes: [],
    line: 0,
    pos: first,
    givenLine: 0,
    givenPos: first,
    raw: undefined,
    tail: false,
    open: [],
    missing: new Set(),
  };
  while (reader.line < lines.length) readLine(reader);
  finish(reader);
  return { lines: reader.out, nodes: reader.nodes };
}

function mayBegin(line: PyLine): boolean {
  return line.indent < 4 && line.start < line.end && line.code !== true;
}

function readLine(reader: Reader): void {
  const line = reader.lines[reader.line];
  if (!line) return;
  while (reader.lines[reader.line] === line && reader.pos < line.end && line.code !== true) {
    if (reader.text.charCodeAt(reader.pos) === 60) token(reader, reader.pos, line);
    else reader.pos++;
  }
  if (reader.lines[reader.line] !== line) return;
  reader.line++;
  reader.tail = false;
  reader.pos = reader.lines[reader.line]?.start ?? reader.pos;
}

/** Goes to `pos`, which may stand on a later line. */
function goTo(reader: Reader, pos: number): void {
  reader.pos = pos;
  let line = reader.lines[reader.line];
  while (line && pos > line.end && reader.line < reader.lines.length - 1) {
    reader.line++;
    reader.tail = false;
    line = reader.lines[reader.line];
  }
  if (line && reader.pos < line.start) reader.pos = line.start;
  if (line && pos > line.end) {
    reader.line = reader.lines.length;
    reader.pos = line.end;
  }
}

function token(reader: Reader, at: number, line: PyLine): void {
  const next = reader.text.charCodeAt(at + 1);
  const begins = at === line.start && mayBegin(line);
  if (isAlpha(next)) startTag(reader, at, begins);
  else if (next === 47) endTag(reader, at);
  else if (next === 33 || next === 63) special(reader, at, begins);
  else reader.pos = at + 1;
}

/** Where `mark` stands next; what was once not found is not looked for again. */
function find(reader: Reader, mark: string, from: number): number {
  if (reader.missing.has(mark)) return -1;
  const close = reader.text.indexOf(mark, from);
  if (close === -1) reader.missing.add(mark);
  return close;
}

/** Comments, instructions, declarations. The latter two are such only at the beginning of a line. */
function special(reader: Reader, at: number, begins: boolean): void {
  const { text } = reader;
  const comment = text.startsWith("<!--", at);
  if (!comment && !begins && !reader.tail && !reader.raw) {
    reader.pos = at + 2;
    return;
  }
  const mark = comment
    ? "-->"
    : text.startsWith("<?", at)
      ? "?>"
      : text.startsWith("<![CDATA[", at)
        ? "]]>"
        : ">";
  const close = find(reader, mark, at + (comment ? 4 : 2));
  // What is never closed is text up to the next `>` (Python's `HTMLParser.goahead` at the end of its input).
  if (close === -1) goTo(reader, Math.max(at, find(reader, ">", at)) + 1);
  else emptyTag(reader, at, close + mark.length, { begins, block: true });
}

function startTag(reader: Reader, at: number, begins: boolean): void {
  const end = tagEndAt(reader.text, at);
  if (end === -1) {
    reader.pos = at + 1;
    return;
  }
  const name = tagNameAt(reader.text, at + 1);
  const block = blockTags.has(name);
  if (name === "hr" || reader.text.charCodeAt(end - 2) === 47) emptyTag(reader, at, end, { begins, block });
  else if (reader.raw) openRaw(reader, name, end);
  else if (!block || !(begins || reader.tail)) goTo(reader, end);
  else if (!openElement(reader, name, { start: at, end })) {
    give(reader, at);
    reader.raw = { start: at, tags: [] };
    openRaw(reader, name, end);
  }
}

/** A tag within raw HTML; scripts and styles are passed over. */
function openRaw(reader: Reader, name: string, end: number): void {
  reader.raw?.tags.push(name);
  const close = rawTextTags.has(name) ? find(reader, `</${name}`, end) : end;
  goTo(reader, close === -1 ? reader.text.length : close);
}

function openElement(reader: Reader, tag: string, span: Span): boolean {
  if (!reader.markdownInHtml) return false;
  const around = reader.open.at(-1)?.mode;
  const mode = elementMode(tag, reader.text.slice(span.start, span.end), around);
  if (mode === "off") return false;
  give(reader, span.start);
  const line = reader.lines[reader.line];
  const shifted = reader.open.length === 0 && line?.start === span.start && line.indent > 0;
  reader.open.push({ tag, span, mode, shifted, parts: [] });
  taken(reader, span.end);
  return true;
}

function endTag(reader: Reader, at: number): void {
  const close = find(reader, ">", at);
  if (close === -1) {
    reader.pos = at + 1;
    return;
  }
  const name = tagNameAt(reader.text, at + 2);
  const end = close + 1;
  if (reader.raw) endRaw(reader, name, end);
  else if (!reader.open.some((element) => element.tag === name)) goTo(reader, end);
  else {
    give(reader, at);
    taken(reader, end);
    closeElements(reader, name);
    reader.tail = reader.open.length === 0;
  }
}

function endRaw(reader: Reader, name: string, end: number): void {
  const tags = reader.raw?.tags ?? [];
  const at = tags.lastIndexOf(name);
  if (at !== -1) tags.length = at;
  if (tags.length > 0) {
    goTo(reader, end);
    return;
  }
  const start = reader.raw?.start ?? end;
  reader.raw = undefined;
  taken(reader, end);
  add(reader, { kind: "raw", span: { start, end } });
  reader.tail = true;
}

/** What needs no closing tag: a block of its own at the beginning of a line. */
function emptyTag(
  reader: Reader,
  at: number,
  end: number,
  { begins, block }: { readonly begins: boolean; readonly block: boolean },
): void {
  if (reader.raw || !block || !(begins || reader.tail)) {
    goTo(reader, end);
    return;
  }
  give(reader, at);
  taken(reader, end);
  add(reader, { kind: "raw", span: { start: at, end } });
  reader.tail = true;
}

function closeElements(reader: Reader, name: string): void {
  for (let element = reader.open.pop(); element; element = reader.open.pop()) {
    const { tag, span, mode, shifted, parts } = element;
    add(reader, { kind: "element", tag, span, mode: shifted ? "off" : mode, parts });
    if (tag === name) return;
  }
}

function add(reader: Reader, node: HtmlNode): void {
  const around = reader.open.at(-1);
  if (around) {
    around.parts.push(node);
    return;
  }
  const { start } = node.span;
  reader.out.push({ start, end: start, indent: 0, column: 0, html: reader.nodes.length });
  reader.nodes.push(node);
}

/** What stands before `at` and was not given out is text. */
function give(reader: Reader, at: number): void {
  const { text, lines } = reader;
  const given: PyLine[] = [];
  for (let index = reader.givenLine; index <= reader.line; index++) {
    const line = lines[index];
    if (!line) break;
    const last = index === reader.line && at < line.end;
    const end = last ? Math.max(at, line.start) : line.end;
    if (index === reader.givenLine && reader.givenPos > line.start) {
      if (reader.givenPos < end) given.push(lineFrom(text, reader.givenPos, end, line.column));
    } else if (!last || line.start < end) given.push(last ? { ...line, end } : line);
  }
  if (reader.line === lines.length) reader.givenLine = reader.line;
  const around = reader.open.at(-1);
  if (around) around.parts.push({ kind: "text", lines: given });
  else reader.out.push(...given);
}

/** Goes to `end`; what stands before it is given out or no text. */
function taken(reader: Reader, end: number): void {
  goTo(reader, end);
  reader.givenLine = reader.line;
  reader.givenPos = reader.pos;
}

/** At the end of the page everything that is open is closed. */
function finish(reader: Reader): void {
  const { text, lines } = reader;
  const end = lines.at(-1)?.end ?? text.length;
  if (reader.raw) {
    const { start } = reader.raw;
    add(reader, { kind: "raw", span: { start, end } });
  } else give(reader, end);
  // The innermost of the outermost's name is closed; what is open around it then is lost.
  const outermost = reader.open[0]?.tag;
  if (outermost !== undefined) closeElements(reader, outermost);
}
