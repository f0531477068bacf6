// Reads what a real generator built: of each HTML page its ids, headings and links; and judges where the links lead, as a
// browser on a static host would find it. Knows no generator and nothing of ours.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "parse5";

/**
 * @typedef {object} BuiltPage
 * @property {string} file  path of the HTML file below the output folder, with a leading slash
 * @property {string} url   what a browser shows for it: "/a/" of "/a/index.html"
 * @property {Set<string>} ids
 * @property {string[]} headings  ids of h1 to h6 in the content, in order
 * @property {{ href: string, raw: string }[]} links  those with a `data-raw`: what the author wrote
 * @property {string | undefined} refresh  where a `<meta http-equiv=refresh>` sends the reader
 * @property {string | undefined} source  the first `data-source` of the page: its file, where the site's layout says so
 */

/** @param {(element: object) => boolean} [isContent] which element holds the content; all of the page without it */
export function readBuilt(out, isContent) {
  /** @type {Map<string, BuiltPage>} */
  const pages = new Map();
  const files = new Set();
  for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const file = `/${path.slice(out.length).replaceAll("\\", "/").replace(/^\/+/, "")}`;
    files.add(file);
    if (file.endsWith(".html")) pages.set(file, readPage(file, readFileSync(path, "utf8"), isContent));
  }
  return { pages, files };
}

/** @returns {BuiltPage} */
export function readPage(file, html, isContent) {
  const page = {
    file,
    url: file.replace(/(^|\/)index\.html$/, "$1"),
    ids: new Set(),
    headings: [],
    links: [],
    refresh: undefined,
    source: undefined,
  };
  walk(parse(html), isContent === undefined, isContent, page);
  return page;
}

function walk(node, inside, isContent, page) {
  const attributes = Object.fromEntries((node.attrs ?? []).map(({ name, value }) => [name, value]));
  const within =
    inside || (isContent !== undefined && node.tagName !== undefined && isContent({ ...node, attributes }));
  if (attributes.id) page.ids.add(attributes.id);
  if (node.tagName === "a" && attributes.name) page.ids.add(attributes.name);
  if (within && attributes.id && /^h[1-6]$/.test(node.tagName)) page.headings.push(attributes.id);
  if (within && node.tagName === "a" && attributes["data-raw"] !== undefined)
    page.links.push({ href: attributes.href ?? "", raw: attributes["data-raw"] });
  if (node.tagName === "meta" && attributes["http-equiv"]?.toLowerCase() === "refresh")
    page.refresh = /url=\s*['"]?([^'"]+)/i.exec(attributes.content ?? "")?.[1];
  page.source ??= attributes["data-source"];
  for (const child of node.childNodes ?? []) walk(child, within, isContent, page);
  if (node.content) walk(node.content, within, isContent, page);
}

/**
 * The verdict on a link of a built page: ok, redirect, missing-page, missing-anchor, external. `origin` is the site's own
 * ("https://site.example"), `base` the path that it is served below ("/" or "/docs/").
 */
export function verdictOn({ pages, files }, page, href, { origin, base = "/" }) {
  let url;
  try {
    url = new URL(href.trim(), origin + base.replace(/\/$/, "") + page.url);
  } catch {
    return "external";
  }
  if (url.origin !== origin) return "external";
  let found = find(files, url.pathname, base);
  let redirected = false;
  for (let hops = 0; hops < 10 && found && pages.get(found)?.refresh !== undefined; hops++) {
    redirected = true;
    const next = new URL(pages.get(found).refresh, origin + base.replace(/\/$/, "") + pages.get(found).url);
    if (next.origin !== origin) return "redirect";
    url = new URL(url.hash && !next.hash ? next.href + url.hash : next.href);
    found = find(files, url.pathname, base);
  }
  if (!found) return "missing-page";
  const fragment = decode(url.hash.slice(1));
  const target = pages.get(found);
  if (fragment !== "" && fragment.toLowerCase() !== "top" && target && !target.ids.has(fragment))
    return "missing-anchor";
  return redirected ? "redirect" : "ok";
}

/** The file that a static host answers with: `/a` by `a/index.html`, `a` or `a.html`. */
function find(files, pathname, base) {
  const path = decode(pathname);
  if (!`${path}/`.startsWith(base)) return undefined;
  const below = `/${path.slice(base.length)}`;
  const names = below.endsWith("/")
    ? [`${below}index.html`]
    : [below, `${below}/index.html`, `${below}.html`];
  return names.find((name) => files.has(name));
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
