// `extends` in a VitePress configuration: the other one with this one's keys over it (its `mergeConfig`: lists one after the
// other, maps key by key), and what such a call merges.

import { at, type DataEntry, type DataValue } from "../../../data/value.ts";

const deepest = 20;

export function extendedConfig(value: DataValue, depth = 0): DataValue {
  if (depth > deepest) return value;
  const merged = value.kind === "unread" ? mergeCall(value, depth) : undefined;
  if (merged) return merged;
  const base = at(value, "extends");
  if (base?.kind !== "map") return value;
  return merge(extendedConfig(base, depth + 1), value);
}

/** `mergeConfig(shared, { … })` of Vite or VitePress; of what can't be read among its arguments, a key tells. */
function mergeCall(value: DataValue & { readonly kind: "unread" }, depth: number): DataValue | undefined {
  if (value.call === undefined || !/(?:^|\.)(?:mergeConfig|defu)$/.test(value.call.name)) return undefined;
  const parts = value.call.arguments.map((one): DataValue => {
    const read = extendedConfig(one, depth + 1);
    if (read.kind !== "unread") return read;
    return { kind: "map", entries: [{ key: "...", keySpan: read.span, value: read }], span: read.span };
  });
  return parts.reduce((below, above) => merge(below, above));
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
