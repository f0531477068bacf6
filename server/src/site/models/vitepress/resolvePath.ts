// Where a link of a VitePress page leads. Markdown's links are rewritten first (`.md` to `.html`, the base before `/`), those
// of HTML tags are not; then the address is what a static host finds among the files of the build.

import { splitDestination } from "../../destination.ts";
import { remember } from "../../remember.ts";
import { belowBase, folderOf, joinPath, resolvePathname } from "../../routeKey.ts";
import type { FilePath, LinkTarget, Page, Route, Site } from "../../site.ts";
import type { WrittenLink } from "../../siteModel.ts";
import { type ExternalRoutes, notBelowBase, notServed } from "../common/externalRoutes.ts";
import { fileAt, looksLikeFile } from "../common/fileTargets.ts";
import type { VitepressConfig } from "./config.ts";
import { isDynamic, mayServe } from "./dynamicRoutes.ts";
import { isImageOn } from "./images.ts";
import type { Routes } from "./routes.ts";

export interface VitepressRules {
  readonly config: VitepressConfig;
  readonly routes: Routes;
  readonly external: ExternalRoutes;
}

export interface Asked {
  readonly path: string;
  readonly from: Page;
  readonly site: Site;
  readonly link: WrittenLink;
}

export function resolveVitepressPath(asked: Asked, rules: VitepressRules): LinkTarget {
  const { path, from, site, link } = asked;
  if (isImageOn(from.scanned, path)) return imageAt(asked, rules);
  const { base } = rules.config;
  const raw = link.form === "html";
  const address = raw ? path : rewritten(path, rules.config);
  const full = resolvePathname(
    base + addressOf(from, rules),
    raw || !address.startsWith("/") ? address : `${base}${address}`.replace(/\/+/g, "/"),
  );
  const below = belowBase(full, base);
  if (below === undefined) return outsideBase(full, asked, rules);
  return served(below, site, rules) ?? unserved(below, site, rules);
}

/** Endings of files that VitePress leaves alone, instead of taking the path for a page's (its `treatAsHtml`). */
const fileEndings: ReadonlySet<string> = new Set(
  (
    "3g2 3gp aac ai apng au avif bin bmp cer class conf crl css csv dll doc eps epub exe gif gz ics ief jar jpe jpeg jpg js " +
    "json jsonld m4a man mid midi mjs mov mp2 mp3 mp4 mpe mpeg mpg mpp oga ogg ogv ogx opus otf p10 p7c p7m p7s pdf png ps " +
    "qt roff rtf rtx ser svg t tif tiff tr ts tsv ttf txt vtt wav weba webm webp woff woff2 xhtml xml yaml yml zip"
  ).split(" "),
);

export function isPageAddress(path: string): boolean {
  return !fileEndings.has(path.slice(path.lastIndexOf(".") + 1).toLowerCase());
}

/** The address that VitePress makes of a Markdown link's (its link plugin's `normalizeHref`). */
export function rewritten(path: string, { cleanUrls }: Pick<VitepressConfig, "cleanUrls">): string {
  if (!isPageAddress(path)) return path;
  const index = /^(|.*\/)index.md$/i.exec(path);
  if (index) return index[1] || "./";
  const page = path.replace(/\.md$/, cleanUrls ? "" : ".html");
  return cleanUrls || page.endsWith(".html") || page.endsWith("/") ? page : `${page}.html`;
}

/** Where a page is, as its relative links see it; a file that is no page, as if it were one. */
function addressOf(from: Page, { routes }: VitepressRules): string {
  return from.route ?? `/${routes.below(from.path) ?? from.path}`;
}

/** A full address there is another site's on the same host; a path there is one that lacks the base. */
function outsideBase(path: string, { link }: Asked, { external, config }: VitepressRules): LinkTarget {
  if (config.unread.some(({ setting }) => setting === "base"))
    return { kind: "unknown", why: "The base path of the site can't be read from its configuration." };
  return splitDestination(link.destination).host === undefined
    ? notBelowBase(path, external)
    : { kind: "unknown", why: `Only addresses under ${config.base}/ are this site's.` };
}

