// Docsify's sidebars and navigation bars: Markdown files with nested lists of links.

import { nameOf } from "../../routeKey.ts";
import type { FilePath, Page, Site } from "../../site.ts";
import type { FileTree, Navigation, NavigationEntry } from "../../siteModel.ts";
import { type ListedLink, readLinkLists } from "../common/linkLists.ts";
import type { DocsifyConfig } from "./config.ts";
import { resolveDocsifyPath } from "./resolvePath.ts";

export interface List {
  readonly path: FilePath;
  readonly entries: readonly ListedLink[];
}

/** The sidebars and navigation bars: each folder may have its own. */
export function listsOf(tree: FileTree, { sidebar, navbar }: DocsifyConfig): readonly List[] {
  const names = [sidebar, navbar].flatMap((one) => (one === undefined ? [] : nameOf(one)));
  return [...tree.texts].flatMap(([path, text]) =>
    names.includes(nameOf(path)) ? [{ path, entries: readLinkLists(text, path) }] : [],
  );
}

/** What the lists lead to, as readers of the site meet it. */
export function navigationOf(lists: readonly List[], site: Site, config: DocsifyConfig): Navigation {
  const rules = { config, external: () => undefined, base: "" };
  const toEntry = (file: FilePath, { label, written, children }: ListedLink): NavigationEntry => {
    const page = site.pages.get(file as string as Page["path"]);
    const [path = "", query = ""] = written?.value.split(/[#?]/, 2) ?? [];
    const full = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(written?.value ?? "");
    const target =
      written && page && !full
        ? resolveDocsifyPath(path || "/", page, site, rules, {
            destination: query === "" ? path : written.value,
            form: "markdown",
          })
        : written && ({ kind: "external", url: written.value } as const);
    return {
      label,
      target,
      ...(written && { written: { file, ...written } }),
      children: children.map((child) => toEntry(file, child)),
    };
  };
  return {
    entries: lists.flatMap(({ path, entries }) => entries.map((entry) => toEntry(path, entry))),
    exhaustive: config.sidebar !== undefined,
  };
}
