// The YAML that nearly every page has, read without a tree: `key: value` in a line, lists, and maps below one another. It
// is no reader of YAML: at the first thing that it does not know for certain it gives up, and the `yaml` package reads
// the block. What it does read has the same entries, kinds and spans as there (docs/decisions/23-plain-frontmatter.md).

import type { FrontmatterEntry, FrontmatterValue } from "./frontmatter.ts";
import { type Cursor, cursorOn, isDash, keyEndOf, nextLine } from "./plainYamlLines.ts";
import { blockScalar, nothing, oneLineValue } from "./plainYamlValues.ts";

/** Longer than any real frontmatter; there, values would have to be counted. */
const maxLength = 32_768;
const maxDepth = 8;

/** Tabs, control characters and byte order marks mean something in YAML, and a carriage return alone does not. */
const special = /[^\P{Cc}\r\n]|\ufeff|\r(?!\n)/u;

/** The entries of a map with places in the page, where `source` stands at `offset`; undefined for anything not quite plain. */
export function readPlainYaml(source: string, offset: number): readonly FrontmatterEntry[] | undefined {
  if (source.length > maxLength || special.test(source)) return undefined;
  const cursor = cursorOn(source, offset);
  nextLine(cursor);
  if (cursor.indent !== 0) return undefined;
  const entries = mapAt(cursor, 0, 0);
  return cursor.indent < 0 ? entries : undefined;
}

/** The map whose keys stand in column `indent`, the first of them at the cursor. */
function mapAt(cursor: Cursor, indent: number, depth: number): readonly FrontmatterEntry[] | undefined {
  const entries: FrontmatterEntry[] = [];
  while (cursor.indent === indent) {
    if (depth === 0) cursor.comments = false;
    const start = cursor.at;
    const end = keyEndOf(cursor);
    if (end < 0) return undefined;
    const value = valueAt(cursor, end + 1, depth, indent);
    if (!value) return undefined;
    const { source, offset } = cursor;
    entries.push({
      key: source.slice(start, end),
      keySpan: { start: offset + start, end: offset + end },
      value,
    });
  }
  return cursor.indent < indent ? entries : undefined;
}

/** What stands behind a key's colon or below it; the cursor goes to the line after it. */
function valueAt(cursor: Cursor, from: number, depth: number, indent: number): FrontmatterValue | undefined {
  const { source } = cursor;
  let at = from;
  while (at < cursor.end && source.charCodeAt(at) === 32) at++;
  const first = at < cursor.end ? source.charCodeAt(at) : 35;
  if (first === 124 || first === 62) return blockScalar(cursor, at, indent);
  if (first !== 35) return oneLine(cursor, at, indent);
  if (at < cursor.end) cursor.comments = true;
  nextLine(cursor);
  const list = isDash(cursor) && cursor.indent >= indent;
  if (!list && cursor.indent <= indent) return nothing(cursor, from, at);
  return depth === maxDepth ? undefined : collection(cursor, list, depth + 1);
}

/** A value that must end on its line: what is indented below it would belong to it. */
function oneLine(cursor: Cursor, at: number, indent: number): FrontmatterValue | undefined {
  const value = oneLineValue(cursor, at);
  nextLine(cursor);
  return cursor.indent > indent ? undefined : value;
}

/** The list or map that begins at the cursor. A comment in it or behind it is, to the parser, a part of it, and gives up. */
function collection(cursor: Cursor, list: boolean, depth: number): FrontmatterValue | undefined {
  const { at, indent, offset } = cursor;
  if (cursor.comments) return undefined;
  const items = list ? listAt(cursor, indent, depth) : undefined;
  const entries = list ? undefined : mapAt(cursor, indent, depth);
  if (cursor.comments) return undefined;
  const span = { start: offset + at, end: offset + cursor.lastEnd };
  if (items) return { kind: "list", span, items };
  return entries && { kind: "map", span, entries };
}

/** The list whose dashes stand in column `indent`. */
function listAt(cursor: Cursor, indent: number, depth: number): readonly FrontmatterValue[] | undefined {
  const items: FrontmatterValue[] = [];
  while (cursor.indent === indent && isDash(cursor)) {
    const item = itemAt(cursor, indent, depth);
    if (!item) return undefined;
    items.push(item);
  }
  return items;
}

function itemAt(cursor: Cursor, indent: number, depth: number): FrontmatterValue | undefined {
  const { source, at: dash } = cursor;
  let at = dash + 1;
  while (at < cursor.end && source.charCodeAt(at) === 32) at++;
  if (at >= cursor.end) return undefined;
  cursor.at = at;
  if (keyEndOf(cursor) < 0) return oneLine(cursor, at, indent);
  cursor.indent += at - dash;
  return depth === maxDepth ? undefined : collection(cursor, false, depth + 1);
}
