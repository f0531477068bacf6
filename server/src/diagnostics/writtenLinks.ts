// Each destination that an author wrote on a page, cut into its parts and resolved: what all link rules look at. Made
// once for a page of a site and kept as long as they are; a definition that nothing uses is not among them.

import type { Definition, Destination, Link } from "../markdown/markdownScan.ts";
import { type DestinationParts, splitDestination } from "../site/destination.ts";
import { destinationsOf, mostLinks, type WrittenDestination } from "../site/queries.ts";
import { resolveLink, resolveWritten } from "../site/resolveLink.ts";
import type { LinkTarget, Page, Site } from "../site/site.ts";
import type { LinkStyle } from "../site/siteModel.ts";
import type { Span } from "../text/span.ts";
import { sourceSpan } from "./sourceSpan.ts";

export interface WrittenLink {
  readonly destination: Destination;
  /** The link that it stands in; of a definition, the first link that uses it. */
  readonly link: Link | undefined;
  readonly definition: Definition | undefined;
  readonly target: LinkTarget;
  /** "example.com", or undefined for a path. */
  readonly host: string | undefined;
  /** Of `https://example.com/team?x#roles`: "https://example.com". */
  readonly origin: string;
  /** "/team"; empty for a fragment alone. */
  readonly path: string;
  /** "roles", or undefined when there is no hash. */
  readonly fragment: string | undefined;
  /** Where each stands in the destination's value. */
  readonly parts: DestinationParts;
}

/** Where the origin stands on the page; an empty span where there is none, as with the other parts. */
export function originSpan({ destination, parts }: WrittenLink): Span {
  return sourceSpan(destination, 0, parts.originEnd);
}

export function pathSpan({ destination, parts }: WrittenLink): Span {
  return sourceSpan(destination, parts.pathStart, parts.pathEnd);
}

/** Question mark included. */
export function querySpan({ destination, parts }: WrittenLink): Span {
  return sourceSpan(destination, parts.pathEnd, parts.pathEnd + parts.query.length);
}

/** Without its hash. */
export function fragmentSpan({ destination, parts }: WrittenLink): Span {
  return sourceSpan(destination, parts.fragmentStart, destination.value.length);
}

const known = new WeakMap<Site, WeakMap<Page, readonly WrittenLink[]>>();

/** In order of their destinations' place, the first `mostLinks` of them. */
export function writtenLinks(site: Site, page: Page): readonly WrittenLink[] {
  const ofSite = known.get(site) ?? new WeakMap<Page, readonly WrittenLink[]>();
  known.set(site, ofSite);
  let links = ofSite.get(page);
  if (!links) {
    links = destinationsOf(page)
      .slice(0, mostLinks)
      .map((place) => writtenLink(site, page, place));
    ofSite.set(page, links);
  }
  return links;
}

/** The one in whose destination a finding stands. */
export function writtenLinkAt(site: Site, page: Page, span: Span): WrittenLink | undefined {
  const links = writtenLinks(site, page);
  const link = links[lastStartingBy(links.length, (i) => links[i]?.destination.span.start ?? 0, span.start)];
  return link && span.end <= link.destination.span.end ? link : undefined;
}

/** Of a list in order of start: the index of the last that starts at `offset` or before it; -1 when none does. */
export function lastStartingBy(length: number, startOf: (index: number) => number, offset: number): number {
  let low = -1;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How this link is written, so that what replaces it is written likewise. */
export function styleOf(written: WrittenLink): LinkStyle {
  return {
    form: written.path.startsWith("/") || written.origin !== "" ? "site-root" : "relative",
    extension: /\.mdx?$/i.test(written.path),
    trailingSlash: written.path.length > 1 && written.path.endsWith("/"),
  };
}

function writtenLink(
  site: Site,
  page: Page,
  { destination, link, definition }: WrittenDestination,
): WrittenLink {
  const parts = splitDestination(destination.value);
  return {
    destination,
    link,
    definition,
    target: link ? resolveWritten(site, page, link) : resolveLink(site, page, destination.value),
    host: parts.host,
    origin: parts.origin ?? "",
    path: parts.path,
    fragment: parts.fragment,
    parts,
  };
}
