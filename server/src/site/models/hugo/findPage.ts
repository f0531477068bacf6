// Finds a page by its logical path, as Hugo's `.GetPage` does for links in Markdown: without case, extension and `index`.

import type { PagePath } from "../../../page/scannedPage.ts";
import { remember } from "../../remember.ts";
import { folderOf, joinPath, nameOf, withoutMarkdownExtension } from "../../routeKey.ts";
import type { LinkTarget, Page, Route, Site } from "../../site.ts";
import { belowContent } from "./place.ts";

interface PageTable {
  /** `/a` of `a/_index.md`; undefined value: a top folder without one, whose list is generated. */
  readonly sections: ReadonlyMap<string, PagePath | undefined>;
  /** `/a/b` of `a/b.md` and `a/b/index.md`. */
  readonly pages: ReadonlyMap<string, PagePath>;
  /** `b` of `a/b.md`, where only one has it. */
  readonly names: ReadonlyMap<string, PagePath | undefined>;
}

/** The page at a path: from the page's own folder, of a bundle also from the folder that it lies in, then from the content's root. */
export function findHugoPage(site: Site, from: Page, path: string): LinkTarget | undefined {
  const below = belowContent(from.path, site.model.contentRoots) ?? "";
  const folder = folderOf(below);
  const reference = path.trim();
  if (reference.endsWith("//")) return undefined;
  if (reference.startsWith("/")) return at(site, joinPath("", reference.slice(1)));
  const bundle = /^index\./.test(nameOf(below));
  return (
    at(site, climb(folder, reference)) ??
    (bundle ? at(site, climb(folderOf(folder), reference)) : undefined) ??
    (reference.startsWith(".") ? undefined : at(site, joinPath("", reference)))
  );
}

/** A page by its file name alone, which `ref` takes, too. */
export function findByName(site: Site, name: string): Page | undefined {
  const path = tableOf(site).names.get(withoutMarkdownExtension(nameOf(name)).toLowerCase());
  return path && site.pages.get(path);
}

/** Is the folder a section without an `_index.md`, whose list the generator makes? */
export function isGeneratedSection(site: Site, route: string): boolean {
  const { sections } = tableOf(site);
  const key = route.replace(/\/$/, "").toLowerCase();
  return sections.has(key) && sections.get(key) === undefined;
}

const tables = new WeakMap<object, PageTable>();

function tableOf(site: Site): PageTable {
  return remember(tables, site.shape, () => makeTable(site));
}

/** Steps above the root stay at the root. */
function climb(folder: string, reference: string): string {
  let [here, rest] = [folder, reference];
  while (/^\.\.?(?:\/|$)/.test(rest)) {
    if (rest.startsWith("..")) here = folderOf(here);
    rest = rest.replace(/^\.\.?\/?/, "");
  }
  return joinPath(here, rest) ?? "";
}

function at(site: Site, path: string | undefined): LinkTarget | undefined {
  const { sections, pages } = tableOf(site);
  if (path === undefined) return undefined;
  const key = path === "" ? "" : `/${path.toLowerCase()}`;
  if (sections.has(key)) return sectionTarget(site, sections.get(key), key);
  if (nameOf(key) === "_index.md" && sections.get(folderOf(key)))
    return sectionTarget(site, sections.get(folderOf(key)), key);
  const bare = withoutExtension(key);
  const section = longestSection(sections, key);
  const name = bare
    .slice(section.length)
    .replace(/\/_?index$/, (found) => (bare.slice(section.length) === found ? found : ""));
  const found = pages.get(section + name) ?? pages.get(key);
  const page = found && site.pages.get(found);
  return page && { kind: "page", page };
}

function sectionTarget(site: Site, path: PagePath | undefined, key: string): LinkTarget {
  const page = path && site.pages.get(path);
  return page ? { kind: "page", page } : { kind: "generated", route: `${key}/` as Route };
}

/** Any extension is dropped, not only Markdown's. */
function withoutExtension(path: string): string {
  const dot = path.lastIndexOf(".");
  return dot > path.lastIndexOf("/") ? path.slice(0, dot) : path;
}

function longestSection(sections: PageTable["sections"], key: string): string {
  let folder = key;
  while (folder !== "" && !sections.has(folder)) folder = folder.slice(0, folder.lastIndexOf("/"));
  return folder;
}

function makeTable(site: Site): PageTable {
  const sections = new Map<string, PagePath | undefined>();
  const pages = new Map<string, PagePath>();
  const names = new Map<string, PagePath | undefined>();
  for (const page of site.pages.values()) {
    const below = belowContent(page.path, site.model.contentRoots);
    if (below === undefined || page.route === undefined) continue;
    const bare = `/${withoutMarkdownExtension(below).toLowerCase()}`;
    const name = nameOf(bare);
    const folder = bare.slice(0, -name.length - 1);
    if (name === "_index") sections.set(folder, page.path);
    else pages.set(name === "index" ? folder : bare, page.path);
    names.set(name, names.has(name) ? undefined : page.path);
    const top = /^\/[^/]+(?=\/)/.exec(bare)?.[0];
    if (top !== undefined && !sections.has(top)) sections.set(top, undefined);
  }
  for (const [folder, page] of sections) if (page === undefined && pages.has(folder)) sections.delete(folder);
  return { sections, pages, names };
}
