// The pages and links of a handbook as JSON Lines, for scripts and for our judges.

import { resolveLink, verdictOf } from "../site/resolveLink.ts";
import type { LinkTarget } from "../site/site.ts";
import { positionAt } from "../text/lineIndex.ts";
import type { LivingSite } from "../workspace/livingSite.ts";
import { sortedPages } from "./check.ts";

/** One line a page that the site serves: `{ page, route, heading_ids }`. */
export function* pageFacts(sites: readonly LivingSite[]): Generator<string> {
  for (const { site, prefix } of sites) {
    for (const page of sortedPages(site.pages.values())) {
      if (page.route === undefined) continue;
      const heading_ids = page.headingIds.filter((id) => id !== undefined);
      yield JSON.stringify({ page: prefix + page.path, route: page.route, heading_ids });
    }
  }
}

/** One line a link: `{ page, file, line, column, kind, href, verdict, target? }`; line and column from 1. */
export function* linkFacts(sites: readonly LivingSite[]): Generator<string> {
  for (const { site, prefix } of sites) {
    for (const page of sortedPages(site.pages.values())) {
      const file = prefix + page.path;
      for (const { destination, span, image } of page.scanned.links) {
        const { line, character } = positionAt(page.scanned.lines, span.start);
        const target = resolveLink(site, page, destination.value);
        const leads = targetOf(target);
        yield JSON.stringify({
          page: file,
          file,
          line: line + 1,
          column: character + 1,
          kind: image ? "image" : "link",
          href: destination.raw,
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
