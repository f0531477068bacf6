// What we say of a site, in the rows that the truth files have.

import { headingIds, hrefOf } from "../../server/src/cli/facts.ts";
import { resolveWritten, verdictOf } from "../../server/src/site/resolveLink.ts";
import { ownPartials, shownLinks } from "../../server/src/site/shown.ts";
import type { Site } from "../../server/src/site/site.ts";

export interface LinkRow {
  readonly page: string;
  readonly href: string;
  readonly kind: "image" | "link";
  readonly verdict: string;
}

export function linkRows(site: Site): readonly LinkRow[] {
  return [...site.pages.values()].flatMap((page) =>
    page.route === undefined
      ? []
      : shownLinks(site, page).flatMap(({ page: part, link }): LinkRow[] => {
          const href = hrefOf(site, page, link);
          const verdict = verdictOf(resolveWritten(site, page, link, part));
          if (link.within !== undefined && verdict === "unknown") return [];
          return [{ page: page.path, href, kind: link.image ? "image" : "link", verdict }];
        }),
  );
}

/** The links of files that pages show, for the file itself, as the command line tells them. */
export function partialRows(site: Site): readonly LinkRow[] {
  return ownPartials(site).flatMap((page) =>
    page.scanned.links.map((link): LinkRow => {
      const href = link.destination.value;
      const verdict = verdictOf(resolveWritten(site, page, link));
      return { page: page.path, href, kind: link.image ? "image" : "link", verdict };
    }),
  );
}

export interface PageRow {
  readonly page: string;
  readonly route: string;
  readonly heading_ids: readonly string[];
}

export function pageRows(site: Site): readonly PageRow[] {
  return [...site.pages.values()].flatMap((page) =>
    page.route === undefined
      ? []
      : [{ page: page.path, route: page.route, heading_ids: headingIds(site, page) }],
  );
}
