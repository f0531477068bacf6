// Which pages must be known whole before it can be said where the links of a page lead: those that it shows, those that
// its links lead to, and what these show. Asked when the heads of all pages are known, so that every link finds its page.

import type { PagePath } from "../page/scannedPage.ts";
import { pageOf } from "../site/endOf.ts";
import { resolveWritten } from "../site/resolveLink.ts";
import { shownLinks, shownParts } from "../site/shown.ts";
import type { Page, Site } from "../site/site.ts";

export function meantPages(site: Site, page: Page): ReadonlySet<PagePath> {
  const found = new Set<PagePath>();
  const enter = (shown: Page) => {
    if (found.has(shown.path)) return;
    for (const part of shownParts(site, shown)) found.add(part.page.path);
  };
  enter(page);
  for (const { page: from, link } of shownLinks(site, page)) {
    const target = pageOf(resolveWritten(site, page, link, from));
    if (target) enter(target);
  }
  return found;
}
