// Reference definitions (`ReferenceProcessor`): they may stand anywhere in a block, and of two with one label the later counts.

import { decodeAttribute } from "../entities.ts";
import { type Block, type BlockReader, type Element, find, part } from "./pythonBlock.ts";
import type { PyLine } from "./pythonLines.ts";

/** How labels are compared. */
export function pythonLabel(raw: string): string {
  return raw.replace(/\s+/g, " ").toLowerCase();
}

/** Is there code in a label? */
export function hasCode(label: string): boolean {
  return /(`+)[^`]+\1/.test(label);
}

/** Takes the first definition of the block that is a whole one; a line that only looks so is text. */
export function takeReference(reader: BlockReader, _parent: Element, block: Block, rest: Block[]): boolean {
  let at = find(block, "reference");
  let after = -1;
  for (; at !== -1 && after === -1; at = after === -1 ? find(block, "reference", at + 1) : at)
    after = definitionAt(reader, block, at);
  if (at === -1 || after === -1) return abbreviation(reader, block, rest);
  if (after < block.to) rest.push(part(block, after, block.to));
  if (at > block.from) rest.push(part(block, block.from, at));
  return true;
}

const title = /^(?:"[^\n]*"|'[^\n]*'|\([^\n]*\))[ ]*$/;

/** Emits the definition that begins with line `at`; the line after it, or -1. */
function definitionAt(reader: BlockReader, block: Block, at: number): number {
  const { text } = reader;
  const line = block.lines[at];
  const close = line ? text.indexOf("]:", line.start) : -1;
  if (!line || close === -1) return -1;
  let place: PyLine = { ...line, start: skip(text, close + 2, line.end) };
  let after = at + 1;
  const next = block.lines[after];
  if (place.start >= place.end && next && after < block.to) {
    place = next;
    after++;
  }
  let end = place.start;
  while (end < place.end && !/\s/.test(text.charAt(end))) end++;
  if (end === place.start) return -1;
  const rest = text.slice(skip(text, end, place.end), place.end);
  if (rest !== "" && !title.test(rest)) return -1;
  const below = block.lines[after];
  if (rest === "" && below && after < block.to && title.test(text.slice(below.start, below.end))) after++;
  emit(reader, { line, close }, { start: place.start, end }, block.lines[after - 1] ?? line);
  return after;
}

function emit(
  { page, text }: BlockReader,
  { line, close }: { readonly line: PyLine; readonly close: number },
  place: { readonly start: number; readonly end: number },
  last: PyLine,
): void {
  let { start, end } = place;
  while (start < end && text.charCodeAt(start) === 60) start++;
  while (end > start && text.charCodeAt(end - 1) === 62) end--;
  const raw = text.slice(start, end);
  const definition = {
    label: pythonLabel(text.slice(line.start + 1, close).trim()),
    labelSpan: { start: line.start + 1, end: close },
    span: { start: line.start, end: last.end },
    destination: { raw, value: decodeAttribute(raw), span: { start, end } },
  };
  page.out.definitions.push(definition);
  page.defined.set(definition.label, definition);
}

function skip(text: string, from: number, end: number): number {
  let pos = from;
  while (pos < end && text.charCodeAt(pos) === 32) pos++;
  return pos;
}

/** `*[HTML]: Hypertext …` is no text (extensions/abbr.py). */
function abbreviation(reader: BlockReader, block: Block, rest: Block[]): boolean {
  if (!reader.python.abbreviations) return false;
  for (let at = block.from; at < block.to; at++) {
    const line = block.lines[at];
    if (!line || line.indent > 0 || !reader.text.startsWith("*[", line.start)) continue;
    const title = /^\*\[[^\]]*\][ ]?:(.*)$/.exec(reader.text.slice(line.start, line.end))?.[1];
    if (title === undefined) continue;
    const after = at + (title.trim() === "" ? 2 : 1);
    if (after < block.to) rest.push(part(block, after, block.to));
    if (at > block.from) rest.push(part(block, block.from, at));
    return true;
  }
  return false;
}
