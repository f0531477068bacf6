// Navigation of a Jekyll site, as its usual themes have it: lists in _data (`navigation.yml`, `sidebar.yml`, …), `header_pages` of
// minima, and the tree that just-the-docs makes of `nav_order` and `parent` in the pages.

import { readData } from "../../../data/readData.ts";
import { at, type DataValue, entriesAt, itemsAt, stringAt } from "../../../data/value.ts";
import { entryOf, stringKey } from "../../../frontmatter/keys.ts";
import type { FilePath, LinkTarget, Page, Site } from "../../site.ts";
import type { Navigation, NavigationEntry } from "../../siteModel.ts";
import { siteTarget } from "../common/siteTarget.ts";
import type { JekyllConfig } from "./config.ts";
import { fillLiquid, hasLiquid } from "./liquid.ts";

const names = /(?:nav|menu|sidebar|toc|header|footer|contents)/i;

/** Is this a file of _data in which navigation may be written? */
export function isNavigationFile(path: string): boolean {
  return (
    /(?:^|\/)_data\/(?:[\w-]+\/)*[^/]+\.(?:ya?ml|json)$/.test(path) &&
    names.test(path.slice(path.lastIndexOf("_data/") + 6))
  );
}

/** The site's navigation; undefined where nothing names its pages. */
export function readNavigation(
  config: JekyllConfig,
  texts: ReadonlyMap<FilePath, string>,
): ((site: Site) => Navigation) | undefined {
  const lists = [...texts].flatMap(([path, text]) => (isNavigationFile(path) ? listsOf(path, text) : []));
  const header = config.file === undefined ? [] : itemsAt(config.data, "header_pages");
  const tree = config.plugins.theme?.includes("just-the-docs") === true;
  if (lists.length === 0 && header.length === 0 && !tree) return undefined;
  return (site) => ({
    entries: [
      ...header.flatMap((item) => headerEntry(item, site, config)),
      ...lists.flatMap(({ path, items }) => items.flatMap((item) => toEntry(item, path, site, config))),
      ...(tree ? pageTree(site) : []),
    ],
    exhaustive: false,
  });
}

interface List {
  readonly path: FilePath;
  readonly items: readonly DataValue[];
}

/** The file's own list, or the lists by name that its keys hold: `main:`, `docs:`. */
function listsOf(path: FilePath, text: string): readonly List[] {
  const value = readData(path, text);
  if (value?.kind === "list") return [{ path, items: value.items }];
  return entriesAt(value).flatMap((entry) =>
    entry.value.kind === "list" ? [{ path, items: entry.value.items }] : [],
  );
}

const addressKeys = ["url", "link", "href", "path", "permalink", "page"];
const labelKeys = ["title", "name", "label", "text", "page"];
const childKeys = [
  "children",
  "items",
  "subitems",
  "sub_items",
  "folderitems",
  "subfolders",
  "subfolderitems",
  "links",
  "pages",
  "sections",
  "docs",
  "dropdown",
  "sublinks",
  "submenu",
  "subnav",
];

function toEntry(
  value: DataValue,
  file: FilePath,
  site: Site,
  config: JekyllConfig,
): readonly NavigationEntry[] {
  if (value.kind !== "map") return [];
  const address = addressKeys
    .map((key) => at(value, key))
    .find((one) => one?.kind === "string" && isAddress(one.value));
  const label = labelKeys.map((key) => stringAt(value, key)).find((one) => one !== undefined) ?? "";
  const children = childKeys.flatMap((key) =>
    itemsAt(value, key).flatMap((one) => toEntry(one, file, site, config)),
  );
  if (address?.kind !== "string")
    return label === "" && children.length === 0 ? [] : [{ label, target: undefined, children }];
  const target = targetOf(address.value, site, config);
  return [
    {
      label,
      target,
      written: { file, span: unquoted(address, address.value), value: address.value },
      children,
    },
  ];
}

/** A page's title is no address, though some themes write both under `page`. */
function isAddress(text: string): boolean {
  return text === "" || !/\s/.test(text.trim());
}

/** Themes put the base path before what is no full address. */
function targetOf(written: string, site: Site, config: JekyllConfig): LinkTarget | undefined {
  const [from] = site.pages.values();
  const filled = hasLiquid(written)
    ? from && fillLiquid(written, { config, page: from.scanned, route: undefined })
    : { text: written };
  if (!filled || !("text" in filled)) return { kind: "unknown", why: "Liquid makes this address." };
  const { text } = filled;
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(text)) return siteTarget(site, text);
  if (text === "" || text.startsWith("#")) return undefined;
  const based =
    text.startsWith(`${config.base}/`) && config.base !== ""
      ? text
      : config.base + (text.startsWith("/") ? text : `/${text}`);
  return siteTarget(site, based);
}

function headerEntry(item: DataValue, site: Site, config: JekyllConfig): readonly NavigationEntry[] {
  if (item.kind !== "string" || config.file === undefined) return [];
  const path = config.source === "" ? item.value : `${config.source}/${item.value}`;
  const page = site.pages.get(path as Page["path"]);
  const target: LinkTarget = page ? { kind: "page", page } : { kind: "missing", what: "file", path };
  const written = { file: config.file, span: unquoted(item, item.value), value: item.value };
  return [{ label: page?.title ?? item.value, target, written, children: [] }];
}

function unquoted({ span }: DataValue, value: string): DataValue["span"] {
  const quoted = span.end - span.start === value.length + 2 ? 1 : 0;
  return { start: span.start + quoted, end: span.end - quoted };
}

/** just-the-docs: pages with a title, by `nav_order`, then by title; `parent` and `grand_parent` name titles. */
function pageTree(site: Site): readonly NavigationEntry[] {
  const pages = [...site.pages.values()].filter(
    (page) => page.route !== undefined && stringKey(page.scanned.frontmatter, "title") && !isExcluded(page),
  );
  const below = (
    parent: string | undefined,
    grand: string | undefined,
    depth: number,
  ): readonly NavigationEntry[] =>
    pages
      .filter(
        (page) =>
          key(page, "parent") === parent && (depth < 2 || (key(page, "grand_parent") ?? grand) === grand),
      )
      .sort(inOrder)
      .map((page) => ({
        label: page.title,
        target: { kind: "page", page },
        children: depth < 3 ? below(page.title, parent, depth + 1) : [],
      }));
  return below(undefined, undefined, 0);
}

function isExcluded(page: Page): boolean {
  const value = entryOf(page.scanned.frontmatter, "nav_exclude")?.value;
  return value?.kind === "boolean" && value.value;
}

function key(page: Page, name: string): string | undefined {
  return stringKey(page.scanned.frontmatter, name) || undefined;
}

function inOrder(a: Page, b: Page): number {
  return order(a) - order(b) || (a.title < b.title ? -1 : a.title > b.title ? 1 : 0);
}

function order(page: Page): number {
  const value = entryOf(page.scanned.frontmatter, "nav_order")?.value;
  return value?.kind === "number" ? value.value : Number.POSITIVE_INFINITY;
}
