// One more item in a YAML list whose items begin with `-` on lines of their own.

import type { ItemPlaces, ListPlaces } from "../../text/listPlaces.ts";
import type { SpanEdit } from "../../text/textEdit.ts";
import { lineEndOf, lineStart, lineStop } from "./lines.ts";
import { type NewEntry, pairsOf, pairText, type Surroundings } from "./newEntry.ts";

/** Adds an item after the one of that index, or after the last. `write` makes its text for the indentation of its lines. */
export function insertInBlock(
  text: string,
  list: ListPlaces,
  after: number | undefined,
  write: (indent: string) => string,
): readonly SpanEdit[] {
  const item = list.items[after ?? list.items.length - 1];
  if (item?.mark === undefined) return [];
  const end = lineStop(text, item.span.end);
  const column = " ".repeat(item.mark - lineStart(text, item.mark));
  const space = spaceAfter(text, item, item.mark);
  const newText = `${lineEndOf(text)}${column}-${space}${write(column + " ".repeat(1 + space.length))}`;
  return [{ span: { start: end, end }, newText }];
}

/** The entry's own lines: `guide/pay.md`, or a pair a line. */
export function blockItem(entry: NewEntry, around: Surroundings, indent: string): string {
  const { text, like, notation } = around;
  if (entry.shape.kind === "name")
    return notation.value(entry.name, like ? text.slice(like.span.start, like.span.end) : "");
  return pairsOf(entry, like)
    .map((pair) => pairText(pair, around))
    .join(lineEndOf(text) + indent);
}

/** The blanks between a `-` and what follows on its line. */
function spaceAfter(text: string, item: ItemPlaces, mark: number): string {
  const between = text.slice(mark + 1, item.span.start);
  return /^ +$/.test(between) ? between : " ";
}
