// What a static host finds at an address of the built site: the files that Hugo wrote for pages, aliases and lists, and
// those that it copied.

import { remember } from "../../remember.ts";
import { folderOf, isMarkdown, nameOf, routeKey } from "../../routeKey.ts";
import type { FilePath, LinkTarget, Page, Route, Site } from "../../site.ts";
import type { HugoConfig } from "./config.ts";
import { contentPlace } from "./contentPlace.ts";
import type { Mount } from "./mounts.ts";
import { pageTable } from "./pageTable.ts";
import type { PlaceRules } from "./place.ts";

/** What is served at a route (decoded, below the base); undefined for nothing that is known. */
export function servedByHugo(route: string, site: Site, rules: PlaceRules): LinkTarget | undefined {
  return (
    pageAt(route, site) ??
    listAt(route, site, rules) ??
    fileAt(route, site, rules.config) ??
    madeAt(route, site, rules)
  );
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

function fileAt(route: string, site: Site, config: HugoConfig): LinkTarget | undefined {
  const path = route.normalize("NFC");
  const found =
    copied(path, config.mounts.static, site) ??
    copied(path, config.mounts.content, site) ??
    resourceAt(path, site) ??
    otherPage(path, site, config);
  return found === undefined ? undefined : { kind: "file", path: found };
}

/** A file that is no page, at the same path below one of these folders. */
function copied(route: string, mounts: readonly Mount[], site: Site): FilePath | undefined {
  for (const { source, target } of mounts) {
    const before = target === "" ? "/" : `/${target}/`;
    if (!route.startsWith(before)) continue;
    const path = `${source === "" ? "" : `${source}/`}${route.slice(before.length)}` as FilePath;
    if (site.files.has(path) && !site.pages.has(path as string as Page["path"])) return path;
  }
  return undefined;
}

/** A file of a bundle lies where its page is served. */
function resourceAt(route: string, site: Site): FilePath | undefined {
  let folder = route;
  while (folder.length > 1) {
    folder = folder.slice(0, folder.lastIndexOf("/"));
    const page = site.served.get(routeKey(folder === "" ? "/" : folder));
    if (!page || page.alias || !/^_?index\./.test(nameOf(page.page.path))) continue;
    const own = folderOf(page.page.path);
    const path = `${own}${route.slice(folder.length)}` as FilePath;
    if (site.files.has(path) && !isMarkdown(path)) return path;
  }
  return undefined;
}

const otherFormats = ["html", "htm", "adoc", "asciidoc", "ad", "org", "rst", "pandoc", "pdc"];

const otherFormat = new RegExp(`\\.(?:${otherFormats.join("|")})$`);

const hasOtherFormats = new WeakMap<ReadonlySet<FilePath>, boolean>();

function anyOtherFormat(files: ReadonlySet<FilePath>): boolean {
  for (const file of files) if (otherFormat.test(file)) return true;
  return false;
}

/** A page that is not written in Markdown, told by its file's name alone. */
function otherPage(route: string, site: Site, config: HugoConfig): FilePath | undefined {
  if (!remember(hasOtherFormats, site.files, anyOtherFormat)) return undefined;
  const bare = withoutIndex(route).replace(/\/$/, "");
  for (const { source, target } of config.mounts.content) {
    const below =
      target === "" ? bare : bare.startsWith(`/${target}`) ? bare.slice(target.length + 1) : undefined;
    if (below === undefined) continue;
    for (const name of [below, `${below}/index`, `${below}/_index`])
      for (const extension of otherFormats) {
        const path = `${source}${name}.${extension}` as FilePath;
        if (site.files.has(path) && contentPlace(path, config)) return path;
      }
  }
  return undefined;
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
