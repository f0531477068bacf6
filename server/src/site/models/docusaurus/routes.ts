// Where Docusaurus serves a page. Sources: plugin-content-docs/src/{docs,slug}.ts, plugin-content-blog/src/blogUtils.ts,
// utils/src/urlUtils.ts (`fileToPath`), utils-common/src/applyTrailingSlash.ts.

import type { ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, nameOf, resolvePathname } from "../../routeKey.ts";
import { flagField, textField } from "./fields.ts";
import { joinUrl } from "./joinUrl.ts";
import { withoutNumber, withoutNumbers } from "./numberPrefix.ts";
import type { Owner } from "./owner.ts";

/** Without the site's base, and as the plugin makes it: with a slash at the end where it is a folder's. */
export function permalinkOf(page: ScannedPage, owner: Owner): string {
  const { collection, source } = owner;
  const { kind } = collection.instance;
  if (kind === "docs") return joinUrl(collection.path, docSlug(page, owner));
  const own = textField(page, "slug");
  const slug = own || (kind === "blog" ? postSlug(source) : filePath(source));
  return joinUrl(collection.path, slug);
}

/** With the slash at its end that the configuration wants; `homes` are the addresses that always keep theirs. */
export function withSlash(
  path: string,
  trailingSlash: boolean | undefined,
  homes: readonly string[],
): string {
  if (trailingSlash === undefined || path === "/" || homes.includes(path)) return path;
  const bare = path.replace(/\/$/, "");
  return trailingSlash ? `${bare}/` : bare;
}

/** The name of a doc in its folder: its `id`, else its file's without number. */
export function baseId(page: ScannedPage, owner: Owner): string {
  const name = bareName(owner.source);
  return textField(page, "id") ?? (dropsNumbers(page, owner) ? withoutNumber(name).name : name);
}

/** `guides/intro`: the id by which sidebars name a doc. */
export function docId(page: ScannedPage, owner: Owner): string {
  const folder = folderOf(owner.source);
  const named = dropsNumbers(page, owner) ? withoutNumbers(folder) : folder;
  return named === "" ? baseId(page, owner) : `${named}/${baseId(page, owner)}`;
}

export function dropsNumbers(page: ScannedPage, { collection }: Owner): boolean {
  return collection.instance.numberPrefixes && flagField(page, "parse_number_prefixes") !== false;
}

function docSlug(page: ScannedPage, owner: Owner): string {
  const own = textField(page, "slug");
  if (own?.startsWith("/")) return own;
  const folder = folderOf(owner.source);
  const named = dropsNumbers(page, owner) ? withoutNumbers(folder) : folder;
  const base = named === "" ? "/" : `/${named}/`;
  if (!own && isCategoryIndex(owner.source)) return base;
  return resolvePathname(base, own || baseId(page, owner));
}

/** `index`, `readme` and a file of its folder's name are the page of the folder (numbers count here). */
export function isCategoryIndex(source: string): boolean {
  const name = bareName(source).toLowerCase();
  const folder = nameOf(folderOf(source)).toLowerCase();
  return name === "index" || name === "readme" || (folder !== "" && name === folder);
}

/** `/2024/05/17/news` of `2024-05-17-news.md`, `2024-05-17/news.md`, `2024/05/17/news/index.md`. */
function postSlug(source: string): string {
  const dated = /^(.*)(\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(.*?)(?:\/index)?\.mdx?$/.exec(source);
  if (!dated) return `/${source.replace(/(?:\/index)?\.mdx?$/, "")}`;
  const [, folder = "", date = "", text = ""] = dated;
  return `/${date.replaceAll("-", "/")}/${folder}${text}`;
}

/** `/a/` of `a/index.md`, `/a` of `a.tsx`. */
export function filePath(source: string): string {
  const index = /^(|.*\/)index\.(?:mdx?|jsx?|tsx?)$/i.exec(source);
  return index ? `/${index[1]}` : `/${source.replace(/\.(?:mdx?|jsx?|tsx?)$/, "")}`;
}

export function bareName(source: string): string {
  return nameOf(source).replace(/\.[^.]+$/, "");
}
