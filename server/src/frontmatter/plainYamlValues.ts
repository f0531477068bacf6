// The values of plain YAML: words, numbers, text in quotes, lists in brackets, and text below `|` or `>` without blank
// lines. What each word means is YAML 1.2's core schema (https://yaml.org/spec/1.2.2/#103-core-schema).

import type { FrontmatterValue } from "./frontmatter.ts";
import { type Cursor, nextLine, stepOver } from "./plainYamlLines.ts";
import { isoDate } from "./reading.ts";

/** A key without a value; the parser places it behind the colon and its blanks, and ends a map around it at the colon. */
export function nothing(cursor: Cursor, colonEnd: number, at: number): FrontmatterValue {
  cursor.lastEnd = colonEnd;
  return { kind: "null", span: spanOf(cursor, at, at) };
}

/** The value at `at` where it and nothing else, but a comment, stands on the rest of the line. */
export function oneLineValue(cursor: Cursor, at: number): FrontmatterValue | undefined {
  const first = cursor.source.charCodeAt(at);
  if (first === 91) return flowList(cursor, at);
  if (first === 34 || first === 39) {
    const value = quoted(cursor, at, first);
    return value && endsAt(cursor, cursor.lastEnd) ? value : undefined;
  }
  const end = plainEnd(cursor, at);
  return end < 0 ? undefined : plain(cursor, at, end);
}

/** Is there nothing more on the line from `at` on? */
function endsAt(cursor: Cursor, at: number): boolean {
  const { source, end } = cursor;
  let pos = at;
  while (pos < end && source.charCodeAt(pos) === 32) pos++;
  if (pos < end) cursor.comments = true;
  return pos >= end || (pos > at && source.charCodeAt(pos) === 35);
}

function spanOf({ offset }: Cursor, start: number, end: number): { start: number; end: number } {
  return { start: offset + start, end: offset + end };
}

/** Text in quotes without escapes (but `''`); `lastEnd` is then behind the closing quote. */
function quoted(cursor: Cursor, at: number, quote: number): FrontmatterValue | undefined {
  const { source } = cursor;
  let close = at + 1;
  let doubled = false;
  for (; close < cursor.end; close++) {
    const code = source.charCodeAt(close);
    if (code === 92 && quote === 34) return undefined;
    if (code !== quote) continue;
    if (quote === 34 || source.charCodeAt(close + 1) !== 39) break;
    doubled = true;
    close++;
  }
  if (close >= cursor.end) return undefined;
  const text = source.slice(at + 1, close);
  cursor.lastEnd = close + 1;
  const value = doubled ? text.replaceAll("''", "'") : text;
  return { kind: "string", value, span: spanOf(cursor, at, close + 1) };
}

/** `[a, "b", 3]` on one line. */
function flowList(cursor: Cursor, at: number): FrontmatterValue | undefined {
  const { source } = cursor;
  const items: FrontmatterValue[] = [];
  let pos = skipSpaces(cursor, at + 1);
  let more = source.charCodeAt(pos) !== 93;
  while (more) {
    const first = pos < cursor.end ? source.charCodeAt(pos) : 44;
    const item = first === 34 || first === 39 ? quoted(cursor, pos, first) : flowWord(cursor, pos);
    if (!item) return undefined;
    items.push(item);
    pos = skipSpaces(cursor, cursor.lastEnd);
    more = source.charCodeAt(pos) === 44;
    if (more) pos = skipSpaces(cursor, pos + 1);
  }
  if (pos >= cursor.end || source.charCodeAt(pos) !== 93) return undefined;
  cursor.lastEnd = pos + 1;
  return endsAt(cursor, pos + 1) ? { kind: "list", span: spanOf(cursor, at, pos + 1), items } : undefined;
}

function skipSpaces({ source, end }: Cursor, at: number): number {
  let pos = at;
  while (pos < end && source.charCodeAt(pos) === 32) pos++;
  return pos;
}

function flowWord(cursor: Cursor, at: number): FrontmatterValue | undefined {
  const { source, end } = cursor;
  if (!beginsPlain(cursor, at)) return undefined;
  let pos = at;
  for (; pos < end; pos++) {
    const code = source.charCodeAt(pos);
    if (code === 44 || code === 93) break;
    // `#`, `:`, `[`, `{` and `}`: a comment, a pair, a list or map inside.
    if (code === 35 || code === 58 || code === 91 || code === 123 || code === 125) return undefined;
  }
  while (pos > at && source.charCodeAt(pos - 1) === 32) pos--;
  return plain(cursor, at, pos);
}

