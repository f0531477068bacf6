// `link-case`: the site has the page in another case. Disks of Windows and macOS, and so the preview on an author's own
// machine, take both for the same; most hosts do not.

import type { PagePath } from "../page/scannedPage.ts";
import { remember } from "../site/remember.ts";
import { decodeOnce, routeKey } from "../site/routeKey.ts";
import type { Page, Site } from "../site/site.ts";
import type { Rule } from "./finding.ts";
import { changePath, findingAt, preferFirst } from "./linkFixes.ts";
import { pathSpan, type WrittenLink, writtenLinkAt, writtenLinks } from "./writtenLinks.ts";

export const linkCase: Rule = {
  codes: ["link-case"],
  check: (site, page) =>
    writtenLinks(site, page).flatMap((written) => {
      const other = pageInOtherCase(site, written);
      if (!other) return [];
      const address = (site.model.base ?? "") + other.route;
      const message = `The site serves this page at ${address}, and most hosts tell capital letters from small ones. Change the link to ${address}.`;
      return [findingAt("link-case", pathSpan(written), message)];
    }),
  fix(site, page, finding) {
    const written = writtenLinkAt(site, page, finding.span);
    const other = written && pageInOtherCase(site, written);
    return written && other ? preferFirst([changePath({ site, page }, written, other)], true) : [];
  },
};

/** The page that a dead link names in another case. */
export function pageInOtherCase(site: Site, { target }: WrittenLink): Page | undefined {
  if (target.kind !== "missing" || target.what !== "page") return undefined;
  const path = remember(tables, site.shape, () => pathsByRoute(site)).get(
    foldedKey(decodeOnce(target.route)),
  );
  const page = path && site.pages.get(path);
  // The same letters at a place that is missing: a link without the base path, say.
  return page?.route !== undefined && routeKey(decodeOnce(target.route)) !== routeKey(page.route)
    ? page
    : undefined;
}

const tables = new WeakMap<object, ReadonlyMap<string, PagePath>>();

function pathsByRoute(site: Site): ReadonlyMap<string, PagePath> {
  const table = new Map<string, PagePath>();
  for (const { route, path } of site.pages.values())
    if (route !== undefined) table.set(foldedKey(route), path);
  return table;
}

function foldedKey(route: string): string {
  return routeKey(route).toLowerCase();
}
