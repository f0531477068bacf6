// The entry that is to be written: which page it opens, what it calls it, and in which shape.

import type { ItemPlaces, PairPlaces } from "../../text/listPlaces.ts";
import type { EntryShape } from "../siteModel.ts";
import type { Notation } from "./notation.ts";

export interface NewEntry {
  readonly shape: EntryShape;
  /** How the page is named there: "/guide/pay", "guide/pay.md". */
  readonly name: string;
  readonly title: string;
}

/** Where the entry comes to stand: in which text, and which entry of it it should look like. */
export interface Surroundings {
  readonly text: string;
  readonly like: ItemPlaces | undefined;
  readonly notation: Notation;
}

/** A key and a value that the entry has, and those of a similar entry that they should look like. */
export interface NewPair {
  readonly key: string;
  /** Undefined where it is the same as that of the similar one. */
  readonly value: string | undefined;
  readonly like?: PairPlaces;
}

/** The pairs of the entry, in the order in which the similar one has them, and only those that it has. None of a bare name. */
export function pairsOf({ shape, name, title }: NewEntry, like: ItemPlaces | undefined): readonly NewPair[] {
  switch (shape.kind) {
    case "title-to-name":
      return [{ key: title, value: name, ...likeFirst(like) }];
    case "name-to-title":
      return [{ key: name, value: title, ...likeFirst(like) }];
    case "map": {
      const own: NewPair[] = [
        ...(shape.fixed ?? []).map(([key, value]) => ({ key, value })),
        ...(shape.title === undefined ? [] : [{ key: shape.title, value: title }]),
        { key: shape.name, value: name },
        ...(like ? (shape.shared ?? []).map((key) => ({ key, value: undefined })) : []),
      ];
      return like ? inOrderOf(like, own) : own;
    }
    default:
      return [];
  }
}

/** `text: "Pay"`, `name = "Pay"`: a pair in the quotes, and with the blanks, of the one that it is like. */
export function pairText({ key, value, like }: NewPair, { text, notation }: Surroundings): string {
  if (!like) return notation.key(key, "") + notation.colon + notation.value(value ?? "", "");
  const keySource = text.slice(like.keySpan.start, like.keySpan.end);
  const valueSource = text.slice(like.valueSpan.start, like.valueSpan.end);
  const between = text.slice(like.keySpan.end, like.valueSpan.start);
  const colon = /^[ \t]*[:=][ \t]*$/.test(between) ? between : notation.colon;
  return (
    notation.key(key, keySource) +
    colon +
    (value === undefined ? valueSource : notation.value(value, valueSource))
  );
}

/** Does the entry look like this one: are both bare, or has it the keys that name a page here? */
export function isLike({ shape }: NewEntry, item: ItemPlaces): boolean {
  switch (shape.kind) {
    case "name":
      return item.pairs.length === 0;
    case "map":
      return item.pairs.some(({ key }) => isSameKey(key, shape.name));
    default:
      return item.pairs.length === 1;
  }
}

function likeFirst(like: ItemPlaces | undefined): { readonly like?: PairPlaces } {
  const [first] = like?.pairs ?? [];
  return first ? { like: first } : {};
}

function inOrderOf(like: ItemPlaces, own: readonly NewPair[]): readonly NewPair[] {
  return like.pairs.flatMap((pair) => {
    const found = own.find(({ key }) => isSameKey(key, pair.key));
    return found ? [{ ...found, key: pair.key, like: pair }] : [];
  });
}

/** Hugo takes `pageref` for `pageRef`; nobody has two keys that differ in case only. */
function isSameKey(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
