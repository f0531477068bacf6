// Links of a Fumadocs site are addresses, read against the page's own; `./other.mdx` names a file where the page's template
// uses createRelativeLink. Next serves an address with a slash at its end as the one without.

import { folderOf, isMarkdown, joinPath, resolvePathname } from "../../routeKey.ts";
import { servedAt } from "../../servedAt.ts";
import { shownParts } from "../../shown.ts";
import type { FilePath, LinkTarget, Page, Route, Site } from "../../site.ts";
import { type ExternalRoutes, notServed } from "../common/externalRoutes.ts";
import { fileAt, looksLikeFile } from "../common/fileTargets.ts";
import { followRedirects } from "../common/redirects/followRedirects.ts";
import type { RuleTable } from "../common/redirects/ruleTable.ts";
import type { AppRoutes } from "./appRoutes.ts";
import type { FumadocsConfig } from "./config.ts";
import { addressOf, isPlain, routeOf } from "./routes.ts";

export interface FumadocsRules {
  readonly config: FumadocsConfig;
  readonly app: AppRoutes;
  readonly redirects: RuleTable;
  readonly external: ExternalRoutes;
}

export function resolveFumadocsPath(path: string, from: Page, site: Site, rules: FumadocsRules): LinkTarget {
  const { config } = rules;
  const file = path.startsWith("/") ? undefined : fileBeside(path, from, site, config.linksByFile);
  if (file) return file;
  const own = from.route ?? routeOf(from.scanned, config, site.files) ?? "/";
  const address = withoutBase(resolvePathname(own, path), config.base);
  return followRedirects(address, site, rules.redirects, (route) => serve(route, site, rules));
}

/** `<Link>` adds the base to an address from the root; a full address of the own host has it already. */
function withoutBase(address: string, base: string): string {
  if (base === "" || !`${address}/`.startsWith(`${base}/`)) return address;
  return address.slice(base.length) || "/";
}

/** Images are imported by file; pages only from `./` (fumadocs-core/source `resolveHref`). */
function fileBeside(path: string, from: Page, site: Site, pages: boolean): LinkTarget | undefined {
  if (isMarkdown(path)) {
    // The address comes to `resolveHref` percent-encoded, which finds no file with a space in its name.
    if (!pages || !path.startsWith("./") || !isPlain(path)) return undefined;
    const found = fileAt(site, joinPath(folderOf(from.path), path) ?? "");
    return found?.kind === "page" && found.page.route !== undefined ? found : undefined;
  }
  if (!/\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(path)) return undefined;
  for (const { page } of shownParts(site, from)) {
    const found = fileAt(site, joinPath(folderOf(page.path), path) ?? "");
    if (found) return found;
  }
  return undefined;
}

function serve(route: string, site: Site, rules: FumadocsRules): LinkTarget {
  const page = servedAt(site, route) ?? inDefaultLanguage(route, site, rules.config);
  if (page) return page;
  const file = `public${route}`.normalize("NFC") as FilePath;
  if (site.files.has(file)) return { kind: "file", path: file };
  const key = route.length > 1 ? route.replace(/\/$/, "") : route;
  if (rules.app.exact.has(key)) return { kind: "generated", route: route as Route };
  const why = whyUnknown(key, rules);
  if (why !== undefined) return { kind: "unknown", why };
  const missing = notServed(route, rules.external);
  return missing.kind === "missing" && looksLikeFile(route)
    ? { kind: "missing", what: "file", path: route }
    : missing;
}

function whyUnknown(route: string, { config, app }: FumadocsRules): string | undefined {
  const pattern = app.mayServe(route);
  if (pattern !== undefined) return `The page with parameters ${pattern} may serve this address.`;
  if (config.ownSlugs) return "The addresses of pages are made by code (slugs or url of the loader).";
  if (config.rewrites && isMarkdown(route)) return "A rewrite in next.config may serve it.";
  const below = config.sections.some(({ baseUrl }) => route === baseUrl || route.startsWith(`${baseUrl}/`));
  return app.known || below ? undefined : "Routes that code serves may have this address.";
}

/** A language without the page shows the default one's. */
function inDefaultLanguage(route: string, site: Site, config: FumadocsConfig): LinkTarget | undefined {
  const { languages } = config;
  const [, language = "", ...rest] = route.split("/");
  if (!languages || language === languages.fallback || !languages.all.includes(language)) return undefined;
  for (const section of config.sections) {
    const base = section.baseUrl.split("/").filter((part) => part !== "");
    if (!base.every((part, at) => rest[at] === part)) continue;
    const found = servedAt(site, addressOf(rest.slice(base.length), section, languages.fallback, languages));
    if (found) return found;
  }
  return undefined;
}
