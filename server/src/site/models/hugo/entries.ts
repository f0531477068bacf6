// The frontmatter of a page as Hugo sees it: keys without case, and what the sections above hand down.

import type { DataEntry, DataValue } from "../../../data/value.ts";

/** By lower-case key. */
export type Entries = ReadonlyMap<string, DataValue>;

export function lowerEntries(entries: readonly DataEntry[]): Entries {
  return new Map(entries.map((entry) => [entry.key.toLowerCase(), entry.value]));
}

export function isTrue(value: DataValue | undefined): boolean {
  return value?.kind === "boolean"
    ? value.value
    : value?.kind === "string" && /^(?:true|1|t)$/i.test(value.value);
}

export function textOf(value: DataValue | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (value.kind === "string" || value.kind === "date") return value.value;
  return value.kind === "number" || value.kind === "boolean" ? String(value.value) : undefined;
}

/** The texts of a list, or of a value that stands for a list of itself. */
export function textsOf(value: DataValue | undefined): readonly string[] {
  if (value === undefined) return [];
  const items = value.kind === "list" ? value.items : [value];
  return items.flatMap((item) => textOf(item) ?? []);
}
