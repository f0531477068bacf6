// Processors of blocks that hold blocks: lists, quotes, definitions, footnotes (blockprocessors.py, extensions/), and the
// boxes of admonitions, details and tabs, whose content is indented.

import { normaliseLabel } from "../labels.ts";
import {
  append,
  type Block,
  type BlockReader,
  blockOf,
  boxStart,
  type Element,
  find,
  firstLine,
  itemStart,
  lastChild,
  linesIn,
  parseLines,
  part,
  type State,
} from "./pythonBlock.ts";
import { cutSigns, dedent, flush, lineFrom, type PyLine, textEnd } from "./pythonLines.ts";

function within(reader: BlockReader, state: State, run: () => void): void {
  reader.states.push(state);
  run();
  reader.states.pop();
}

/** How many lines from `from` on are indented by four columns. */
function indentedTo(block: Block, from: number): number {
  let to = from;
  while (to < block.to && (block.lines[to]?.indent ?? 0) > 3) to++;
  return to;
}

const boxes: ReadonlySet<Element["tag"]> = new Set(["box", "details", "tabs"]);

/** A box that a line of the block opens, or what is indented below the one before. */
export function takeBox(reader: BlockReader, parent: Element, block: Block, rest: Block[]): boolean {
  const at = find(block, "box");
  const line = block.lines[at];
  const opened = at !== -1 && line ? boxStart(reader.text, line, reader.python) : undefined;
  let content = block.from;
  let box = lastChild(parent);
  if (opened && line) {
    if (at > block.from) reader.parse(parent, [part(block, block.from, at)]);
    box = openBox(reader, parent, line, opened);
    content = at + 1;
  } else if (!box || !boxes.has(box.tag) || firstLine(block).indent < 4) return false;
  else if (box.tag === "tabs") box = lastChild(box) ?? box;
  const to = indentedTo(block, content);
  const lines = block.lines.slice(content, to).map((one) => dedent(one, 4));
  if (lines.length > 0) reader.parse(box, [blockOf(reader.text, lines, reader.python)]);
  if (to < block.to) rest.push(part(block, to, block.to));
  return true;
}

/** Tabs are told as shortcodes: their labels may be what ids are made of. `===!` begins a new set of them. */
function openBox(
  reader: BlockReader,
  parent: Element,
  line: PyLine,
  {
    kind,
    label,
    apart,
  }: { readonly kind: "box" | "details" | "tabs"; readonly label: string; readonly apart: boolean },
): Element {
  if (kind !== "tabs") return append(parent, kind);
  const before = lastChild(parent);
  const joins = before?.tag === "tabs" && !apart;
  const span = { start: line.start, end: line.end };
  reader.page.out.shortcodes.push({ name: joins ? "===" : "===!", args: label, span, markdown: true });
  return append(joins ? before : append(parent, "tabs"), "box");
}

