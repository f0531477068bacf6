// Links of a Jekyll site: Liquid first, then Markdown files through jekyll-relative-links, else the address as a browser reads
// it and a static host answers it.

import { at } from "../../../data/value.ts";
import { splitDestination } from "../../destination.ts";
import { remember } from "../../remember.ts";
import { findId } from "../../resolveLink.ts";
import { belowBase, decodeOnce, folderOf, joinPath, resolvePathname } from "../../routeKey.ts";
import type { FilePath, LinkTarget, Page, Site } from "../../site.ts";
import type { WrittenLink } from "../../siteModel.ts";
import { type ExternalRoutes, notBelowBase, notServed } from "../common/externalRoutes.ts";
import { looksLikeFile } from "../common/fileTargets.ts";
import type { JekyllConfig } from "./config.ts";
import { isNamed } from "./glob.ts";
import { kindOf } from "./kinds.ts";
import { fillLiquid, hasLiquid, linkedUrl } from "./liquid.ts";
import { type Outputs, outputAt, outputsOf } from "./outputs.ts";
import { sentTo } from "./place.ts";
import { extensionOf } from "./url.ts";
import { hasHeader, textOf } from "./values.ts";

export interface JekyllRules {
  readonly config: JekyllConfig;
  readonly external: ExternalRoutes;
  /** Outputs by the site's shape and files: one memory for each model. */
  readonly memory: WeakMap<object, WeakMap<object, Outputs>>;
}

export interface PathOfLink {
  readonly path: string;
  readonly link: WrittenLink | undefined;
}

export function resolveJekyllPath(
  { path, link }: PathOfLink,
  from: Page,
  site: Site,
  rules: JekyllRules,
): LinkTarget {
  if (hasLiquid(path)) return resolveLiquid(path, from, site, rules);
  const converted = link === undefined || isConverted(link);
  return (converted && byFile(path, from, site, rules)) || byAddress(path, from, site, rules);
}

/** jekyll-relative-links reads the page's own Markdown, by a pattern that knows no query and ends at the first `)`; full addresses are not its own. */
function isConverted({ destination, partial }: WrittenLink): boolean {
  return (
    partial === undefined && !/[?)]|^\s*(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(destination.split("#", 1)[0] ?? "")
  );
}

function resolveLiquid(path: string, from: Page, site: Site, rules: JekyllRules): LinkTarget {
  const { config } = rules;
  const filled = fillLiquid(path, {
    config,
    page: from.scanned,
    route: from.route,
    linked: (tag, name) => linkedUrl(tag, name, site, config),
  });
  if (!filled)
    return { kind: "unknown", why: "Liquid makes this address of values that are not known here." };
  if (!("text" in filled)) return { kind: "missing", what: "page", route: filled.name };
  const parts = splitDestination(withoutOrigin(filled.text.trim(), config));
  const foreign = parts.host !== undefined && !config.hosts.includes(parts.host);
  if (foreign || (parts.scheme !== undefined && parts.host === undefined))
    return { kind: "external", url: filled.text };
  const wanted = decodeOnce(parts.path);
  if (wanted === "" && parts.host === undefined && parts.fragment === undefined)
    return { kind: "page", page: from };
  const target =
    wanted === "" && parts.host === undefined
      ? pageTarget(from)
      : byAddress(wanted || "/", from, site, rules);
  return atFragment(target, parts.fragment, site);
}

