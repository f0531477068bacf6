// `_meta` files order and name the pages of their folder, and add links of their own; what they do not name is listed after
// them, so no page is lost (nextra.site/docs/file-conventions/meta-file).

import { readData } from "../../../data/readData.ts";
import { at, type DataEntry, type DataValue, entriesAt, stringAt } from "../../../data/value.ts";
import { folderOf, nameOf, routeKey } from "../../routeKey.ts";
import type { FilePath, LinkTarget, Page, Site } from "../../site.ts";
import type { EntryList, EntryShape, Navigation, NavigationEntry } from "../../siteModel.ts";
import { besideIn, routeLike } from "../common/entryForm.ts";
import { siteTarget } from "../common/siteTarget.ts";
import type { Routes } from "./routes.ts";

export function isMetaFile(path: string): boolean {
  return /(?:^|\/)_meta(?:\.global)?\.(?:[jt]sx?|json)$/.test(path);
}

/** An entry of a `_meta` file, with that file. */
interface Meta {
  readonly file: FilePath;
  readonly entry: DataEntry;
}

export function nextraNavigation(
  texts: ReadonlyMap<FilePath, string>,
  routes: Routes,
): ((site: Site) => Navigation) | undefined {
  const metas: Metas = new Map();
  const lists: EntryList[] = [];
  for (const path of metaFiles(texts)) {
    const text = texts.get(path) ?? "";
    const value = readData(path, text, (other) => texts.get(other as FilePath));
    if (value?.kind !== "map") continue;
    // The route of the folder is that of a page in it; files of app/ are all called `page`.
    const beside =
      routes.routeOf(`${folderOf(path)}/index.mdx`) ?? routes.routeOf(`${folderOf(path)}/page.mdx`);
    if (beside === undefined) continue;
    addMeta(metas, routeKey(beside), value, path);
    lists.push(listOf(routeKey(beside), value, path));
  }
  if (metas.size === 0) return undefined;
  return (site) => ({
    entries: folderEntries("/", { site, texts, metas, tree: childrenOf(site) }),
    exhaustive: false,
    lists,
  });
}

/** A key names a page right in the folder, or the folder's own page. */
function keyIn(route: string): (page: Page) => string | undefined {
  return (page) => {
    const own = page.route === undefined ? undefined : routeKey(page.route);
    if (own === route) return "index";
    return own !== undefined && (folderOf(own) || "/") === route ? nameOf(own) : undefined;
  };
}

function listOf(route: string, { span, file: own }: DataValue, main: FilePath): EntryList {
  const nameOf = keyIn(route);
  const file = (own ?? main) as FilePath;
  const list = { file, span, shape: keyToTitle, nameOf };
  // The one for all folders has the keys of others within its own.
  return isGlobal(main) ? list : { ...list, takes: (page) => nameOf(page) !== undefined };
}

const keyToTitle: EntryShape = { kind: "name-to-title" };

type Metas = Map<string, Map<string, Meta>>;

/** A folder's own file counts before the global one. */
function metaFiles(texts: ReadonlyMap<FilePath, string>): readonly FilePath[] {
  return [...texts.keys()].filter(isMetaFile).sort((a, b) => Number(isGlobal(a)) - Number(isGlobal(b)));
}

function isGlobal(path: string): boolean {
  return nameOf(path).startsWith("_meta.global");
}

/** A `_meta.global` holds those of the folders below it in `items`. */
function addMeta(metas: Metas, route: string, value: DataValue, file: FilePath): void {
  const folder = metas.get(route) ?? new Map<string, Meta>();
  metas.set(route, folder);
  for (const entry of entriesAt(value)) {
    if (!folder.has(entry.key)) folder.set(entry.key, { file, entry });
    const items = at(entry.value, "items");
    if (isGlobal(file) && items?.kind === "map" && stringAt(entry.value, "type") !== "menu")
      addMeta(metas, routeKey(`${route}/${entry.key}`), items, file);
  }
}

interface Source {
  readonly site: Site;
  readonly texts: ReadonlyMap<FilePath, string>;
  readonly metas: Metas;
  readonly tree: ReadonlyMap<string, readonly string[]>;
}

