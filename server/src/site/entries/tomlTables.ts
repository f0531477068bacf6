// One more `[[menus.main]]` after another of that name.

import type { ListPlaces } from "../../text/listPlaces.ts";
import type { SpanEdit } from "../../text/textEdit.ts";
import { indentAt, lineEndOf, lineStart, lineStop } from "./lines.ts";
import { type NewEntry, pairsOf, pairText, type Surroundings } from "./newEntry.ts";

/** Adds the entry after the table of that index, or after the last; a blank line stands between them where others have one. */
export function insertTable(
  entry: NewEntry,
  around: Surroundings,
  list: ListPlaces,
  after: number | undefined,
): readonly SpanEdit[] {
  const { text, like } = around;
  const table = list.items[after ?? list.items.length - 1];
  const head = table && /^\[\[[^\]\r\n]*\]\]/.exec(text.slice(table.span.start, table.span.end))?.[0];
  if (!table || head === undefined) return [];
  const end = lineStop(text, table.span.end);
  const eol = lineEndOf(text);
  const outer = indentAt(text, table.span.start) ?? "";
  const key = (like ?? table).pairs[0]?.keySpan.start;
  const inner = key === undefined ? "" : (indentAt(text, key) ?? "");
  const lines = pairsOf(entry, like).map((pair) => inner + pairText(pair, around));
  const blank = hasBlankBetween(text, list) ? eol : "";
  return [{ span: { start: end, end }, newText: `${eol}${blank}${[outer + head, ...lines].join(eol)}` }];
}

function hasBlankBetween(text: string, { items }: ListPlaces): boolean {
  const [first, second] = items;
  if (!first || !second) return true;
  const between = text.slice(first.span.end, lineStart(text, second.span.start));
  return /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(between);
}