/** May a plain scalar begin at `at`? The indicators of YAML can't; `-` can where a letter or digit follows. */
function beginsPlain({ source, end }: Cursor, at: number): boolean {
  const code = source.charCodeAt(at);
  if (code === 45) return at + 1 < end && /[\w.]/.test(source.charAt(at + 1));
  return !indicators.includes(source.charAt(at));
}

const indicators = "?:,[]{}#&*!|>'\"%@`";

/** Where the words at `at` end, which reach to the end of the line or a comment; -1 where they are not plain. */
function plainEnd(cursor: Cursor, at: number): number {
  const { source, end } = cursor;
  if (!beginsPlain(cursor, at)) return -1;
  let stop = at;
  for (let pos = at; pos < end; pos++) {
    const code = source.charCodeAt(pos);
    if (code === 32) continue;
    if (code === 58 && (pos + 1 === end || source.charCodeAt(pos + 1) === 32)) return -1;
    if (code === 35 && pos > stop) {
      cursor.comments = true;
      break;
    }
    stop = pos + 1;
  }
  return stop;
}

/** Words that begin like this may be something other than text. */
const telling = /^[-+.\d~]|^(?:null|true|false)$/i;
const integer = /^[-+]?\d+$/;
const decimal = /^[-+]?(?:\.\d+|\d+\.\d*)$/;
const otherNumber = /^[-+]?(?:\.(?:inf|nan)|(?:\.\d+|\d+(?:\.\d*)?)e[-+]?\d+)$|^0o[0-7]+$|^0x[\da-f]+$/i;

function plain(cursor: Cursor, start: number, end: number): FrontmatterValue | undefined {
  const text = cursor.source.slice(start, end);
  // An author's value ends where its last word does, and Unicode has more blanks than YAML.
  if (text.charCodeAt(text.length - 1) > 127 && text.trimEnd().length < text.length) return undefined;
  cursor.lastEnd = end;
  const span = spanOf(cursor, start, end);
  return telling.test(text) ? special(text, span) : { kind: "string", value: text, span };
}

function special(text: string, span: FrontmatterValue["span"]): FrontmatterValue | undefined {
  if (isoDate.test(text)) return { kind: "date", value: text, span };
  if (integer.test(text)) return { kind: "number", value: Number.parseInt(text, 10), span };
  if (decimal.test(text)) return { kind: "number", value: Number.parseFloat(text), span };
  if (otherNumber.test(text)) return undefined;
  if (/^(?:~|[Nn]ull|NULL)$/.test(text)) return { kind: "null", span };
  if (/^(?:[Tt]rue|TRUE)$/.test(text)) return { kind: "boolean", value: true, span };
  if (/^(?:[Ff]alse|FALSE)$/.test(text)) return { kind: "boolean", value: false, span };
  return { kind: "string", value: text, span };
}

/** Text below `>`, `>-`, `|` or `|-`: lines without gaps that are all indented alike. The cursor goes to the line after it. */
export function blockScalar(cursor: Cursor, at: number, indent: number): FrontmatterValue | undefined {
  const header = cursor.source.slice(at, cursor.end);
  if (header.length > 2 || (header.length === 2 && !header.endsWith("-"))) return undefined;
  const lines = indentedLines(cursor, indent);
  const { lastEnd } = cursor;
  nextLine(cursor);
  if (!lines || lines.length === 0 || cursor.indent > indent) return undefined;
  const value = lines.join(header.startsWith(">") ? " " : "\n") + (header.length === 1 ? "\n" : "");
  return { kind: "string", value, span: spanOf(cursor, at, lastEnd) };
}

/** The lines up to one that is not indented by more than `indent`; undefined where their blanks would count. */
function indentedLines(cursor: Cursor, indent: number): readonly string[] | undefined {
  const { source } = cursor;
  const lines: string[] = [];
  let column = -1;
  let ended = false;
  while (cursor.next < source.length) {
    const start = cursor.next;
    stepOver(cursor);
    const words = source.slice(skipSpaces(cursor, start), cursor.end);
    const blanks = cursor.end - words.length - start;
    if (words !== "" && blanks <= indent) {
      cursor.next = start;
      break;
    }
    if (words === "" && blanks === 0) {
      ended = true;
      continue;
    }
    const alike = column < 0 || column === blanks;
    if (ended || !alike || words === "" || words.trimEnd() !== words) return undefined;
    column = blanks;
    lines.push(words);
    cursor.lastEnd = cursor.end;
  }
  return lines;
}
