// What we say of a site, in the rows that the truth files have.

import type { Link } from "../../server/src/markdown/markdownScan.ts";
import { resolveLink, verdictOf } from "../../server/src/site/resolveLink.ts";
import { shownHeadings } from "../../server/src/site/shownHeadings.ts";
import type { Page, Site } from "../../server/src/site/site.ts";

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
      : linksShown(site, page).map((link): LinkRow => {
          const href = link.destination.value;
          const verdict = verdictOf(resolveLink(site, page, href));
          return { page: page.path, href, kind: link.image ? "image" : "link", verdict };
        }),
  );
}

/** The page's own links and those of files that it shows: the site has both on the page. */
function linksShown(site: Site, page: Page): readonly Link[] {
  const partials = site.model.partialsOf?.(page.scanned) ?? [];
  return [
    ...page.scanned.links,
    ...partials.flatMap(({ path }) => site.pages.get(path)?.scanned.links ?? []),
  ];
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
      : [
          {
            page: page.path,
            route: page.route,
            heading_ids: idsShown(site, page),
          },
        ],
  );
}

/** Ids of Markdown headings and of `<h2 id>` tags, in order. */
function idsShown(site: Site, page: Page): readonly string[] {
  const shown = shownHeadings(site, page).map(({ id, offset }) => ({ id, offset }));
  const tags = page.scanned.anchors
    .filter(({ tag, attribute }) => /^h[1-6]$/i.test(tag) && attribute === "id")
    .map(({ id, span }) => ({ id, offset: span.start }));
  return [...shown, ...tags].sort((a, b) => a.offset - b.offset).flatMap(({ id }) => id ?? []);
}
