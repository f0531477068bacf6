// What an author may have meant: the pages, ids and files whose names come near to one that is missing. Bounded work,
// however large the handbook: candidates come from tables by last segment and by trigrams, made once per snapshot.

import { closeness } from "./closeness.ts";
import { indexNames, lookUp, type NameIndex } from "./nameIndex.ts";
import { remember } from "./remember.ts";
import { decodeOnce, nameOf, routeKey } from "./routeKey.ts";
import type { FilePath, Page, Site } from "./site.ts";

/** The pages that a missing route most likely meant, best first: by their last segment, their whole path, their title. */
export function nearestRoutes(site: Site, route: string, max: number): readonly Page[] {
  const wanted = routeKey(route);
  return lookUp(routeIndex(site), wanted, lastSegment(wanted))
    .map((page) => ({ page, score: routeScore(page, wanted) }))
    .filter(({ score }) => score >= 0.55)
    .sort((a, b) => b.score - a.score || (a.page.path < b.page.path ? -1 : 1))
    .slice(0, max)
    .map(({ page }) => page);
}

/** The ids of the page that come near to a fragment, best first. */
export function nearestIds(page: Page, fragment: string, max: number): readonly string[] {
  const wanted = decodeOnce(fragment).toLowerCase();
  return [...page.ids.keys()]
    .slice(0, 2000)
    .map((id) => ({ id, score: idScore(id.toLowerCase(), wanted) }))
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score)
    .slice(0, max)
    .map(({ id }) => id);
}

/** The files that a missing one most likely meant: the same name elsewhere, a near name. */
export function nearestFiles(site: Site, path: string, max: number): readonly FilePath[] {
  const wanted = path.replace(/^\//, "");
  return lookUp(fileIndex(site), wanted, nameOf(wanted).toLowerCase())
    .map((file) => ({ file, score: pathScore(file, wanted) }))
    .filter(({ score }) => score >= 0.55)
    .sort((a, b) => b.score - a.score || (a.file < b.file ? -1 : 1))
    .slice(0, max)
    .map(({ file }) => file);
}

const routeIndexes = new WeakMap<Site, NameIndex<Page>>();
const fileIndexes = new WeakMap<ReadonlySet<FilePath>, NameIndex<FilePath>>();

function routeIndex(site: Site): NameIndex<Page> {
  return remember(routeIndexes, site, () => {
    const pages = [...site.pages.values()].filter((page) => page.route !== undefined);
    return indexNames(pages, (page) => [lastSegment(page.route ?? ""), slugOf(page.title)]);
  });
}

function fileIndex(site: Site): NameIndex<FilePath> {
  return remember(fileIndexes, site.files, () =>
    indexNames([...site.files], (file) => [nameOf(file).toLowerCase()]),
  );
}

/** The last part counts most, then the folders that both share. */
function routeScore(page: Page, wanted: string): number {
  const byPath = pathScore(page.route ?? "", wanted);
  return Math.max(byPath, 0.9 * closeness(slugOf(page.title), lastSegment(wanted)));
}

function pathScore(path: string, wanted: string): number {
  const a = routeKey(path).toLowerCase();
  const b = routeKey(wanted).toLowerCase();
  const last = closeness(lastSegment(a), lastSegment(b));
  const folders = new Set(a.split("/"));
  const parts = b.split("/").slice(0, -1);
  const shared = parts.filter((part) => folders.has(part)).length / Math.max(parts.length, 1);
  return last * 0.8 + shared * 0.2;
}

/** One id that begins with the other comes near, too: `pay` for `pay-and-benefits`. */
function idScore(id: string, wanted: string): number {
  const begins = wanted.length > 2 && (id.startsWith(wanted) || wanted.startsWith(id)) && id.length > 2;
  return Math.max(closeness(id, wanted), begins ? 0.6 : 0);
}

function lastSegment(route: string): string {
  const key = routeKey(route)
    .toLowerCase()
    .replace(/\.(?:mdx?|html?)$/, "");
  return key.slice(key.lastIndexOf("/") + 1);
}

function slugOf(title: string): string {
  return title.toLowerCase().trim().replace(/\s+/g, "-");
}
