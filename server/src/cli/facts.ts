// The pages and links of a handbook as JSON Lines, for scripts and for our judges.

import { resolveWritten, verdictOf } from "../site/resolveLink.ts";
import { shownHeadings, shownLinks, shownParts } from "../site/shown.ts";
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
  return [...shown, ...tags].sort((a, b) => a.offset - b.offset).flatMap(({ id }) => id ?? []);
}

/**
 * One line a link that a reader sees: `{ page, file, line, column, kind, href, verdict, target? }`. `page` shows it, `file`
 * is where it stands, which differs for what a page includes; line and column from 1.
 */
export function* linkFacts(sites: readonly LivingSite[]): Generator<string> {
  for (const { site, prefix } of sites) {
    for (const page of sortedPages(site.pages.values())) {
      if (page.route === undefined) continue;
      for (const { page: part, link } of shownLinks(site, page)) {
        const { destination, span, image } = link;
        const { line, character } = positionAt(part.scanned.lines, span.start);
        const target = resolveWritten(site, page, link, part);
        const leads = targetOf(target);
        yield JSON.stringify({
          page: prefix + page.path,
          file: prefix + part.path,
          line: line + 1,
          column: character + 1,
          kind: image ? "image" : "link",
          href: destination.value,
          verdict: verdictOf(target),
          ...(leads !== undefined && { target: leads }),
        });
      }
    }
  }
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
