// The content collections of a site: which files they hold, what makes their ids, and which keys their frontmatter has.
// From src/content.config.ts (or, up to Astro 4, src/content/config.ts); Starlight's is called "docs".

import { readScript } from "../../../data/readScript.ts";
import { at, type DataCall, type DataValue, entriesAt, stringAt, stringsAt } from "../../../data/value.ts";
import { folderOf, isInFolder, joinPath, nameOf } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree, UnreadConfig } from "../../siteModel.ts";
import { globMatcher, unmatchedGlobs } from "../common/globs.ts";
import { missingPaths } from "../common/namedPaths.ts";

export interface Collection {
  readonly name: string;
  /** Its folder below the root; "" is the root itself. */
  readonly base: string;
  /** Does it hold the file at this path below its folder? */
  has(below: string): boolean;
  /** Are its ids made by code that we can't run (`generateId`)? */
  readonly ownIds: boolean;
  readonly schema: DataValue | undefined;
  /** Patterns that can't be matched, a folder that is not there. */
  readonly unread?: readonly UnreadConfig[];
}

const extensions = /\.(?:md|mdx|markdown|mdown|mkdn|mkd|mdwn)$/i;

/** Is it a file that Astro reads as Markdown or MDX? */
export function isContent(path: string): boolean {
  return extensions.test(path);
}

/** Its name without the extension. */
export function withoutContentExtension(path: string): string {
  return path.replace(extensions, "");
}

/** The file at a site's root that declares its collections. */
export const collectionConfig = /^(?:src\/)?(?:content\.config|content\/config)\.[cm]?[jt]s$/;

export function readCollections(tree: FileTree, srcDir: string, starlight: boolean): readonly Collection[] {
  const file = [...tree.texts.keys()].find(
    (path) => path.startsWith(`${srcDir}/`) && /\/content(?:\.|\/)config\.[cm]?[jt]s$/.test(path),
  );
  const script =
    file && readScript(file, tree.texts.get(file) ?? "", (path) => tree.texts.get(path as FilePath));
  const entries = script ? entriesAt(script.named.get("collections")) : [];
  const declared = entries.flatMap(({ key, value }) =>
    readCollection(key, value, { srcDir, file, files: tree.files }),
  );
  const named = new Set(entries.map(({ key }) => key));
  if (starlight && !named.has("docs")) declared.push(docsCollection(`${srcDir}/content/docs`, undefined));
  const implied = file === undefined && !starlight ? foldersOf(tree, `${srcDir}/content`) : [];
  return [...declared, ...implied.map((name) => legacy(name, `${srcDir}/content/${name}`, undefined))];
}

/** Where collections are declared, and the files that there are. */
interface Declared {
  readonly file: FilePath | undefined;
  readonly files: ReadonlySet<FilePath>;
}

function readCollection(
  name: string,
  value: DataValue,
  { srcDir, ...place }: { readonly srcDir: string } & Declared,
): Collection[] {
  const folder = `${srcDir}/content/${name}`;
  const loader = at(value, "loader");
  const schema = at(value, "schema");
  if (value.kind !== "map" || !loader)
    return stringAt(value, "type") === "data" ? [] : [legacy(name, folder, schema)];
  const call = loader.kind === "unread" ? loader.call : undefined;
  if (call?.name === "glob") return globCollection(name, call, schema, place);
  if (call?.name === "docsLoader") return [docsCollection(folder, schema, call)];
  return [];
}

/** Starlight's loader leaves out files that begin with `_`, not folders (starlight/loaders.ts). */
function docsCollection(base: string, schema: DataValue | undefined, call?: DataCall): Collection {
  return {
    name: "docs",
    base,
    has: (below) => isContent(below) && !nameOf(below).startsWith("_") && !isDotted(below),
    ownIds: at(call?.arguments[0], "generateId") !== undefined,
    schema,
  };
}

function globCollection(
  name: string,
  call: DataCall,
  schema: DataValue | undefined,
  { file, files }: Declared,
): Collection[] {
  const [options] = call.arguments;
  const patterns = stringsAt(options, "pattern");
  const base = joinPath("", (stringAt(options, "base") ?? ".").replace(/^\/+/, ""));
  if (base === undefined || patterns.length === 0) return [];
  const wanted = patterns.filter((pattern) => !pattern.startsWith("!"));
  const unwanted = patterns.filter((pattern) => pattern.startsWith("!")).map((one) => one.slice(1));
  const matches = globMatcher(wanted, { dot: false });
  const isOut = globMatcher(unwanted, { dot: false });
  return [
    {
      name,
      base,
      has: (below) => isContent(below) && matches(below) && !isOut(below),
      ownIds: at(options, "generateId") !== undefined,
      schema,
      unread:
        file === undefined
          ? []
          : [
              ...unmatchedGlobs(at(options, "pattern"), file),
              ...missingPaths([{ value: at(options, "base"), path: base }], file, files),
            ],
    },
  ];
}

/** Collections without a loader leave out whatever has `_` before its name or its folder's (astro/content/utils.js). */
function legacy(name: string, base: string, schema: DataValue | undefined): Collection {
  return {
    name,
    base,
    has: (below) => isContent(below) && !below.split("/").some((part) => /^[_.]/.test(part)),
    ownIds: false,
    schema,
  };
}

function isDotted(below: string): boolean {
  return below.split("/").some((part) => part.startsWith("."));
}

/** The collection that holds a file, and its path below the collection's folder. */
export function collectionOf(
  path: string,
  collections: readonly Collection[],
): { readonly collection: Collection; readonly below: string } | undefined {
  for (const collection of collections) {
    if (!isInFolder(path, collection.base)) continue;
    const below = collection.base === "" ? path : path.slice(collection.base.length + 1);
    if (collection.has(below)) return { collection, below };
  }
  return undefined;
}

function foldersOf(tree: FileTree, parent: string): readonly string[] {
  const found = new Set<string>();
  for (const file of tree.files) {
    if (!isContent(file) || !file.startsWith(`${parent}/`)) continue;
    const [first = ""] = folderOf(file.slice(parent.length + 1)).split("/");
    if (first !== "") found.add(first);
  }
  return [...found];
}
