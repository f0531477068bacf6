// Docsify's sidebars and navigation bars: Markdown files with nested lists of links.

import { decodeOnce, encodePath, folderOf, isInFolder, nameOf } from "../../routeKey.ts";
import type { FilePath, Page, Site } from "../../site.ts";
import type { FileTree, Navigation, NavigationEntry, WrittenEntry } from "../../siteModel.ts";
import { type ListedLink, plainLink, readLinkLists } from "../common/linkLists.ts";
import type { DocsifyConfig } from "./config.ts";
import { addressOf, resolveDocsifyPath } from "./resolvePath.ts";

export interface List {
  readonly path: FilePath;
  /** How long the file's text is. */
  readonly length: number;
  readonly entries: readonly ListedLink[];
}

/** The sidebars and navigation bars: each folder may have its own. */
export function listsOf(tree: FileTree, { sidebar, navbar }: DocsifyConfig): readonly List[] {
  const names = [sidebar, navbar].flatMap((one) => (one === undefined ? [] : nameOf(one)));
  return [...tree.texts].flatMap(([path, text]) =>
    names.includes(nameOf(path)) ? [{ path, length: text.length, entries: readLinkLists(text, path) }] : [],
  );
}

/** What the lists lead to, as readers of the site meet it. */
export function navigationOf(lists: readonly List[], site: Site, config: DocsifyConfig): Navigation {
  const rules = { config, external: () => undefined };
  const sidebars = lists.filter(({ path }) => isSidebar(path, config));
  const toEntry = (file: FilePath, { label, written, children }: ListedLink): NavigationEntry => {
    const page = site.pages.get(file as string as Page["path"]);
    const [path = ""] = written?.value.split(/[#?]/, 2) ?? [];
    const full = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(written?.value ?? "");
    const target =
      written && page && !full
        ? resolveDocsifyPath(decodeOnce(path) || "/", page, site, rules, {
            destination: written.value,
            form: "markdown",
          })
        : written && ({ kind: "external", url: written.value } as const);
    return {
      label,
      target,
      ...(written && { written: { file, ...written, ...formIn(file, written.value, config) } }),
      children: children.map((child) => toEntry(file, child)),
    };
  };
  return {
    entries: lists.flatMap(({ path, entries }) => entries.map((entry) => toEntry(path, entry))),
    exhaustive: config.sidebar !== undefined,
    covers: ({ route }) => route !== "/",
    lists: sidebars.map(({ path, length }) => ({
      file: path,
      span: { start: 0, end: length },
      shape: plainLink,
      nameOf: namesLike("/", config),
      takes: (page) => sidebarOf(page, sidebars) === path,
    })),
  };
}

/** Bars on top are no place for a page beside another. */
function formIn(
  file: FilePath,
  like: string,
  config: DocsifyConfig,
): Pick<WrittenEntry, "nameOf" | "beside"> {
  const nameOf = namesLike(like, config);
  return isSidebar(file, config) ? { nameOf, beside: plainLink } : { nameOf };
}

function isSidebar(file: FilePath, { sidebar }: DocsifyConfig): boolean {
  return sidebar !== undefined && nameOf(file) === nameOf(sidebar);
}

/** Addresses as a similar one is written: from the root with a slash or without, with the file's extension or without. */
function namesLike(like: string, config: DocsifyConfig): (page: Page) => string | undefined {
  const bare = /^[^?#]*/.exec(like)?.[0] ?? "";
  return ({ path }) => {
    const address = encodePath(addressOf(path, bare.endsWith(config.extension), config));
    return config.relative || bare.startsWith("/") ? address : address.slice(1) || "/";
  };
}

/** The sidebar that a page shows: that of its folder, or of the nearest one above. */
function sidebarOf({ path }: Page, lists: readonly List[]): FilePath | undefined {
  const above = lists.filter((list) => isInFolder(path, folderOf(list.path)));
  return above.toSorted((a, b) => b.path.length - a.path.length)[0]?.path;
}
