// Links of a Docsify site. Those in Markdown become routes, from the site's root or from the page (`relativePath`); what an
// author keeps from that (`':ignore'`, HTML tags, `noCompileLinks`) is an address of the host.

import { splitDestination } from "../../destination.ts";
import { findId } from "../../resolveLink.ts";
import { decodeOnce, folderOf, joinPath, resolvePathname, withoutWrittenBase } from "../../routeKey.ts";
import { shownId } from "../../shown.ts";
import type { FilePath, LinkTarget, Page, Site } from "../../site.ts";
import type { WrittenLink } from "../../siteModel.ts";
import { type ExternalRoutes, notServed } from "../common/externalRoutes.ts";
import { fileAt } from "../common/fileTargets.ts";
import type { DocsifyConfig } from "./config.ts";
import { docsifyRoute, fileOfRoute, isPart } from "./routes.ts";

export interface DocsifyRules {
  readonly config: DocsifyConfig;
  readonly base: string;
  readonly external: ExternalRoutes;
}

/** How the destination is written on the page, where it can be found there. */
interface Writing {
  /** Is it kept from Docsify: by all links that have it, by some, by none? */
  readonly raw: "all" | "some" | "none";
  readonly image: boolean;
}

export function resolveDocsifyPath(
  written: string,
  from: Page,
  site: Site,
  rules: DocsifyRules,
  link: WrittenLink | undefined,
): LinkTarget {
  const { config } = rules;
  const path = withoutWrittenBase(written, rules.base);
  const writing = writingOf(from, link?.destination ?? path, config);
  if (writing.image) return atHost(joinPath(folderOf(from.path), path) ?? path, path, site, rules);
  if (writing.raw !== "none" && !config.history) {
    const absolute = path.startsWith("/");
    return atHost(absolute ? path.slice(1) : (joinPath("", path) ?? path), path, site, rules);
  }
  const query = splitDestination(link?.destination ?? "").query;
  return withId(atRoute(routeOf(path, from, config), site, rules), idIn(query), site);
}

/** `#/guide?id=setup` in HTML, or after the site's own host; in Markdown, Docsify takes all after `#` for an id of the page. */
export function resolveDocsifyHash(
  fragment: string,
  from: Page,
  site: Site,
  rules: DocsifyRules,
  link: WrittenLink,
): LinkTarget | undefined {
  if (rules.config.history) return undefined;
  const full = /^(?:https?:)?\/\//i.test(link.destination);
  // Where Markdown has the same destination, it is an id of the page there.
  if (!full && writingOf(from, link.destination, rules.config).raw !== "all") return undefined;
  const [path = "", query = ""] = fragment.split("?", 2);
  const route = path.startsWith("/") ? path : `/${path}`;
  return withRawId(atRoute(decodeOnce(route), site, rules), idIn(`?${query}`), site);
}

function writingOf(from: Page, destination: string, config: DocsifyConfig): Writing {
  const links = from.scanned.links.filter((one) => one.destination.value === destination);
  const kept = config.notCompiled.some((one) => one.test(destination));
  const raw = links.filter(
    ({ kind, title }) => kind === "attribute" || /(?:^|\s):(?:ignore|include)\b/.test(title ?? ""),
  );
  return {
    raw: kept || (raw.length > 0 && raw.length === links.length) ? "all" : raw.length > 0 ? "some" : "none",
    image: links.length > 0 && links.every(({ image }) => image),
  };
}

/** From where the reader is (`relativePath`), else from the root. */
function routeOf(path: string, from: Page, config: DocsifyConfig): string {
  const bare = path.endsWith(config.extension) ? path.slice(0, -config.extension.length) : path;
  if (path === config.homepage) return "/README";
  if (!config.relative || bare.startsWith("/")) return bare.startsWith("/") ? bare : `/${bare}`;
  const here = from.route ?? (isPart(from.path) ? `/${folderOf(from.path)}/` : "/");
  return resolvePathname(here, bare);
}

function atRoute(route: string, site: Site, { config, external }: DocsifyRules): LinkTarget {
  const file = fileOfRoute(route, config);
  if (file === undefined) return { kind: "unknown", why: "An alias sends this address to another site." };
  const page = site.pages.get(file as Page["path"]);
  if (page) return { kind: "page", page };
  const found = fileAt(site, file);
  if (found) return found;
  if (config.scripted.some((one) => one.test(route)))
    return { kind: "unknown", why: "A script of index.html serves this address." };
  return notServed(route, external);
}

/** A file of the host: what it is written as, below the folder of index.html. */
function atHost(file: string, written: string, site: Site, { external }: DocsifyRules): LinkTarget {
  const plain = file.replace(/\/$/, "");
  for (const path of [plain, plain === "" ? "index.html" : `${plain}/index.html`]) {
    const found = site.files.has(path as FilePath) && !path.endsWith("/") ? fileAt(site, path) : undefined;
    if (found) return found;
  }
  const route = written.startsWith("/") ? written : `/${file}`;
  return /\.\w+$/.test(file) && !/\.md$/.test(file)
    ? { kind: "missing", what: "file", path: file }
    : notServed(route, external);
}

function idIn(query: string): string | undefined {
  return /[?&]id=([^&]*)/.exec(query)?.[1];
}

function withId(target: LinkTarget, id: string | undefined, site: Site): LinkTarget {
  if (target.kind !== "page" || id === undefined || id === "" || findId(site, target.page, id)) return target;
  return { kind: "missing", what: "anchor", page: target.page, fragment: decodeOnce(id) };
}

/** An id in an address that Docsify has not written itself is looked for as it is. */
function withRawId(target: LinkTarget, id: string | undefined, site: Site): LinkTarget {
  if (target.kind !== "page" || !id || shownId(site, target.page, decodeOnce(id))) return target;
  return { kind: "missing", what: "anchor", page: target.page, fragment: decodeOnce(id) };
}

/** How an author writes the address of a page: its route, or its file. */
export function addressOf(path: string, extension: boolean, config: DocsifyConfig): string {
  const route = docsifyRoute(path, config);
  if (route === undefined) return `/${path}`;
  return extension && !route.endsWith("/") ? route + config.extension : route;
}