/** `{{ site.url }}` is the site's own, whatever stands there. */
function withoutOrigin(text: string, { data }: JekyllConfig): string {
  const origin = textOf(at(data, "url"))?.replace(/\/$/, "") ?? "";
  if (origin === "" || !text.startsWith(origin)) return text;
  const rest = text.slice(origin.length);
  return rest === "" || /^[/?#]/.test(rest) ? rest || "/" : text;
}

function pageTarget(page: Page): LinkTarget {
  return { kind: "page", page };
}

/** The fragment that stands within Liquid's text: `{{ "/pay#bonus" | relative_url }}`. */
function atFragment(target: LinkTarget, fragment: string | undefined, site: Site): LinkTarget {
  if (target.kind !== "page" || fragment === undefined || findId(site, target.page, fragment)) return target;
  const why = site.model.unseenIds?.(target.page.scanned);
  if (why !== undefined) return { kind: "unknown", why };
  return { kind: "missing", what: "anchor", page: target.page, fragment };
}

/** jekyll-relative-links: the page or file that the path names, in Markdown pages alone. */
function byFile(path: string, from: Page, site: Site, rules: JekyllRules): LinkTarget | undefined {
  const { config } = rules;
  const { relativeLinks } = config.plugins;
  const kind = kindOf(from.path, config);
  if (relativeLinks === false || kind.kind === "none" || kind.kind === "include") return undefined;
  if (!config.markdownExtensions.has(extensionOf(from.path).toLowerCase())) return undefined;
  if ((kind.kind !== "page" && !relativeLinks.collections) || isNamed(relativeLinks.exclude, kind.path))
    return undefined;
  const inner = path.startsWith("/") ? joinPath("", path) : joinPath(folderOf(kind.path), path);
  if (inner === undefined || inner === "" || path.endsWith("/")) return undefined;
  for (const folder of [config.source, joinPath(config.source, config.collectionsDir) ?? ""]) {
    const full = (folder === "" ? inner : `${folder}/${inner}`).normalize("NFC");
    const page = site.pages.get(full as Page["path"]);
    if (page?.route !== undefined) return pageTarget(page);
    const sent = page && sentTo(page.scanned, config);
    if (sent) return followed(sent.to, site, rules, [sent.route]);
    const there = kindOf(full, config).kind;
    const copied = (there === "page" || there === "document") && !(page && hasHeader(page.scanned));
    if (copied && site.files.has(full as FilePath)) return copiedFile(full, site);
  }
  return undefined;
}

/** A file that is copied as it is; HTML that was read has ids that fragments name. */
function copiedFile(path: string, site: Site): LinkTarget {
  const page = /\.x?html?$/i.test(path) ? site.pages.get(path as Page["path"]) : undefined;
  return page ? pageTarget(page) : { kind: "file", path: path as FilePath };
}

function byAddress(path: string, from: Page, site: Site, rules: JekyllRules): LinkTarget {
  const own = from.route ?? copiedRoute(from, rules.config);
  if (own === undefined && !path.startsWith("/"))
    return {
      kind: "unknown",
      why: "The site shows this file within other pages; where the link leads depends on them.",
    };
  return serve(resolvePathname(`${rules.config.base}${own ?? "/"}`, path), site, rules, []);
}

/** A page without frontmatter is copied to where it lies. */
function copiedRoute(page: Page, config: JekyllConfig): string | undefined {
  const kind = kindOf(page.path, config);
  return kind.kind === "page" && !hasHeader(page.scanned) ? `/${kind.path}` : undefined;
}

/** What an address (with the base path) is answered with. `chain`: the addresses that redirected to it. */
function serve(address: string, site: Site, rules: JekyllRules, chain: readonly string[]): LinkTarget {
  const { config } = rules;
  const below = belowBase(address, config.base);
  if (below === undefined) return notBelowBase(address, rules.external);
  const outputs = remember(
    remember(rules.memory, site.shape, () => new WeakMap<object, Outputs>()),
    site.files,
    () => outputsOf(site, config),
  );
  const found = outputAt(outputs, below, config.lenientSlash);
  if (!found) return notFound(below, rules);
  if (found.kind === "generated") return found;
  if (found.kind === "file") return copiedFile(found.path, site);
  if (found.kind === "redirect") return followed(found.to, site, rules, [...chain, below]);
  const page = site.pages.get(found.path);
  if (!page) return notFound(below, rules);
  if (found.kind === "page") return pageTarget(page);
  const end = config.base + (page.route ?? below);
  return { kind: "redirect", chain: [...chain, below], address: end, end: pageTarget(page) };
}

/** Where a page's `redirect_to` sends the reader; `chain` ends in the page's own address. */
function followed(to: string, site: Site, rules: JekyllRules, chain: readonly string[]): LinkTarget {
  const parts = splitDestination(to);
  if (chain.length > 10 || new Set(chain).size < chain.length)
    return { kind: "missing", what: "redirect-loop", chain };
  if (parts.scheme !== undefined && !rules.config.hosts.includes(parts.host ?? ""))
    return { kind: "redirect", chain, address: to, end: { kind: "external", url: to } };
  const path = decodeOnce(parts.path || "/");
  const below = path.startsWith("/") ? path : `/${path}`;
  const address = parts.host === undefined ? rules.config.base + below : path;
  const end = serve(address, site, rules, chain);
  if (end.kind === "redirect" || (end.kind === "missing" && end.what !== "page" && end.what !== "file"))
    return end;
  if (end.kind === "missing") return { kind: "missing", what: "dead-redirect", chain: [...chain, address] };
  const hash = parts.fragment === undefined ? "" : `#${parts.fragment}`;
  return { kind: "redirect", chain, address: address + hash, end };
}

function notFound(route: string, { config, external }: JekyllRules): LinkTarget {
  const { theme, unseen } = config.plugins;
  if (theme !== undefined && route.startsWith("/assets/"))
    return { kind: "unknown", why: `The theme ${theme} may bring this file.` };
  if (unseen !== undefined) return { kind: "unknown", why: `${unseen} may make this page.` };
  const missing = notServed(route, external);
  return missing.kind === "missing" && looksLikeFile(route)
    ? { kind: "missing", what: "file", path: route }
    : missing;
}
