// `{ "$ref": "./config/navigation.json" }`: a part of docs.json that stands in another file, whose own paths are read from
// that file's folder (resolveRefs.js of @mintlify/prebuild).

import { readData } from "../../../data/readData.ts";
import { type DataEntry, type DataValue, stringAt } from "../../../data/value.ts";
import { folderOf, joinPath } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { UnreadConfig } from "../../siteModel.ts";

/** By their names alone, since every JSON file might be one. */
export function isPartFile(path: string): boolean {
  return /(?:^|\/)[^/]*(?:nav|redirect|tabs)[^/]*\.json$/i.test(path);
}

export interface Resolved {
  readonly value: DataValue;
  /** The references that lead to nothing we see. */
  readonly unread: readonly UnreadConfig[];
}

export function withParts(value: DataValue, file: FilePath, texts: ReadonlyMap<FilePath, string>): Resolved {
  const unread: UnreadConfig[] = [];
  const resolve = (one: DataValue, here: FilePath, open: readonly FilePath[]): DataValue => {
    const named = stringAt(one, "$ref");
    if (one.kind === "map" && named !== undefined) {
      const path = joinPath(folderOf(here), named) as FilePath | undefined;
      const text = path === undefined || open.includes(path) ? undefined : texts.get(path);
      const part = path === undefined || text === undefined ? undefined : readData(path, text);
      if (path !== undefined && part) return resolve(part, path, [...open, path]);
      unread.push({ file: here, span: one.span, expression: named });
      return one;
    }
    if (one.kind === "list")
      return { ...one, file: here, items: one.items.map((item) => resolve(item, here, open)) };
    if (one.kind === "map")
      return { ...one, file: here, entries: one.entries.map((entry) => entryOf(entry, here, open)) };
    return { ...one, file: here };
  };
  const entryOf = (entry: DataEntry, here: FilePath, open: readonly FilePath[]): DataEntry => ({
    ...entry,
    value: resolve(entry.value, here, open),
  });
  return { value: resolve(value, file, [file]), unread };
}
