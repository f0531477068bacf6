// Which folders are never looked into: those of tools, and what a generator has built. Not what a site leaves out of its
// pages (its model says that), and not what an author's .gitignore names.

import { nameOf } from "../site/routeKey.ts";

const neverRead = new Set([
  ".git",
  ".hg",
  ".svn",
  ".jj",
  "node_modules",
  "bower_components",
  ".cache",
  ".next",
  ".nuxt",
  ".astro",
  ".docusaurus",
  ".jekyll-cache",
  ".sass-cache",
  ".terraform",
  ".gradle",
  ".venv",
  "__pycache__",
  ".pnpm-store",
  ".yarn",
]);

/** Names that generators give their output, which are good names for a folder of pages or images too. */
const outputNames = new Set(["dist", "build", "public", "out", "_site", "_book", "site"]);

/**
 * Is a folder left out? A `build` or `public` folder is taken for output when a built start page lies in it,
 * and for content otherwise (a handbook has a chapter "build", VitePress has its images in `public`).
 */
export function isIgnoredFolder(name: string, fileNames: readonly string[]): boolean {
  if (neverRead.has(name)) return true;
  return outputNames.has(name) && fileNames.includes("index.html") && !fileNames.some(isMarkdownName);
}

/**
 * The folders of built output among the files of a folder that was not there before, by their paths alone: what
 * `isIgnoredFolder` says of each.
 */
export function outputFolders(paths: Iterable<string>): ReadonlySet<string> {
  const names = new Map<string, string[]>();
  for (const path of paths) {
    const parts = path.split("/");
    const name = parts.pop() ?? "";
    parts.forEach((part, at) => {
      if (!outputNames.has(part)) return;
      const folder = parts.slice(0, at + 1).join("/");
      const list = names.get(folder) ?? [];
      if (at === parts.length - 1) list.push(name);
      names.set(folder, list);
    });
  }
  return new Set(
    [...names].filter(([folder, list]) => isIgnoredFolder(nameOf(folder), list)).map(([folder]) => folder),
  );
}

/** Is the path, or a folder above it, among the folders? */
export function isBelowOne(path: string, folders: ReadonlySet<string>): boolean {
  if (folders.size === 0) return false;
  for (let cut = path.indexOf("/"); cut >= 0; cut = path.indexOf("/", cut + 1)) {
    if (folders.has(path.slice(0, cut))) return true;
  }
  return folders.has(path);
}

/** Names of folders that are left out wherever they are, for whoever lists files on our behalf. */
export const neverReadNames: readonly string[] = [...neverRead];

/** Does a path lead through a folder that is left out by its name alone? */
export function isBelowIgnored(path: string): boolean {
  return path.split("/").some((part) => neverRead.has(part));
}

export function isMarkdownName(name: string): boolean {
  return /\.(?:md|mdx|markdown)$/i.test(name);
}
