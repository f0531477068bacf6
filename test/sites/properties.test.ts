// What holds for every generator: a link that we write arrives, and a handbook says the same wherever its folder lies.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { hrefTo } from "../../server/src/site/queries.ts";
import { resolveLink } from "../../server/src/site/resolveLink.ts";
import { encodePath } from "../../server/src/site/routeKey.ts";
import type { Page, Site } from "../../server/src/site/site.ts";
import type { LinkStyle } from "../../server/src/site/siteModel.ts";
import { moved, readSite, readTree, siteOf } from "../truth/corpus.ts";
import { linkRows, pageRows } from "../truth/rows.ts";

const here = fileURLToPath(new URL("./", import.meta.url));
const names = readdirSync(here).filter((name) => existsSync(join(here, name, "golden")));

const folder = "company/the site";

const styles: readonly LinkStyle[] = (["site-root", "relative"] as const).flatMap((form) =>
  [true, false].flatMap((extension) =>
    [true, false].map((trailingSlash): LinkStyle => ({ form, extension, trailingSlash })),
  ),
);

/** Pages that a reader can reach: of two with one address only one is served, and a redirect may hide one. */
function reachable(site: Site): readonly Page[] {
  const address = (page: Page) => encodePath((site.model.base ?? "") + (page.route ?? ""));
  // Links to a GitHub wiki's pages have no slash.
  const addresses = (page: Page) => [address(page), address(page).slice(1)];
  const shown = (page: Page) =>
    addresses(page).some((path) => resolveLink(site, page, path, "html").kind === "page");
  return [...site.served.values()].flatMap(({ page, alias }) => (!alias && shown(page) ? [page] : []));
}

/** One step too many up stays at the root of a host, but leaves a base path. */
function staysBelow(route: string, href: string): boolean {
  const address = new URL(href, `https://handbook.example/base${encodePath(route)}`);
  return address.pathname.startsWith("/base/");
}

describe.each(names)("%s", (name) => {
  const site = readSite(join(here, name, "site"));

  test("a link that we write to a page, in any style and from any page, leads to it", () => {
    const pages = reachable(site);
    expect(pages.length).toBeGreaterThan(0);
    const astray: string[] = [];
    for (const from of pages)
      for (const target of pages)
        for (const style of styles) {
          const href = hrefTo(site, from, target, style);
          const found = resolveLink(site, from, href);
          const end = found.kind === "redirect" ? found.end : found;
          if (end.kind !== "page" || end.page.path !== target.path)
            astray.push(`${from.path} → ${target.path} (${JSON.stringify(style)}): ${href}`);
        }
    expect(astray.slice(0, 10)).toEqual([]);
  });

  test("a link that we write to a heading leads to it", () => {
    const astray: string[] = [];
    for (const target of reachable(site))
      for (const id of target.headingIds) {
        if (id === undefined || id === "") continue;
        // An id that no link of the generator's names: Docsify writes those of links in lower case.
        if (site.model.idOfAlone && site.model.idOf?.(id) !== id) continue;
        const [from = target] = site.pages.values();
        const href = hrefTo(
          site,
          from,
          target,
          { form: "site-root", extension: false, trailingSlash: false },
          id,
        );
        const found = resolveLink(site, from, href);
        const end = found.kind === "redirect" ? found.end : found;
        if (end.kind !== "page") astray.push(`${target.path}#${id}: ${href}`);
      }
    expect(astray.slice(0, 10)).toEqual([]);
  });

  test("the same handbook below another base path gives the same answers to relative links", () => {
    const elsewhere = readSite(join(here, name, "site"), { base: "/elsewhere" });
    const stays = ({ page, href }: { readonly page: string; readonly href: string }) =>
      !/^\s*(?:[a-z]+:|[/\\{])/i.test(href) && staysBelow(routes.get(page) ?? "/", href);
    const routes = new Map(pageRows(site).map(({ page, route }) => [page, route]));
    const rows = linkRows(site).filter(stays);
    expect(rows.length).toBeGreaterThan(0);
    expect(linkRows(elsewhere).filter(stays)).toEqual(rows);
    expect(pageRows(elsewhere)).toEqual(pageRows(site));
  });

  test("the same handbook in another folder of a larger repository gives the same answers", () => {
    const tree = readTree(join(here, name, "site"));
    const deeper = siteOf(moved(tree, folder, site.model.id), (path) => path.slice(folder.length + 1));
    expect(linkRows(deeper)).toEqual(linkRows(site));
    expect(pageRows(deeper)).toEqual(pageRows(site));
  });
});
