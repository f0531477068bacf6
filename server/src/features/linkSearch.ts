// Which pages, headings and files an author may mean by what is typed and by the text of the link. Ranks; writes nothing.
// What is searched is prepared once for each page and kept with it, so that a key stroke prepares one page anew.

import type { FilePath, Page, Site } from "../site/site.ts";
import { touches } from "../text/span.ts";
import { fit, type Key, keyOf, type Query, scoreOf, shareOfWords, wordsScore } from "./matching.ts";

export type Candidate =
  | { readonly kind: "page"; readonly page: Page; readonly score: number }
  | { readonly kind: "heading"; readonly page: Page; readonly heading: number; readonly score: number }
  | { readonly kind: "anchor"; readonly page: Page; readonly id: string; readonly score: number }
  | { readonly kind: "file"; readonly path: FilePath; readonly score: number };

export interface Wanted {
  /** What is typed of the destination; candidates must fit it. */
  readonly typed: Query | undefined;
  /** What stands between the brackets; candidates that fit it come first. */
  readonly text: Query | undefined;
  /** Where the author is on the page: what is being written there is no heading to link to, whatever it looks like. */
  readonly offset?: number;
}

/** The pages that the site serves, other than the one that the link is on, and the headings which the words name. */
export function searchPages(site: Site, from: Page, wanted: Wanted, limit: number): readonly Candidate[] {
  const found = collector(limit);
  const headings = (wanted.typed && wanted.typed.letters.length > 1) || wanted.text;
  for (const page of site.pages.values()) {
    if (page.route === undefined) continue;
    const keys = pageKeys(page);
    const fits = wanted.typed ? pageScore(wanted.typed, keys) : 0;
    const near = nearness(from.path, page.path);
    if (page.path !== from.path && (fits > 0 || !wanted.typed)) {
      const score = fits + 2 * textScore(wanted.text, keys) + near;
      if (score > found.floor()) found.add({ kind: "page", page, score });
    }
    if (headings) addNamedHeadings(found, { page, from, wanted, fits, near });
  }
  return found.best();
}

/** Headings of the whole handbook: those that fit what is typed, or whose page does. */
export function searchHeadings(site: Site, from: Page, wanted: Wanted, limit: number): readonly Candidate[] {
  const found = collector(limit);
  for (const page of site.pages.values()) {
    if (page.route === undefined) continue;
    const fits = wanted.typed ? pageScore(wanted.typed, pageKeys(page)) : 0;
    const near = nearness(from.path, page.path);
    forEachHeading(page, from, wanted, (key, heading) => {
      const own = wanted.typed ? scoreOf(wanted.typed, key) : 0;
      if (wanted.typed && own === 0 && fits === 0) return;
      const named = wanted.text ? 2 * (wordsScore(wanted.text, key) || shared(wanted.text, key)) : 0;
      const score = Math.max(own, fits / 2) + named + near - heading / 10_000;
      if (score > found.floor()) found.add({ kind: "heading", page, heading, score });
    });
  }
  return found.best();
}

/** Files that are not known as pages, each with what `weigh` adds to its score; undefined leaves it out. */
export function searchFiles(
  site: Site,
  from: Page,
  wanted: Wanted,
  weigh: (path: string) => number | undefined,
): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const [path, key] of fileKeys(site.files)) {
    const fits = wanted.typed ? scoreOf(wanted.typed, key) : 0;
    if ((wanted.typed && fits === 0) || site.pages.has(path as string as Page["path"])) continue;
    const weight = weigh(path);
    if (weight === undefined) continue;
    const named = wanted.text ? 2 * (wordsScore(wanted.text, key) || shared(wanted.text, key)) : 0;
    found.push({ kind: "file", path, score: fits + named + nearness(from.path, path) + weight });
  }
  return found;
}

interface OnPage {
  readonly page: Page;
  readonly from: Page;
  readonly wanted: Wanted;
  /** How well the page itself fits what is typed. */
  readonly fits: number;
  readonly near: number;
}

/** Only headings that are named better than by chance: an author who wants a page must still find it. */
function addNamedHeadings(found: Collector, { page, from, wanted, fits, near }: OnPage): void {
  const { typed, text } = wanted;
  forEachHeading(page, from, wanted, (key, heading) => {
    const own = typed ? wordsScore(typed, key) : 0;
    const named = text && (!typed || own > 0 || fits > 0) ? 2 * wordsScore(text, key) : 0;
    if (own === 0 && named === 0) return;
    const score = Math.max(own, fits) + named + near - 60 - heading / 10_000;
    if (score > found.floor()) found.add({ kind: "heading", page, heading, score });
  });
}

