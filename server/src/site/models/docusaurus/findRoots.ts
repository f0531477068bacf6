// The folder of each Docusaurus site: its configuration's, or, where its pages lie beside that (`path: "../docs"`), the nearest
// folder that holds both.

import { folderOf, isMarkdown, joinPath } from "../../routeKey.ts";
import type { FileTree } from "../../siteModel.ts";
import { folderOfPages } from "../common/namedPaths.ts";
import { configFiles, type DocusaurusConfig, readConfig } from "./config.ts";
import { type Instance, readInstances, usualFolder, withDocsBeside } from "./instances.ts";

export interface FoundSite {
  readonly config: DocusaurusConfig;
  readonly instances: readonly Instance[];
  readonly root: string;
}

/** Those with pages, the outermost configuration first. */
export function findSites(tree: FileTree): readonly FoundSite[] {
  const files = configFiles(tree.files);
  if (files.length === 0) return [];
  const folders = foldersWithPages(tree.files);
  return files.flatMap((file) => {
    const config = readConfig(file, tree);
    const instances = guessed(config, folders).map((one) => ({
      ...one,
      folder: folderFor(one, config, tree.files, folders),
    }));
    const existing = instances.map(({ folder }) => folder).filter((folder) => folders.has(folder));
    if (existing.length === 0) return [];
    return [{ config, instances, root: existing.reduce(common, config.siteDir) }];
  });
}

/** The folder of an instance: as it is named, else the one that was meant, or the usual one. */
function folderFor(
  { kind, folder }: Instance,
  { siteDir }: DocusaurusConfig,
  files: FileTree["files"],
  withPages: ReadonlySet<string>,
): string {
  const usual = joinPath(siteDir, usualFolder(kind));
  return folderOfPages(folder, usual === undefined ? [] : [usual], files, (one) => withPages.has(one));
}

function guessed(config: DocusaurusConfig, folders: ReadonlySet<string>): readonly Instance[] {
  const instances = readInstances(config);
  const beside = folderOf(config.siteDir) === "" ? "docs" : `${folderOf(config.siteDir)}/docs`;
  const lost = config.data?.kind !== "map" && config.siteDir !== "" && folders.has(beside);
  return lost && !instances.some(({ folder }) => folders.has(folder))
    ? withDocsBeside(instances, beside)
    : instances;
}

/** Folders with Markdown files somewhere below them. */
function foldersWithPages(files: FileTree["files"]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const file of files) {
    if (!isMarkdown(file)) continue;
    folders.add("");
    let end = file.lastIndexOf("/");
    while (end > 0 && !folders.has(file.slice(0, end))) {
      folders.add(file.slice(0, end));
      end = file.lastIndexOf("/", end - 1);
    }
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
