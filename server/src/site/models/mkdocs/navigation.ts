// The navigation: what `nav` says, each entry with its place; else the docs folder as MkDocs lists it (mkdocs/structure/nav.py).

import { type DataValue, entriesAt, itemsAt } from "../../../data/value.ts";
import type { PagePath } from "../../../page/scannedPage.ts";
import { folderOf, joinPath, nameOf } from "../../routeKey.ts";
import type { FilePath, LinkTarget, Page, Site } from "../../site.ts";
import type { EntryShape, Navigation, NavigationEntry } from "../../siteModel.ts";
import { besideIn, type EntryForm, listIn } from "../common/entryForm.ts";
import type { MkdocsConfig } from "./config.ts";
import { belowDocs, isBlogPost } from "./routes.ts";

/** Plugins that make a navigation of their own. */
const makers = [
  "awesome-pages",
  "awesome-nav",
  "literate-nav",
  "monorepo",
  "gen-files",
  "api-autonav",
  "techdocs-core",
];

export function mkdocsNavigation(site: Site, config: MkdocsConfig, nav: DataValue | undefined): Navigation {
  const covers = (page: Page) => !isBlogPost(belowDocs(page.path, config.docsDir) ?? "", config);
  if (nav?.kind === "list" && nav.items.length > 0) {
    const entries = nav.items.flatMap((item) => entriesOf(item, site, config));
    const exhaustive = !makers.some((name) => config.plugins.has(name));
    const { list } = listIn(nav, config.file ?? mainFile, formOf(lastShape(nav), config));
    return { entries, exhaustive, covers, lists: list ? [list] : [] };
  }
  return { entries: listed(site, config), exhaustive: false, covers };
}

const mainFile = "mkdocs.yml" as FilePath;

/** Pages are named by their paths below the docs folder, with a title or without. */
function formOf(shape: EntryShape, { docsDir }: MkdocsConfig): EntryForm {
  return { shape, nameOf: ({ path }) => belowDocs(path, docsDir) };
}

const bare: EntryShape = { kind: "name" };
const titled: EntryShape = { kind: "title-to-name" };

/** The shape of the last page in a list. */
function lastShape(list: DataValue): EntryShape {
  return itemsAt(list).at(-1)?.kind === "string" ? bare : titled;
}

/** Names of pages that the navigation gives, by their paths. */
export function labelsOf(
  nav: DataValue | undefined,
  config: Pick<MkdocsConfig, "docsDir">,
): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const walk = (value: DataValue, label: string | undefined) => {
    if (value.kind === "string" && label !== undefined && label !== "")
      labels.set(joinPath(config.docsDir, value.value) ?? value.value, label);
    else if (value.kind === "map") for (const entry of value.entries) walk(entry.value, entry.key);
    else if (value.kind === "list") for (const item of value.items) walk(item, undefined);
  };
  if (nav?.kind === "list") walk(nav, undefined);
  return labels;
}

function entriesOf(item: DataValue, site: Site, config: MkdocsConfig): readonly NavigationEntry[] {
  if (item.kind === "string") return [leaf("", item, site, config)];
  return entriesAt(item).map(({ key, value }) => {
    if (value.kind === "string") return leaf(key, value, site, config);
    const children = itemsAt(value).flatMap((child) => entriesOf(child, site, config));
    const list = listIn(value, config.file ?? mainFile, formOf(lastShape(value), config));
    return { label: key, target: undefined, children, ...list };
  });
}

function leaf(
  label: string,
  value: Extract<DataValue, { kind: "string" }>,
  site: Site,
  config: MkdocsConfig,
): NavigationEntry {
  const file = (value.file ?? config.file ?? mainFile) as FilePath;
  const { start, end } = value.span;
  const quoted = end - start === value.value.length + 2;
  const span = quoted ? { start: start + 1, end: end - 1 } : { start, end };
  const target = targetOf(value.value, site, config);
  const form = besideIn(formOf(label === "" ? bare : titled, config));
  return { label, target, written: { file, span, value: value.value, ...form }, children: [] };
}

/** Paths are from the docs folder; full addresses and absolute paths are taken as they are. */
function targetOf(written: string, site: Site, config: MkdocsConfig): LinkTarget {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(written)) return { kind: "external", url: written };
  if (written.startsWith("!include") || /[*?]/.test(written))
    return { kind: "unknown", why: "A plugin puts other entries in its place." };
  if (written.startsWith("/"))
    return {
      kind: "unknown",
      why: "MkDocs takes an absolute path in nav for something outside of the site.",
    };
  const path = joinPath(config.docsDir, written.replace(/#.*$/, ""))?.normalize("NFC");
  const page = path === undefined ? undefined : site.pages.get(path as PagePath);
  if (page?.route !== undefined) return { kind: "page", page };
  if (path !== undefined && !page && site.files.has(path as FilePath))
    return { kind: "file", path: path as FilePath };
  if (makers.some((name) => config.plugins.has(name)))
    return { kind: "unknown", why: "A plugin may put other entries in its place." };
  return { kind: "missing", what: "file", path: path ?? written };
}

/** All pages by folder, each folder's index first, its files before its folders. */
function listed(site: Site, config: MkdocsConfig): readonly NavigationEntry[] {
  const folders = new Map<string, Page[]>([["", []]]);
  for (const page of site.pages.values()) {
    const below = belowDocs(page.path, config.docsDir);
    if (page.route === undefined || below === undefined) continue;
    const pages = folders.get(folderOf(below));
    if (pages) pages.push(page);
    else folders.set(folderOf(below), [page]);
    for (let up = folderOf(folderOf(below)); !folders.has(up); up = folderOf(up)) folders.set(up, []);
  }
  return folderEntries("", folders);
}

function folderEntries(
  folder: string,
  folders: ReadonlyMap<string, readonly Page[]>,
): readonly NavigationEntry[] {
  const pages = [...(folders.get(folder) ?? [])].sort(
    (a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1),
  );
  const inner = [...folders.keys()]
    .filter((one) => one !== "" && one !== folder && folderOf(one) === folder)
    .sort();
  return [
    ...pages.map((page): NavigationEntry => ({ label: "", target: { kind: "page", page }, children: [] })),
    ...inner.map((one) => ({
      label: words(nameOf(one)),
      target: undefined,
      children: folderEntries(one, folders),
    })),
  ];
}

function rank(page: Page): number {
  return /(?:^|\/)(?:index|README)\.[^./]+$/.test(page.path) ? 0 : 1;
}

function words(name: string): string {
  const text = name.replace(/[-_]/g, " ");
  return text === text.toLowerCase() ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
