// What a static host finds at an address of the built site: the files that Hugo wrote for pages, aliases and lists, and
// those that it copied.

import { remember } from "../../remember.ts";
import { nameOf, routeKey } from "../../routeKey.ts";
import type { FilePath, LinkTarget, Route, Site } from "../../site.ts";
import { fileAt } from "./files.ts";
import { pageTable } from "./pageTable.ts";
import type { PlaceRules } from "./place.ts";

/** What is served at a route (decoded, below the base); undefined for nothing that is known. */
export function servedByHugo(route: string, site: Site, rules: PlaceRules): LinkTarget | undefined {
  return (
    pageAt(route, site) ??
    listAt(route, site, rules) ??
    languageRedirect(route, site, rules) ??
    fileAt(route, site, rules) ??
    madeAt(route, site, rules)
  );
}

function languageRedirect(route: string, site: Site, rules: PlaceRules): LinkTarget | undefined {
  const { redirect } = rules.config.languages;
  if (!redirect || routeKey(withoutIndex(route)) !== routeKey(redirect.from)) return undefined;
  const end = pageAt(redirect.to, site) ?? listAt(redirect.to, site, rules);
  return end && { kind: "redirect", chain: [route], address: redirect.to, end };
}

/** `/a/` is a folder's index.html; `/a` is that too, or the file `a`, or `a.html`. */
function pageAt(route: string, site: Site): LinkTarget | undefined {
  const bare = withoutIndex(route);
  for (const key of bare.endsWith("/") ? [bare] : [bare, `${bare}.html`]) {
    const there = site.served.get(routeKey(key));
    if (!there) continue;
    const { page, alias } = there;
    const served = alias ? page.aliases.find((one) => routeKey(one) === routeKey(key)) : page.route;
    if (served === undefined || (bare.endsWith("/") && isFileRoute(served, alias))) continue;
    if (!alias) return { kind: "page", page };
    return { kind: "redirect", chain: [route], address: page.route ?? route, end: { kind: "page", page } };
  }
  return undefined;
}

/** An alias is a folder unless it ends in `.html`; a page's route says it by its slash. */
function isFileRoute(route: string, alias: boolean): boolean {
  return alias ? route.endsWith(".html") : !route.endsWith("/");
}

function withoutIndex(route: string): string {
  return route.replace(/\/index(?:\.html)?$/, "/");
}

const listRoutes = new WeakMap<object, ReadonlySet<string>>();

function listAt(route: string, site: Site, rules: PlaceRules): LinkTarget | undefined {
  const bare = withoutIndex(route);
  const keys = bare.endsWith("/") ? [routeKey(bare)] : [routeKey(bare), `${routeKey(bare)}.html`];
  const lists = remember(listRoutes, site.shape, () => collectLists(site, rules));
  const found = keys.find(
    (key) => (lists.has(key) || site.generated.has(key)) && !(bare.endsWith("/") && key.endsWith(".html")),
  );
  return found === undefined ? undefined : { kind: "generated", route: bare as Route };
}

/** Sections, taxonomies and home pages without files of their own, of all languages. */
function collectLists(site: Site, rules: PlaceRules): ReadonlySet<string> {
  const routes = new Set<string>();
  for (const { code, built } of rules.config.languages.all) {
    if (!built) continue;
    const { sections, taxonomies } = pageTable(site, code, rules);
    for (const node of [...sections.values(), ...taxonomies.values()])
      if (node.kind === "list") routes.add(routeKey(node.route));
  }
  return routes;
}

/** Feeds of lists, and the site's own files. */
function madeAt(route: string, site: Site, rules: PlaceRules): LinkTarget | undefined {
  const { disabledKinds, languages, mounts } = rules.config;
  const made: LinkTarget = { kind: "generated", route: route as Route };
  if (/\/index\.xml$/.test(route) && !disabledKinds.has("rss")) {
    const list = route.slice(0, -"index.xml".length);
    const page = pageAt(list, site);
    const isList = page?.kind === "page" && nameOf(page.page.path).startsWith("_index.");
    return isList || listAt(list, site, rules) ? made : undefined;
  }
  const roots = ["", ...languages.all.flatMap(({ prefix }) => (prefix === "" ? [] : [`/${prefix}`]))];
  if (roots.some((root) => route === `${root}/sitemap.xml`))
    return disabledKinds.has("sitemap") ? undefined : made;
  if (route === "/robots.txt") return rules.config.robots ? made : undefined;
  if (!roots.some((root) => route === `${root}/404.html`)) return undefined;
  const own = mounts.layouts.some(({ source }) => site.files.has(`${source}/404.html` as FilePath));
  if (own) return made;
  return mounts.unseen.length > 0
    ? { kind: "unknown", why: "The theme may have a page for what is not found." }
    : undefined;
}

/** May a list be cut into parts here (`/posts/page/2/`)? How many it has is the theme's. */
export function isListPart(route: string, site: Site, rules: PlaceRules): boolean {
  const list = /^(.*\/)page\/\d+\/?$/.exec(route)?.[1];
  if (list === undefined) return false;
  const page = pageAt(list, site);
  return (
    (page?.kind === "page" && nameOf(page.page.path).startsWith("_index.")) ||
    listAt(list, site, rules) !== undefined
  );
}
