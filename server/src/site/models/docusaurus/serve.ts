// What is served at an address of the built site, pages or other. Addresses are without the site's base.

import { routeKey } from "../../routeKey.ts";
import { servedAt } from "../../servedAt.ts";
import type { FilePath, LinkTarget, Page, Route, Site } from "../../site.ts";
import { notServed } from "../common/externalRoutes.ts";
import { looksLikeFile } from "../common/fileTargets.ts";
import { followRedirects } from "../common/redirects/followRedirects.ts";
import { isGenerated, maybeGenerated } from "./generated.ts";
import type { DocusaurusSite } from "./siteParts.ts";

export function serve(route: string, site: Site, parts: DocusaurusSite): LinkTarget {
  const forwarded = byExtension(route, site, parts);
  return forwarded ?? followRedirects(route, site, parts.rules, (path) => serveItself(path, site, parts));
}

function serveItself(route: string, site: Site, parts: DocusaurusSite): LinkTarget {
  if (route.includes("//")) return notServed(route, parts.external);
  const found = pageAt(route, site, parts) ?? fileAt(route, site, parts) ?? madeAt(route, site, parts);
  if (found) return found;
  const why = parts.foreign.route(route);
  if (why !== undefined) return { kind: "unknown", why };
  if (maybeGenerated(route, site, parts))
    return { kind: "unknown", why: "A sidebar that can't be read may have a category of this address." };
  const missing = notServed(route, parts.external);
  return missing.kind === "missing" && looksLikeFile(route)
    ? { kind: "missing", what: "file", path: route }
    : missing;
}

/** A page of the language that the address begins with; one that has no translation is shown as it is. */
function pageAt(route: string, site: Site, parts: DocusaurusSite): LinkTarget | undefined {
  const path = withoutFileName(route, parts.config.trailingSlash);
  return servedAt(site, route) ?? servedAt(site, path) ?? untranslated(path, site, parts);
}

function untranslated(route: string, site: Site, parts: DocusaurusSite): LinkTarget | undefined {
  const locale = parts.config.locales.find(
    ({ prefix }) => prefix !== "" && (route === prefix || route.startsWith(`${prefix}/`)),
  );
  const main = parts.config.locales[0];
  if (!locale || !main) return undefined;
  const there = site.served.get(routeKey(main.prefix + (route.slice(locale.prefix.length) || "/")));
  return there && isShownIn(there.page, locale.name, parts) ? { kind: "page", page: there.page } : undefined;
}

function isShownIn(page: Page, locale: string, { owners, collections }: DocusaurusSite): boolean {
  const owner = owners.ownerOf(page.path);
  const there = collections.find(
    (one) =>
      one.locale.name === locale &&
      one.instance === owner?.collection.instance &&
      one.version === owner.collection.version,
  );
  return owner !== undefined && there !== undefined && owners.fileOf(there, owner.source) === page.path;
}

/**
 * A page is a file of the build: `/a/index.html`, or `/a.html` where addresses have no slash (core/src/ssg/ssgUtils.ts). A host
 * serves it by that name too, and without its ending.
 */
function withoutFileName(route: string, trailingSlash: boolean | undefined): string {
  if (trailingSlash === false && !/^\/index(?:\.html)?$/.test(route))
    return route.replace(/(.)\.html$/, "$1");
  return route.replace(/\/index(?:\.html)?$/, "/");
}

/** Files of `static/`; they are copied into the build of each language. */
function fileAt(route: string, site: Site, { config, homes }: DocusaurusSite): LinkTarget | undefined {
  const home = homes.find((one) => one !== "/" && route.startsWith(one));
  for (const path of home === undefined ? [route] : [route, route.slice(home.length - 1)]) {
    for (const dir of config.staticDirs) {
      const file = `${dir}${path}`.normalize("NFC").replace(/^\//, "");
      for (const name of [file, `${file.replace(/\/$/, "")}/index.html`, `${file}.html`])
        if (site.files.has(name as FilePath)) return { kind: "file", path: name as FilePath };
    }
  }
  return undefined;
}

function madeAt(route: string, site: Site, parts: DocusaurusSite): LinkTarget | undefined {
  const path = withoutFileName(route, parts.config.trailingSlash);
  const generated =
    site.generated.has(routeKey(path)) ||
    parts.codePages(path) !== undefined ||
    isGenerated(path, site, parts) ||
    /^\/(?:sitemap\.xml|404\.html)$/.test(route);
  return generated ? { kind: "generated", route: path as Route } : undefined;
}

/** The client-redirects plugin's `fromExtensions`. */
function byExtension(route: string, site: Site, parts: DocusaurusSite): LinkTarget | undefined {
  const extension = parts.redirects.fromExtensions.find((one) =>
    route.replace(/\/$/, "").endsWith(`.${one}`),
  );
  if (extension === undefined) return undefined;
  const bare = route.replace(/\/$/, "").slice(0, -extension.length - 1);
  const own = serveItself(route, site, parts);
  const end = pageAt(bare, site, parts) ?? madeAt(bare, site, parts);
  if (own.kind !== "missing" || !end) return undefined;
  return { kind: "redirect", chain: [route], address: bare, end };
}
