// `extends` in a VitePress configuration: the other one with this one's keys over it (its `mergeConfig`: lists one after the
// other, maps key by key).

import { at, type DataEntry, type DataValue } from "../../../data/value.ts";

const deepest = 20;

export function extendedConfig(value: DataValue, depth = 0): DataValue {
  const base = at(value, "extends");
  if (base?.kind !== "map" || depth > deepest) return value;
  return merge(extendedConfig(base, depth + 1), value);
}

function merge(below: DataValue, above: DataValue): DataValue {
  if (below.kind === "list" && above.kind === "list")
    return { ...above, items: [...below.items, ...above.items] };
  if (below.kind !== "map" || above.kind !== "map") return above.kind === "null" ? below : above;
  const own = new Map(above.entries.map((entry) => [entry.key, entry]));
  const merged = below.entries.map((entry): DataEntry => {
    const other = own.get(entry.key);
    return other ? { ...other, value: merge(entry.value, other.value) } : entry;
  });
  const known = new Set(below.entries.map(({ key }) => key));
  return { ...above, entries: [...merged, ...above.entries.filter(({ key }) => !known.has(key))] };
}
