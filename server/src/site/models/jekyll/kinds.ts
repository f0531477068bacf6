// What a file is to Jekyll by its path alone: a page or static file, a document of a collection, a post, a draft, an include,
// or nothing (lib/jekyll/entry_filter.rb, reader.rb, collection.rb, readers/post_reader.rb).

import { folderOf, nameOf } from "../../routeKey.ts";
import type { JekyllConfig } from "./config.ts";
import { isNamed } from "./glob.ts";

export type FileKind =
  | { readonly kind: "page"; readonly path: string }
  /** `path` is below the folder of all collections: "_docs/a/b.md"; `below` without the collection's folder: "a/b.md". */
  | { readonly kind: "document"; readonly collection: string; readonly path: string; readonly below: string }
  /** `folders`: those that `_posts` lies in, which are its categories. */
  | {
      readonly kind: "post" | "draft";
      readonly path: string;
      readonly below: string;
      readonly folders: readonly string[];
    }
  | { readonly kind: "include"; readonly path: string }
  | { readonly kind: "none" };

const none: FileKind = { kind: "none" };

export function kindOf(path: string, config: JekyllConfig): FileKind {
  const own = belowFolder(path, config.source);
  if (own === undefined) return none;
  const include = belowFolder(own, config.folders.includes);
  if (include !== undefined && config.folders.includes !== "") return { kind: "include", path: include };
  return (
    documentKind(own, config) ??
    postKind(own, config) ??
    (isRead(own, config) ? { kind: "page", path: own } : none)
  );
}

/** The path without the folder; undefined outside of it. */
export function belowFolder(path: string, folder: string): string | undefined {
  if (folder === "") return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

function documentKind(path: string, config: JekyllConfig): FileKind | undefined {
  const inner = belowFolder(path, config.collectionsDir);
  if (inner === undefined || !inner.startsWith("_")) return undefined;
  const folder = inner.slice(1, inner.indexOf("/"));
  if (!inner.includes("/") || folder === "posts" || !config.collections.has(folder)) return undefined;
  const below = inner.slice(folder.length + 2);
  if (isHidden(below, config) || isNamed(config.exclude, inner)) return none;
  return { kind: "document", collection: folder, path: inner, below };
}

const dated = /^(?:.+\/)?\d{2,4}-\d{1,2}-\d{1,2}-[^/]*\.[^./]+$/;

function postKind(path: string, config: JekyllConfig): FileKind | undefined {
  const found = /^(?:(.*)\/)?_(posts|drafts)\/(.+)$/.exec(path);
  if (!found) return undefined;
  const [, folder = "", name, below = ""] = found;
  const inner = belowFolder(path, config.collectionsDir);
  if (inner === undefined || (folder !== "" && folder !== config.collectionsDir && !isRead(folder, config)))
    return none;
  if (isHidden(below, config) || (name === "posts" && !dated.test(below))) return none;
  const above = folderOf(inner.slice(0, inner.length - below.length - 1));
  return {
    kind: name === "posts" ? "post" : "draft",
    path: inner,
    below,
    folders: above === "" ? [] : above.split("/"),
  };
}

/** Is the file, and each folder on the way to it, one that Jekyll reads? */
function isRead(path: string, config: JekyllConfig): boolean {
  if (config.include.some(({ text }) => text === path)) return true;
  let from = 0;
  for (;;) {
    const slash = path.indexOf("/", from);
    const entry = slash < 0 ? path : path.slice(0, slash);
    const included = isNamed(config.include, nameOf(entry));
    if (!included && (/^[._#~]|~$/.test(nameOf(entry)) || isNamed(config.exclude, entry))) return false;
    if (entry.endsWith(".")) return false;
    if (slash < 0) return true;
    from = slash + 1;
  }
}

/** A file of a collection: its own name and the first of its folders count. */
function isHidden(below: string, config: JekyllConfig): boolean {
  const included = isNamed(config.include, below) || isNamed(config.include, nameOf(below));
  return !included && (/^[._#~]|~$/.test(below) || /^[._#~]/.test(nameOf(below)));
}
