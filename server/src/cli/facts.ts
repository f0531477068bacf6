// The pages and links of a handbook as JSON Lines, for scripts and for our judges.

import type { Link } from "../markdown/markdownScan.ts";
import { resolveWritten, verdictOf } from "../site/resolveLink.ts";
import { ownPartials, type ShownLink, shownHeadings, shownLinks, shownParts } from "../site/shown.ts";
import type { LinkTarget, Page, Site } from "../site/site.ts";
import { positionAt } from "../text/lineIndex.ts";
import type { LivingSite } from "../workspace/livingSite.ts";
import { sortedPages } from "./check.ts";

/** One line a page that the site serves: `{ page, route, heading_ids }`. */
export function* pageFacts(sites: readonly LivingSite[]): Generator<string> {
  for (const { site, prefix } of sites) {
    for (const page of sortedPages(site.pages.values())) {
      if (page.route === undefined) continue;
      yield JSON.stringify({
        page: prefix + page.path,
        route: page.route,
        heading_ids: headingIds(site, page),
      });
    }
  }
}

/** Ids of the headings that a reader sees, in order: Markdown's, those of partials, and `<h2 id>` tags. */
export function headingIds(site: Site, page: Page): readonly string[] {
  const shown = shownHeadings(site, page).map(({ id, offset }) => ({ id, offset }));
  const tags = shownParts(site, page).flatMap(({ page: part, offset }) =>
    part.scanned.anchors
      .filter(({ tag, attribute }) => /^h[1-6]$/i.test(tag) && attribute === "id")
      .map(({ id, span }) => ({ id, offset: offset ?? span.start })),
  );
  return [...shown, ...tags].sort((a, b) => a.offset - b.offset).flatMap(({ id }) => id || []);
}

/**
 * One line a link that a reader sees: `{ page, file, line, column, kind, href, written?, verdict, target? }`. `page` shows it,
 * `file` is where it stands, which differs for what a page includes; line and column from 1. `href` is what Markdown has;
 * where a shortcode makes it, `written` is the shortcode.
 * Where the links of an included file are read from that file, they are told for the file itself, too.
 */
export function* linkFacts(sites: readonly LivingSite[]): Generator<string> {
  for (const living of sites) {
    const { site } = living;
    const partials = new Set(ownPartials(site));
    for (const page of sortedPages(site.pages.values())) {
      const own = partials.has(page) ? page.scanned.links.map((link) => ({ page, link })) : [];
      for (const shown of page.route === undefined ? own : shownLinks(site, page)) {
        const fact = linkFact(living, page, shown);
        if (fact !== undefined) yield fact;
      }
    }
  }
}

/** Undefined for what is perhaps no link at all: a shortcode's template decides it. */
function linkFact(
  { site, prefix }: LivingSite,
  page: Page,
  { page: part, link }: ShownLink,
): string | undefined {
  const { destination, span, image } = link;
  const { line, character } = positionAt(part.scanned.lines, span.start);
  const target = resolveWritten(site, page, link, part);
  if (link.within !== undefined && target.kind === "unknown") return undefined;
  const leads = targetOf(target);
  const href = hrefOf(site, page, link);
  return JSON.stringify({
    page: prefix + page.path,
    file: prefix + part.path,
    line: line + 1,
    column: character + 1,
    kind: image ? "image" : "link",
    href,
    ...(href !== destination.value && { written: destination.value }),
    verdict: verdictOf(target),
    ...(leads !== undefined && { target: leads }),
  });
}

/** The destination of a link as Markdown reads it, after the generator has put addresses in the place of its shortcodes; a wiki's as written. */
export function hrefOf(site: Site, page: Page, { kind, destination }: Link): string {
  if (kind === "wiki") return destination.raw;
  return site.model.expandedAddress?.(destination.value, page, site) ?? destination.value;
}

function targetOf(target: LinkTarget): string | undefined {
  switch (target.kind) {
    case "page":
      return target.page.path;
    case "file":
      return target.path;
    case "generated":
      return target.route;
    case "redirect":
      return targetOf(target.end) ?? target.address;
    default:
      return undefined;
  }
}
