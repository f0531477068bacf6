// Links of a Hugo site: pages by file through the link render hook or `ref`, else the address as a browser reads it.

import { findId } from "../../resolveLink.ts";
import { resolvePathname, routeKey } from "../../routeKey.ts";
import { servedAt } from "../../servedAt.ts";
import type { FilePath, LinkTarget, Page, Route, Site } from "../../site.ts";
import { type ExternalRoutes, notServed } from "../common/externalRoutes.ts";
import { looksLikeFile } from "../common/fileTargets.ts";
import type { HugoConfig } from "./config.ts";
import { findByName, findHugoPage, isGeneratedSection } from "./findPage.ts";

export interface HugoRules {
  readonly config: HugoConfig;
  readonly external: ExternalRoutes;
}

export function resolveHugoPath(path: string, from: Page, site: Site, rules: HugoRules): LinkTarget {
  if (path.includes("{{")) return resolveShortcode(path, from, site);
  if (rules.config.linkHook !== "no") {
    const page = findHugoPage(site, from, path);
    if (page) return page;
  }
  if (from.route === undefined && !path.startsWith("/")) {
    return {
      kind: "unknown",
      why: "The site shows this file within other pages; where the link leads depends on them.",
    };
  }
  return serve(resolvePathname(from.route ?? "/", path), site, rules);
}

const reference = /^\{\{[<%]\s*(?:rel)?ref\s+(?:path=)?["`]?([^"`\s]+)["`]?[^}]*\}\}\/?$/;

function resolveShortcode(path: string, from: Page, site: Site): LinkTarget {
  const named = reference.exec(path)?.[1];
  if (named === undefined) return { kind: "unknown", why: "A shortcode makes this address." };
  const [wanted = "", fragment] = named.split("#", 2);
  const byName = wanted.includes("/") ? undefined : findByName(site, wanted);
  const target: LinkTarget | undefined =
    wanted === ""
      ? { kind: "page", page: from }
      : (findHugoPage(site, from, wanted) ?? (byName && { kind: "page", page: byName }));
  if (!target) return { kind: "missing", what: "page", route: wanted };
  if (target.kind !== "page" || fragment === undefined || findId(site, target.page, fragment)) return target;
  return { kind: "missing", what: "anchor", page: target.page, fragment };
}

function serve(route: string, site: Site, rules: HugoRules): LinkTarget {
  const { config } = rules;
  if (route.includes("//")) return notServed(route, rules.external);
  const page = servedAt(site, route.replace(/\/index\.html$/, "/"));
  if (page) return page;
  for (const dir of [...config.staticDirs, ...config.contentDirs]) {
    const file = `${dir === "" ? "" : `${dir}`}${route}`.replace(/^\//, "").normalize("NFC") as FilePath;
    if (site.files.has(file) && !site.pages.has(file as string as Page["path"]))
      return { kind: "file", path: file };
  }
  const key = routeKey(route);
  if (isGeneratedSection(site, key) || key === "/" || made.test(key))
    return { kind: "generated", route: route as Route };
  const [, first = ""] = key.split("/");
  if (config.taxonomies.includes(first) && site.pages.size > 0) {
    return { kind: "unknown", why: `Pages under /${first}/ are made of the pages' own ${first}.` };
  }
  if (/\/page\/\d+$/.test(key))
    return { kind: "unknown", why: "A list of pages may have a part of this number." };
  const missing = notServed(route, rules.external);
  return missing.kind === "missing" && looksLikeFile(route)
    ? { kind: "missing", what: "file", path: route }
    : missing;
}

/** What Hugo makes by itself beside pages. */
const made = /(?:^|\/)(?:index\.xml|sitemap\.xml|robots\.txt|404\.html)$/;
