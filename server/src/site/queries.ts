// What features and rules ask a Site, beside resolveLink. Each answer is of one snapshot.

import type { Definition, Destination, Link } from "../markdown/markdownScan.ts";
import { touches } from "../text/span.ts";
import { pathOfTarget } from "./endOf.ts";
import { remember } from "./remember.ts";
import { resolveWritten } from "./resolveLink.ts";
import type { FilePath, LinkTarget, Page, Site } from "./site.ts";

export { hrefTo } from "./hrefTo.ts";
export { linkHabit } from "./linkHabit.ts";
export { nearestFiles, nearestIds, nearestRoutes } from "./nearest.ts";
export { pagesWithId } from "./pagesWithId.ts";

/** The URI of a file of the site, by the name that it has on the disk. */
export function uriOf(site: Site, path: string): string {
  return site.uris.get(path) ?? `${site.root}/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** The path below the site's root that a URI names; undefined outside of it. However the editor encoded it (`file:///c%3A/x`). */
export function pathOf(site: Site, uri: string): FilePath | undefined {
  const [root, full] = [comparable(site.root), comparable(uri)];
  return full.startsWith(`${root}/`) ? (full.slice(root.length + 1) as FilePath) : undefined;
}

/** Of so many destinations on a page it is looked where they lead. No handbook's page comes near; one made by a program would hold up all others. */
export const mostLinks = 2000;

/** A place where an author wrote a destination. */
export interface WrittenDestination {
  readonly destination: Destination;
  /** The link that it stands in; of a definition, the first link that uses it. */
  readonly link: Link | undefined;
  readonly definition: Definition | undefined;
}

/** Each place on the page where a destination is written, once, in order: links with one of their own, and definitions that are used. */
export function destinationsOf(page: Page): readonly WrittenDestination[] {
  return remember(written, page.scanned.links, () => listDestinations(page));
}

/** The link under the cursor; the innermost where an image stands in a link. In a definition, the first link that uses it. */
export function linkAt(page: Page, offset: number): Link | undefined {
  let found: Link | undefined;
  for (const link of page.scanned.links) {
    if (link.span.start > offset) break;
    if (touches(link.span, offset) && (!found || length(link) <= length(found))) found = link;
  }
  return found ?? page.scanned.links.find((link) => touches(link.destination.span, offset));
}

/** A link on a page, with what it leads to. */
export interface Backlink {
  readonly page: Page;
  readonly link: Link;
  readonly target: LinkTarget;
}

/** All links whose target is this page (any heading of it) or file, redirects followed. */
export function linksTo(site: Site, target: Page | FilePath): readonly Backlink[] {
  return (
    remember(backlinks, site, collectBacklinks).get(typeof target === "string" ? target : target.path) ?? []
  );
}

/** By the list of the page's links, which is forgotten together with them when the page is only known packed. */
const written = new WeakMap<readonly Link[], readonly WrittenDestination[]>();
const backlinks = new WeakMap<Site, ReadonlyMap<string, readonly Backlink[]>>();

function listDestinations(page: Page): readonly WrittenDestination[] {
  const byStart = new Map<number, WrittenDestination>();
  for (const link of page.scanned.links) {
    const { start } = link.destination.span;
    if (!byStart.has(start))
      byStart.set(start, { destination: link.destination, link, definition: undefined });
  }
  for (const definition of page.scanned.definitions) {
    const { start } = definition.destination.span;
    const used = byStart.get(start);
    if (used) byStart.set(start, { ...used, definition });
  }
  return [...byStart.values()].sort((a, b) => a.destination.span.start - b.destination.span.start);
}

function collectBacklinks(site: Site): ReadonlyMap<string, readonly Backlink[]> {
  const edges = new Map<string, Backlink[]>();
  for (const page of site.pages.values()) {
    for (const link of page.scanned.links) {
      const target = resolveWritten(site, page, link);
      const path = pathOfTarget(target);
      if (path === undefined) continue;
      const list = edges.get(path);
      if (list) list.push({ page, link, target });
      else edges.set(path, [{ page, link, target }]);
    }
  }
  return edges;
}

function length(link: Link): number {
  return link.span.end - link.span.start;
}

function comparable(uri: string): string {
  let decoded = uri;
  try {
    decoded = decodeURIComponent(uri);
  } catch {
    // A URI with a lone `%` is compared as it stands.
  }
  return decoded
    .replace(/^file:\/\/\/([A-Z]):/, (_, drive: string) => `file:///${drive.toLowerCase()}:`)
    .normalize("NFC");
}
