// Which sidebar's list a page belongs in, and how its entries name pages: a theme has one list for all pages, or one for the
// pages below each path, and each language may have its own (vitepress.dev/reference/default-theme-sidebar).

import { at, type DataValue, entriesAt, stringAt } from "../../../data/value.ts";
import type { FilePath, Page, Site } from "../../site.ts";
import type { EntryList } from "../../siteModel.ts";
import { type EntryForm, listIn } from "../common/entryForm.ts";
import type { VitepressConfig } from "./config.ts";
import { vitepressLinkTo } from "./linkTo.ts";
import type { Routes } from "./routes.ts";

export interface Theme {
  readonly theme: DataValue;
  /** The language that it is of; undefined for all that have none of their own. */
  readonly locale: string | undefined;
}

export function themesOf(value: DataValue | undefined): readonly Theme[] {
  const own = at(value, "themeConfig");
  const locales = entriesAt(value, "locales").flatMap(({ key, value: one }): Theme[] => {
    const theme = at(one, "themeConfig");
    return theme ? [{ theme, locale: key }] : [];
  });
  return [...(own ? [{ theme: own, locale: undefined }] : []), ...locales];
}

export interface Place {
  readonly file: FilePath;
  readonly site: Site;
  readonly config: VitepressConfig;
  readonly routes: Routes;
}

/** The lists of a theme's sidebars: each is for the pages of its language below its path, where no longer one is theirs. */
export function listsOf(
  { theme, locale }: Theme,
  themes: readonly Theme[],
  place: Place,
): readonly EntryList[] {
  const sidebar = at(theme, "sidebar");
  const languages = themes.flatMap((one) => (at(one.theme, "sidebar") && one.locale) ?? []);
  const speaks = (page: Page) => {
    const route: string = page.route ?? "";
    const own = languages.find((one) => one !== "root" && route.startsWith(`/${one}/`));
    return (own ?? (languages.includes("root") ? "root" : undefined)) === locale;
  };
  const paths = entriesAt(sidebar).map(({ key }) => withSlash(key));
  const longest = (page: Page) =>
    paths.filter((path) => page.route?.startsWith(path)).toSorted((a, b) => b.length - a.length)[0];
  const lists = sidebar?.kind === "map" ? sidebar.entries : sidebar ? [{ key: "/", value: sidebar }] : [];
  return lists.flatMap(({ key, value }) => {
    const inner = value.kind === "map" ? at(value, "items") : value;
    const { list } = listIn(inner, place.file, formLike("/", stringAt(value, "base") ?? "", place));
    const isFor = (page: Page) => sidebar?.kind !== "map" || longest(page) === withSlash(key);
    return list ? [{ ...list, takes: (page) => speaks(page) && isFor(page) }] : [];
  });
}

/** Entries are `{ text, link }`; a link is written as this one is, after the group's `base`. */
export function formLike(link: string, base: string, { config, routes }: Place): EntryForm {
  return {
    shape: { kind: "map", title: "text", name: "link" },
    nameOf(page) {
      const style = { form: "site-root", extension: /\.md$/.test(link), trailingSlash: false } as const;
      const address = vitepressLinkTo(page, page, style, { config, routes });
      const ending = /\.html$/.test(link) && /\w$/.test(address) && !/\.html$/.test(address) ? ".html" : "";
      const whole = address + ending;
      if (base !== "") return whole.startsWith(base) ? whole.slice(base.length) : undefined;
      return /^[\w-]/.test(link) ? whole.slice(1) || "/" : whole;
    },
  };
}

export function withSlash(path: string): string {
  return path.startsWith("/") ? path : `/${path}`;
}
