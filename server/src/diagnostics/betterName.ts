// The name that a file should have, by the habit of the others: no copy's ending, no spaces and capitals where they have none,
// and the ending of a page.

import type { PagePath } from "../page/scannedPage.ts";
import { remember } from "../site/remember.ts";
import { folderOf, isInFolder, isMarkdown, nameOf } from "../site/routeKey.ts";
import type { FilePath, Page, Site } from "../site/site.ts";

/** What is wrong with a name: it is a copy's, it has no ending, or it has signs that the others have not. */
export type NameFault = "copy" | "no-ending" | "spaces" | "capitals";

export function nameFault(site: Site, file: FilePath): NameFault | undefined {
  const name = nameOf(file);
  if (name.startsWith(".") || !isInContent(site, file)) return undefined;
  if (!name.includes(".")) return known.test(name) || !hasPagesBeside(site, file) ? undefined : "no-ending";
  // What the site serves at no address (a partial, a table of contents) may be called what it likes.
  if (!isMarkdown(file) || name.startsWith("_") || routeOf(site, file) === undefined) return undefined;
  if (copyEnding.test(name)) return "copy";
  const habit = habitOf(site);
  if (/\s/.test(name) && !habit.spaces) return "spaces";
  if (/[A-Z]/.test(name) && !habit.capitals && !/^(?:README|INDEX)\./i.test(name)) return "capitals";
  return undefined;
}

/** The path with a better name; undefined where there is none, or another file has it. */
export function betterName(site: Site, file: FilePath, fault: NameFault): FilePath | undefined {
  const name = fault === "copy" ? nameOfCopy(site, file) : nameOf(file);
  if (name === undefined) return undefined;
  const better = beside(file, asOthers(site, fault === "no-ending" ? `${name}.md` : name));
  return better === file || site.files.has(better) ? undefined : better;
}

/** The page that a copy is one of: `pay.md` of `pay copy.md`. */
export function originalOf({ pages }: Site, file: FilePath): Page | undefined {
  return pages.get(beside(file, nameOf(file).replace(copyEnding, "$1")) as string as Page["path"]);
}

/** Names without an extension that mean something to a tool or a host: most are in capitals (CODEOWNERS, LICENSE). */
const known =
  /^(?:[A-Z][A-Z0-9_-]+|licen[cs]e|notice|copying|authors|contributors|readme|changelog|[A-Z][a-z]+file|makefile|_redirects|_headers)$/;

/** What systems put behind the name of what they copy. */
const copyEnding = /(?: copy(?: \d+)?| - Copy(?: \(\d+\))?| \(\d+\))(\.\w+)$/;

/** A copy gets its original's name where that is gone; else that of its own title, where it has one. */
function nameOfCopy(site: Site, file: FilePath): string | undefined {
  const original = originalOf(site, file);
  if (!original) return nameOf(file).replace(copyEnding, "$1");
  const title = site.pages.get(file as string as Page["path"])?.title ?? original.title;
  const ending = /\.\w+$/.exec(file)?.[0] ?? "";
  const name = title
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu)
    ?.join("-");
  return title === original.title || name === undefined ? undefined : name + ending;
}

function asOthers(site: Site, name: string): string {
  const { spaces, capitals } = habitOf(site);
  const joined = spaces ? name : name.replace(/\s+-\s+|\s+/g, "-");
  return capitals || /^(?:README|INDEX)\./i.test(name) ? joined : joined.toLowerCase();
}

function beside(file: FilePath, name: string): FilePath {
  const folder = folderOf(file);
  return (folder === "" ? name : `${folder}/${name}`) as FilePath;
}

function isInContent({ model }: Site, file: FilePath): boolean {
  return model.contentRoots.some((root) => root !== "" && isInFolder(file, root));
}

function hasPagesBeside({ files }: Site, file: FilePath): boolean {
  const folders = remember(pageFolders, files, () => new Set([...files].filter(isMarkdown).map(folderOf)));
  return folders.has(folderOf(file));
}

const pageFolders = new WeakMap<ReadonlySet<FilePath>, ReadonlySet<string>>();
const habits = new WeakMap<ReadonlySet<FilePath>, Habit>();

/** Have the names of pages such signs? A few are slips, not a habit. */
interface Habit {
  readonly spaces: boolean;
  readonly capitals: boolean;
}

function habitOf(site: Site): Habit {
  return remember(habits, site.files, () => countHabit(site));
}

function countHabit(site: Site): Habit {
  let [spaces, capitals, all] = [0, 0, 0];
  for (const file of site.files) {
    if (!isMarkdown(file) || !isInContent(site, file)) continue;
    const name = nameOf(file);
    all++;
    if (/\s/.test(name)) spaces++;
    if (/[A-Z]/.test(name)) capitals++;
  }
  const rare = Math.max(2, all / 50);
  return { spaces: spaces >= rare, capitals: capitals >= rare };
}

function routeOf(site: Site, file: FilePath): string | undefined {
  return site.pages.get(file as string as PagePath)?.route;
}