/** Headings that have an id, except the one that is being written. */
function forEachHeading(
  page: Page,
  from: Page,
  wanted: Wanted,
  visit: (key: Key, heading: number) => void,
): void {
  const headings = headingKeys(page);
  const written = page.path === from.path ? headingAt(page, wanted.offset) : -1;
  for (let heading = 0; heading < headings.length; heading++) {
    const key = headings[heading];
    if (key && heading !== written && page.headingIds[heading] !== undefined) visit(key, heading);
  }
}

/** Between the two lines of a merge conflict a half-written link looks like a heading, for one. */
function headingAt(page: Page, offset: number | undefined): number {
  return page.scanned.headings.findIndex(({ span }) => offset !== undefined && touches(span, offset));
}

/** Candidates from several searches as one list, best first; equals in the order of their paths. */
export function best(candidates: readonly Candidate[], limit: number): readonly Candidate[] {
  return [...candidates].sort(byScore).slice(0, limit);
}

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || (pathOf(a) < pathOf(b) ? -1 : 1);
}

function pathOf(candidate: Candidate): string {
  return candidate.kind === "file" ? candidate.path : candidate.page.path;
}

interface Collector {
  /** What has no higher score than this need not be added. */
  floor(): number;
  add(candidate: Candidate): void;
  best(): readonly Candidate[];
}

/** Keeps the best of very many without sorting them all. */
function collector(limit: number): Collector {
  let kept: Candidate[] = [];
  let floor = Number.NEGATIVE_INFINITY;
  const prune = (): readonly Candidate[] => {
    kept = kept.sort(byScore).slice(0, limit);
    if (kept.length === limit) floor = kept.at(-1)?.score ?? floor;
    return kept;
  };
  return {
    floor: () => floor,
    add: (candidate) => {
      kept.push(candidate);
      if (kept.length >= limit * 8) prune();
    },
    best: prune,
  };
}

interface PageKeys {
  readonly title: Key;
  readonly route: Key;
  /** The route's last segment. */
  readonly slug: Key;
  readonly path: Key;
}

const pageKeyCache = new WeakMap<Page, PageKeys>();
const headingKeyCache = new WeakMap<Page, readonly Key[]>();
const fileKeyCache = new WeakMap<ReadonlySet<FilePath>, readonly (readonly [FilePath, Key])[]>();

function pageKeys(page: Page): PageKeys {
  let keys = pageKeyCache.get(page);
  if (!keys) {
    const route = page.route ?? "";
    keys = {
      title: keyOf(page.title),
      route: keyOf(route),
      slug: keyOf(/[^/]*\/?$/.exec(route)?.[0] ?? ""),
      path: keyOf(page.path),
    };
    pageKeyCache.set(page, keys);
  }
  return keys;
}

function headingKeys(page: Page): readonly Key[] {
  let keys = headingKeyCache.get(page);
  if (!keys) {
    keys = page.scanned.headings.map((heading) => keyOf(heading.text));
    headingKeyCache.set(page, keys);
  }
  return keys;
}

function fileKeys(files: ReadonlySet<FilePath>): readonly (readonly [FilePath, Key])[] {
  let keys = fileKeyCache.get(files);
  if (!keys) {
    keys = [...files].filter((path) => !/(?:^|\/)\./.test(path)).map((path) => [path, keyOf(path)] as const);
    fileKeyCache.set(files, keys);
  }
  return keys;
}

function pageScore(query: Query, keys: PageKeys): number {
  const score = namesScore(query, keys);
  if (score > 0) return score;
  const file = wordsScore(query, keys.path) - 50;
  if (file > 0) return file;
  // Letters with gaps cost most to look for; of a typed path only the route can have them.
  return Math.max(scoreOf(query, keys.route), query.words.length === 1 ? scoreOf(query, keys.title) : 0);
}

/** How well the text of the link names the page; half of its words at least. */
function textScore(text: Query | undefined, keys: PageKeys): number {
  if (!text) return 0;
  return namesScore(text, keys) || Math.max(shared(text, keys.title), shared(text, keys.route));
}

function namesScore(query: Query, { title, slug, route }: PageKeys): number {
  return Math.max(wordsScore(query, title), wordsScore(query, slug), wordsScore(query, route));
}

function shared(text: Query, key: Key): number {
  const share = shareOfWords(text, key);
  return share >= 0.5 ? share * fit.letters : 0;
}

/** Above -10, at most 1 (for the page itself): how many folders lie between the two, less than nothing. */
function nearness(from: string, to: string): number {
  if (from === to) return 1;
  let common = 0;
  const length = Math.min(from.length, to.length);
  for (let at = 0; at < length && from.charCodeAt(at) === to.charCodeAt(at); at++) {
    if (from.charCodeAt(at) === 47) common = at + 1;
  }
  return -Math.min(slashesAfter(from, common) + slashesAfter(to, common), 9);
}

function slashesAfter(path: string, from: number): number {
  let count = 0;
  for (let at = from; at < path.length; at++) if (path.charCodeAt(at) === 47) count++;
  return count;
}
