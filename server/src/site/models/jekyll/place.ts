// Where Jekyll serves a page, if it builds it at all (lib/jekyll/page.rb, document.rb, publisher.rb).

import { entryOf } from "../../../frontmatter/keys.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, nameOf, resolvePathname } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { JekyllConfig } from "./config.ts";
import { kindOf } from "./kinds.ts";
import {
  dateTokens,
  documentUrl,
  extensionOf,
  outputExtension,
  type PageDate,
  pageUrl,
  postTemplate,
  readDate,
  slugify,
  suffixOf,
  type Tokens,
} from "./url.ts";
import { hasHeader, isFalse, keyValue, type PageKind, textOf, textsOf } from "./values.ts";

/** Nobody dates a page so far ahead to publish it: Jekyll leaves it out until then, and we know no clock. */
const farAhead = 2050;

/** The page's address without the base path; undefined where it is not built, or but sends its readers on. */
export function routeOf(
  page: ScannedPage,
  config: JekyllConfig,
  files: ReadonlySet<FilePath>,
): string | undefined {
  return sentTo(page, config) === undefined ? addressOf(page, config, files) : undefined;
}

/** Where `redirect_to` (jekyll-redirect-from), or a key that the layout reads, sends the readers of the page, and the address that does so. */
export function sentTo(
  page: ScannedPage,
  config: JekyllConfig,
): { readonly route: string; readonly to: string } | undefined {
  const kind = kindOf(page.path, config);
  if (kind.kind === "none" || kind.kind === "include") return undefined;
  const plugin = config.plugins.redirectFrom ? { key: "redirect_to", fromRoot: true } : undefined;
  const layout = config.sending.size > 0 ? textOf(keyValue(page, kind, config, "layout")) : undefined;
  for (const sending of [plugin, config.sending.get(layout ?? "")]) {
    const [to] = sending ? textsOf(keyValue(page, kind, config, sending.key)) : [];
    const route = to === undefined ? undefined : addressOf(page, config, new Set());
    if (!sending || to === undefined || route === undefined) continue;
    return { route, to: sending.fromRoot ? to : fromPage(to, route) };
  }
  return undefined;
}

/** A relative path as one from the root. */
function fromPage(to: string, route: string): string {
  return /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(to) ? to : resolvePathname(route, to);
}

/** Defaults count for documents, but not for pages: Jekyll asks those for a key of their own. */
function isUnpublished(page: ScannedPage, kind: PageKind, config: JekyllConfig): boolean {
  if (kind.kind === "page") return isFalse(entryOf(page.frontmatter, "published")?.value);
  return isFalse(keyValue(page, kind, config, "published"));
}

function addressOf(
  page: ScannedPage,
  config: JekyllConfig,
  files: ReadonlySet<FilePath>,
): string | undefined {
  const kind = kindOf(page.path, config);
  if (kind.kind === "none" || kind.kind === "include") return undefined;
  if (!config.unpublished && isUnpublished(page, kind, config)) return undefined;
  if (kind.kind === "page")
    return isRendered(page, kind, config) ? ownPageUrl(page, kind, config, files) : undefined;
  if (!hasHeader(page) && kind.kind === "document") return undefined;
  if (kind.kind === "draft" && !config.drafts) return undefined;
  const label = kind.kind === "document" ? kind.collection : "posts";
  if (!config.collections.get(label)?.output) return undefined;
  const date = dateOf(page, kind, config);
  return date && !config.future && date.year >= farAhead ? undefined : documentRoute(page, kind, config);
}

/** A page without frontmatter is copied as it is, but for those that a plugin takes for pages. */
function isRendered(page: ScannedPage, kind: PageKind, config: JekyllConfig): boolean {
  if (hasHeader(page)) return true;
  if (!config.markdownExtensions.has(extensionOf(kind.path).toLowerCase())) return false;
  return isOptional(kind.path, config) || isReadme(kind.path, config);
}

const neverPages =
  /^(?:README|LICENSE|LICENCE|COPYING|CODE_OF_CONDUCT|CONTRIBUTING|ISSUE_TEMPLATE|PULL_REQUEST_TEMPLATE)$/i;

function isOptional(path: string, { plugins, include }: JekyllConfig): boolean {
  if (!plugins.optionalFrontmatter) return false;
  const name = nameOf(path).replace(/\.[^.]+$/, "");
  return !neverPages.test(name) || include.some(({ text }) => text === path || text === nameOf(path));
}

