// Writes a new entry into a file of the navigation, at a place that was chosen before: by what the file is written in.

import { scriptListAround, scriptListAt } from "../../data/scriptLists.ts";
import { tomlListAround } from "../../frontmatter/tomlLists.ts";
import { yamlListAround, yamlListAt } from "../../frontmatter/yamlLists.ts";
import type { ItemPlaces, ListPlaces } from "../../text/listPlaces.ts";
import { touches } from "../../text/span.ts";
import type { SpanEdit } from "../../text/textEdit.ts";
import { bracketItem } from "./bracketItem.ts";
import { insertInBrackets } from "./bracketList.ts";
import { insertAfter, insertBelow, insertLast } from "./markdownList.ts";
import { isLike, type NewEntry, type Surroundings } from "./newEntry.ts";
import { notationOf } from "./notation.ts";
import { insertTable } from "./tomlTables.ts";
import { blockItem, insertInBlock } from "./yamlBlock.ts";

export type EntryPlace =
  /** After the entry whose destination stands there. */
  | { readonly kind: "after"; readonly offset: number }
  /** The last of the list that begins there. */
  | { readonly kind: "within"; readonly start: number }
  /** In Markdown: the last below the entry whose destination stands there. */
  | { readonly kind: "below"; readonly offset: number }
  /** In Markdown: the last of all, of which these are the destinations. */
  | { readonly kind: "last"; readonly offsets: readonly number[] };

/** None where the place can't be written to: an expression, a paragraph, a text that is broken for now. */
export function insertEntry(
  path: string,
  text: string,
  place: EntryPlace,
  entry: NewEntry,
): readonly SpanEdit[] {
  if (entry.shape.kind === "link" || entry.shape.kind === "wiki-link")
    return insertLink(text, place, linkOf(entry));
  const list = listOf(path, text, place, entry);
  if (!list) return [];
  const found =
    place.kind === "after" ? list.items.findIndex(({ span }) => touches(span, place.offset)) : undefined;
  if (found === -1) return [];
  const beside = list.items[found ?? list.items.length - 1];
  const like = beside && isLike(entry, beside) ? beside : list.items.findLast((item) => isLike(entry, item));
  return insertItem({ path, text, list, after: found }, entry, like);
}

function insertLink(text: string, place: EntryPlace, link: string): readonly SpanEdit[] {
  switch (place.kind) {
    case "after":
      return insertAfter(text, place.offset, link);
    case "below":
      return insertBelow(text, place.offset, link);
    case "last":
      return insertLast(text, place.offsets, link);
    case "within":
      return [];
  }
}

function linkOf({ shape, name, title }: NewEntry): string {
  if (shape.kind === "wiki-link") return `[[${name}]]`;
  return `[${title.replace(/[[\]\\`*_<]/g, "\\$&")}](${name})`;
}

function listOf(path: string, text: string, place: EntryPlace, { shape }: NewEntry): ListPlaces | undefined {
  const yaml = /\.ya?ml$/i.test(path);
  const kind = shape.kind === "name-to-title" ? "keys" : "list";
  if (place.kind === "within")
    return yaml ? yamlListAt(text, place.start) : scriptListAt(path, text, place.start, kind);
  if (place.kind !== "after") return undefined;
  if (yaml) return yamlListAround(text, place.offset);
  return /\.toml$/i.test(path)
    ? tomlListAround(text, place.offset)
    : scriptListAround(path, text, place.offset, kind);
}

interface Spot {
  readonly path: string;
  readonly text: string;
  readonly list: ListPlaces;
  readonly after: number | undefined;
}

function insertItem(
  { path, text, list, after }: Spot,
  entry: NewEntry,
  like: ItemPlaces | undefined,
): readonly SpanEdit[] {
  const flow = list.form === "bracket" || (like !== undefined && text[like.span.start] === "{");
  const around: Surroundings = { text, like, notation: notationOf(path, text, flow) };
  switch (list.form) {
    case "tables":
      return insertTable(entry, around, list, after);
    case "block":
      return insertInBlock(text, list, after, (indent) =>
        flow ? bracketItem(entry, around, indent) : blockItem(entry, around, indent),
      );
    case "bracket":
      return insertInBrackets(text, list, after, (indent) => bracketItem(entry, around, indent));
  }
}
