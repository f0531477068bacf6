// One more item in a list between brackets: `["a", "b"]` of JSON, JavaScript, TypeScript and YAML, an object's properties.
// It gets a line of its own where the others have one; commas and the comments of other items stay theirs.

import type { ListPlaces } from "../../text/listPlaces.ts";
import type { Span } from "../../text/span.ts";
import type { SpanEdit } from "../../text/textEdit.ts";
import { indentAt, lineEndAfter, lineEndOf, lineStart } from "./lines.ts";

/** Adds an item after the one of that index, or after the last. `write` makes its text for the indentation of its line. */
export function insertInBrackets(
  text: string,
  list: ListPlaces,
  after: number | undefined,
  write: (indent: string) => string,
): readonly SpanEdit[] {
  const item = list.items[after ?? list.items.length - 1];
  if (!item) return insertFirst(text, list.span, write);
  const { start, end } = item.span;
  const indent = indentAt(text, start);
  if (indent === undefined) return [insertion(end, `, ${write(indentOfLine(text, start))}`)];
  const comma = nextSign(text, end);
  const eol = lineEndOf(text);
  const line = eol + indent + write(indent);
  if (text[comma] !== ",") {
    const rest = lineEndAfter(text, end, comment);
    return rest === undefined || rest === end
      ? [insertion(end, `,${line}`)]
      : [insertion(end, ","), insertion(rest, line)];
  }
  const rest = lineEndAfter(text, comma + 1, comment);
  return rest === undefined ? [insertion(comma + 1, ` ${write(indent)},`)] : [insertion(rest, `${line},`)];
}

/** What may follow an item on its line and is about that item. */
const comment = /^[ \t]*(?:\/\/[^\r\n]*|#[^\r\n]*|(?:\/\*(?:(?!\*\/)[^\r\n])*\*\/[ \t]*)+)?$/;

function insertFirst(
  text: string,
  { start, end }: Span,
  write: (indent: string) => string,
): readonly SpanEdit[] {
  const close = end - 1;
  const inner = text.slice(start + 1, close);
  const outer = indentOfLine(text, close);
  const alone = indentAt(text, close) !== undefined && /[\r\n]/.test(inner);
  if (!alone) {
    const before = inner === "" || /\s$/.test(inner) ? "" : " ";
    return [insertion(close, before + write(outer) + (/^\s/.test(inner) ? " " : ""))];
  }
  const indent = outer + indentUnit(text);
  return [insertion(lineStart(text, close), indent + write(indent) + lineEndOf(text))];
}

/** The first sign after white space and comments. */
function nextSign(text: string, from: number): number {
  const skipped = /^(?:\s|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/|#[^\r\n]*)*/.exec(text.slice(from))?.[0] ?? "";
  return from + skipped.length;
}

function indentOfLine(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset)))?.[0] ?? "";
}

/** By how much the file indents: as its first line that is. */
function indentUnit(text: string): string {
  const first = /(?:^|[\r\n])([ \t]+)[^\s*]/.exec(text)?.[1] ?? "  ";
  return first.startsWith("\t") ? "\t" : first;
}

function insertion(at: number, newText: string): SpanEdit {
  return { span: { start: at, end: at }, newText };
}
