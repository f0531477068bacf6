// The menus of a Hugo site, as configuration and frontmatter write them, and below them the sections, which themes list by
// themselves.

import { at, type DataValue, entriesAt, itemsAt, stringAt } from "../../../data/value.ts";
import type { PagePath } from "../../../page/scannedPage.ts";
import { resolveLink } from "../../resolveLink.ts";
import type { FilePath, LinkTarget, Page, Site } from "../../site.ts";
import type { Navigation, NavigationEntry } from "../../siteModel.ts";
import type { HugoConfig } from "./config.ts";
import { contentPlace, logicalPath } from "./contentPlace.ts";
import { lowerEntries } from "./entries.ts";
import { findNode } from "./findPage.ts";
import { nodeTarget, pageTable } from "./pageTable.ts";
import type { PlaceRules } from "./place.ts";

export function hugoNavigation(site: Site, rules: PlaceRules): Navigation {
  const home = homePage(site, rules.config);
  const items = [...configuredItems(site, rules, home), ...pagesItems(site)];
  const menus = [...new Set(items.map(({ menu }) => menu))].flatMap((menu) =>
    itemsBelow(
      items.filter((item) => item.menu === menu),
      undefined,
    ),
  );
  return { entries: [...menus, ...sectionTree(site, rules.config)], exhaustive: false };
}

interface MenuItem {
  readonly menu: string;
  readonly identifier: string;
  readonly parent: string | undefined;
  readonly weight: number;
  readonly entry: Omit<NavigationEntry, "children">;
}

function homePage(site: Site, config: HugoConfig): Page | undefined {
  const pages = [...site.pages.values()];
  return (
    pages.find(({ path }) => {
      const place = contentPlace(path, config);
      return place?.standard === true && logicalPath(place) === "";
    }) ?? pages[0]
  );
}

function configuredItems(site: Site, rules: PlaceRules, home: Page | undefined): readonly MenuItem[] {
  const { value } = rules.config;
  const languages = entriesAt(value, "languages").map((one) => one.value);
  return [value, ...languages].flatMap((holder) =>
    [at(holder, "menus"), at(holder, "menu")].flatMap((menus) =>
      entriesAt(menus).flatMap(({ key, value: items }) =>
        itemsAt(items).flatMap((item) => configuredItem(key, item, site, rules, home)),
      ),
    ),
  );
}

function configuredItem(
  menu: string,
  item: DataValue,
  site: Site,
  rules: PlaceRules,
  home: Page | undefined,
): readonly MenuItem[] {
  if (item.kind !== "map") return [];
  const address = at(item, "pageref") ?? at(item, "url");
  const value = stringAt(address);
  const label = stringAt(item, "name") ?? stringAt(item, "title") ?? "";
  const file = (item.file ?? rules.config.files[0] ?? "") as FilePath;
  const target =
    value === undefined || !home
      ? undefined
      : menuTarget(value, at(item, "pageref") !== undefined, site, rules, home);
  return [
    {
      menu,
      identifier: stringAt(item, "identifier") ?? label,
      parent: stringAt(item, "parent"),
      weight: weightOf(at(item, "weight")),
      entry: {
        label,
        target,
        ...(address && value !== undefined && { written: { file, span: textSpan(address), value } }),
      },
    },
  ];
}

function menuTarget(
  value: string,
  isReference: boolean,
  site: Site,
  rules: PlaceRules,
  home: Page,
): LinkTarget {
  if (isReference) {
    const { languages, version } = rules.config;
    const wanted = {
      reference: value,
      from: contentPlace(home.path, rules.config),
      byRef: false,
      language: languages.standard.code,
    };
    const node = findNode(pageTable(site, languages.standard.code, rules), wanted, version.minor);
    if (node) return nodeTarget(site, node, home);
  }
  // Menu addresses are read below the base, whatever they begin with.
  const { base } = rules.config;
  const below = value.startsWith("/") && base !== "" && !value.startsWith(`${base}/`) ? base + value : value;
  return resolveLink(site, home, below, "html");
}

