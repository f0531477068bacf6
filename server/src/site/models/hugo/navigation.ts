// The menus of a Hugo site, as configuration and frontmatter write them, and below them the sections, which themes list by
// themselves.

import { type DataValue, itemsAt, stringAt } from "../../../data/value.ts";
import type { PagePath } from "../../../page/scannedPage.ts";
import type { Page, Site } from "../../site.ts";
import type { Navigation, NavigationEntry } from "../../siteModel.ts";
import type { HugoConfig } from "./config.ts";
import { contentPlace, logicalPath } from "./contentPlace.ts";
import { lowerEntries } from "./entries.ts";
import { configuredItems, type MenuItem, weightOf } from "./menus.ts";
import type { PlaceRules } from "./place.ts";

export function hugoNavigation(site: Site, rules: PlaceRules): Navigation {
  const home = homePage(site, rules.config);
  const items = [...configuredItems({ site, rules, home }), ...pagesItems(site)];
  const menus = [...new Set(items.map(({ menu }) => menu))].flatMap((menu) =>
    itemsBelow(
      items.filter((item) => item.menu === menu),
      undefined,
    ),
  );
  return { entries: [...menus, ...sectionTree(site, rules.config)], exhaustive: false };
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
