// Links of an Astro site are addresses, read against the page's own: Astro rewrites none. Images of Markdown name files.
// What is served is what a static host has of the build: `/a` by `a/index.html` or `a.html`, `/a/` by the first alone.

import { folderOf, joinPath, resolvePathname, routeKey } from "../../routeKey.ts";
import { servedAt } from "../../servedAt.ts";
import { shownParts } from "../../shown.ts";
import type { FilePath, LinkTarget, Page, Route, Site } from "../../site.ts";
import { type ExternalRoutes, notBelowBase, notServed } from "../common/externalRoutes.ts";
import { fileAt, looksLikeFile } from "../common/fileTargets.ts";
import { modulePath } from "../common/modules.ts";
import { followRedirects } from "../common/redirects/followRedirects.ts";
import type { RuleTable } from "../common/redirects/ruleTable.ts";
import { isContent } from "./collections.ts";
import { has404 } from "./config.ts";
import { localeOf, localized } from "./locales.ts";
import { type AstroSite, addressOf, idOfPath } from "./routes.ts";

export interface AstroRules extends AstroSite {
  readonly redirects: RuleTable;
  readonly external: ExternalRoutes;
  /** Entries that are not Markdown (Markdoc): their routes, by `routeKey`. */
  readonly otherEntries: ReadonlySet<string>;
}

export function resolveAstroPath(path: string, from: Page, site: Site, rules: AstroRules): LinkTarget {
  const image = isImage.test(path) ? imageFile(path, from, site) : undefined;
  if (image) return image;
  if (rules.config.linksByFile && isContent(path) && !path.startsWith("/")) {
    const file = fileAt(site, joinPath(folderOf(from.path), path) ?? "");
    if (file?.kind === "page" && file.page.route !== undefined) return file;
  }
  const address = resolvePathname(rules.config.base + baseOf(from, rules), path);
  return followRedirects(address, site, rules.redirects, (one) => serveBelowBase(one, site, rules));
}

const isImage = /\.(?:png|jpe?g|gif|svg|webp|avif|tiff?)$/i;

/** Relative to the file that it stands on, which may be one that the page shows. */
function imageFile(path: string, from: Page, site: Site): LinkTarget | undefined {
  if (path.startsWith("/")) return undefined;
  const aliased = modulePath(path, from.path as string as FilePath, { ...site, texts: new Map() });
  if (aliased !== undefined) return { kind: "file", path: aliased };
  for (const { page } of shownParts(site, from)) {
    const found = fileAt(site, joinPath(folderOf(page.path), path) ?? "");
    if (found) return found;
  }
  if (/^[~@#]/.test(path)) return { kind: "unknown", why: "An alias of the project's may name this file." };
  return undefined;
}

/** What a browser takes for the page's own address: that of a folder, where pages are folders. */
function baseOf(from: Page, rules: AstroSite): string {
  const address = from.route ?? addressOf(from.scanned, rules) ?? "/";
  const folder = rules.config.format === "directory" && !rules.config.keepsBareAddresses;
  return folder && !address.endsWith("/") ? `${address}/` : address;
}

function serveBelowBase(address: string, site: Site, rules: AstroRules): LinkTarget {
  const { base } = rules.config;
  if (base === "") return serve(address, site, rules);
  if (address === base) return serve("/", site, rules);
  if (address.startsWith(`${base}/`)) return serve(address.slice(base.length), site, rules);
  return notBelowBase(address, rules.external);
}

function serve(route: string, site: Site, rules: AstroRules): LinkTarget {
  const named = route.includes("//") ? undefined : pageName(route, rules);
  const page = named === undefined ? undefined : pageAt(named, site, rules);
  if (page) return page;
  const file = staticFile(route, site, rules);
  if (file) return file;
  if (named !== undefined && isGenerated(named, rules)) return { kind: "generated", route: route as Route };
  const pattern = rules.code.mayServe(route);
  if (pattern !== undefined)
    return { kind: "unknown", why: `The page with parameters ${pattern} may serve this address.` };
  if (rules.collections.some(({ ownIds }) => ownIds))
    return { kind: "unknown", why: "The addresses of a collection are made by code (generateId)." };
  const missing = notServed(route, rules.external);
  return missing.kind === "missing" && looksLikeFile(route)
    ? { kind: "missing", what: "file", path: route }
    : missing;
}

/** The page that an address asks for: without `index.html`, or `.html` where pages are files; undefined where it can be none. */
function pageName(route: string, { config }: AstroRules): string | undefined {
  if (config.format === "directory")
    return /^\/(?:404|500)\.html$/.test(route) ? route.slice(0, -5) : route.replace(/\/index\.html$/, "/");
  if (config.format === "file" && route.endsWith("/") && route !== "/") return undefined;
  return route.replace(/^\/index\.html$/, "/").replace(/\.html$/, "");
}

/** A page that a language does not have is served with the default language's content. */
function pageAt(route: string, site: Site, { config }: AstroRules): LinkTarget | undefined {
  const own = servedAt(site, route);
  const { locales } = config;
  if (own || !locales || routeKey(route) === "/404") return own;
  const folder = localeOf(route, locales);
  if (folder === locales.fallback || (folder === "" && !locales.root)) return undefined;
  const other = servedAt(site, localized(route, locales, locales.fallback));
  return other?.kind === "page" && isEntry(other.page, site) ? other : undefined;
}

function isEntry(page: Page, site: Site): boolean {
  return site.model.contentRoots.some((root) => page.path.startsWith(`${root}/`) && !root.endsWith("/pages"));
}

function staticFile(route: string, site: Site, { config }: AstroRules): LinkTarget | undefined {
  const file = `${config.publicDir}${route}`.normalize("NFC");
  const names = route.endsWith("/") ? [`${file}index.html`] : [file, `${file}/index.html`, `${file}.html`];
  const found = names.find((name) => site.files.has(name as FilePath));
  return found === undefined ? undefined : { kind: "file", path: found as FilePath };
}

function isGenerated(route: string, rules: AstroRules): boolean {
  const key = routeKey(route);
  if (rules.code.exact.has(key) || rules.otherEntries.has(key)) return true;
  if (key === "/404") return has404(rules.config);
  if (rules.config.hasSite && /^\/sitemap-(?:index|\d+)\.xml$/.test(key)) return hasSitemap(rules);
  return rules.config.starlight !== undefined && /^\/pagefind\/pagefind(?:-ui)?\.(?:js|css)$/.test(key);
}

function hasSitemap({ config }: AstroRules): boolean {
  return (
    config.starlight !== undefined ||
    config.integrations.some((item) => item.kind === "unread" && item.call?.name === "sitemap")
  );
}

/** Routes of entries that this project's own code reads as another format. */
export function otherRoutes(files: ReadonlySet<FilePath>, docs: string): ReadonlySet<string> {
  const routes = new Set<string>();
  for (const file of files) {
    if (!file.startsWith(`${docs}/`) || !/\.(?:mdoc|markdoc)$/.test(file)) continue;
    routes.add(routeKey(`/${idOfPath(file.slice(docs.length + 1).replace(/\.(?:mdoc|markdoc)$/, ""))}`));
  }
  return routes;
}
