// The menus that a Hugo site's configuration writes: each item with its page, its place in the file, and what one beside it
// would look like.

import { at, type DataValue, entriesAt, itemsAt, stringAt, textSpan } from "../../../data/value.ts";
import { resolveLink } from "../../resolveLink.ts";
import type { FilePath, LinkTarget, Page, Site } from "../../site.ts";
import type { NavigationEntry } from "../../siteModel.ts";
import { besideIn, type EntryForm, routeLike } from "../common/entryForm.ts";
import type { HugoConfig } from "./config.ts";
import { contentPlace, logicalPath } from "./contentPlace.ts";
import { findNode } from "./findPage.ts";
import { nodeTarget, pageTable } from "./pageTable.ts";
import type { PlaceRules } from "./place.ts";

export interface MenuItem {
  readonly menu: string;
  readonly identifier: string;
  readonly parent: string | undefined;
  readonly weight: number;
  readonly entry: Omit<NavigationEntry, "children">;
}

export interface MenuSite {
  readonly site: Site;
  readonly rules: PlaceRules;
  /** From where addresses are read. */
  readonly home: Page | undefined;
}

export function configuredItems(where: MenuSite): readonly MenuItem[] {
  const { value, languages } = where.rules.config;
  const all = entriesAt(value, "languages").map((one) => ({ holder: one.value, language: one.key }));
  return [{ holder: value, language: languages.standard.code }, ...all].flatMap(({ holder, language }) =>
    [at(holder, "menus"), at(holder, "menu")].flatMap((menus) =>
      entriesAt(menus).flatMap(({ key, value: items }) =>
        itemsAt(items).flatMap((item) => configuredItem({ menu: key, language }, item, where)),
      ),
    ),
  );
}

interface MenuOf {
  readonly menu: string;
  /** Code of the language that it is of. */
  readonly language: string;
}

function configuredItem({ menu, language }: MenuOf, item: DataValue, where: MenuSite): readonly MenuItem[] {
  const { config } = where.rules;
  if (item.kind !== "map") return [];
  const address = at(item, "pageref") ?? at(item, "url");
  const value = stringAt(address);
  const label = stringAt(item, "name") ?? stringAt(item, "title") ?? "";
  const file = (item.file ?? config.files[0] ?? "") as FilePath;
  const byReference = at(item, "pageref") !== undefined;
  const menuRules = { byReference, language, config };
  const form = formLike(value ?? "", menuRules);
  const target = value === undefined ? undefined : menuTarget(value, menuRules, where);
  return [
    {
      menu,
      identifier: stringAt(item, "identifier") ?? label,
      parent: stringAt(item, "parent"),
      weight: weightOf(at(item, "weight")),
      entry: {
        label,
        target,
        ...(address?.kind === "string" && {
          written: { file, span: textSpan(address), value: address.value, ...besideIn(form) },
        }),
      },
    },
  ];
}

function menuTarget(
  value: string,
  { byReference, language }: MenuRules,
  { site, rules, home }: MenuSite,
): LinkTarget | undefined {
  if (!home) return undefined;
  if (byReference) {
    const { version } = rules.config;
    const wanted = {
      reference: value,
      from: contentPlace(home.path, rules.config),
      byRef: false,
      language,
    };
    const node = findNode(pageTable(site, language, rules), wanted, version.minor);
    if (node) return nodeTarget(site, node, home);
  }
  // Menu addresses are read below the base, whatever they begin with.
  const { base } = rules.config;
  const below = value.startsWith("/") && base !== "" && !value.startsWith(`${base}/`) ? base + value : value;
  return resolveLink(site, home, below, "html");
}

interface MenuRules {
  readonly byReference: boolean;
  readonly language: string;
  readonly config: HugoConfig;
}

/** An item has its name, its page, and what tells its place in the menu; another stands beside it for a page of its language. */
function formLike(like: string, { byReference, language, config }: MenuRules): EntryForm {
  return {
    shape: {
      kind: "map",
      title: "name",
      name: byReference ? "pageRef" : "url",
      shared: ["parent", "weight"],
    },
    nameOf({ path, route }) {
      const place = route === undefined ? undefined : contentPlace(path, config);
      if (route === undefined || place?.language.code !== language) return undefined;
      const logical = logicalPath(place) || "/";
      if (byReference) return like.startsWith("/") ? logical : logical.slice(1) || "/";
      return routeLike(route, like);
    },
  };
}

export function weightOf(value: DataValue | undefined): number {
  return value?.kind === "number" && value.value !== 0 ? value.value : Number.POSITIVE_INFINITY;
}
