// Makes Sites: the first, and each later one from the one before, sharing every page that did not change.
// A page is placed once per text and model; only a new model places all pages anew.

import type { PagePath, ScannedPage } from "../page/scannedPage.ts";
import { descend } from "./keptTable.ts";
import { patchMap } from "./patchedMap.ts";
import { placePage } from "./placePage.ts";
import { routeKey } from "./routeKey.ts";
import type { FilePath, Page, Site } from "./site.ts";
import type { PageLookup, SiteModel } from "./siteModel.ts";

export interface SiteParts {
  /** URI of the root folder. */
  readonly root: string;
  readonly model: SiteModel;
  readonly files: ReadonlySet<FilePath>;
  readonly pages: readonly ScannedPage[];
  /** Those of them that were placed beforehand. */
  readonly placed?: ReadonlyMap<ScannedPage, Page>;
  readonly uris?: ReadonlyMap<string, string>;
  readonly unreadable?: ReadonlyMap<string, string>;
}

export interface SiteChange {
  /** Pages that are new, or whose text is. */
  readonly scanned?: readonly ScannedPage[];
  /** Those of them that were placed beforehand. */
  readonly placed?: ReadonlyMap<ScannedPage, Page>;
  readonly removed?: readonly PagePath[];
  /** All files, where a file came or went. */
  readonly files?: ReadonlySet<FilePath>;
  readonly uris?: ReadonlyMap<string, string>;
  readonly unreadable?: ReadonlyMap<string, string>;
}

export function makeSite({
  root,
  model,
  files,
  pages,
  placed,
  uris = new Map(),
  unreadable = new Map(),
}: SiteParts): Site {
  const scanned = new Map(pages.map((page) => [page.path, page]));
  const taken = takenIn(model, pages);
  const others = (path: PagePath) => scanned.get(path);
  const byPath = new Map<PagePath, Page>();
  for (const page of pages)
    byPath.set(page.path, asPart(placed?.get(page) ?? placePage(page, model, others), taken));
  const tables = { served: serve(byPath), generated: generatedBy(byPath), shape: {} };
  return { root: root.replace(/\/+$/, ""), model, files, uris, unreadable, pages: byPath, taken, ...tables };
}

/** The site after a change. Untouched pages are the same objects; the table of routes is kept when no route changed. */
export function updateSite(site: Site, change: SiteChange): Site {
  if (site.pages.size === 0)
    return makeSite({
      ...site,
      ...change,
      files: change.files ?? site.files,
      uris: change.uris ?? site.uris,
      pages: change.scanned ?? [],
    });
  const others = scannedAfter(site, change);
  if (givesOther(site, change, others)) return placedAnew(site, change, others);
  const changes = new Map<PagePath, Page | undefined>();
  for (const path of change.removed ?? []) if (site.pages.has(path)) changes.set(path, undefined);
  let moved = changes.size > 0;
  for (const scanned of change.scanned ?? []) {
    const own = change.placed?.get(scanned) ?? placePage(scanned, site.model, others);
    const page = asPart(own, site.taken);
    moved ||= !sameRoutes(site.pages.get(scanned.path), page);
    changes.set(scanned.path, page);
  }
  const pages = changes.size === 0 ? site.pages : patchMap(site.pages, changes);
  const tables = moved
    ? { served: serve(pages), generated: generatedBy(pages), shape: {} }
    : { served: repoint(site, changes) };
  const after = {
    ...site,
    files: change.files ?? site.files,
    uris: change.uris ?? site.uris,
    unreadable: change.unreadable ?? site.unreadable,
    pages,
    ...tables,
  };
  if (!moved && after.files === site.files && after.unreadable === site.unreadable)
    descend(after, site, [...changes.keys()]);
  return after;
}

/**
 * The site under another model, of other files: pages are placed anew (but those in `placed`, which were beforehand), none is
 * scanned. One that gets the same place stays the same object. Pages whose syntax the model reads differently are the caller's to scan.
 */
