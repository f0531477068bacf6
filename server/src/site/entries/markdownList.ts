// One more link in navigation that is written as Markdown: lists of links, one inside another. Lines are looked at, not parsed:
// where the links stand, the model knows.

import type { SpanEdit } from "../../text/textEdit.ts";
import { lineEndOf, lineStart, lineStop } from "./lines.ts";

/** A line that begins a list's item. */
interface ItemLine {
  readonly start: number;
  readonly indent: string;
  readonly mark: string;
  /** The blanks between the mark and the item's text. */
  readonly space: string;
}

/** Adds a link after the item with the link at `offset`, and after what is below that item. */
export function insertAfter(text: string, offset: number, link: string): readonly SpanEdit[] {
  const item = itemAt(text, offset);
  if (!item) return [];
  const { indent, mark, space } = item;
  return [lineAfter(text, item, indent + nextMark(text, mark) + space + link)];
}

/** Adds a link as the last one below the item with the link at `offset`. */
export function insertBelow(text: string, offset: number, link: string): readonly SpanEdit[] {
  const item = itemAt(text, offset);
  if (!item) return [];
  const child = lastChild(text, item);
  if (child) return [lineAfter(text, child, child.indent + nextMark(text, child.mark) + child.space + link)];
  const mark = /\d/.test(item.mark) ? item.mark.replace(/\d+/, "1") : item.mark;
  return [lineAfter(text, item, item.indent + stepOf(text, item) + mark + item.space + link)];
}

/** Adds a link after the last of the items at the left margin with links at `offsets`; where there is none, at the end of the text. */
export function insertLast(text: string, offsets: readonly number[], link: string): readonly SpanEdit[] {
  const items = offsets.flatMap((offset) => itemAt(text, offset) ?? []);
  const least = Math.min(...items.map(({ indent }) => widthOf(indent)));
  const last = items.filter(({ indent }) => widthOf(indent) === least).at(-1);
  if (last) return [lineAfter(text, last, last.indent + nextMark(text, last.mark) + last.space + link)];
  const end = text.length;
  const eol = lineEndOf(text);
  const ended = text === "" || /[\r\n]$/.test(text);
  return [{ span: { start: end, end }, newText: ended ? `- ${link}${eol}` : `${eol}- ${link}` }];
}

function itemAt(text: string, offset: number): ItemLine | undefined {
  const start = lineStart(text, offset);
  const found = /^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+)/.exec(text.slice(start, offset));
  const [, indent = "", mark = "", space = ""] = found ?? [];
  return found ? { start, indent, mark, space } : undefined;
}

function lineAfter(text: string, item: ItemLine, line: string): SpanEdit {
  const end = endOfItem(text, item);
  return { span: { start: end, end }, newText: lineEndOf(text) + line };
}

/** The end of the last line that is indented more than the item; blank lines between such lines are within it. */
function endOfItem(text: string, item: ItemLine): number {
  let end = lineStop(text, item.start);
  for (let next = nextLine(text, end); next !== undefined; next = nextLine(text, lineStop(text, next))) {
    const line = text.slice(next, lineStop(text, next));
    if (line.trim() === "") continue;
    if (widthOf(indentOf(line)) <= widthOf(item.indent)) break;
    end = lineStop(text, next);
  }
  return end;
}

/** The last item right below another. */
function lastChild(text: string, item: ItemLine): ItemLine | undefined {
  const end = endOfItem(text, item);
  const items: ItemLine[] = [];
  for (let next = nextLine(text, lineStop(text, item.start)); next !== undefined && next < end; ) {
    const stop = lineStop(text, next);
    const found = itemAt(text, stop);
    if (found) items.push(found);
    next = nextLine(text, stop);
  }
  const least = Math.min(...items.map(({ indent }) => widthOf(indent)));
  return items.filter(({ indent }) => widthOf(indent) === least).at(-1);
}

function nextLine(text: string, stop: number): number | undefined {
  if (stop >= text.length) return undefined;
  return stop + (text.startsWith("\r\n", stop) ? 2 : 1);
}

/** As deep as other items of the file are below theirs, and at least to where the item's own text begins. */
function stepOf(text: string, { mark, space }: ItemLine): string {
  const step = /(?:^|[\r\n])([ \t]+)(?:[-*+]|\d{1,9}[.)])[ \t]/.exec(text)?.[1] ?? "";
  const needed = mark.length + (/^ {1,4}$/.test(space) ? space.length : 1);
  if (step.startsWith("\t")) return "\t";
  return " ".repeat(Math.max(step.length, needed));
}

/** `2.` after `1.`; where all are `1.`, that. */
function nextMark(text: string, mark: string): string {
  const number = /^\d+/.exec(mark)?.[0];
  if (number === undefined) return mark;
  const allOne = number === "1" && (text.match(/^[ \t]*1[.)][ \t]/gm)?.length ?? 0) > 1;
  return allOne ? mark : mark.replace(number, String(Number(number) + 1));
}

function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}

function widthOf(indent: string): number {
  return indent.replaceAll("\t", "    ").length;
}
