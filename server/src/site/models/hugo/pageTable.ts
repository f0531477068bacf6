// The pages of a Hugo site by logical path, one table a language: what `GetPage`, `ref` and Hugo's own link hook look into.

import type { PagePath } from "../../../page/scannedPage.ts";
import { remember } from "../../remember.ts";
import type { LinkTarget, Page, Route, Site } from "../../site.ts";
import type { HugoConfig } from "./config.ts";
import { contentPlace, kindOf, logicalPath } from "./contentPlace.ts";
import { hugoRendering, hugoTerms, ownRoute, type PlaceRules } from "./place.ts";
import { isUgly, sanitizePath } from "./routes.ts";

/** What stands at a logical path: a page, or a list without a file of its own. */
export type Node =
  | { readonly kind: "page"; readonly path: PagePath }
  /** Known to Hugo, but at no address: a link to it is empty, and leads to the page that it is on. */
  | { readonly kind: "silent" }
  | { readonly kind: "list"; readonly route: string };

export interface PageTable {
  /** By `/a` of `a/_index.md` and of top folders; "" is the home page. Lower case. */
  readonly sections: ReadonlyMap<string, Node>;
  /** By `/a/b` of `a/b.md` and `a/b/index.md`. */
  readonly pages: ReadonlyMap<string, Node>;
  /** By `/tags` and `/tags/pay`. */
  readonly taxonomies: ReadonlyMap<string, Node>;
  /** By the last part of the path; undefined where several have it. */
  readonly names: ReadonlyMap<string, Node | undefined>;
  /** By the file's path below the root, lower case. */
  readonly files: ReadonlyMap<string, Node>;
}

const tables = new WeakMap<object, ReadonlyMap<string, PageTable>>();

const none: PageTable = {
  sections: new Map(),
  pages: new Map(),
  taxonomies: new Map(),
  names: new Map(),
  files: new Map(),
};

/** The table of a language; remembered as long as no page moves. */
export function pageTable(site: Site, language: string, rules: PlaceRules): PageTable {
  return remember(tables, site.shape, () => makeTables(site, rules)).get(language) ?? none;
}

export function nodeTarget(site: Site, node: Node, from: Page): LinkTarget {
  if (node.kind === "list") return { kind: "generated", route: node.route as Route };
  const page = node.kind === "page" ? site.pages.get(node.path) : undefined;
  return { kind: "page", page: page ?? from };
}

interface Filling {
  readonly sections: Map<string, Node>;
  readonly pages: Map<string, Node>;
  readonly taxonomies: Map<string, Node>;
  readonly names: Map<string, Node | undefined>;
  readonly files: Map<string, Node>;
}

function makeTables(site: Site, rules: PlaceRules): ReadonlyMap<string, PageTable> {
  const made = new Map<string, Filling>();
  for (const { code } of rules.config.languages.all) made.set(code, emptyTable());
  for (const page of site.pages.values()) {
    const place = contentPlace(page.path, rules.config);
    const table = place && made.get(place.language.code);
    if (table) put(table, page, site, rules);
  }
  for (const { code, prefix } of rules.config.languages.all) {
    const table = made.get(code);
    if (table) putLists(table, prefix, rules.config);
  }
  return made;
}

function emptyTable(): Filling {
  return { sections: new Map(), pages: new Map(), taxonomies: new Map(), names: new Map(), files: new Map() };
}

function put(table: Filling, page: Page, site: Site, rules: PlaceRules): void {
  const { config } = rules;
  const place = contentPlace(page.path, config);
  if (!place) return;
  putTerms(table, page, site, rules);
  const node = nodeOf(page, site, rules);
  if (!node) return;
  const path = logicalPath(place).toLowerCase();
  // Paths have no blanks since the content tree was made anew.
  const key = config.version.minor < 123 ? path : path.replaceAll(" ", "-");
  const kind = kindOf(place, config.taxonomies);
  const list =
    kind === "page" ? table.pages : kind === "home" || kind === "section" ? table.sections : table.taxonomies;
  list.set(key, node);
  const name = key.slice(key.lastIndexOf("/") + 1);
  table.names.set(name, table.names.has(name) ? undefined : node);
  table.files.set(page.path.toLowerCase(), node);
  const top = /^\/[^/]+(?=\/)/.exec(key)?.[0];
  if (top === undefined || table.sections.has(top) || config.taxonomies.includes(top.slice(1))) return;
  table.sections.set(top, listNode("section", listRoute(top, place.language.prefix, config), config));
}

/** A list of a kind that is not made is known all the same. */
function listNode(kind: string, route: string, { disabledKinds }: HugoConfig): Node {
  return disabledKinds.has(kind) ? { kind: "silent" } : { kind: "list", route };
}

/** The lists of the page's terms, unless they have pages of their own. */
function putTerms(table: Filling, page: Page, site: Site, rules: PlaceRules): void {
  if (page.generates.length === 0) return;
  for (const { key, route } of hugoTerms(page.scanned, rules, (path) => site.pages.get(path)?.scanned))
    if (!table.taxonomies.has(key)) table.taxonomies.set(key, { kind: "list", route });
}

function nodeOf(page: Page, site: Site, rules: PlaceRules): Node | undefined {
  if (page.route !== undefined) return { kind: "page", path: page.path };
  const lookup = (path: PagePath) => site.pages.get(path)?.scanned;
  switch (hugoRendering(page.scanned, rules, lookup)) {
    case "silent":
      return { kind: "silent" };
    case "behind":
      return { kind: "list", route: ownRoute(page.scanned, rules, lookup) ?? "/" };
    default:
      return undefined;
  }
}

/** The lists that Hugo makes by itself: the home page and taxonomies. A folder's page goes before its list. */
function putLists(table: Filling, prefix: string, config: HugoConfig): void {
  for (const [key, node] of table.sections)
    if (node.kind !== "page" && table.pages.get(key)?.kind === "page") table.sections.delete(key);
  const home = prefix === "" ? "/" : `/${prefix}/`;
  if (!table.sections.has("")) table.sections.set("", listNode("home", home, config));
  for (const taxonomy of config.taxonomies) {
    const key = `/${taxonomy}`;
    if (!table.taxonomies.has(key))
      table.taxonomies.set(key, listNode("taxonomy", listRoute(key, prefix, config), config));
  }
}

/** The route of a list at a logical path. */
export function listRoute(key: string, prefix: string, config: HugoConfig): string {
  const path = sanitizePath(`${prefix === "" ? "" : `/${prefix}`}${key}`, config);
  return isUgly(key.slice(1), config) ? `${path}.html` : `${path}/`;
}
