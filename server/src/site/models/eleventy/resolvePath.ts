// Links of an Eleventy site are addresses: nothing rewrites them but the plugin that turns paths of files into addresses.

import { remember } from "../../remember.ts";
import { folderOf, joinPath, resolvePathname, routeKey } from "../../routeKey.ts";
import { servedAt } from "../../servedAt.ts";
import type { LinkTarget, Page, Route, Site } from "../../site.ts";
import { type ExternalRoutes, notBelowBase, notServed } from "../common/externalRoutes.ts";
import { looksLikeFile } from "../common/fileTargets.ts";
import type { EleventyConfig } from "./config.ts";
import { copiedFile, type OtherTemplates } from "./templates.ts";

export interface EleventyRules {
  readonly config: EleventyConfig;
  readonly external: ExternalRoutes;
  readonly others: OtherTemplates;
  /** Is the plugin there that makes addresses of `./hiring.md`? */
  readonly byFile: boolean;
  /** What the page's own address begins with, where only running its template would tell it. */
  unreadStart(page: Page): string | undefined;
}

/** `{{ "/people/" | url }}`, which puts the site's base before a path. */
const filtered = /^\{\{-?\s*(["'])([^"']+)\1\s*\|\s*url\s*-?\}\}(.*)$/s;

export function resolveEleventyPath(path: string, from: Page, site: Site, rules: EleventyRules): LinkTarget {
  const literal = filtered.exec(path);
  if (literal) return serve(resolvePathname("/", `${literal[2]}${literal[3]}`), site, rules);
  if (/\{\{|\{%/.test(path)) return { kind: "unknown", why: "A template makes this address." };
  const target = rules.byFile && /\.md$/.test(path) ? byFile(path, from, site, rules) : undefined;
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

function byFile(path: string, from: Page, site: Site, { config }: EleventyRules): LinkTarget | undefined {
  const file = path.startsWith("/")
    ? joinPath(config.input, path.slice(1))
    : joinPath(folderOf(from.path), path);
  const page = file === undefined ? undefined : site.pages.get(file as Page["path"]);
  return page?.route === undefined ? undefined : { kind: "page", page };
}

function serve(route: string, site: Site, rules: EleventyRules): LinkTarget {
  const address = route.replace(/\/index\.html$/, "/");
  const page = servedAt(site, address) ?? servedAt(site, `${routeKey(address)}.html`);
  if (page) return page;
  const key = routeKey(address);
  if (rules.others.routes.has(key) || rules.others.routes.has(`${key}.html`))
    return { kind: "generated", route: address as Route };
  const file = copiedFile(site.files, address, rules.config);
  if (file) return { kind: "file", path: file };
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
