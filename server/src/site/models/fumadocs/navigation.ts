// The page tree of Fumadocs: folders list themselves, `meta.json` names and orders what they show (fumadocs-core/source
// page-tree builder): pages and folders by path, `...` for the rest, `...folder` for what is in it, `!x` left out, `[Text](url)`.

import { at, type DataValue, stringAt, textSpan } from "../../../data/value.ts";
import { stringKey } from "../../../frontmatter/keys.ts";
import { folderOf, joinPath, nameOf, withoutMarkdownExtension } from "../../routeKey.ts";
import type { FilePath, Page, Site } from "../../site.ts";
import type { Navigation, NavigationEntry } from "../../siteModel.ts";
import { besideIn, routeLike } from "../common/entryForm.ts";
import { siteTarget } from "../common/siteTarget.ts";
import type { FumadocsConfig } from "./config.ts";
import { type Lists, listedFolders, listOf, metaOf, nameIn, pageName, type Texts } from "./pageLists.ts";
import { placeOf } from "./routes.ts";

interface Tree {
  readonly site: Site;
  readonly config: FumadocsConfig;
  readonly texts: Texts;
  /** By folder: its pages and the folders in it, in order of name, index first and folders last. */
  readonly pages: ReadonlyMap<string, readonly Page[]>;
  readonly folders: ReadonlyMap<string, readonly string[]>;
}

export function fumadocsNavigation(site: Site, config: FumadocsConfig, texts: Texts): Navigation {
  const tree = treeOf(site, config, texts);
  const entries = config.sections.flatMap(({ dir }) => childrenOf(tree, dir, 0));
  // Where a `pages` list has no `...`, what it does not name is nowhere.
  const exhaustive = [...texts].some(
    ([path, text]) => isMeta(path) && text.includes("pages") && !text.includes('"..."'),
  );
  const lists = listedFolders(texts).flatMap((folder) => listOf(listsIn(tree), folder).list ?? []);
  return { entries, exhaustive, lists };
}

function isMeta(path: string): boolean {
  return /(?:^|\/)meta\.(?:json|ya?ml)$/.test(path);
}

function treeOf(site: Site, config: FumadocsConfig, texts: Texts): Tree {
  const pages = new Map<string, Page[]>();
  const folders = new Map<string, Set<string>>();
  for (const page of site.pages.values()) {
    const place = placeOf(page.path, config);
    if (page.route === undefined || !place) continue;
    if (config.languages && place.language !== config.languages.fallback) continue;
    let folder = folderOf(page.path);
    pages.set(folder, [...(pages.get(folder) ?? []), page]);
    while (folder !== place.section.dir && folder !== "") {
      const parent = folderOf(folder);
      folders.set(parent, (folders.get(parent) ?? new Set()).add(folder));
      folder = parent;
    }
  }
  const sorted = [...pages].map(([folder, list]) => [folder, list.sort(indexFirst)] as const);
  return {
    site,
    config,
    texts,
    pages: new Map(sorted),
    folders: new Map([...folders].map(([folder, list]) => [folder, [...list].sort()])),
  };
}

function indexFirst(a: Page, b: Page): number {
  const index = (page: Page) => (/^index\./.test(nameOf(page.path)) ? 0 : 1);
  return index(a) - index(b) || a.path.localeCompare(b.path);
}

/** Deeper folders are in a circle of links. */
const deepest = 20;

function childrenOf(tree: Tree, folder: string, depth: number): readonly NavigationEntry[] {
  const { file, meta } = metaOf(tree.texts, folder);
  const listed = at(meta, "pages");
  if (depth > deepest) return [];
  if (listed?.kind !== "list" || file === undefined) return rest(tree, folder, new Set(), depth);
  const named = new Set<string>();
  for (const item of listed.items) {
    const path =
      item.kind === "string" ? joinPath(folder, item.value.replace(/^(?:!|\.\.\.)/, "")) : undefined;
    if (path !== undefined) named.add(path);
  }
  return listed.items.flatMap((item) => itemEntries(item, { tree, folder, file, named, depth }));
}

