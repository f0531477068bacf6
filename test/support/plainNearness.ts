// What "near" means, written as plainly as it can be, for tests to hold the quick search against: the table of strokes in
// full, every name compared with every trigram, all candidates scored and sorted.

import { decodeOnce, nameOf, routeKey } from "../../server/src/site/routeKey.ts";
import type { Page, Site } from "../../server/src/site/site.ts";

/** Letters left out, put in, changed or swapped count, of the first 80. */
export function plainCloseness(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [a.slice(0, 80), b.slice(0, 80)];
  const most = Math.max(left.length, right.length);
  if (Math.min(left.length, right.length) / most < 0.4) return 0;
  return 1 - plainDistance(left, right) / most;
}

function plainDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = table[i] ?? [];
    for (let j = 1; j <= b.length; j++) {
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : changed;
      row[j] = Math.min(at(i, j - 1) + 1, at(i - 1, j) + 1, changed, swapped);
    }
  }
  return at(a.length, b.length);
}

export function plainRoutes(site: Site, route: string, max: number): readonly string[] {
  const wanted = routeKey(route);
  const things = [...site.pages.values()]
    .filter((page) => page.route !== undefined)
    .map(({ path, route = "", title }) => ({
      path,
      names: [lastSegment(route), slugOf(title)],
      score: Math.max(pathScore(route, wanted), 0.9 * plainCloseness(slugOf(title), lastSegment(wanted))),
    }));
  return bestOf(candidates(things, wanted, lastSegment(wanted)), max);
}

export function plainFiles(site: Site, path: string, max: number): readonly string[] {
  const wanted = path.replace(/^\//, "");
  const things = [...site.files].map((file) => ({
    path: file,
    names: [nameOf(file).toLowerCase()],
    score: pathScore(file, wanted),
  }));
  return bestOf(candidates(things, wanted, nameOf(wanted).toLowerCase()), max);
}

export function plainIds(page: Page, fragment: string, max: number): readonly string[] {
  const wanted = decodeOnce(fragment).toLowerCase();
  return [...page.ids.keys()]
    .map((id) => ({ id, score: idScore(id.toLowerCase(), wanted) }))
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score)
    .slice(0, max)
    .map(({ id }) => id);
}

interface Thing {
  readonly path: string;
  readonly names: readonly string[];
  readonly score: number;
}

/** At most 40 of the same name and 40 that share most trigrams; a trigram of more than 600 things does not count. */
function candidates(things: readonly Thing[], wanted: string, name: string): readonly Thing[] {
  const own = things.map(({ names }) => new Set(names.flatMap(trigramsOf)));
  const asked = [...new Set(trigramsOf(name === "" ? wanted : name))];
  const telling = asked.filter((one) => own.filter((all) => all.has(one)).length <= 600);
  const sharing = things
    .map((thing, at) => ({
      thing,
      shared: telling.filter((one) => own[at]?.has(one)).length,
      first: telling.findIndex((one) => own[at]?.has(one)),
    }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || a.first - b.first);
  const equal = things.filter(({ names }) => names.includes(name));
  return [...new Set([...equal.slice(0, 40), ...sharing.slice(0, 40).map(({ thing }) => thing)])];
}

function bestOf(things: readonly Thing[], max: number): readonly string[] {
  return things
    .filter(({ score }) => score >= 0.55)
    .sort((a, b) => b.score - a.score || (a.path < b.path ? -1 : 1))
    .slice(0, max)
    .map(({ path }) => path);
}

function trigramsOf(name: string): readonly string[] {
  const padded = `^${name.slice(0, 80)}$`;
  return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3));
}

function pathScore(path: string, wanted: string): number {
  const [a, b] = [routeKey(path).toLowerCase(), routeKey(wanted).toLowerCase()];
  const folders = b.split("/").slice(0, -1);
  const shared = folders.filter((folder) => a.split("/").includes(folder)).length;
  const last = plainCloseness(lastSegment(a), lastSegment(b));
  return last * 0.8 + (shared / Math.max(folders.length, 1)) * 0.2;
}

function idScore(id: string, wanted: string): number {
  const longer = id.startsWith(wanted) || wanted.startsWith(id);
  return Math.max(plainCloseness(id, wanted), longer && Math.min(id.length, wanted.length) > 2 ? 0.6 : 0);
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