/** A string's place without its quotes. */
function textSpan(value: DataValue): DataValue["span"] {
  const { start, end } = value.span;
  const quotes = value.kind === "string" ? end - start - value.value.length : 0;
  return quotes === 2 ? { start: start + 1, end: end - 1 } : value.span;
}

/** `menu: main`, `menu: [main, footer]`, or a table of menus with what they say. */
function pagesItems(site: Site): readonly MenuItem[] {
  return [...site.pages.values()].flatMap((page) => {
    if (page.route === undefined) return [];
    const entries = lowerEntries(page.scanned.frontmatter?.entries ?? []);
    const menus = entries.get("menus") ?? entries.get("menu");
    if (menus?.kind === "map") return menus.entries.map(({ key, value }) => pageItem(page, key, value));
    return itemsAt(menus).flatMap((item) =>
      item.kind === "string" ? [pageItem(page, item.value, undefined)] : [],
    );
  });
}

function pageItem(page: Page, menu: string, value: DataValue | undefined): MenuItem {
  const own = value?.kind === "map" ? lowerEntries(value.entries) : new Map<string, DataValue>();
  const label = stringAt(own.get("name")) ?? page.title;
  return {
    menu,
    identifier: stringAt(own.get("identifier")) ?? label,
    parent: stringAt(own.get("parent")),
    weight: weightOf(own.get("weight")),
    entry: { label, target: { kind: "page", page } },
  };
}

function weightOf(value: DataValue | undefined): number {
  return value?.kind === "number" && value.value !== 0 ? value.value : Number.POSITIVE_INFINITY;
}

/** In order of weight, then of name. An item that is its own parent by some way is shown at no place. */
function itemsBelow(
  items: readonly MenuItem[],
  parent: string | undefined,
  above: readonly string[] = [],
): readonly NavigationEntry[] {
  return items
    .filter((item) => item.parent === parent && !above.includes(item.identifier))
    .toSorted((a, b) => compare(a.weight, b.weight) || compare(a.entry.label, b.entry.label))
    .map((item) => ({
      ...item.entry,
      children: itemsBelow(items, item.identifier, [...above, item.identifier]),
    }));
}

function compare<Value extends string | number>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface Branch {
  readonly page: Page;
  readonly weight: number;
  readonly folder: string;
  readonly below: string;
}

/** The pages of each section below it, by weight and title, of each language. */
function sectionTree(site: Site, config: HugoConfig): readonly NavigationEntry[] {
  const branches = new Map<string, Branch[]>();
  const sections = new Set<PagePath>();
  const placed = [...site.pages.values()].flatMap((page) => {
    const place = page.route === undefined ? undefined : contentPlace(page.path, config);
    return place ? [{ page, place, key: `${place.language.code}${logicalPath(place).toLowerCase()}` }] : [];
  });
  const keys = new Set(placed.filter(({ place }) => place.name === "_index").map(({ key }) => key));
  for (const { page, place, key } of placed) {
    if (place.name === "_index") sections.add(page.path);
    const folder = parentOf(key, keys);
    const branch: Branch = {
      page,
      folder,
      below: key,
      weight: weightOf(lowerEntries(page.scanned.frontmatter?.entries ?? []).get("weight")),
    };
    const list = branches.get(folder);
    if (list) list.push(branch);
    else branches.set(folder, [branch]);
  }
  const entriesOf = (folder: string): readonly NavigationEntry[] =>
    (branches.get(folder) ?? [])
      .toSorted((a, b) => compare(a.weight, b.weight) || compare(a.page.title, b.page.title))
      .map(({ page, below }) => ({
        label: page.title,
        target: { kind: "page", page },
        children: sections.has(page.path) ? entriesOf(below) : [],
      }));
  return entriesOf("");
}

/** The key of the nearest section above; "" where there is none. */
function parentOf(key: string, sections: ReadonlySet<string>): string {
  let folder = key;
  while (folder.includes("/")) {
    folder = folder.slice(0, folder.lastIndexOf("/"));
    if (sections.has(folder)) return folder;
  }
  return "";
}