const tables = new WeakMap<object, ReadonlyMap<string, Page["path"]>>();

/** Which page each HTML file of the build is made of. */
function pagesByOutput(site: Site, { routes }: VitepressRules): ReadonlyMap<string, Page["path"]> {
  return remember(tables, site.shape, () => {
    const table = new Map<string, Page["path"]>();
    for (const { path } of site.pages.values())
      for (const output of routes.outputs(path) ?? []) {
        const key = `/${output}`.normalize("NFC");
        if (!table.has(key)) table.set(key, path);
      }
    return table;
  });
}

/** What a static host answers with: the file itself, the folder's `index.html`, the name with `.html`. */
function served(path: string, site: Site, rules: VitepressRules): LinkTarget | undefined {
  const { config } = rules;
  const wanted = path.normalize("NFC");
  const names = wanted.endsWith("/")
    ? [`${wanted}index.html`]
    : [wanted, `${wanted}/index.html`, `${wanted}.html`];
  const pages = pagesByOutput(site, rules);
  for (const name of names) {
    const page = site.pages.get(pages.get(name) ?? ("" as Page["path"]));
    if (page) return { kind: "page", page };
    const file = `${config.publicDir}${name}` as FilePath;
    if (site.files.has(file)) return { kind: "file", path: file };
    if (isGenerated(name, config)) return { kind: "generated", route: name as Route };
  }
  return undefined;
}

/** What the build writes beside the pages. */
function isGenerated(name: string, { hasSitemap }: VitepressConfig): boolean {
  return (
    /^\/(?:404\.html|hashmap\.json|vp-icons\.css)$/.test(name) || (hasSitemap && name === "/sitemap.xml")
  );
}

function unserved(path: string, site: Site, rules: VitepressRules): LinkTarget {
  const { config, external } = rules;
  if (config.rewrites.unread)
    return { kind: "unknown", why: "The site's `rewrites` can't be read, so a page may be served there." };
  const data = dynamicPageAt(path, site, rules);
  if (data !== undefined)
    return { kind: "unknown", why: `It may be a page of ${data}, whose data can't be read.` };
  if (isPageAddress(path)) return notServed(path, external);
  const known = external(path);
  if (known !== undefined) return notServed(path, external);
  if (config.writesFiles && /\.(?:xml|txt|json|ics)$/i.test(path))
    return { kind: "unknown", why: "Code in the site's configuration may write this file when it is built." };
  return looksLikeFile(path)
    ? { kind: "missing", what: "file", path: joinPath(config.publicDir, path) ?? path }
    : notServed(path, external);
}

function dynamicPageAt(path: string, site: Site, { routes }: VitepressRules): string | undefined {
  const wanted = path.slice(1).replace(/\.html$/, "");
  for (const page of site.pages.values()) {
    const below = routes.below(page.path);
    if (below === undefined || !isDynamic(below) || routes.outputs(page.path) !== undefined) continue;
    if (
      mayServe(below.replace(/\.md$/, ""), wanted === "" || wanted.endsWith("/") ? `${wanted}index` : wanted)
    )
      return page.path;
  }
  return undefined;
}

/** Images are files beside the page, or below the static or the pages' folder where they begin with `/`. */
function imageAt({ path, from, site }: Asked, { config }: VitepressRules): LinkTarget {
  const own = belowBase(path, config.base) ?? path;
  const places = path.startsWith("/")
    ? [config.publicDir, config.srcDir].flatMap((folder) => [joinPath(folder, path), joinPath(folder, own)])
    : [joinPath(folderOf(from.path), path)];
  for (const place of places) {
    const found = place === undefined ? undefined : fileAt(site, place);
    if (found) return found;
  }
  const [wanted] = places;
  return wanted === undefined
    ? { kind: "unknown", why: "The link leads out of the folder that is open." }
    : { kind: "missing", what: "file", path: wanted };
}
