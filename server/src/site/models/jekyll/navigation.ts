// Navigation of a Jekyll site, as its usual themes have it: lists in _data (`navigation.yml`, `sidebar.yml`, …), `header_pages` of
// minima, and the tree that just-the-docs makes of `nav_order` and `parent` in the pages.

import { readData } from "../../../data/readData.ts";
import { at, type DataValue, entriesAt, itemsAt, stringAt, textSpan } from "../../../data/value.ts";
import { entryOf, stringKey } from "../../../frontmatter/keys.ts";
import { isInFolder } from "../../routeKey.ts";
import type { FilePath, LinkTarget, Page, Site } from "../../site.ts";
import type { Navigation, NavigationEntry } from "../../siteModel.ts";
import { besideIn, type EntryForm, listIn, routeLike } from "../common/entryForm.ts";
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
    lists: lists.flatMap(({ path, value }) => listIn(value, path, firstForm(value, config)).list ?? []),
  });
}

interface List {
  readonly path: FilePath;
  readonly value: DataValue;
  readonly items: readonly DataValue[];
}

/** The file's own list, or the lists by name that its keys hold: `main:`, `docs:`. */
function listsOf(path: FilePath, text: string): readonly List[] {
  const value = readData(path, text);
  if (value?.kind === "list") return [{ path, value, items: value.items }];
  return entriesAt(value).flatMap((entry) =>
    entry.value.kind === "list" ? [{ path, value: entry.value, items: entry.value.items }] : [],
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
  const address = addressOf(value);
  const label = labelKeys.map((key) => stringAt(value, key)).find((one) => one !== undefined) ?? "";
  const children = childKeys.flatMap((key) =>
    itemsAt(value, key).flatMap((one) => toEntry(one, file, site, config)),
  );
  const inner = childKeys.map((key) => at(value, key)).find((one) => one?.kind === "list");
  const below = { children, ...listIn(inner, file, firstForm(inner ?? value, config, value)) };
  if (address?.kind !== "string")
    return label === "" && children.length === 0 ? [] : [{ label, target: undefined, ...below }];
  const target = targetOf(address.value, site, config);
  const form = formOf(value, config);
  const place = { file, span: textSpan(address), value: address.value, ...(form && besideIn(form)) };
  return [{ label, target, written: place, ...below }];
}

function addressOf(value: DataValue): DataValue | undefined {
  return addressKeys
    .map((key) => at(value, key))
    .find((one) => one?.kind === "string" && isAddress(one.value));
}

/** The form of an entry: `{ title, url }` by the keys that it has, with addresses as its own is. */
function formOf(entry: DataValue, config: JekyllConfig): EntryForm | undefined {
  const address = addressOf(entry);
  if (address?.kind !== "string" || hasLiquid(address.value)) return undefined;
  const name = addressKeys.find((key) => at(entry, key) === address) ?? "url";
  const title = labelKeys.find((key) => key !== name && stringAt(entry, key) !== undefined);
  return {
    shape: { kind: "map", name, ...(title !== undefined && { title }) },
    nameOf: namesLike(address.value, config),
  };
}

/** That of the first entry of a list; of an empty one, that of the entry which it is in, or the usual. */
function firstForm(list: DataValue, config: JekyllConfig, around?: DataValue): EntryForm {
  const first = [...itemsAt(list), ...(around ? [around] : [])].map((item) => formOf(item, config));
  const usual = { kind: "map", title: "title", name: "url" } as const;
  return first.find((form) => form) ?? { shape: usual, nameOf: namesLike("/", config) };
}

/** Routes as a similar address is written; with the base path where that has it. */
function namesLike(like: string, { base }: JekyllConfig): (page: Page) => string | undefined {
  const before = base !== "" && like.startsWith(`${base}/`) ? base : "";
  return ({ route }) => (route === undefined ? undefined : before + routeLike(route, like));
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
  const form = besideIn({ shape: { kind: "name" }, nameOf: (one) => belowSource(one, config) });
  const written = { file: config.file, span: textSpan(item), value: item.value, ...form };
  return [{ label: page?.title ?? item.value, target, written, children: [] }];
}

function belowSource({ path, route }: Page, { source }: JekyllConfig): string | undefined {
  if (route === undefined || !isInFolder(path, source)) return undefined;
  return source === "" ? path : path.slice(source.length + 1);
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
