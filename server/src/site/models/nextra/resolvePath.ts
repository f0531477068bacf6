// Where a link of a Nextra page leads: by address, as a browser reads it on the page's route, through the redirects of the
// configuration. `.md` and `.mdx` at the end of inline links are dropped; Next.js forwards `/x/` to `/x`, or the other way.

import { resolvePathname, routeKey } from "../../routeKey.ts";
import type { FilePath, LinkTarget, Page, Route, Site } from "../../site.ts";
import type { LinkForm } from "../../siteModel.ts";
import { type ExternalRoutes, notBelowBase, notServed } from "../common/externalRoutes.ts";
import { fileAt, looksLikeFile } from "../common/fileTargets.ts";
import { followRedirects } from "../common/redirects/followRedirects.ts";
import type { RuleTable } from "../common/redirects/ruleTable.ts";
import type { NextraConfig } from "./config.ts";
import { imageAt } from "./images.ts";
import type { Routes } from "./routes.ts";
import { isWritten } from "./written.ts";

export interface NextraRules {
  readonly config: NextraConfig;
  readonly routes: Routes;
  readonly redirects: RuleTable;
  readonly external: ExternalRoutes;
  /** Does the site's middleware send readers to their language? */
  readonly forwardsToLocale: boolean;
}

export interface Asked {
  readonly path: string;
  readonly from: Page;
  readonly site: Site;
  readonly form: LinkForm;
}

export function resolveNextraPath(asked: Asked, rules: NextraRules): LinkTarget {
  const { path, from, site } = asked;
  if (isWritten(from.scanned, path, "image")) return imageAt(path, from, site);
  const { base } = rules.config;
  const full = addressOf(asked, rules);
  if (base !== "" && full !== base && !full.startsWith(`${base}/`)) return notBelowBase(full, rules.external);
  const below = full.slice(base.length) || "/";
  const straight = followRedirects(below, site, rules.redirects, (route) => served(route, from, site, rules));
  return slashed(below, straight, rules);
}

/** The address that the browser asks for, base included. */
function addressOf({ path, from, form }: Asked, { config }: NextraRules): string {
  const { base, trailingSlash } = config;
  const isLink = isNextLink(from, path, form);
  const onlyReference =
    isWritten(from.scanned, path, "reference") && !isWritten(from.scanned, path, "inline");
  const address = form === "html" || onlyReference ? path : path.replace(/\.mdx?$/, "");
  const normal = isLink && address.startsWith("/") ? base + withSlash(address, trailingSlash) : address;
  return resolvePathname(base + (from.route ?? "/"), normal || ".");
}

/** Markdown's links and components are Next.js's own links, a bare `<a>` is not. */
function isNextLink(from: Page, path: string, form: LinkForm): boolean {
  return form === "markdown" || isWritten(from.scanned, path, "component");
}

/** As Next.js writes the addresses of its links: with a slash at the end or without, as configured; files as they are. */
function withSlash(path: string, trailingSlash: boolean): string {
  const bare = path.length > 1 ? path.replace(/\/+$/, "") : path;
  return trailingSlash && !/\.[^/]+$/.test(bare) && !bare.endsWith("/") ? `${bare}/` : bare;
}

/** Next.js forwards an address with a slash too many or too few to the right one. */
function slashed(path: string, target: LinkTarget, { config }: NextraRules): LinkTarget {
  const right = withSlash(path.replace(/\/{2,}/g, "/"), config.trailingSlash);
  if (right === path || target.kind !== "page") return target;
  return { kind: "redirect", chain: [path], address: right, end: target };
}

function served(path: string, from: Page, site: Site, rules: NextraRules): LinkTarget {
  const found = siteFileAt(path, site, rules);
  if (found) return found;
  const { external, config } = rules;
  const { locales, defaultLocale = locales[0] } = config;
  if (rules.forwardsToLocale && !locales.includes(path.split("/")[1] ?? "")) {
    const own = from.route?.split("/")[1] ?? "";
    const route = `/${locales.includes(own) ? own : defaultLocale}${path === "/" ? "" : path}`;
    const end = siteFileAt(route, site, rules);
    if (end) return { kind: "redirect", chain: [path], address: route, end };
  }
  if (config.rewritten === undefined && !looksLikeFile(path))
    return { kind: "unknown", why: "The site's `rewrites` can't be read, so something may be served there." };
  return looksLikeFile(path) && external(path) === undefined
    ? { kind: "missing", what: "file", path: `public${path}` }
    : notServed(path, external);
}

function siteFileAt(path: string, site: Site, { routes }: NextraRules): LinkTarget | undefined {
  // Next.js keeps the start page as `/index`, and answers with it there, too (next/shared/lib/page-path).
  const page = site.served.get(path === "/index" ? "/" : routeKey(path))?.page;
  if (page) return { kind: "page", page };
  const file = fileAt(site, `public${path}` as FilePath);
  if (file) return file;
  const code = routes.codeAt(routeKey(path));
  if (code === "yes") return { kind: "generated", route: path as Route };
  return code === "maybe"
    ? {
        kind: "unknown",
        why: "A page written in code, whose routes only running it would tell, may serve it.",
      }
    : undefined;
}