function isReadme(path: string, { plugins }: JekyllConfig): boolean {
  return plugins.readmeIndex !== false && /^readme\.[^.]+$/i.test(nameOf(path));
}

function ownPageUrl(
  page: ScannedPage,
  kind: PageKind,
  config: JekyllConfig,
  files: ReadonlySet<FilePath>,
): string | undefined {
  const folder = folderOf(kind.path);
  if (isReadme(kind.path, config) && isIndex(page, kind.path, config, files))
    return `/${folder === "" ? "" : `${folder}/`}`;
  if (!hasHeader(page) && !isOptional(kind.path, config)) return undefined;
  const extension = outputExtension(kind.path, config);
  const name = nameOf(kind.path).slice(0, -extensionOf(kind.path).length).replace(/\.+$/, "");
  const html = /^\.(?:html|xhtml|htm)$/.test(extension);
  const template =
    textOf(keyValue(page, kind, config, "permalink")) ??
    (!html
      ? "/:path/:basename:output_ext"
      : name === "index"
        ? "/:path/"
        : `/:path/:basename${suffixOf(config.permalink)}`);
  return pageUrl(template, { folder, name, extension });
}

/** A README is its folder's page where there is no index: always without frontmatter, with it where the plugin is told so. */
function isIndex(
  page: ScannedPage,
  path: string,
  config: JekyllConfig,
  files: ReadonlySet<FilePath>,
): boolean {
  const { readmeIndex } = config.plugins;
  if (readmeIndex === false || (hasHeader(page) && !readmeIndex.withFrontmatter)) return false;
  const before = [config.source, folderOf(path)].filter((one) => one !== "").join("/");
  const index = (extension: string) =>
    files.has(`${before === "" ? "" : `${before}/`}index${extension}` as FilePath);
  return ![...config.markdownExtensions, ".html", ".htm", ".xhtml", ".xml"].some(index);
}

export function dateOf(page: ScannedPage, kind: PageKind, config: JekyllConfig): PageDate | undefined {
  const own = textOf(keyValue(page, kind, config, "date"));
  return (own === undefined ? undefined : readDate(own)) ?? readDate(nameOf(kind.path));
}

function documentRoute(page: ScannedPage, kind: PageKind, config: JekyllConfig): string | undefined {
  if (kind.kind === "page") return undefined;
  const label = kind.kind === "document" ? kind.collection : "posts";
  const template =
    textOf(keyValue(page, kind, config, "permalink")) ??
    config.collections.get(label)?.permalink ??
    (label === "posts" ? postTemplate(config.permalink) : `/:collection/:path${suffixOf(config.permalink)}`);
  return documentUrl(template, tokensOf(page, kind, config));
}

function tokensOf(
  page: ScannedPage,
  kind: Exclude<PageKind, { kind: "page" }>,
  config: JekyllConfig,
): Tokens {
  const extension = extensionOf(kind.path);
  const base = nameOf(kind.path).slice(0, -extension.length);
  const dated = /^\d{2,4}-\d{1,2}-\d{1,2}-(.*)$/.exec(base)?.[1];
  const slug = textOf(keyValue(page, kind, config, "slug")) ?? dated ?? base;
  const categories = categoriesOf(page, kind, config);
  const date = dateOf(page, kind, config);
  return {
    collection: kind.kind === "document" ? kind.collection : "posts",
    path: kind.below.slice(0, -extension.length).replace(/\.+$/, ""),
    name: slugify(base).toLowerCase(),
    title: slugify(slug, "pretty"),
    slug: slugify(slug).toLowerCase(),
    categories: [...new Set(categories.map((one) => one.toLowerCase()))].join("/"),
    slugified_categories: [...new Set(categories.map((one) => slugify(one).toLowerCase()))].join("/"),
    output_ext: outputExtension(kind.path, config),
    ...(date && dateTokens(date)),
  };
}

/** The folders around `_posts`, then `categories` and `category`. */
export function categoriesOf(page: ScannedPage, kind: PageKind, config: JekyllConfig): readonly string[] {
  const folders = kind.kind === "post" || kind.kind === "draft" ? kind.folders : [];
  const many = textsOf(keyValue(page, kind, config, "categories"), true);
  const one = textsOf(keyValue(page, kind, config, "category"));
  return [...new Set([...folders, ...many, ...one])];
}

export function tagsOf(page: ScannedPage, kind: PageKind, config: JekyllConfig): readonly string[] {
  const many = textsOf(keyValue(page, kind, config, "tags"), true);
  return [...new Set([...textsOf(keyValue(page, kind, config, "tag")), ...many])];
}
