// The file of a module that a page imports, as bundlers look for it.

import { folderOf, joinPath } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree } from "../../siteModel.ts";

/** A module's file: by a relative path, or by an alias whose rest names one file below the root (`~/components/Map.astro`). */
export function modulePath(from: string, importer: FilePath, tree: FileTree): FilePath | undefined {
  if (from.startsWith(".")) return existing(joinPath(folderOf(importer), from), tree);
  if (from.startsWith("/")) return existing(from.slice(1), tree);
  const rest = /^[@~#$][^/]*\/(.+)$/.exec(from)?.[1];
  if (rest === undefined) return undefined;
  const folder = /^[@~#$]([\w-]+)\//.exec(from)?.[1];
  const folders = ["src/", "", ...(folder === undefined ? [] : [`src/${folder}/`, `${folder}/`])];
  return folders.map((one) => existing(one + rest, tree)).find((path) => path !== undefined);
}

function existing(path: string | undefined, tree: FileTree): FilePath | undefined {
  return path !== undefined && tree.files.has(path as FilePath) ? (path as FilePath) : undefined;
}