interface Here {
  readonly tree: Tree;
  readonly folder: string;
  readonly file: FilePath;
  readonly named: ReadonlySet<string>;
  readonly depth: number;
}

function itemEntries(item: DataValue, here: Here): readonly NavigationEntry[] {
  if (item.kind !== "string" || /^---/.test(item.value) || item.value.startsWith("!")) return [];
  const { tree, folder, file, named, depth } = here;
  if (item.value === "..." || item.value === "z...a") {
    const others = rest(tree, folder, named, depth);
    return item.value === "..." ? others : [...others].reverse();
  }
  const link = /^(?:external:)?(?:\[[^\]]+\])?\[([^\]]+)\]\(([^)]+)\)$/.exec(item.value);
  if (link) {
    const [, label = "", url = ""] = link;
    const from = textSpan(item).start + item.value.lastIndexOf(url);
    const nameOf = ({ route }: Page) => (route === undefined ? undefined : routeLike(route, url));
    const written = { file, span: { start: from, end: from + url.length }, value: url, nameOf };
    return [{ label, target: siteTarget(tree.site, url), written, children: [] }];
  }
  const spread = item.value.startsWith("...");
  const path = joinPath(folder, spread ? item.value.slice(3) : item.value) ?? "";
  if (spread) return childrenOf(tree, path, depth + 1);
  const form = besideIn({ shape: pageName, nameOf: (one) => nameIn(folder, one, listsIn(tree)) });
  const written = { file, span: textSpan(item), value: item.value, ...form };
  const page = pageAt(tree, path);
  if (!page && tree.pages.get(path) === undefined && tree.folders.get(path) === undefined)
    return [
      {
        label: item.value,
        target: { kind: "missing", what: "page", route: item.value },
        written,
        children: [],
      },
    ];
  return [{ ...(page && !isFolder(tree, path) ? pageEntry(page) : folderEntry(tree, path, depth)), written }];
}

function listsIn(tree: Tree): Lists {
  return { texts: tree.texts, config: tree.config, isFolder: (path) => isFolder(tree, path) };
}

function isFolder(tree: Tree, path: string): boolean {
  return tree.pages.has(path) || tree.folders.has(path);
}

function pageAt(tree: Tree, path: string): Page | undefined {
  const bare = withoutMarkdownExtension(path);
  return tree.pages.get(folderOf(bare))?.find((page) => withoutMarkdownExtension(page.path) === bare);
}

function rest(
  tree: Tree,
  folder: string,
  named: ReadonlySet<string>,
  depth: number,
): readonly NavigationEntry[] {
  const pages = (tree.pages.get(folder) ?? []).filter(
    (page) => !named.has(page.path) && !named.has(withoutMarkdownExtension(page.path)),
  );
  const folders = (tree.folders.get(folder) ?? []).filter((path) => !named.has(path));
  return [...pages.map(pageEntry), ...folders.map((path) => folderEntry(tree, path, depth))];
}

function pageEntry(page: Page): NavigationEntry {
  const label = stringKey(page.scanned.frontmatter, "title") ?? page.title;
  return { label, target: { kind: "page", page }, children: [] };
}

/** A folder with an index opens it, and lists the rest. */
function folderEntry(tree: Tree, path: string, depth: number): NavigationEntry {
  const { meta } = metaOf(tree.texts, path);
  const [first] = tree.pages.get(path) ?? [];
  const index = first && /^index\./.test(nameOf(first.path)) ? first : undefined;
  const children = childrenOf(tree, path, depth + 1).filter(
    ({ target }) => !(index && target?.kind === "page" && target.page === index),
  );
  const name = /^\((.+)\)$/.exec(nameOf(path))?.[1] ?? nameOf(path);
  const label = stringAt(meta, "title") ?? (index && pageEntry(index).label) ?? titled(name);
  const target = index && ({ kind: "page", page: index } as const);
  return { label, target, children, ...listOf(listsIn(tree), path) };
}

function titled(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replace(/-/g, " ");
}
