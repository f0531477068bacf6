// Extensions and plugins of mkdocs.yml: a list of names and of maps with one name, or a map of names (config_options.py).

import { booleanAt, type DataValue, entriesAt, itemsAt } from "../../../data/value.ts";

/** Options by name; undefined for a name without any. */
export type Named = ReadonlyMap<string, DataValue | undefined>;

export function namedOptions(value: DataValue | undefined): Named {
  const found = new Map<string, DataValue | undefined>();
  if (value?.kind === "map") for (const entry of value.entries) found.set(entry.key, entry.value);
  else
    for (const item of itemsAt(value)) {
      if (item.kind === "string") found.set(item.value, undefined);
      else for (const entry of entriesAt(item)) found.set(entry.key, entry.value);
    }
  return found;
}

/** The plugins that are on, without the theme's name before theirs: "blog" of `material/blog`. */
export function pluginsOf(value: DataValue | undefined): Named {
  if (value === undefined || value.kind === "null") return new Map([["search", undefined]]);
  return new Map(
    [...namedOptions(value)]
      .filter(([, options]) => booleanAt(options, "enabled") !== false)
      .map(([name, options]) => [name.replace(/^material\//, ""), options]),
  );
}
