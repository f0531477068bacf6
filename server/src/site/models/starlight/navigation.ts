// Starlight's sidebar: links, entries by their id, groups, and folders that list themselves (starlight/utils/navigation.ts).
// Read for the default language; other languages have the same entries at addresses of their own.

import { at, type DataValue, itemsAt, stringAt } from "../../../data/value.ts";
import { entryOf, stringKey } from "../../../frontmatter/keys.ts";
import { folderOf, nameOf } from "../../routeKey.ts";
import { servedAt } from "../../servedAt.ts";
import type { FilePath, LinkTarget, Page, Site } from "../../site.ts";
import type { Navigation, NavigationEntry, WrittenEntry } from "../../siteModel.ts";
import { besideIn, type EntryForm, listIn } from "../common/entryForm.ts";
import { siteTarget } from "../common/siteTarget.ts";
import { collectionOf, withoutContentExtension } from "./collections.ts";
import { localeOf } from "./locales.ts";
import { type AstroSite, starlightRoute } from "./routes.ts";
import { bareSlug, linkForm, slugForm, underSlug, usualForm } from "./sidebarForms.ts";

export function starlightNavigation(astro: AstroSite, site: Site): Navigation {
  const { config } = astro;
  const pages = pagesOf(astro, site);
  const sidebar = at(config.starlight, "sidebar");
  const covers = (page: Page) => pages.some(({ page: own }) => own.path === page.path) && !isHidden(page);
  if (sidebar?.kind !== "list") return { entries: listed("", pages), exhaustive: false, covers };
  const entries = itemsAt(sidebar).flatMap((item) => toEntries(item, astro, site, pages));
  const { list } = listIn(sidebar, config.file ?? noFile, usualForm(config));
  return { entries, exhaustive: true, covers, lists: list ? [list] : [] };
}

const noFile = "" as FilePath;

/** A page of the default language, and its path below that language's folder, without extension. */
interface Listed {
  readonly page: Page;
  readonly below: string;
}

function pagesOf({ config, collections }: AstroSite, site: Site): readonly Listed[] {
  const own = config.locales?.fallback ?? "";
  return [...site.pages.values()].flatMap((page) => {
    const found = collectionOf(page.path, collections);
    if (page.route === undefined || found?.collection.name !== "docs") return [];
    if (localeOf(page.route, config.locales) !== own || page.route === "/404") return [];
    const below = withoutContentExtension(found.below);
    return [{ page, below: own !== "" && below.startsWith(`${own}/`) ? below.slice(own.length + 1) : below }];
  });
}

function toEntries(
  item: DataValue,
  astro: AstroSite,
  site: Site,
  pages: readonly Listed[],
): readonly NavigationEntry[] {
  const { config } = astro;
  if (item.kind === "string") return [slugEntry("", item, slugForm(bareSlug, config), { astro, site })];
  const label = stringAt(item, "label") ?? "";
  const slug = at(item, "slug");
  if (slug?.kind === "string") return [slugEntry(label, slug, slugForm(underSlug, config), { astro, site })];
  const link = at(item, "link");
  if (link?.kind === "string") return [linkEntry(label, link, astro, site)];
  const directory = stringAt(item, "autogenerate", "directory");
  if (directory !== undefined) {
    const children = listed(directory.replace(/^\/+|\/+$/g, ""), pages);
    // Up to 0.38 a group could list a folder by itself; since then the list stands among a group's items.
    return label === "" ? children : [{ label, target: undefined, children }];
  }
  const items = at(item, "items");
  if (items?.kind !== "list") return [];
  const children = items.items.flatMap((one) => toEntries(one, astro, site, pages));
  return [{ label, target: undefined, children, ...listIn(items, config.file ?? noFile, usualForm(config)) }];
}

interface Place {
  readonly astro: AstroSite;
  readonly site: Site;
}

type Written = Extract<DataValue, { kind: "string" }>;

function slugEntry(label: string, slug: Written, form: EntryForm, { astro, site }: Place): NavigationEntry {
  const { config } = astro;
  const locale = config.locales?.fallback ?? "";
  const route = starlightRoute([locale, slug.value === "index" ? "" : slug.value].filter(Boolean).join("/"));
  const target: LinkTarget = servedAt(site, route) ?? { kind: "missing", what: "page", route };
  const shown = label === "" && target.kind === "page" ? sidebarLabel(target.page) : label;
  return { label: shown, target, written: written(slug, config.file, form), children: [] };
}

function linkEntry(label: string, link: Written, { config }: AstroSite, site: Site): NavigationEntry {
  const locale = config.locales?.fallback ?? "";
  const path = link.value.startsWith("/") ? link.value : `/${link.value}`;
  const foreign = /^[a-z][a-z0-9+.-]*:/i.test(link.value);
  const address = foreign ? link.value : config.base + (locale === "" ? "" : `/${locale}`) + path;
  const place = written(link, config.file, linkForm(link.value, config));
  return { label, target: siteTarget(site, address), written: place, children: [] };
}

function written(value: Written, file: FilePath | undefined, form: EntryForm): WrittenEntry {
  const { start, end } = value.span;
  return {
    file: (value.file ?? file ?? "") as FilePath,
    span: { start: start + 1, end: end - 1 },
    value: value.value,
    ...besideIn(form),
  };
}

/** What a folder lists: its pages and folders, by their `sidebar.order`, then by name; a folder has the least of its pages'. */
function listed(directory: string, pages: readonly Listed[]): readonly NavigationEntry[] {
  const before = directory === "" ? "" : `${directory}/`;
  const inside = pages.filter(
    ({ page, below }) => (below === directory || below.startsWith(before)) && !isHidden(page),
  );
  const here = inside.filter(({ below }) => below === directory || folderOf(below) === directory);
  const folders = new Set(
    inside.flatMap(({ below }) => {
      const rest = below.slice(before.length);
      return below !== directory && rest.includes("/") ? [rest.split("/", 1)[0] ?? ""] : [];
    }),
  );
  const items = [
    ...here.map(({ page, below }) => ({
      order: orderOf(page),
      name: sortName(below),
      entry: pageEntry(page),
    })),
    ...[...folders].map((name) => {
      const path = before + name;
      const own = inside.filter(({ below }) => below.startsWith(`${path}/`));
      const order = Math.min(...own.map(({ page }) => orderOf(page)));
      return { order, name: path, entry: { label: name, target: undefined, children: listed(path, own) } };
    }),
  ];
  return items.sort((a, b) => a.order - b.order || a.name.localeCompare(b.name)).map(({ entry }) => entry);
}

/** An index comes where its folder's name would. */
function sortName(below: string): string {
  return nameOf(below) === "index" ? folderOf(below) : below;
}

function pageEntry(page: Page): NavigationEntry {
  return { label: sidebarLabel(page), target: { kind: "page", page }, children: [] };
}

function sidebarKey(page: Page, key: string) {
  const value = entryOf(page.scanned.frontmatter, "sidebar")?.value;
  return value?.kind === "map" ? value.entries.find((entry) => entry.key === key)?.value : undefined;
}

function sidebarLabel(page: Page): string {
  const own = sidebarKey(page, "label");
  return own?.kind === "string" ? own.value : (stringKey(page.scanned.frontmatter, "title") ?? page.title);
}

function isHidden(page: Page): boolean {
  const hidden = sidebarKey(page, "hidden");
  return hidden?.kind === "boolean" && hidden.value;
}

function orderOf(page: Page): number {
  const order = sidebarKey(page, "order");
  return order?.kind === "number" ? order.value : Number.MAX_VALUE;
}