export function replaceModel(
  site: Site,
  model: SiteModel,
  more: { readonly files?: ReadonlySet<FilePath>; readonly placed?: ReadonlyMap<ScannedPage, Page> } = {},
): Site {
  const taken = takenIn(
    model,
    [...site.pages.values()].map(({ scanned }) => scanned),
  );
  const pages = new Map<PagePath, Page>();
  for (const [path, before] of site.pages) {
    const own =
      more.placed?.get(before.scanned) ??
      placePage(before.scanned, model, (other) => site.pages.get(other)?.scanned);
    const page = asPart(own, taken);
    pages.set(path, isSamePlace(before, page) ? before : page);
  }
  const tables = { served: serve(pages), generated: generatedBy(pages), shape: {} };
  return { ...site, model, files: more.files ?? site.files, pages, taken, ...tables };
}

/** The files that other pages make a part of themselves. */
function takenIn(model: SiteModel, pages: readonly ScannedPage[]): ReadonlySet<PagePath> {
  return new Set(model.takesIn ? pages.flatMap((page) => model.takesIn?.(page) ?? []) : []);
}

function asPart(page: Page, taken: ReadonlySet<PagePath>): Page {
  if (page.route === undefined || !taken.has(page.path)) return page;
  return { ...page, route: undefined, aliases: [], generates: [] };
}

function scannedAfter(site: Site, { scanned = [], removed = [] }: SiteChange): PageLookup {
  const fresh = new Map(scanned.map((page) => [page.path, page]));
  const gone = new Set(removed);
  return (path) => fresh.get(path) ?? (gone.has(path) ? undefined : site.pages.get(path)?.scanned);
}

/** Does a changed page give something else to others than before? Then these have another place, too. */
function givesOther({ model, pages }: Site, change: SiteChange, after: PageLookup): boolean {
  const { handsDown, takesIn } = model;
  if (!handsDown && !takesIn) return false;
  const given = (page: ScannedPage | undefined) =>
    JSON.stringify([page && handsDown?.(page), (page && takesIn?.(page)) ?? []]);
  const { scanned = [], removed = [] } = change;
  return [...scanned.map(({ path }) => path), ...removed].some(
    (path) => given(pages.get(path)?.scanned) !== given(after(path)),
  );
}

function placedAnew(site: Site, change: SiteChange, after: PageLookup): Site {
  const paths = new Set([...site.pages.keys(), ...(change.scanned ?? []).map(({ path }) => path)]);
  return makeSite({
    root: site.root,
    model: site.model,
    files: change.files ?? site.files,
    uris: change.uris ?? site.uris,
    unreadable: change.unreadable ?? site.unreadable,
    pages: [...paths].flatMap((path) => after(path) ?? []),
  });
}

type Served = Site["served"];

/** Of two pages with one route, the first in order of path has it; an alias never hides a page. */
function serve(pages: ReadonlyMap<PagePath, Page>): Served {
  const served = new Map<string, { readonly page: Page; readonly alias: boolean }>();
  for (const page of pages.values()) {
    if (page.route === undefined) continue;
    const key = routeKey(page.route);
    const other = served.get(key);
    if (!other || page.path < other.page.path) served.set(key, { page, alias: false });
  }
  for (const page of pages.values()) {
    for (const alias of page.aliases) {
      const key = routeKey(alias);
      if (!served.has(key)) served.set(key, { page, alias: true });
    }
  }
  return served;
}

function generatedBy(pages: ReadonlyMap<PagePath, Page>): ReadonlySet<string> {
  const generated = new Set<string>();
  for (const page of pages.values()) for (const route of page.generates) generated.add(routeKey(route));
  return generated;
}

/** The same table with new pages in the place of old ones of equal routes. */
function repoint(site: Site, changes: ReadonlyMap<PagePath, Page | undefined>): Served {
  const served = new Map<string, { readonly page: Page; readonly alias: boolean }>();
  for (const [path, page] of changes) {
    if (!page) continue;
    for (const route of [page.route, ...page.aliases]) {
      if (route === undefined) continue;
      const key = routeKey(route);
      const there = site.served.get(key);
      if (there?.page.path === path) served.set(key, { page, alias: there.alias });
    }
  }
  return served.size === 0 ? site.served : patchMap(site.served, served);
}

function sameRoutes(before: Page | undefined, after: Page): boolean {
  return (
    before !== undefined &&
    before.route === after.route &&
    isSameList(before.aliases, after.aliases) &&
    isSameList(before.generates, after.generates)
  );
}

function isSamePlace(before: Page, after: Page): boolean {
  return (
    sameRoutes(before, after) &&
    before.title === after.title &&
    isSameList(before.headingIds, after.headingIds) &&
    isSameList([...before.ids.keys()], [...after.ids.keys()])
  );
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}