/** `/// note | Title` and `///`: what stands between such lines are blocks like all others; options below the first go. */
export function takeSlashes(reader: BlockReader, parent: Element, block: Block, rest: Block[]): boolean {
  const at = find(block, "slash");
  if (at === -1) return false;
  if (at > block.from) reader.parse(parent, [part(block, block.from, at)]);
  const after = indentedTo(block, at + 1);
  for (const line of block.lines.slice(at + 1, after)) {
    const id = /\bid:\s*["']?([^\s"',}]+)/.exec(reader.text.slice(line.start, line.end));
    const start = id ? line.start + id.index + id[0].indexOf(id[1] ?? "") : 0;
    if (id?.[1])
      reader.page.out.anchors.push({
        id: id[1],
        span: { start, end: start + id[1].length },
        tag: "",
        attribute: "id",
      });
  }
  append(parent, "html");
  if (after < block.to) rest.push(part(block, after, block.to));
  return true;
}

const lists: ReadonlySet<Element["tag"] | undefined> = new Set(["ul", "dl"]);
const items: ReadonlySet<Element["tag"] | undefined> = new Set(["li", "dd"]);

/** What is indented below a list belongs to its last item (`ListIndentProcessor`). */
export function takeListIndent(reader: BlockReader, parent: Element, block: Block): boolean {
  if (firstLine(block).indent < 4 || reader.states.at(-1) === "detabbed") return false;
  if (!items.has(parent.tag) && !lists.has(lastChild(parent)?.tag)) return false;
  const { level, sibling } = levelOf(reader, parent, firstLine(block).indent);
  const lines = linesIn(block).map((line) => (line.indent >= level * 4 ? dedent(line, level * 4) : line));
  const inner = [blockOf(reader.text, lines, reader.python)];
  within(reader, "detabbed", () => {
    const list = lastChild(parent);
    if (items.has(parent.tag)) reader.parse(list && lists.has(list.tag) ? list : parent, inner);
    else if (items.has(sibling.tag)) reader.parse(sibling, inner);
    else reader.parse(lastChild(sibling) ?? append(sibling, "li"), inner);
  });
  return true;
}

function levelOf(reader: BlockReader, parent: Element, indent: number): { level: number; sibling: Element } {
  const wanted = Math.floor(indent / 4);
  let level = reader.states.at(-1) === "list" ? 1 : 0;
  let sibling = parent;
  while (wanted > level) {
    const child = lastChild(sibling);
    if (!child || !(lists.has(child.tag) || items.has(child.tag))) break;
    if (lists.has(child.tag)) level++;
    sibling = child;
  }
  return { level, sibling };
}

/** A list begins at the beginning of a block only (`OListProcessor`, `UListProcessor`). */
export function takeList(reader: BlockReader, parent: Element, block: Block): boolean {
  const first = firstLine(block);
  if (first.indent > 3 || itemStart(reader.text, first) === -1) return false;
  const found = itemsOf(reader, linesIn(block)).map((lines) => blockOf(reader.text, lines, reader.python));
  const sibling = lastChild(parent);
  let list = parent;
  if (sibling?.tag === "ul") {
    list = sibling;
    const loose = found.shift();
    if (loose) within(reader, "looselist", () => reader.parse(append(sibling, "li"), [loose]));
  } else if (parent.tag !== "ul") list = append(parent, "ul");
  within(reader, "list", () => {
    for (const item of found) {
      const last = lastChild(list);
      reader.parse(firstLine(item).indent > 3 && last ? last : append(list, "li"), [item]);
    }
  });
  return true;
}

/** The lines of each item; an indented mark is an item of its own, to be read within the one before. */
function itemsOf(reader: BlockReader, lines: readonly PyLine[]): readonly (readonly PyLine[])[] {
  const { text } = reader;
  const found: PyLine[][] = [];
  for (const line of lines) {
    const start = line.indent < 8 ? itemStart(text, line) : -1;
    const open = found.at(-1);
    if (start !== -1 && line.indent < 4) found.push([flush(cutSigns(text, line, start - line.start))]);
    else if (start !== -1 && (open?.[0]?.indent ?? 0) < 4) found.push([line]);
    else open?.push(line);
  }
  return found;
}

/** From its first `>` on all lines of a block are the quote's (`BlockQuoteProcessor`). */
export function takeQuote(reader: BlockReader, parent: Element, block: Block): boolean {
  const at = find(block, "quote");
  if (at === -1) return false;
  if (at > block.from) reader.parse(parent, [part(block, block.from, at)]);
  const { text } = reader;
  const lines = block.lines.slice(at, block.to).map((line) => {
    if (line.start >= line.end || text.charCodeAt(line.start) !== 62) return line;
    // A line of a lone `>` is blank, however deep it stands.
    return line.indent < 4 || textEnd(text, line) === line.start + 1 ? unquoted(text, line) : line;
  });
  const before = lastChild(parent);
  const quote = before?.tag === "quote" ? before : append(parent, "quote");
  within(reader, "quote", () => parseLines(reader, quote, lines));
  return true;
}

/** Without `>` and one space after it. */
function unquoted(text: string, line: PyLine): PyLine {
  const cut = lineFrom(text, line.start + 1, line.end, line.column + 1);
  const bare = dedent(cut, Math.min(1, cut.indent));
  return line.code === true ? { ...bare, code: true } : bare;
}

/** `: definition` below its terms (extensions/def_list.py). */
export function takeDefinition(reader: BlockReader, parent: Element, block: Block, rest: Block[]): boolean {
  const at = find(block, "definition");
  const line = block.lines[at];
  if (at === -1 || !line) return false;
  const before = lastChild(parent);
  if (at === block.from && before === undefined) return false;
  const terms = at > block.from;
  if (terms) for (const term of block.lines.slice(block.from, at)) reader.emit([term]);
  else if (before?.tag === "p") parent.children.pop();
  const next = block.lines[at + 1];
  const lazy = next && next.indent < 4 && reader.text.charCodeAt(next.start) !== 58;
  const to = lazy ? block.to : indentedTo(block, at + 1);
  const content = block.lines.slice(at + 1, to).map((one) => (lazy ? one : dedent(one, 4)));
  const first = flush(cutSigns(reader.text, line, 1));
  const sibling = lastChild(parent);
  const list = sibling?.tag === "dl" ? sibling : append(parent, "dl");
  const inner = [blockOf(reader.text, [first, ...content], reader.python)];
  within(reader, "list", () => reader.parse(append(list, "dd"), inner));
  if (to < block.to) rest.push(part(block, to, block.to));
  return true;
}

/** `[^1]: text`, with what is indented below it (extensions/footnotes.py). */
export function takeFootnote(reader: BlockReader, _parent: Element, block: Block, rest: Block[]): boolean {
  const at = find(block, "footnote");
  const line = block.lines[at];
  if (at === -1 || !line) return false;
  const { text, page } = reader;
  const close = text.indexOf("]:", line.start);
  const next = find(block, "footnote", at + 1);
  const own = block.lines.slice(at + 1, next === -1 ? block.to : next);
  const lines = [flush(cutSigns(text, line, close + 2 - line.start)), ...own.map(loosely)];
  if (next !== -1) rest.push(part(block, next, block.to));
  else takeIndented(rest, lines);
  if (at > block.from) rest.push(part(block, block.from, at));
  const label = text.slice(line.start + 2, close);
  page.footnoteLabels.add(normaliseLabel(label));
  page.out.footnotes.push({
    label,
    span: { start: line.start, end: Math.max(line.end, lines.at(-1)?.end ?? 0) },
  });
  reader.footnotes.set(label, lines);
  return true;
}

const blank: PyLine = { start: 0, end: 0, indent: 0, column: 0 };

/** Further blocks of a footnote are those that are indented. */
function takeIndented(rest: Block[], lines: PyLine[]): void {
  for (let block = rest.at(-1); block && firstLine(block).indent > 3; block = rest.at(-1)) {
    const next = find(block, "footnote");
    rest.pop();
    lines.push(blank, ...block.lines.slice(block.from, next === -1 ? block.to : next).map(loosely));
    if (next === -1) continue;
    rest.push(part(block, next, block.to));
    return;
  }
}

function loosely(line: PyLine): PyLine {
  return line.indent > 3 ? dedent(line, 4) : line;
}
