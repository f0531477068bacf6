// What the modules that an MDX page imports are as files: components, and Markdown that it shows within it.

import type { PagePath, ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, joinPath } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree, Inclusion } from "../../siteModel.ts";

/** Markdown that an MDX page imports and shows: `import Vpn from "../partials/vpn.mdx"` and `<Vpn />`. */
export function importedPages(
  page: ScannedPage,
  tree: FileTree,
  isPage: (path: string) => boolean,
): readonly Inclusion[] {
  if (page.imports.length === 0) return [];
  const shown = new Map<string, PagePath>();
  for (const { name, from } of page.imports) {
    const path = modulePath(from, page.path as string as FilePath, tree);
    if (path !== undefined && isPage(path)) shown.set(name, path as string as PagePath);
  }
  return page.components.flatMap(({ name, span }) => {
    const path = shown.get(name.replace(/\.Content$/, ""));
    return path === undefined ? [] : [{ path, offset: span.start }];
  });
}

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
