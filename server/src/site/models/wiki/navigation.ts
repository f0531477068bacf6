// The sidebar of a repository's wiki: a Markdown file with lists of links.

import type { MarkdownSyntax } from "../../../markdown/syntax.ts";
import { resolveWritten } from "../../resolveLink.ts";
import type { FilePath, LinkTarget, Page, Site } from "../../site.ts";
import type { FileTree, Navigation, NavigationEntry } from "../../siteModel.ts";
import { type ListedLink, readLinkLists } from "../common/linkLists.ts";

export interface Sidebar {
  readonly path: FilePath;
  readonly entries: readonly ListedLink[];
}

export function sidebarOf(tree: FileTree, syntax: MarkdownSyntax): Sidebar | undefined {
  for (const path of ["_Sidebar.md", "_sidebar.md"] as FilePath[]) {
    const text = tree.texts.get(path);
    if (text !== undefined) return { path, entries: readLinkLists(text, path, syntax) };
  }
  return undefined;
}

/** Both hosts list all pages beside it, so no page is lost that it does not name. */
export function navigationOf({ path, entries }: Sidebar, site: Site): Navigation {
  const page = site.pages.get(path as string as Page["path"]);
  const toEntry = ({ label, written, children }: ListedLink): NavigationEntry => ({
    label,
    target: written && page ? targetOf(site, page, written.span.start) : undefined,
    ...(written && { written: { file: path, ...written } }),
    children: children.map(toEntry),
  });
  return { entries: entries.map(toEntry), exhaustive: false };
}

function targetOf(site: Site, page: Page, start: number): LinkTarget | undefined {
  const link = page.scanned.links.find(({ destination }) => destination.span.start === start);
  return link && resolveWritten(site, page, link);
}
