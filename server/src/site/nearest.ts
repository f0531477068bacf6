// What an author may have meant: the pages, ids and files whose names come near to one that is missing. Bounded work,
// however large the handbook: candidates come from tables by last segment and by trigrams, made once per snapshot.

import type { PagePath } from "../page/scannedPage.ts";
import { best } from "./best.ts";
import { closenessTo } from "./closeness.ts";
import { keptTable } from "./keptTable.ts";
import { indexNames, lookUp, type NameIndex } from "./nameIndex.ts";
import { lastSegment, type Place, placeOf, scoreAgainst, slugOf } from "./pathScore.ts";
import { remember } from "./remember.ts";
import { decodeOnce, nameOf, routeKey } from "./routeKey.ts";
import type { FilePath, Page, Site } from "./site.ts";

/** The pages that a missing route most likely meant, best first: by their last segment, their whole path, their title. */
export function nearestRoutes(site: Site, route: string, max: number): readonly Page[] {
  const wanted = routeKey(route);
  const paths = nearest(routes(site), wanted, lastSegment(wanted), max);
  return paths.flatMap((path) => site.pages.get(path) ?? []);
}

/** The ids of the page that come near to a fragment, best first. */
export function nearestIds(page: Page, fragment: string, max: number): readonly string[] {
  const wanted = decodeOnce(fragment).toLowerCase();
  const closeness = closenessTo(wanted);
  const ids = remember(lowerIds, page.ids, listIds);
  return best(ids, { max, least: 0.5 }, ({ lower }, least) =>
    Math.max(closeness(lower, least), isLonger(lower, wanted) ? 0.6 : 0),
  ).map(({ id }) => id);
}

/** The files that a missing one most likely meant: the same name elsewhere, a near name. */
export function nearestFiles(site: Site, path: string, max: number): readonly FilePath[] {
  const wanted = path.replace(/^\//, "");
  return nearest(remember(files, site.files, indexFiles), wanted, nameOf(wanted).toLowerCase(), max);
}

/** Things that can be meant by a path, each with its source path and its place, and the index of their names. */
interface Things<Thing> {
  readonly all: readonly Thing[];
  readonly sources: readonly string[];
  readonly places: readonly Place[];
  readonly index: NameIndex;
}

const routes = keptTable(({ title }) => title, indexRoutes);
const files = new WeakMap<ReadonlySet<FilePath>, Things<FilePath>>();
const lowerIds = new WeakMap<Page["ids"], readonly { readonly id: string; readonly lower: string }[]>();

function nearest<Thing>(things: Things<Thing>, wanted: string, name: string, max: number): readonly Thing[] {
  const { all, sources, places, index } = things;
  const score = scoreAgainst(wanted);
  const first = (a: number, b: number) => (sources[a] ?? "") < (sources[b] ?? "");
  return best(lookUp(index, wanted, name), { max, least: 0.55, first }, (at, least) => {
    const place = places[at];
    return place ? score(place, least) : 0;
  }).flatMap((at) => all[at] ?? []);
}

function indexRoutes(site: Site): Things<PagePath> {
  const pages = [...site.pages.values()].filter((page) => page.route !== undefined);
  const places = pages.map(({ route = "", title }) => placeOf(route, slugOf(title)));
  const index = indexNames(places, ({ last, title }) => (title === undefined ? [last] : [last, title]));
  const all = pages.map(({ path }) => path);
  return { all, sources: all, places, index };
}

function indexFiles(paths: ReadonlySet<FilePath>): Things<FilePath> {
  const all = [...paths];
  const index = indexNames(all, (file) => [nameOf(file).toLowerCase()]);
  return { all, sources: all, places: all.map((file) => placeOf(file)), index };
}

function listIds(ids: Page["ids"]): readonly { readonly id: string; readonly lower: string }[] {
  return [...ids.keys()].slice(0, 2000).map((id) => ({ id, lower: id.toLowerCase() }));
}

/** One id that begins with the other comes near, too: `pay` for `pay-and-benefits`. */
function isLonger(id: string, wanted: string): boolean {
  if (wanted.length < 3 || id.length < 3 || id.charCodeAt(0) !== wanted.charCodeAt(0)) return false;
  return id.startsWith(wanted) || wanted.startsWith(id);
}
