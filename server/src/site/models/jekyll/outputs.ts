// The files that the built site consists of, and which of them a static host answers an address with. A host serves `/a` by
// `a`, `a/index.html` or `a.html`, and `/a/` by `a/index.html` alone (GitHub Pages does so).

import type { PagePath } from "../../../page/scannedPage.ts";
import { folderOf, routeKey } from "../../routeKey.ts";
import type { FilePath, Page, Route, Site } from "../../site.ts";
import type { JekyllConfig } from "./config.ts";
import { kindOf } from "./kinds.ts";
import { sentTo } from "./place.ts";
import { extensionOf, outputExtension, suffixOf } from "./url.ts";
import { hasHeader } from "./values.ts";

export type Output =
  | { readonly kind: "page" | "alias"; readonly path: PagePath }
  /** A page that sends its readers on by `redirect_to`. */
  | { readonly kind: "redirect"; readonly to: string }
  | { readonly kind: "file"; readonly path: FilePath }
  | { readonly kind: "generated"; readonly route: Route };

export type Outputs = ReadonlyMap<string, Output>;

/** By the path of the file that is written: `/a/index.html`. A page wins over an alias and over a copied file. */
export function outputsOf(site: Site, config: JekyllConfig): Outputs {
  const outputs = new Map<string, Output>();
  const put = (file: string, output: Output) => {
    if (!outputs.has(file)) outputs.set(file, output);
  };
  const pages = [...site.pages.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const page of pages)
    if (page.route !== undefined)
      put(writtenTo(page.route, outputExtension(page.path, config)), { kind: "page", path: page.path });
  for (const { scanned } of pages) {
    const sent = sentTo(scanned, config);
    if (sent) put(writtenTo(sent.route, ".html"), { kind: "redirect", to: sent.to });
  }
  for (const page of pages)
    for (const alias of page.aliases) put(writtenTo(alias, ".html"), { kind: "alias", path: page.path });
  for (const file of site.files) {
    const url = copiedTo(file, site, config);
    if (url !== undefined) put(url, { kind: "file", path: file });
  }
  for (const route of generatedBy(site, config))
    put(writtenTo(route, extensionOf(route) === "" ? ".html" : ""), {
      kind: "generated",
      route: route as Route,
    });
  return outputs;
}

export function outputAt(outputs: Outputs, address: string, lenient: boolean): Output | undefined {
  const path = address.normalize("NFC");
  const bare = path.replace(/\/+$/, "");
  const names = !path.endsWith("/")
    ? [path, `${path}/index.html`, `${path}.html`]
    : lenient
      ? [`${path}index.html`, `${bare}.html`]
      : [`${path}index.html`];
  for (const name of names) {
    const found = outputs.get(name);
    if (found) return found;
  }
  return undefined;
}

function writtenTo(url: string, extension: string): string {
  if (url.endsWith("/")) return `${url}index${extension || ".html"}`;
  return url.endsWith(extension) ? url : url + extension;
}

/** The address of a file that is copied as it is; undefined of one that is rendered or left out. */
function copiedTo(file: FilePath, site: Site, config: JekyllConfig): string | undefined {
  const kind = kindOf(file, config);
  if (kind.kind !== "page" && kind.kind !== "document") return undefined;
  const page = site.pages.get(file as string as PagePath);
  if (page && (hasHeader(page.scanned) || removes(page, config))) return undefined;
  if (kind.kind === "page") return `/${withoutSass(kind.path)}`;
  const collection = config.collections.get(kind.collection);
  if (!collection?.output) return undefined;
  const template = collection.permalink ?? `/:collection/:path${suffixOf(config.permalink)}`;
  const extension = extensionOf(kind.below);
  const name = kind.below.slice(0, kind.below.length - extension.length);
  const url = template
    .replaceAll(":collection", kind.collection)
    .replaceAll(":path", name)
    .replaceAll(":output_ext", "")
    .replaceAll(":name", name.slice(name.lastIndexOf("/") + 1))
    .replaceAll(":title", "");
  return `/${url}`.replace(/\/{2,}/g, "/").replace(/\/$/, "") + extension;
}

/** Do the plugins that take a file without frontmatter for a page leave its original out? */
function removes(page: Page, { plugins }: JekyllConfig): boolean {
  if (page.route === undefined) return false;
  return /(?:^|\/)readme\.[^/]+$/i.test(page.path)
    ? plugins.readmeIndex !== false && plugins.readmeIndex.removes
    : plugins.optionalFrontmatter !== false && plugins.optionalFrontmatter.removes;
}

/** Style sheets with frontmatter are compiled. */
function withoutSass(path: string): string {
  return path.replace(/\.s[ac]ss$/, ".css");
}

function generatedBy(site: Site, config: JekyllConfig): readonly string[] {
  const { plugins } = config;
  return [
    ...(plugins.sitemap ? ["/sitemap.xml", "/robots.txt"] : []),
    ...(plugins.feed === undefined ? [] : [plugins.feed]),
    ...(plugins.redirectFrom ? ["/redirects.json"] : []),
    ...(plugins.paginate && config.paginate > 0 ? pagination(site, config) : []),
    ...site.generated,
  ].map((route) =>
    site.generated.has(routeKey(route)) && extensionOf(route) === "" ? `${routeKey(route)}/` : route,
  );
}

/** Is there an `index.html` on the way to the folder of `paginate_path`? */
function hasList(site: Site, source: string, paginatePath: string): boolean {
  let folder = folderOf(paginatePath.replace(/^\/|\/$/g, ""));
  for (;;) {
    const path = [source, folder, "index.html"].filter((one) => one !== "").join("/");
    if (site.files.has(path as FilePath)) return true;
    if (folder === "") return false;
    folder = folderOf(folder);
  }
}

/** jekyll-paginate: the second and later pages of the list that is `index.html`. */
function pagination(site: Site, { paginate, paginatePath, source }: JekyllConfig): readonly string[] {
  if (!hasList(site, source, paginatePath)) return [];
  let posts = 0;
  for (const page of site.pages.values())
    if (/(?:^|\/)_posts\//.test(page.path) && page.route !== undefined) posts++;
  const count = Math.ceil(posts / paginate);
  const numbers = Array.from({ length: Math.max(0, count - 1) }, (_, at) => at + 2);
  const template = paginatePath.startsWith("/") ? paginatePath : `/${paginatePath}`;
  return numbers.map((number) => `${template.replace(":num", String(number)).replace(/\/$/, "")}/`);
}
