// `route-conflict`: two pages want the same route, and the site serves one of them or stops building. Also two that differ
// in case only, which a disk of Windows or macOS, and many a host, takes for the same.

import { entryOf } from "../frontmatter/keys.ts";
import type { PagePath } from "../page/scannedPage.ts";
import { remember } from "../site/remember.ts";
import { routeKey } from "../site/routeKey.ts";
import type { Page, Site } from "../site/site.ts";
import type { Span } from "../text/span.ts";
import type { Rule } from "./finding.ts";
import { titleSpan } from "./titleSpan.ts";

export const routeConflict: Rule = {
  codes: ["route-conflict"],
  check(site, page) {
    // Routes are the site's own only when its configuration could be read.
    if (page.route === undefined || site.model.broken) return [];
    const others = (
      remember(tables, site.shape, () => byRoute(site)).get(foldedKey(page.route)) ?? []
    ).filter((path) => path !== page.path);
    const [path] = others;
    const other = path === undefined ? undefined : site.pages.get(path);
    if (!other) return [];
    return [{ code: "route-conflict", span: placeOf(page), message: messageOf(page, other) }];
  },
};

const tables = new WeakMap<object, ReadonlyMap<string, readonly PagePath[]>>();

function byRoute(site: Site): ReadonlyMap<string, readonly PagePath[]> {
  const table = new Map<string, PagePath[]>();
  for (const { route, path } of site.pages.values()) {
    if (route === undefined) continue;
    const key = foldedKey(route);
    const list = table.get(key);
    if (list) list.push(path);
    else table.set(key, [path]);
  }
  return table;
}

function foldedKey(route: string): string {
  return routeKey(route).toLowerCase();
}

function messageOf(page: Page, other: Page): string {
  if (routeKey(page.route ?? "") !== routeKey(other.route ?? ""))
    return `${other.path} is served at ${other.route}, which differs from ${page.route} in capital letters only: some hosts and disks take them for one page. Rename one of them.`;
  return `${other.path} is served at ${page.route}, too, and the site can show only one of them there. Give one of them another address.`;
}

/** The key that sets the address, the whole frontmatter, or the title where there is none. */
function placeOf(page: Page): Span {
  const { frontmatter } = page.scanned;
  for (const key of ["slug", "url", "permalink", "id"]) {
    const entry = entryOf(frontmatter, key);
    if (entry) return entry.value.span;
  }
  return frontmatter?.span ?? titleSpan(page);
}
