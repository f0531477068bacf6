// The folder of each Docusaurus site: its configuration's, or, where its pages lie beside that (`path: "../docs"`), the nearest
// folder that holds both.

import { isMarkdown } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree } from "../../siteModel.ts";
import { configFiles, readConfig } from "./config.ts";
import { readInstances } from "./instances.ts";

interface FoundSite {
  readonly config: FilePath;
  readonly root: string;
}

/** Those with pages, the outermost configuration first. */
export function findSites(tree: FileTree): readonly FoundSite[] {
  const files = configFiles(tree.files);
  if (files.length === 0) return [];
  const folders = foldersWithPages(tree.files);
  return files.flatMap((file) => {
    const config = readConfig(file, tree);
    const used = readInstances(config).map(({ folder }) => folder);
    const existing = used.filter((folder) => folders.has(folder));
    if (existing.length === 0 && !folders.has(config.siteDir)) return [];
    return [{ config: file, root: existing.reduce(common, config.siteDir) }];
  });
}

/** Folders with Markdown files somewhere below them. */
function foldersWithPages(files: ReadonlySet<FilePath>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const file of files) {
    if (!isMarkdown(file)) continue;
    let end = file.lastIndexOf("/");
    while (end > 0 && !folders.has(file.slice(0, end))) {
      folders.add(file.slice(0, end));
      end = file.lastIndexOf("/", end - 1);
    }
    folders.add("");
  }
  return folders;
}

/** The nearest folder that holds both. */
function common(a: string, b: string): string {
  if (b === a || b.startsWith(`${a}/`) || a === "") return a;
  const [first, second] = [a.split("/"), b.split("/")];
  let length = 0;
  while (length < first.length && first[length] === second[length]) length++;
  return first.slice(0, length).join("/");
}
