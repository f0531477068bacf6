// mkdocs.yml as data: which of the files it is, what it takes over from another (`INHERIT`), and what the environment may set
// (`!ENV`, mkdocs/utils/yaml.py).

import { readData } from "../../../data/readData.ts";
import type { DataEntry, DataValue } from "../../../data/value.ts";
import { at, stringAt } from "../../../data/value.ts";
import { folderOf, joinPath, nameOf } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree } from "../../siteModel.ts";
import { folderOfPages } from "../common/namedPaths.ts";

export interface ConfigFile {
  readonly path: FilePath;
  readonly value: DataValue | undefined;
  /** A file that it names under INHERIT and that is not here. */
  readonly missing?: DataValue;
}

const mainName = /^mkdocs\.ya?ml$/;

/** Is this a file that may hold configuration of MkDocs? Files that others take over have such names, too. */
export function mayBeConfig(path: string): boolean {
  return /(?:mkdocs|base|common)[^/]*\.ya?ml$/.test(path);
}

/**
 * The folder of each site (below the tree's root): that of its mkdocs.yml, or the one above from which its `docs_dir` can be
 * seen, too (`docs_dir: ../handbook`).
 */
export function siteFolders(tree: FileTree): readonly string[] {
  const folders = new Set<string>();
  for (const path of tree.files) {
    if (!mainName.test(nameOf(path))) continue;
    const place = placeOf(tree, path);
    if (place && hasMarkdown(tree, place.docs)) folders.add(place.root);
  }
  return [...folders];
}

/** The site's configuration in a tree whose root is the site's folder. */
export function findConfig(tree: FileTree): ConfigFile | undefined {
  const paths = [...tree.texts.keys()].filter((path) => mainName.test(nameOf(path)));
  const path = paths
    .sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))
    .find((one) => placeOf(tree, one)?.root === "");
  return path === undefined ? undefined : readConfigFile(tree, path);
}

/** The folder of the pages, from the tree's root; undefined where it leaves the tree. */
export function docsFolder(path: string, value: DataValue | undefined): string | undefined {
  const written = stringAt(value, "docs_dir") ?? "docs";
  return written.startsWith("/") ? undefined : joinPath(folderOf(path), written);
}

/** The folder that is read for it: the usual one, or the one that was meant, where the one that is named is not there. */
export function pagesFolder(path: string, value: DataValue | undefined, tree: FileTree): string | undefined {
  const named = docsFolder(path, value);
  const usual = joinPath(folderOf(path), "docs");
  return named === undefined || usual === undefined
    ? named
    : folderOfPages(named, [usual], tree.files, (folder) => hasMarkdown(tree, folder));
}

function placeOf(
  tree: FileTree,
  path: FilePath,
): { readonly root: string; readonly docs: string } | undefined {
  const docs = pagesFolder(path, readConfigFile(tree, path).value, tree);
  if (docs === undefined) return undefined;
  const folder = folderOf(path).split("/");
  const parts = docs.split("/");
  let common = 0;
  while (common < folder.length && folder[common] === parts[common]) common++;
  return { root: folder.slice(0, common).join("/"), docs };
}

function hasMarkdown(tree: FileTree, folder: string): boolean {
  const before = folder === "" ? "" : `${folder}/`;
  for (const file of tree.files) if (file.startsWith(before) && isMkdocsPage(file)) return true;
  return false;
}

/** The endings that MkDocs takes for Markdown (mkdocs/utils/__init__.py). */
export function isMkdocsPage(path: string): boolean {
  return /\.(?:md|markdown|mdown|mkdn|mkd)$/.test(path);
}

/** No chain of files is longer. */
const longest = 10;

function readConfigFile(tree: FileTree, path: FilePath): ConfigFile {
  let value = read(tree, path);
  let here = path;
  for (let count = 0; count < longest; count++) {
    const parent = at(value, "INHERIT");
    const written = parent?.kind === "string" ? parent.value : undefined;
    if (parent === undefined || written === undefined) return { path, value };
    const file = joinPath(folderOf(here), written) as FilePath | undefined;
    if (file === undefined || !tree.texts.has(file)) return { path, value, missing: parent };
    value = merge(read(tree, file), without(value, "INHERIT"));
    here = file;
  }
  return { path, value };
}

function read(tree: FileTree, path: FilePath): DataValue | undefined {
  const value = readData(path, tree.texts.get(path) ?? "");
  return value && settled(inFile(value, path));
}

/** Each value knows the file that it stands in: of what is taken over it is another one. */
function inFile(value: DataValue, file: FilePath): DataValue {
  if (value.kind === "map")
    return {
      ...value,
      file,
      entries: value.entries.map((one) => ({ ...one, value: inFile(one.value, file) })),
    };
  if (value.kind === "list") return { ...value, file, items: value.items.map((one) => inFile(one, file)) };
  return { ...value, file };
}

/** `!ENV [NAME, …, default]` has its default where the environment is not known; without one nobody knows. */
function settled(value: DataValue): DataValue {
  if (value.tag === "!ENV") {
    const { span, file } = value;
    const last = value.kind === "list" && value.items.length > 1 ? value.items.at(-1) : undefined;
    return last ?? { kind: "unread", expression: "!ENV", span, ...(file !== undefined && { file }) };
  }
  if (value.kind === "map")
    return { ...value, entries: value.entries.map((one) => ({ ...one, value: settled(one.value) })) };
  return value.kind === "list" ? { ...value, items: value.items.map(settled) } : value;
}

function without(value: DataValue | undefined, key: string): DataValue | undefined {
  if (value?.kind !== "map") return value;
  return { ...value, entries: value.entries.filter((one) => one.key !== key) };
}

/** Maps are merged key by key, everything else is replaced (`utils.yaml.merge`). */
function merge(below: DataValue | undefined, above: DataValue | undefined): DataValue | undefined {
  if (below?.kind !== "map" || above?.kind !== "map") return above ?? below;
  const entries = new Map<string, DataEntry>(below.entries.map((entry) => [entry.key, entry]));
  for (const entry of above.entries) {
    const value = merge(entries.get(entry.key)?.value, entry.value) ?? entry.value;
    entries.set(entry.key, { ...entry, value });
  }
  return { ...above, entries: [...entries.values()] };
}

function depth(path: string): number {
  return path.split("/").length;
}
