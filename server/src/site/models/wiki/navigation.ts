// The sidebar of a repository's wiki: a Markdown file with lists of links.

import type { MarkdownSyntax } from "../../../markdown/syntax.ts";
import { resolveWritten } from "../../resolveLink.ts";
import { nameOf, withoutMarkdownExtension } from "../../routeKey.ts";
import type { FilePath, LinkTarget, Page, Site } from "../../site.ts";
import type { EntryShape, FileTree, Navigation, NavigationEntry } from "../../siteModel.ts";
import { besideIn, type EntryForm } from "../common/entryForm.ts";
import { type ListedLink, plainLink, readLinkLists } from "../common/linkLists.ts";
import type { Flavour } from "./flavour.ts";
import { wikiLinkTo } from "./linkTo.ts";

export interface Sidebar {
  readonly path: FilePath;
  /** How long its text is. */
  readonly length: number;
  readonly entries: readonly ListedLink[];
}

export function sidebarOf(tree: FileTree, syntax: MarkdownSyntax): Sidebar | undefined {
  for (const path of ["_Sidebar.md", "_sidebar.md"] as FilePath[]) {
    const text = tree.texts.get(path);
    if (text !== undefined) return { path, length: text.length, entries: readLinkLists(text, path, syntax) };
  }
  return undefined;
}

/** Both hosts list all pages beside it, so no page is lost that it does not name. */
export function navigationOf({ path, length, entries }: Sidebar, site: Site, flavour: Flavour): Navigation {
  const page = site.pages.get(path as string as Page["path"]);
  const form = (shape: EntryShape): EntryForm => ({
    shape,
    nameOf: (target) => page && nameFrom(page, target, { shape, flavour }),
  });
  const toEntry = ({ label, written, shape, children }: ListedLink): NavigationEntry => ({
    label,
    target: written && page ? targetOf(site, page, written.span.start) : undefined,
    ...(written && { written: { file: path, ...written, ...besideIn(form(shape)) } }),
    children: children.map(toEntry),
  });
  const shape = entries.find(({ written }) => written)?.shape ?? plainLink;
  const list = { file: path, span: { start: 0, end: length }, ...form(shape) };
  return { entries: entries.map(toEntry), exhaustive: false, lists: [list] };
}

interface Writing {
  readonly shape: EntryShape;
  readonly flavour: Flavour;
}

/** In `[[…]]` GitHub's pages go by their names, GitLab's by their paths. */
function nameFrom(sidebar: Page, { path, route }: Page, { shape, flavour }: Writing): string | undefined {
  if (route === undefined) return undefined;
  if (shape.kind === "wiki-link" && flavour === "github")
    return withoutMarkdownExtension(nameOf(path)).replaceAll("-", " ");
  if (shape.kind === "wiki-link") return withoutMarkdownExtension(path);
  const style = { form: "relative", extension: false, trailingSlash: false } as const;
  return wikiLinkTo(path as string as FilePath, sidebar, style, flavour);
}

function targetOf(site: Site, page: Page, start: number): LinkTarget | undefined {
  const link = page.scanned.links.find(({ destination }) => destination.span.start === start);
  return link && resolveWritten(site, page, link);
}
