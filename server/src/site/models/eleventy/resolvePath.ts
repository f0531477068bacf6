// Links of an Eleventy site are addresses: nothing rewrites them but the plugin that turns paths of files into addresses.

import { remember } from "../../remember.ts";
import { folderOf, joinPath, resolvePathname, routeKey } from "../../routeKey.ts";
import { servedAt } from "../../servedAt.ts";
import type { LinkTarget, Page, Route, Site } from "../../site.ts";
import type { WrittenLink } from "../../siteModel.ts";
import { type ExternalRoutes, notBelowBase, notServed } from "../common/externalRoutes.ts";
import { looksLikeFile } from "../common/fileTargets.ts";
import type { EleventyConfig } from "./config.ts";
import { copiedTo } from "./copies.ts";
import type { OtherTemplates } from "./templates.ts";

export interface EleventyRules {
  readonly config: EleventyConfig;
  readonly external: ExternalRoutes;
  readonly others: OtherTemplates;
  /** What the page's own address begins with, where only running its template would tell it. */
  unreadStart(page: Page): string | undefined;
}

/** `{{ "/people/" | url }}`, which puts the site's base before a path. */
const filtered = /^\{\{-?\s*(["'])([^"']+)\1\s*\|\s*url\s*-?\}\}(.*)$/s;

export function resolveEleventyPath(
  path: string,
  from: Page,
  site: Site,
  { rules, link }: { readonly rules: EleventyRules; readonly link: WrittenLink },
): LinkTarget {
  const literal = filtered.exec(path);
  if (literal) return serve(resolvePathname("/", `${literal[2]}${literal[3]}`), site, rules);
  if (/\{\{|\{%/.test(path)) return { kind: "unknown", why: "A template makes this address." };
  // The plugin takes a fragment off, but not a lone `#`: such a path names no file.
  const named = rules.config.byFile && !link.destination.endsWith("#");
  const target = named ? byFile(path, from, site, rules) : undefined;
  if (target) return target;
  const address = path.startsWith("/")
    ? belowBase(path, rules.config)
    : resolvePathname(from.route ?? "/", path);
  return address === undefined ? notBelowBase(path, rules.external) : serve(address, site, rules);
}

/** Where a plugin adds the base, a path that has it already is taken as it is, too. */
function belowBase(path: string, { base, addsBase }: EleventyConfig): string | undefined {
  if (base !== "" && (path === base || path.startsWith(`${base}/`))) return path.slice(base.length) || "/";
  return base === "" || addsBase ? path : undefined;
}

/**
 * The page of a template that a link names by its path: from the project's folder where it begins with the input's, else from
 * the input's folder, and only then from the page's own (eleventy/src/Plugins/InputPathToUrl.js).
 */
function byFile(
  path: string,
  from: Page,
  site: Site,
  { config, others }: EleventyRules,
): LinkTarget | undefined {
  const bare = path.replace(/^\/+/, "");
  const written = path.replace(/^\.\//, "");
  const places = [
    written.startsWith(config.input) ? joinPath("", written) : undefined,
    joinPath(config.input, bare),
    path.startsWith("/") ? undefined : joinPath(folderOf(from.path), path),
  ];
  for (const place of places) {
    const page = place === undefined ? undefined : site.pages.get(place as Page["path"]);
    if (page?.route !== undefined) return { kind: "page", page };
    const route = place === undefined ? undefined : others.byPath.get(place);
    if (route !== undefined) return { kind: "generated", route: route as Route };
  }
  return undefined;
}

function serve(route: string, site: Site, rules: EleventyRules): LinkTarget {
  const address = route.replace(/\/index\.html$/, "/");
  const page = servedAt(site, address) ?? servedAt(site, `${routeKey(address)}.html`);
  if (page) return page;
  const key = routeKey(address);
  if (rules.others.routes.has(key) || rules.others.routes.has(`${key}.html`))
    return { kind: "generated", route: address as Route };
  const copied = copiedTo(address, site.files, rules.config);
  if (copied) return copied;
  const starts = [...rules.others.prefixes, ...remember(unread, site, () => unreadStarts(site, rules))];
  if (starts.some((start) => address.startsWith(start)))
    return { kind: "unknown", why: "A template whose address is computed may be served there." };
  const missing = notServed(route, rules.external);
  return missing.kind === "missing" && looksLikeFile(route)
    ? { kind: "missing", what: "file", path: route }
    : missing;
}

const unread = new WeakMap<Site, readonly string[]>();

function unreadStarts(site: Site, rules: EleventyRules): readonly string[] {
  return [...site.pages.values()].flatMap((page) => rules.unreadStart(page) ?? []);
}