/** The routes right below each route. */
function childrenOf(site: Site): ReadonlyMap<string, readonly string[]> {
  const below = new Map<string, Set<string>>();
  for (const page of site.pages.values()) {
    let route = page.route === undefined ? "/" : routeKey(page.route);
    while (route !== "/") {
      const parent = folderOf(route) || "/";
      below.set(parent, (below.get(parent) ?? new Set()).add(route));
      route = parent;
    }
  }
  return new Map([...below].map(([route, children]) => [route, [...children].sort()]));
}

/** What the folder's `_meta` names, in its order, then the other pages by name; the index first unless it is named. */
function folderEntries(route: string, source: Source): readonly NavigationEntry[] {
  const meta = source.metas.get(route);
  const children = source.tree.get(route) ?? [];
  const named = new Set(meta?.keys());
  const index = pageAt(route, source.site);
  const own = index && !named.has("index") && !isFolderPage(index) ? [listed(index, [])] : [];
  const first = [...(meta?.values() ?? [])].flatMap((one) => metaEntry(one, route, source));
  const rest = children
    .filter((child) => !named.has(nameOf(child)))
    .flatMap((child) => routeEntry(child, source));
  return [...own, ...first, ...rest];
}

/** `asIndexPage`: the folder itself is the page. */
function isFolderPage({ scanned }: Page): boolean {
  return (
    scanned.frontmatter?.entries.some(
      ({ key, value }) => key === "asIndexPage" && value.kind === "boolean" && value.value,
    ) === true
  );
}

function pageAt(route: string, site: Site): Page | undefined {
  return site.served.get(routeKey(route))?.page;
}

function listed(page: Page, children: readonly NavigationEntry[]): NavigationEntry {
  return { label: "", target: { kind: "page", page }, children };
}

function routeEntry(route: string, source: Source): readonly NavigationEntry[] {
  const page = pageAt(route, source.site);
  if (!source.tree.has(route)) return page ? [listed(page, [])] : [];
  const children = folderEntries(route, source);
  return [
    page && isFolderPage(page)
      ? listed(page, children)
      : { label: nameOf(route), target: undefined, children },
  ];
}

function metaEntry(
  { entry, file: metaFile }: Meta,
  route: string,
  source: Source,
): readonly NavigationEntry[] {
  const { key, value } = entry;
  const file = (value.file ?? metaFile) as FilePath;
  const type = stringAt(value, "type");
  if (key === "*" || key === "..." || type === "separator") return [];
  const label = value.kind === "string" ? value.value : (stringAt(value, "title") ?? "");
  const href = at(value, "href");
  if (href?.kind === "string") {
    const span = { start: href.span.start + 1, end: href.span.end - 1 };
    return [
      {
        label,
        target: siteTarget(source.site, href.value),
        written: { file, span, value: href.value, nameOf: routesLike(href.value) },
        children: [],
      },
    ];
  }
  if (type === "menu") {
    const items = entriesAt(value, "items").filter((item) => at(item.value, "href"));
    return [
      {
        label,
        target: undefined,
        children: items.flatMap((item) => metaEntry({ entry: item, file }, route, source)),
      },
    ];
  }
  const own = key === "index" ? route : routeKey(`${route}/${key}`);
  const form = besideIn({ shape: keyToTitle, nameOf: keyIn(route) });
  const written = { file, span: keySpan(entry, source.texts.get(file)), value: key, ...form };
  const children = key !== "index" && source.tree.has(own) ? folderEntries(own, source) : [];
  return [{ label, target: targetOf(own, children, source.site), written, children }];
}

function routesLike(like: string): (page: Page) => string | undefined {
  return ({ route }) => (route === undefined ? undefined : routeLike(route, like));
}

/** A key that is no page and no folder stops the build. */
function targetOf(route: string, children: readonly NavigationEntry[], site: Site): LinkTarget | undefined {
  const page = pageAt(route, site);
  if (page && (children.length === 0 || isFolderPage(page))) return { kind: "page", page };
  if (children.length > 0) return undefined;
  const target = siteTarget(site, route);
  return target?.kind === "missing" ? { kind: "missing", what: "page", route } : target;
}

/** Without its quotes, where it has some. */
function keySpan(
  { keySpan: span }: DataEntry,
  text: string | undefined,
): NonNullable<NavigationEntry["written"]>["span"] {
  const quoted = /["']/.test(text?.[span.start] ?? "");
  return quoted ? { start: span.start + 1, end: span.end - 1 } : span;
}
