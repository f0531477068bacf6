// What a link of a MkDocs site leads to. Markdown's relative links name files and are rewritten (mkdocs/structure/pages.py);
// all others are left as they are, and a browser reads them from the page's address.

import type { PagePath } from "../../../page/scannedPage.ts";
import { folderOf, resolvePathname, routeKey } from "../../routeKey.ts";
import { servedAt } from "../../servedAt.ts";
import type { FilePath, LinkTarget, Page, Route, Site } from "../../site.ts";
import type { WrittenLink } from "../../siteModel.ts";
import { type ExternalRoutes, notBelowBase, notServed } from "../common/externalRoutes.ts";
import { looksLikeFile } from "../common/fileTargets.ts";
import { followRedirects } from "../common/redirects/followRedirects.ts";
import type { RuleTable } from "../common/redirects/ruleTable.ts";
import type { MkdocsConfig } from "./config.ts";
import { isMkdocsPage } from "./configFile.ts";
import { isGenerated, maybeServed } from "./generated.ts";
import type { Languages } from "./languages.ts";
import { belowDocs, isInSite } from "./routes.ts";

export interface ResolveRules {
  readonly config: MkdocsConfig;
  readonly languages: Languages | undefined;
  readonly external: ExternalRoutes;
  readonly redirects: RuleTable;
}

export function resolveMkdocsPath(
  path: string,
  from: Page,
  site: Site,
  { link, ...rules }: ResolveRules & { readonly link: WrittenLink },
): LinkTarget {
  const { config } = rules;
  if (config.markdown.syntax.shortcodes !== "none" && /\{[{%]/.test(path))
    return { kind: "unknown", why: "A template makes this address." };
  const absolute = path.startsWith("/");
  if (link.form !== "html" && (!absolute || config.absoluteByFile)) {
    const found = byFile(path, from, site, rules);
    if (found) return found;
  }
  if (absolute) return atAddress(path, site, rules, isFullAddress(link.destination));
  if (from.route === undefined)
    return {
      kind: "unknown",
      why: "The site shows this file within other pages; where the link leads depends on them.",
    };
  return atAddress(resolvePathname(config.base + from.route, path), site, rules, false);
}

/** Below which path the host serves other sites, only a full address can tell on purpose. */
function isFullAddress(destination: string): boolean {
  return /^\s*(?:https?:)?[/\\]{2}/i.test(destination);
}

/** A file of the docs folder by its path from the page's own. Upwards steps end at the folder itself. */
function byFile(path: string, from: Page, site: Site, rules: ResolveRules): LinkTarget | undefined {
  const { config } = rules;
  const folder = folderOf(belowDocs(from.path, config.docsDir) ?? "");
  const below = normal(path.startsWith("/") ? path : `${folder}/${path}`);
  if (below === undefined || below === "") return undefined;
  for (const one of localised(below, from, rules)) {
    const file = (config.docsDir === "" ? one : `${config.docsDir}/${one}`).normalize("NFC");
    const page = site.pages.get(file as PagePath);
    if (page && isMkdocsPage(file)) {
      if (page.route !== undefined) return { kind: "page", page };
      // A README.md that gives way to an index.md is unknown to MkDocs; other pages that are not built have an address all the same.
      return { kind: "missing", what: "page", route: `/${one}` };
    }
    if (site.files.has(file as FilePath) && isInSite(file, config, site.files))
      return { kind: "file", path: file as FilePath };
  }
  return undefined;
}

/** From a page of another language its own translation comes first. */
function localised(below: string, from: Page, { config, languages }: ResolveRules): readonly string[] {
  const own = languages?.split(belowDocs(from.path, config.docsDir) ?? "").language;
  if (!languages || languages.structure === "folder" || own === undefined) return [below];
  return [
    below.replace(/(\.[^./]+)$/, `.${own}$1`),
    below,
    below.replace(/(\.[^./]+)$/, `.${languages.standard}$1`),
  ];
}

/** As `posixpath.normpath` has it, without what leaves the docs folder; undefined for a path that names no file. */
function normal(path: string): string | undefined {
  if (/(?:^|\/)\.{0,2}$/.test(path)) return undefined;
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}

/** What is served at a path of the host. */
function atAddress(path: string, site: Site, rules: ResolveRules, full: boolean): LinkTarget {
  return followRedirects(path, site, rules.redirects, (one) => belowBase(one, site, rules, full));
}

function belowBase(path: string, site: Site, rules: ResolveRules, full: boolean): LinkTarget {
  const { base } = rules.config;
  if (base !== "" && path !== base && !path.startsWith(`${base}/`)) {
    const missing = notBelowBase(path, rules.external);
    if (missing.kind === "unknown" || !full) return missing;
    return {
      kind: "unknown",
      why: `The site is served below ${base}; the host may serve this address by itself.`,
    };
  }
  return serve(path.slice(base.length) || "/", site, rules);
}

function serve(route: string, site: Site, rules: ResolveRules): LinkTarget {
  const { config } = rules;
  if (route.includes("//")) return notServed(route, rules.external);
  const page = pageAt(route, site, config);
  if (page) return page;
  const file = fileAt(route, site, config);
  if (file) return file;
  const key = routeKey(route.replace(/\/index\.html$/, "/"));
  if (isGenerated(key, config) || site.generated.has(key))
    return { kind: "generated", route: route as Route };
  const why = maybeServed(key, config);
  if (why !== undefined) return { kind: "unknown", why };
  const missing = notServed(route, rules.external);
  return missing.kind === "missing" && looksLikeFile(route)
    ? { kind: "missing", what: "file", path: route }
    : missing;
}

/** A host answers `/a` with `a/index.html` or `a.html`, `/a/` with `a/index.html` alone. */
function pageAt(route: string, site: Site, config: MkdocsConfig): LinkTarget | undefined {
  const folder = route.replace(/(^|\/)index\.html$/, "$1");
  const slash = folder.endsWith("/");
  const names = config.directoryUrls ? [folder] : slash ? [folder] : [folder, `${folder}.html`];
  for (const name of names) {
    const found = servedAt(site, name);
    if (found?.kind !== "page") continue;
    const own = found.page.route ?? "";
    if (folder !== route && !own.endsWith("/")) continue;
    if (slash && !own.endsWith("/")) continue;
    return found;
  }
  return undefined;
}

/** A file of the docs folder, or of the folder that overrides the theme's. */
function fileAt(route: string, site: Site, config: MkdocsConfig): LinkTarget | undefined {
  const path = route.replace(/^\//, "").replace(/\/$/, "/index.html");
  const names =
    path.endsWith("/index.html") || route === "/" ? [path] : [path, `${path}/index.html`, `${path}.html`];
  for (const name of names) {
    const file = (config.docsDir === "" ? name : `${config.docsDir}/${name}`).normalize("NFC");
    if (site.files.has(file as FilePath) && !isMkdocsPage(file) && isInSite(file, config, site.files))
      return { kind: "file", path: file as FilePath };
    const { customDir } = config.theme;
    const themed = customDir === undefined ? undefined : `${customDir}/${name}`.normalize("NFC");
    if (themed !== undefined && site.files.has(themed as FilePath) && !/\.(?:html?|py|md)$/.test(themed))
      return { kind: "file", path: themed as FilePath };
  }
  return undefined;
}
