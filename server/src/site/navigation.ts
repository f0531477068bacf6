// The site's navigation as a table: where each page stands in it, and what comes before and after. Of one snapshot.

import type { PagePath } from "../page/scannedPage.ts";
import { pageOf } from "./endOf.ts";
import { keptTable } from "./keptTable.ts";
import { pageFace } from "./pageFace.ts";
import { pagesShowing } from "./shown.ts";
import type { FilePath, Page, Site } from "./site.ts";
import type { EntryList, Navigation, NavigationEntry } from "./siteModel.ts";

export interface NavigationPlace {
  readonly entry: NavigationEntry;
  /** The entries above it, the outermost first. */
  readonly ancestors: readonly NavigationEntry[];
  readonly previous: Page | undefined;
  readonly next: Page | undefined;
}

export interface SiteNavigation {
  readonly entries: readonly NavigationEntry[];
  /** Is this a page that a reader finds, or that there is at all, only when the navigation names it? */
  needs(page: Page, site: Site): boolean;
  /** The files in which its entries are written. */
  readonly files: readonly FilePath[];
  /** The first place of each page in it. */
  readonly places: ReadonlyMap<PagePath, NavigationPlace>;
  /** All entries, groups among them, in reading order. */
  readonly all: readonly NavigationEntry[];
  /** The lists at its top to which an entry can be added. */
  readonly lists: readonly EntryList[];
}

/** The navigation of the site; undefined where it has none that we can read. */
export function navigationOf(site: Site): SiteNavigation | undefined {
  return site.model.navigation && table(site);
}

const table = keptTable(pageFace, makeTable);

function makeTable(site: Site): SiteNavigation {
  const navigation: Navigation = site.model.navigation?.(site) ?? { entries: [], exhaustive: false };
  const { entries, exhaustive, covers, admits, lists = [] } = navigation;
  const walked = walk(entries, []);
  const pages = walked.flatMap(({ entry }) => pageOf(entry.target) ?? []);
  const places = new Map<PagePath, NavigationPlace>();
  let index = -1;
  for (const { entry, ancestors } of walked) {
    const page = pageOf(entry.target);
    if (!page) continue;
    index++;
    if (!places.has(page.path))
      places.set(page.path, { entry, ancestors, previous: pages[index - 1], next: pages[index + 1] });
  }
  const files = [...new Set(walked.flatMap(({ entry }) => entry.written?.file ?? []))];
  return {
    entries,
    needs(page, now) {
      if (!exhaustive || places.size === 0) return false;
      if (page.route !== undefined) return covers?.(page) ?? true;
      return admits?.(page) === true && pagesShowing(now, page).length === 0;
    },
    files,
    places,
    all: walked.map(({ entry }) => entry),
    lists,
  };
}

interface Walked {
  readonly entry: NavigationEntry;
  readonly ancestors: readonly NavigationEntry[];
}

function walk(entries: readonly NavigationEntry[], ancestors: readonly NavigationEntry[]): readonly Walked[] {
  return entries.flatMap((entry) => [{ entry, ancestors }, ...walk(entry.children, [...ancestors, entry])]);
}
