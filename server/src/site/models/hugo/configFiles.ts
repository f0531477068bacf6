// The configuration of a Hugo site as one value: its root file, and over it the files of config/_default and
// config/production (what `hugo` builds with). Keys are lower case, as Hugo compares them; each value knows its file.

import { readData } from "../../../data/readData.ts";
import type { DataEntry, DataValue } from "../../../data/value.ts";
import type { FilePath } from "../../site.ts";

const root = /^(?:hugo|config)\.(toml|ya?ml|json)$/;
const inFolder = /^config\/(?:_default|production)\/(.+)\.(?:toml|ya?ml|json)$/;

/** In the order in which Hugo looks for its root file. */
const rootNames = ["hugo", "config"].flatMap((name) =>
  ["toml", "yaml", "yml", "json"].map((extension) => `${name}.${extension}`),
);

/** Is this a file that holds configuration of a Hugo site at the root? */
export function isHugoConfig(path: string): boolean {
  return root.test(path) || inFolder.test(path);
}

export interface ConfigFiles {
  readonly files: readonly FilePath[];
  readonly value: DataValue;
}

/** What is broken counts as far as it could be read. */
export function readConfigFiles(texts: ReadonlyMap<FilePath, string>): ConfigFiles {
  const main = rootNames.find((name) => texts.has(name as FilePath));
  const others = [...texts.keys()].filter((path) => inFolder.test(path)).sort(inOrder);
  const files = [...(main === undefined ? [] : [main as FilePath]), ...others];
  let value: DataValue = { kind: "map", entries: [], span: { start: 0, end: 0 } };
  for (const file of files) {
    const read = readData(file, texts.get(file) ?? "");
    if (read) value = merge(value, nested(lowered(read, file), keysOf(file)));
  }
  return { files, value };
}

/** The general before the particular, a folder's own file (`hugo.toml`) before those of its keys (`menus.toml`). */
function inOrder(a: string, b: string): number {
  const rank = (path: string) =>
    (path.startsWith("config/_default/") ? 0 : 2) + (keysOf(path).length === 0 ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

/** Where a file's value belongs: `params.toml` below `params`, `menus.fr.toml` below `languages.fr.menus`. */
function keysOf(path: string): readonly string[] {
  const name = inFolder.exec(path)?.[1]?.toLowerCase() ?? "";
  if (name === "" || name === "hugo" || name === "config") return [];
  const [key = "", language] = name.split(".");
  return language === undefined ? key.split("/") : ["languages", language, key];
}

function nested(value: DataValue, keys: readonly string[]): DataValue {
  const { span, file } = value;
  return keys.reduceRight<DataValue>(
    (inner, key) => ({
      kind: "map",
      entries: [{ key, keySpan: span, value: inner }],
      span,
      ...(file !== undefined && { file }),
    }),
    value,
  );
}

function lowered(value: DataValue, file: string): DataValue {
  if (value.kind === "list") return { ...value, file, items: value.items.map((item) => lowered(item, file)) };
  if (value.kind !== "map") return { ...value, file };
  const entries = value.entries.map((entry) => ({
    ...entry,
    key: entry.key.toLowerCase(),
    value: lowered(entry.value, file),
  }));
  return { ...value, file, entries };
}

/** Tables are joined key by key, all else is replaced. */
function merge(below: DataValue, above: DataValue): DataValue {
  if (below.kind !== "map" || above.kind !== "map") return above;
  const joined = new Map<string, DataEntry>(below.entries.map((entry) => [entry.key, entry]));
  for (const entry of above.entries) {
    const other = joined.get(entry.key);
    joined.set(entry.key, other ? { ...entry, value: merge(other.value, entry.value) } : entry);
  }
  return { ...above, entries: [...joined.values()] };
}
