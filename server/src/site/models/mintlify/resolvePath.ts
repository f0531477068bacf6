// What a link of a Mintlify page leads to. `./` and `../` are read from the page's file, and lose `.mdx`
// (remarkResolveRelativeLinks.js of @mintlify/common); `/quickstart` from the root; what `mint broken-links` finds is there.

import { at } from "../../../data/value.ts";
import { resolvePathname, routeKey } from "../../routeKey.ts";
import type { LinkTarget, Page, Route, Site } from "../../site.ts";
import { type ExternalRoutes, notServed } from "../common/externalRoutes.ts";
import { fileAt, hasFolder, looksLikeFile } from "../common/fileTargets.ts";
import { followRedirects } from "../common/redirects/followRedirects.ts";
import type { RuleTable } from "../common/redirects/ruleTable.ts";
import { hidesParts, type MintlifyConfig } from "./config.ts";
import { firstPage } from "./navigation.ts";
import { mintlifyRoute } from "./routes.ts";

export interface MintlifyRules {
  readonly config: MintlifyConfig;
  readonly external: ExternalRoutes;
  readonly redirects: RuleTable;
}

export function resolveMintlifyPath(path: string, from: Page, site: Site, rules: MintlifyRules): LinkTarget {
  const find = (address: string) =>
    followRedirects(address, site, rules.redirects, (one) => served(one, site, rules));
  if (path.startsWith("/")) return find(withoutBase(path, rules.config.base));
  if (/^\.{1,2}(?:\/|$)/.test(path)) {
    const file = resolvePathname(`/${from.path}`, path).replace(/^\/|\/$/g, "");
    return find(/\.mdx?$/i.test(file) ? mintlifyRoute(file) : `/${file}`);
  }
  // Without `./` nothing is rewritten: a browser reads it from the page's address, `mint broken-links` from the root.
  const beside = find(resolvePathname(from.route ?? "/", path));
  const rooted = find(`/${path}`);
  if ((beside.kind === "missing") === (rooted.kind === "missing")) return beside;
  return {
    kind: "unknown",
    why: "A browser reads a link without `./` from the page's address, Mintlify's check for broken links from the root, and they disagree.",
  };
}

/** Mintlify adds the base path to links by itself; whole addresses have it. */
function withoutBase(path: string, base: string): string {
  if (base === "" || (path !== base && !path.startsWith(`${base}/`))) return path;
  return path.slice(base.length) || "/";
}

/** What Mintlify makes for every site. */
const made = /^\/(?:llms(?:-full)?\.txt|robots\.txt|sitemap\.xml|skill\.md|mcp|\.well-known\/.+)$/;

function served(address: string, site: Site, rules: MintlifyRules): LinkTarget {
  const found = site.served.get(routeKey(address))?.page ?? namedPage(address, site);
  if (found) return { kind: "page", page: found };
  const path = routeKey(address).slice(1);
  const file = fileAt(site, path);
  if (file?.kind === "file" && !/\.(?:mdx?|[jt]sx)$/i.test(path)) return file;
  if (made.test(address)) return { kind: "generated", route: address as Route };
  if (rules.config.apiRoutes.has(routeKey(address))) return { kind: "generated", route: address as Route };
  const feed = /^(.*)\/rss\.xml$/.exec(address)?.[1];
  if (feed !== undefined && site.served.has(routeKey(feed || "/")))
    return { kind: "generated", route: address as Route };
  return notThere(address, path, site, rules);
}

/** `/guides/pay.mdx`, and `/guides/index` of an index page. */
function namedPage(address: string, site: Site): Page | undefined {
  if (!/\.mdx?$|\/index$/i.test(address)) return undefined;
  const page = site.served.get(routeKey(mintlifyRoute(routeKey(address))))?.page;
  const bare = routeKey(address).slice(1);
  return page && (page.path as string).replace(/\.mdx?$/, "") === bare.replace(/\.mdx?$/i, "")
    ? page
    : undefined;
}

function notThere(address: string, path: string, site: Site, rules: MintlifyRules): LinkTarget {
  const { config, external } = rules;
  if (path === "") return home(site, config);
  if (hidesParts(config))
    return {
      kind: "unknown",
      why: "Parts of docs.json stand in files that are not read, which may name this address.",
    };
  if (external(address) === undefined) {
    if (hasFolder(site, path) && !rules.redirects.find(address))
      return {
        kind: "unknown",
        why: "A folder without an index page: what Mintlify shows for it is not known.",
      };
    if (looksLikeFile(path)) return { kind: "missing", what: "file", path };
  }
  return notServed(address, external);
}

function home(site: Site, config: MintlifyConfig): LinkTarget {
  const first = firstPage(at(config.value, "navigation"));
  const page = first === undefined ? undefined : site.served.get(routeKey(first))?.page;
  return page
    ? { kind: "redirect", chain: ["/"], address: first ?? "/", end: { kind: "page", page } }
    : {
        kind: "unknown",
        why: "What Mintlify shows at the root of a site without an index page is not known.",
      };
}
