// What a reader sees on a page: its own text and that of the files it shows within it (partials, includes), to any depth.

import type { Heading, Link } from "../markdown/markdownScan.ts";
import type { PagePath } from "../page/scannedPage.ts";
import type { Span } from "../text/span.ts";
import { inclusionsOf } from "./inclusions.ts";
import { keptTable } from "./keptTable.ts";
import type { HeadingId, Page, Site } from "./site.ts";

/** A file whose text a page shows; the page itself is the first. */
export interface ShownPart {
  readonly page: Page;
  /** Where on the shown page it begins to appear; undefined for the page itself, whose text stands where it stands. */
  readonly offset: number | undefined;
  /** The stretch of its text that is shown; undefined for all of it. */
  readonly part?: Span;
  /** The places at which it is shown, each in the file that is shown at the one before. */
  readonly chain: readonly number[];
  /** As those of `Inclusion`. */
  readonly apart?: number;
  readonly home?: boolean;
}

export interface ShownHeading {
  /** The page or partial that it is written on. */
  readonly page: Page;
  readonly heading: Heading;
  readonly id: HeadingId | undefined;
  /** Where on the shown page it appears. */
  readonly offset: number;
}

export interface ShownLink {
  /** The page or partial that it is written on. */
  readonly page: Page;
  readonly link: Link;
}

/** More parts than any page has: beyond it, what includes what in circles of its own is cut off. */
const most = 500;

/** The page, then every file that it shows, in the order of their places; a file that shows itself is not entered again. */
export function shownParts(site: Site, page: Page): readonly ShownPart[] {
  const inclusions = site.model.partialsOf;
  const parts: ShownPart[] = [{ page, offset: undefined, chain: [] }];
  if (!inclusions) return parts;
  const enter = (from: ShownPart, path: readonly PagePath[]) => {
    for (const inclusion of inclusions(from.page.scanned)) {
      const partial = site.pages.get(inclusion.path);
      if (!partial || path.includes(inclusion.path) || parts.length > most) continue;
      if (!isShown(from, inclusion.offset)) continue;
      const part: ShownPart = {
        page: partial,
        offset: from.offset ?? inclusion.offset,
        chain: [...from.chain, inclusion.offset],
        ...(inclusion.part && { part: inclusion.part(partial.scanned) }),
        ...(inclusion.apart !== undefined && { apart: inclusion.apart }),
        ...(inclusion.home && { home: true }),
      };
      parts.push(part);
      enter(part, [...path, inclusion.path]);
    }
  };
  for (const first of parts.slice()) enter(first, [page.path]);
  return parts;
}

/** The headings that a reader sees on the page, in order. */
export function shownHeadings(site: Site, page: Page): readonly ShownHeading[] {
  const parts = shownParts(site, page);
  const headings = parts.flatMap((part) => headingsOf(part)).sort((a, b) => inReadingOrder(a.chain, b.chain));
  const together =
    parts.length > 1 ? site.model.idsTogether?.(headings.map(({ counted }) => counted)) : undefined;
  return headings.map(({ shown }, at) => (together ? { ...shown, id: together[at] } : shown));
}

/** The links that a reader sees on the page, its own first. */
export function shownLinks(site: Site, page: Page): readonly ShownLink[] {
  return shownParts(site, page).flatMap((part) =>
    part.page.scanned.links
      .filter(({ span }) => isShown(part, span.start))
      .map((link) => ({ page: part.page, link: part.home ? { ...link, home: true } : link })),
  );
}

/** The pages that show a file within them; none for a file that is a page of its own. */
export function pagesShowing(site: Site, partial: Page): readonly Page[] {
  if (!site.model.partialsOf || partial.route !== undefined) return [];
  return (
    showing(site)
      .get(partial.path)
      ?.flatMap((path) => site.pages.get(path) ?? []) ?? []
  );
}

/** Files that some page shows and whose links are read from the file itself: what they lead to is the same for every page. */
export function ownPartials(site: Site): readonly Page[] {
  if (site.model.partialLinks === "page") return [];
  return [...site.pages.values()].filter((page) => pagesShowing(site, page).length > 0);
}

/** Where on the page (or on which partial of it) an id is. */
export function shownId(
  site: Site,
  page: Page,
  id: string,
): { readonly page: Page; readonly span: Span } | undefined {
  const own = page.ids.get(id);
  if (own || !site.model.partialsOf) return own && { page, span: own };
  const parts = shownParts(site, page);
  if (parts.length === 1) return undefined;
  if (site.model.idsTogether) {
    const heading = shownHeadings(site, page).find((one) => one.id === id);
    if (heading) return { page: heading.page, span: heading.heading.span };
  }
  for (const part of parts) {
    const span = part.page.ids.get(id);
    if (span && isShown(part, span.start)) return { page: part.page, span };
  }
  return undefined;
}

const showing = keptTable(inclusionsOf, collectShowing);

function collectShowing(site: Site): ReadonlyMap<PagePath, readonly PagePath[]> {
  const table = new Map<PagePath, PagePath[]>();
  for (const page of site.pages.values()) {
    if (page.route === undefined) continue;
    for (const { page: part } of shownParts(site, page).slice(1)) {
      const list = table.get(part.path);
      if (!list) table.set(part.path, [page.path]);
      else if (!list.includes(page.path)) list.push(page.path);
    }
  }
  return table;
}

interface OrderedHeading {
  readonly shown: ShownHeading;
  /** As ids are counted: with those of its page, or apart. */
  readonly counted: Heading;
  readonly chain: readonly number[];
}

function headingsOf(part: ShownPart): readonly OrderedHeading[] {
  const { page, offset, chain, apart } = part;
  return page.scanned.headings.flatMap((heading, at) => {
    const { start } = heading.span;
    if (!isShown(part, start)) return [];
    const shown = { page, heading, id: page.headingIds[at], offset: offset ?? start };
    return [
      { shown, counted: apart === undefined ? heading : { ...heading, apart }, chain: [...chain, start] },
    ];
  });
}

/** Is this place of the file within the stretch that is shown? */
function isShown({ part }: ShownPart, offset: number): boolean {
  return part === undefined || (offset >= part.start && offset < part.end);
}

function inReadingOrder(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
