// The sidebars and the bar on top, as `themeConfig.sidebar` and `themeConfig.nav` of the configuration and of its locales have
// them (vitepress.dev/reference/default-theme-sidebar). Sidebars come first: a page's neighbours are those there.

import { at, type DataValue, entriesAt, itemsAt, stringAt, unreadIn } from "../../../data/value.ts";
import type { FilePath, Page, Site } from "../../site.ts";
import type { Navigation, NavigationEntry } from "../../siteModel.ts";
import { besideIn, listIn, namesOnly } from "../common/entryForm.ts";
import { siteTarget } from "../common/siteTarget.ts";
import type { VitepressConfig } from "./config.ts";
import type { Routes } from "./routes.ts";
import { formLike, listsOf, type Place, themesOf, withSlash } from "./sidebarLists.ts";

/** Undefined where the site has neither. */
export function vitepressNavigation(
  config: VitepressConfig,
  routes: Routes,
): ((site: Site) => Navigation) | undefined {
  const { file, value } = config;
  const themes = themesOf(value);
  const sidebars = themes.flatMap(({ theme }) => at(theme, "sidebar") ?? []);
  const bars = themes.flatMap(({ theme }) => at(theme, "nav") ?? []);
  if (file === undefined || (sidebars.length === 0 && bars.length === 0)) return undefined;
  const folders = sidebars.flatMap((sidebar) => entriesAt(sidebar).map(({ key }) => withSlash(key)));
  const whole = sidebars.some((sidebar) => sidebar.kind === "list");
  return (site) => {
    const place = { file, site, config, routes };
    return {
      entries: [
        ...sidebars.flatMap((sidebar) => sidebarEntries(sidebar, place)),
        ...bars.flatMap((bar) => toEntries(bar, "", place).map(namesOnly)),
      ],
      exhaustive: sidebars.length > 0 && sidebars.every((sidebar) => unreadIn(sidebar).length === 0),
      covers: (page) =>
        !isFront(page) && (whole || folders.some((folder) => `${page.route}`.startsWith(folder))),
      lists: themes.flatMap((theme) => listsOf(theme, themes, place)),
    };
  };
}

/** A home page, or one that its own frontmatter takes out of the sidebar. */
function isFront({ scanned }: Page): boolean {
  return (scanned.frontmatter?.entries ?? []).some(
    ({ key, value }) =>
      (key === "layout" && value.kind === "string" && value.value === "home") ||
      (key === "sidebar" && value.kind === "boolean" && !value.value),
  );
}

/** One for all pages, or one for the pages below each path. */
function sidebarEntries(sidebar: DataValue, place: Place): readonly NavigationEntry[] {
  if (sidebar.kind !== "map") return toEntries(sidebar, "", place);
  return sidebar.entries.flatMap(({ value }) =>
    value.kind === "map"
      ? toEntries(at(value, "items"), stringAt(value, "base") ?? "", place)
      : toEntries(value, "", place),
  );
}

function toEntries(list: DataValue | undefined, base: string, place: Place): readonly NavigationEntry[] {
  if (list?.kind !== "list") return [];
  return list.items.flatMap((item) => toEntry(item, base, place));
}

/** A group's `base` goes before the links of the group, its own among them. */
function toEntry(item: DataValue, around: string, place: Place): readonly NavigationEntry[] {
  if (item.kind !== "map") return [];
  const base = stringAt(item, "base") ?? around;
  const label = stringAt(item, "text") ?? "";
  const inner = at(item, "items");
  const children = itemsAt(inner).length > 0 ? toEntries(inner, base, place) : [];
  const below = { children, ...listIn(inner, place.file, formLike("/", base, place)) };
  const link = at(item, "link");
  if (link?.kind !== "string" || link.value === "") return [{ label, target: undefined, ...below }];
  const address = addressOf(base + link.value);
  const written = {
    file: (link.file ?? place.file) as FilePath,
    span: { start: link.span.start + 1, end: link.span.end - 1 },
    value: link.value,
    ...besideIn(formLike(link.value, base, place)),
  };
  return [{ label, target: siteTarget(place.site, address), written, ...below }];
}

/** The theme reads `guide/setup` as `/guide/setup` (its `normalizeLink`). */
function addressOf(link: string): string {
  return /^(?:[a-z][a-z0-9+.-]*:|[/.#])/i.test(link) ? link : `/${link}`;
}
