// A file under another name, and the edits by which all that leads to it, and all that it leads to, is the same as before: in
// pages, in the navigation and in the file itself. The rename is made on trial: the site itself says where links lead then.

import type { PagePath, ScannedPage } from "../page/scannedPage.ts";
import { scanPage } from "../page/scanPage.ts";
import { pathOfTarget } from "../site/endOf.ts";
import { rewrittenAs } from "../site/entries/rewrittenAs.ts";
import { updateSite } from "../site/makeSite.ts";
import { navigationOf } from "../site/navigation.ts";
import { linksTo } from "../site/queries.ts";
import { resolveLink, resolveWritten } from "../site/resolveLink.ts";
import { nameOf } from "../site/routeKey.ts";
import type { FilePath, LinkTarget, Page, Site } from "../site/site.ts";
import type { SpanEdit } from "../text/textEdit.ts";
import type { Fix } from "./finding.ts";
import { changePath } from "./linkFixes.ts";
import { asNames } from "./wikiNames.ts";
import { type WrittenLink, writtenLinks } from "./writtenLinks.ts";

export interface FileEdits {
  readonly path: FilePath;
  readonly edits: readonly SpanEdit[];
}

export interface Rename {
  readonly from: FilePath;
  readonly to: FilePath;
  /** The file's text now. */
  readonly text: string;
}

/** "Rename to pay.md, with the 3 links to it". */
export function renameFix(site: Site, rename: Rename): Fix {
  const { from, to } = rename;
  const all = editsFor(site, rename);
  const own = all.find(({ path }) => path === from)?.edits ?? [];
  return {
    title: `Rename to ${nameOf(to)}${linksIn(all)}`,
    edits: own,
    others: all.filter(({ path }) => path !== from),
    rename: { from, to },
  };
}

/** "Delete pay copy.md, with the link to it": what leads there leads to another page then. */
export function replaceFix(site: Site, from: FilePath, other: Page): Fix {
  const others = pagesLinking(site, from)
    .filter(({ path }) => (path as string) !== from)
    .flatMap((page) =>
      changed(site, page, (link) =>
        pathOfTarget(link.target) === from ? changePath({ site, page }, link, other) : undefined,
      ),
    );
  return { title: `Delete ${nameOf(from)}${linksIn(others)}`, edits: [], others, remove: from };
}

function linksIn(all: readonly FileEdits[]): string {
  const count = all.reduce((sum, { edits }) => sum + edits.length, 0);
  return count === 0 ? "" : count === 1 ? ", with the link to it" : `, with the ${count} links to it`;
}

function editsFor(site: Site, rename: Rename): readonly FileEdits[] {
  const after = renamed(site, rename);
  const target = after.pages.get(rename.to as string as PagePath) ?? rename.to;
  const own = site.pages.get(rename.from as string as PagePath);
  // Of what is no page yet: with the ending alone, dead links may lead there that mean it.
  const bare = { ...rename, to: `${rename.from}.md` as FilePath };
  const meant = own ? undefined : { site: renamed(site, bare), path: bare.to };
  const pages = new Set([
    ...(own ? [own] : []),
    ...pagesLinking(site, rename.from),
    ...(meant ? pagesLinking(meant.site, meant.path) : []),
  ]);
  return [
    ...[...pages].flatMap((page) => editsOn(page, { site, after, rename, target, meant })),
    ...entriesFor(site, after, rename),
  ];
}

/** The site with the file under its new name. */
function renamed(site: Site, { from, to, text }: Rename): Site {
  const files = new Set(site.files);
  files.delete(from);
  files.add(to);
  const model = site.model.onFiles?.(files) ?? site.model;
  const path = to as string as PagePath;
  const before: ScannedPage | undefined = site.pages.get(from as string as PagePath)?.scanned;
  const syntax = before?.syntax ?? model.syntaxOf(to);
  const scanned = syntax ? [scanPage(path, text, syntax)] : [];
  return updateSite({ ...site, model }, { files, scanned, removed: [from as string as PagePath] });
}

function pagesLinking(site: Site, file: FilePath): readonly Page[] {
  const target = site.pages.get(file as string as PagePath) ?? file;
  return [...new Set(linksTo(site, target).map(({ page }) => page))];
}

interface Trial {
  readonly site: Site;
  readonly after: Site;
  readonly rename: Rename;
  /** What the file is under its new name. */
  readonly target: Page | FilePath;
  /** The site in which the file is a page of its own name, and its path there. */
  readonly meant: { readonly site: Site; readonly path: FilePath } | undefined;
}

/** Links of a page that would lead elsewhere after the rename lead to where they did. */
function editsOn(page: Page, { site, after, rename, target, meant }: Trial): readonly FileEdits[] {
  const moved = (path: string) => (path === rename.from ? rename.to : path);
  const then = after.pages.get(moved(page.path) as PagePath);
  if (!then) return [];
  return changed(site, page, (link) => {
    const means = meant && pathOfTarget(resolvedOn(meant.site, page, link)) === meant.path;
    const before = means ? rename.from : pathOfTarget(link.target);
    if (before === undefined || pathOfTarget(resolvedOn(after, then, link)) === moved(before))
      return undefined;
    const to =
      before === rename.from ? target : (after.pages.get(before as PagePath) ?? (before as FilePath));
    return changePath({ site: after, page: then }, link, to);
  });
}

function resolvedOn(site: Site, page: Page, { link, destination }: WrittenLink): LinkTarget {
  return link ? resolveWritten(site, page, link) : resolveLink(site, page, destination.value);
}

/** The page with its links changed; none where none is. */
function changed(
  site: Site,
  page: Page,
  change: (link: WrittenLink) => Fix | undefined,
): readonly FileEdits[] {
  const edits = writtenLinks(site, page).flatMap((link) => change(link)?.edits ?? []);
  return edits.length > 0 ? [{ path: page.path as string as FilePath, edits: asNames(page, edits) }] : [];
}

/** The entries of the navigation that name the file; those in a page are links of it. */
function entriesFor(site: Site, after: Site, { from, to }: Rename): readonly FileEdits[] {
  const page = after.pages.get(to as string as PagePath);
  const edits = new Map<FilePath, SpanEdit[]>();
  for (const { written, target } of navigationOf(site)?.all ?? []) {
    const text = written && site.model.sources.get(written.file);
    if (
      !written ||
      !page ||
      text === undefined ||
      target?.kind !== "page" ||
      target.page.path !== (from as string)
    )
      continue;
    const name = site.pages.has(written.file as string as PagePath) ? undefined : written.nameOf?.(page);
    const edit = name === undefined ? undefined : rewrittenAs(name, written, text);
    if (edit) edits.set(written.file, [...(edits.get(written.file) ?? []), edit]);
  }
  return [...edits].map(([path, own]) => ({ path, edits: own }));
}
