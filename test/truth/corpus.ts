// Reads a real handbook from the folder of corpora beside the project, as the server would, and makes its Site.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PagePath } from "../../server/src/page/scannedPage.ts";
import { scanPage } from "../../server/src/page/scanPage.ts";
import { detectSites, readsAny } from "../../server/src/site/detectSites.ts";
import { makeSite } from "../../server/src/site/makeSite.ts";
import type { FilePath, Site } from "../../server/src/site/site.ts";
import type { FileTree, SiteOverrides } from "../../server/src/site/siteModel.ts";

export const shared = fileURLToPath(new URL("../../../shared/", import.meta.url));

export function hasShared(): boolean {
  return existsSync(join(shared, "corpora")) && existsSync(join(shared, "truth"));
}

/** A tree with the folder on the disk that it was read from. */
export type ReadTree = FileTree & { readonly folder: string };

export function readTree(folder: string): ReadTree {
  const files = new Set<FilePath>();
  const texts = new Map<FilePath, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name)
      .slice(folder.length + 1)
      .replaceAll("\\", "/")
      .normalize("NFC");
    files.add(path as FilePath);
    if (readsAny(path)) texts.set(path as FilePath, readFileSync(join(folder, path), "utf8"));
  }
  return { folder, root: `file://${folder}`, files, texts, now: new Date().toISOString() };
}

/** The corpus's one site, detected as it would be with nothing configured (but for `overrides`). */
export function readCorpus(name: string, overrides: SiteOverrides = {}): Site {
  return readSite(join(shared, "corpora", name), overrides);
}

/** The first site that is detected in a folder. */
export function readSite(folder: string, overrides: SiteOverrides = {}): Site {
  return siteOf(readTree(folder), (path) => path, overrides);
}

/**
 * The first site of a tree, or the one in the folder `at`; `onDisk` tells where a file of it lies below the folder that the
 * tree was read from. A file belongs to the nearest site.
 */
export function siteOf(
  tree: ReadTree,
  onDisk: (path: string) => string,
  overrides: SiteOverrides = {},
  at?: string,
): Site {
  const sites = detectSites(tree, { enable: "auto", overrides });
  const site = at === undefined ? sites[0] : sites.find(({ root }) => root === at);
  if (!site) throw new Error(`No handbook was detected in ${tree.folder}${at ? ` at ${at}` : ""}.`);
  const below = site.root === "" ? "" : `${site.root}/`;
  const inner = sites.filter(({ root }) => root !== site.root && `${root}/`.startsWith(below));
  const files = new Set(
    [...tree.files]
      .filter((path) => path.startsWith(below) && !inner.some(({ root }) => path.startsWith(`${root}/`)))
      .map((path) => path.slice(below.length) as FilePath),
  );
  const pages = [...files].flatMap((path) => {
    const syntax = site.model.syntaxOf(path);
    const text = () => readFileSync(join(tree.folder, onDisk(below + path)), "utf8");
    return syntax ? [scanPage(path as string as PagePath, text(), syntax)] : [];
  });
  return makeSite({ root: tree.root, model: site.model, files, pages });
}

/** The tree as it would be when its folder lay deeper, where looks alone do not tell a handbook: its authors' file does. */
export function moved(tree: ReadTree, folder: string, model: string): ReadTree {
  const path = (one: string) => `${folder}/${one}` as FilePath;
  const own = [path(".handbook.yaml"), `model: ${model}\n`] as const;
  return {
    ...tree,
    files: new Set([...tree.files].map(path)),
    texts: new Map([own, ...[...tree.texts].map(([one, text]) => [path(one), text] as const)]),
  };
}
