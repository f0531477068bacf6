// A value that a configuration file holds, with its place: what JSON, YAML, TOML and literal JavaScript have in common.
// What can't be known without running the file is a value, too ("unread"), so that it can be said where it stands.

import type { Span } from "../text/span.ts";

export type DataValue = Placed &
  (
    | { readonly kind: "string"; readonly value: string }
    | { readonly kind: "number"; readonly value: number }
    | { readonly kind: "boolean"; readonly value: boolean }
    | { readonly kind: "date"; readonly value: string }
    | { readonly kind: "null" }
    | { readonly kind: "list"; readonly items: readonly DataValue[] }
    | { readonly kind: "map"; readonly entries: readonly DataEntry[] }
    /** An expression whose value only running the file would tell; of a function, what its first `return` gives. */
    | {
        readonly kind: "unread";
        readonly expression: string;
        readonly returned?: DataValue;
        readonly call?: DataCall;
        /** The module that gives it: "markdown-it-anchor". */
        readonly from?: string;
      }
  );

/** What an unread expression calls: `starlight({ title: "Handbook" })`, a plugin with its options. */
export interface DataCall {
  /** "starlight", "z.object"; ".optional" of what is called on another call's result. */
  readonly name: string;
  readonly arguments: readonly DataValue[];
}

export interface DataEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: DataValue;
}

interface Placed {
  readonly span: Span;
  /** Path of the file that it stands in, where that is another than the file which was read (a module that it imports). */
  readonly file?: string;
  /** YAML: `!!python/name:pymdownx.slugs.slugify` and the like, as written. */
  readonly tag?: string;
}

/** Where the text of a string stands, without its quotes. */
export function textSpan({ value, span: { start, end } }: Extract<DataValue, { kind: "string" }>): Span {
  return end - start > value.length + 1 ? { start: start + 1, end: end - 1 } : { start, end };
}

/** What stands below a map by these keys (of a list: indexes); undefined where there is nothing. */
export function at(
  value: DataValue | undefined,
  ...keys: readonly (string | number)[]
): DataValue | undefined {
  let here = value;
  for (const key of keys) {
    if (here?.kind === "map") here = here.entries.findLast((entry) => entry.key === key)?.value;
    else if (here?.kind === "list" && typeof key === "number") here = here.items[key];
    else return undefined;
  }
  return here;
}

export function stringAt(
  value: DataValue | undefined,
  ...keys: readonly (string | number)[]
): string | undefined {
  const found = at(value, ...keys);
  return found?.kind === "string" || found?.kind === "date" ? found.value : undefined;
}

export function booleanAt(
  value: DataValue | undefined,
  ...keys: readonly (string | number)[]
): boolean | undefined {
  const found = at(value, ...keys);
  return found?.kind === "boolean" ? found.value : undefined;
}

/** The items of a list; a lone value counts as a list of itself where one is allowed (`staticDir: static`); else none. */
export function itemsAt(
  value: DataValue | undefined,
  ...keys: readonly (string | number)[]
): readonly DataValue[] {
  const found = at(value, ...keys);
  if (found === undefined || found.kind === "null") return [];
  return found.kind === "list" ? found.items : [found];
}

export function stringsAt(
  value: DataValue | undefined,
  ...keys: readonly (string | number)[]
): readonly string[] {
  return itemsAt(value, ...keys).flatMap((item) => (item.kind === "string" ? [item.value] : []));
}

export function entriesAt(
  value: DataValue | undefined,
  ...keys: readonly (string | number)[]
): readonly DataEntry[] {
  const found = at(value, ...keys);
  return found?.kind === "map" ? found.entries : [];
}

/** What a function returns, where it does nothing but that: `redirects() { return [...] }`; any other value as it is. */
export function calledAt(
  value: DataValue | undefined,
  ...keys: readonly (string | number)[]
): DataValue | undefined {
  const found = at(value, ...keys);
  return found?.kind === "unread" ? (found.returned ?? found) : found;
}

/** The expressions that were not read, the value's own and those within it, in order. */
export function unreadIn(value: DataValue | undefined): readonly Extract<DataValue, { kind: "unread" }>[] {
  switch (value?.kind) {
    case "unread":
      return [value];
    case "list":
      return value.items.flatMap(unreadIn);
    case "map":
      return value.entries.flatMap((entry) => unreadIn(entry.value));
    default:
      return [];
  }
}
