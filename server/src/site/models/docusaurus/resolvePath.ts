// What a path in a link leads to: a file, else an address, by the way in which it is written. Sources beside fileLinks.ts:
// core/src/client/exports/{Link,useBaseUrl}.tsx (the base is added, addresses are relative to the page's own).

import { resolvePathname } from "../../routeKey.ts";
import { pagesShowing } from "../../shown.ts";
import type { LinkTarget, Page, Site } from "../../site.ts";
import type { LinkForm } from "../../siteModel.ts";
import { withoutBase } from "./config.ts";
import { assetByFile, pageByFile } from "./fileLinks.ts";
import { writtenForm } from "./linkForms.ts";
import { serve } from "./serve.ts";
import type { DocusaurusSite } from "./siteParts.ts";

export function resolveDocusaurusPath(
  path: string,
  from: Page,
  site: Site,
  { form, parts }: { readonly form: LinkForm; readonly parts: DocusaurusSite },
): LinkTarget {
  const written = writtenForm(from.scanned, path, form);
  if (written === "tag") return asBrowser(path, from, site, parts);
  if (written !== "component") {
    const page = pageByFile(path, from, site, parts);
    if (page) return page;
    const asset = written === "markdown" ? assetByFile(path, from, site, parts) : undefined;
    if (asset) return asset;
  }
  const found = asRouter(path, from, site, parts);
  return found.kind === "missing" ? (writtenByPlugin(path, from, parts) ?? found) : found;
}

/** By Docusaurus' router: the base is added where it is not written. */
function asRouter(path: string, from: Page, site: Site, parts: DocusaurusSite): LinkTarget {
  if (!path.startsWith("/"))
    return fromEach(path, from, site, (route) => serve(resolvePathname(route, path), site, parts));
  const address = withoutBase(resolvePathname("/", path), parts.config.base);
  return serve(inLanguage(address, path, from, parts), site, parts);
}

/** By the browser: from the root of the host, or from the file that the page is in the build. */
function asBrowser(path: string, from: Page, site: Site, parts: DocusaurusSite): LinkTarget {
  const { base, trailingSlash } = parts.config;
  if (path.startsWith("/")) {
    if (!`${path}/`.startsWith(base)) return { kind: "missing", what: "page", route: path, outside: true };
    return asFile(withoutBase(resolvePathname("/", path), base), site, parts);
  }
  return fromEach(path, from, site, (route) => {
    const file = trailingSlash === false || route.endsWith("/") ? route : `${route}/`;
    return asFile(resolvePathname(file, path), site, parts);
  });
}

/** Where pages are written as `a.html`, nothing is found at `/a/`. */
function asFile(route: string, site: Site, parts: DocusaurusSite): LinkTarget {
  const target = serve(route, site, parts);
  const strict = parts.config.trailingSlash === false && route.endsWith("/") && !parts.homes.includes(route);
  return strict && target.kind === "page" ? { kind: "missing", what: "page", route } : target;
}

/** A page's own address; of a partial, those of the pages that show it: missing where it is for one of their readers. */
function fromEach(path: string, from: Page, site: Site, resolve: (route: string) => LinkTarget): LinkTarget {
  if (from.route !== undefined) return resolve(from.route);
  const targets = pagesShowing(site, from).flatMap((page) =>
    page.route === undefined ? [] : [resolve(page.route)],
  );
  const unknown: LinkTarget = {
    kind: "unknown",
    why: `No page shows this file; where "${path}" leads depends on the page that does.`,
  };
  return targets.find(({ kind }) => kind === "missing") ?? targets[0] ?? unknown;
}

/** Within a language other than the first, its prefix is the base. */
function inLanguage(address: string, path: string, from: Page, { config, owners }: DocusaurusSite): string {
  const prefix = owners.homeOf(from.path)?.collection.locale.prefix ?? "";
  const written = address === prefix || address.startsWith(`${prefix}/`);
  return prefix === "" || (written && path !== config.base) ? address : prefix + address;
}

/** A file that is not there yet, since a plugin writes it when the site is built. */
function writtenByPlugin(path: string, from: Page, { foreign }: DocusaurusSite): LinkTarget | undefined {
  const folder = from.path.slice(0, from.path.lastIndexOf("/") + 1);
  const file = resolvePathname(`/${folder}`, path).slice(1);
  const why = foreign.file(file);
  return why === undefined ? undefined : { kind: "unknown", why };
}
