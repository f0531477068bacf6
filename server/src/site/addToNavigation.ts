// Where a page that the navigation does not name belongs in it, and the edit that writes it there: beside the pages of its
// folder, else below the page of that folder, else at the end.

import { indexLines } from "../text/lineIndex.ts";
import type { SpanEdit } from "../text/textEdit.ts";
import { pageOf } from "./endOf.ts";
import { type EntryPlace, insertEntry } from "./entries/insertEntry.ts";
import { navigationOf, type SiteNavigation } from "./navigation.ts";
import { resolveLink } from "./resolveLink.ts";
import { encodePath, folderOf, nameOf, withoutMarkdownExtension } from "./routeKey.ts";
import type { FilePath, Page, Site } from "./site.ts";
import type { EntryList, EntryShape, NavigationEntry, WrittenEntry } from "./siteModel.ts";

export interface NavigationEdit {
  readonly file: FilePath;
  readonly edits: readonly SpanEdit[];
  /** Has the page a neighbour there: one of its folder, or the folder's own page? */
  readonly near: boolean;
}

/** The edit that names the page in the navigation; undefined where no file of it can be written to. */
export function addToNavigation(site: Site, page: Page): NavigationEdit | undefined {
  const navigation = navigationOf(site);
  if (!navigation || isHidden(site, page)) return undefined;
  for (const spot of spotsFor(site, navigation, page)) {
    const edit = editAt(site, page, spot);
    if (edit) return edit;
  }
  return undefined;
}

/** A redirect from its own address hides the page: no entry would lead to it. */
function isHidden(site: Site, page: Page): boolean {
  if (page.route === undefined || !site.model.redirects?.some((rule) => !rule.yieldsToPages)) return false;
  return resolveLink(site, page, encodePath(page.route)).kind === "redirect";
}

/** A place for the new entry, and how it is written there. */
interface Spot {
  readonly file: FilePath;
  readonly place: EntryPlace;
  readonly shape: EntryShape;
  readonly near: boolean;
  nameOf(page: Page): string | undefined;
}

/** An entry that another can be put beside. */
interface Neighbour {
  readonly page: Page;
  readonly written: WrittenEntry & { readonly beside: EntryShape };
  readonly list: EntryList | undefined;
  /** The group that it is in; undefined at the top. */
  readonly parent: NavigationEntry | undefined;
}

/** The likeliest first. */
function spotsFor(site: Site, navigation: SiteNavigation, page: Page): readonly Spot[] {
  const lists = listsFor(navigation, page);
  const closed = navigation.lists.filter((list) => list.takes?.(page) === false);
  const all = neighbours(navigation.entries, undefined);
  const known = all.filter(({ written }) => !closed.some((list) => isIn(written, list)));
  const ends = lists.map((list): Spot => ({ ...list, place: endOf(list, all), near: false }));
  const last = known.at(-1);
  return [...nearSpots(site, known, page), ...ends, ...(last ? [beside(last, false)] : [])];
}

/** The lists that are for such pages, else those that are for all. */
function listsFor({ lists }: SiteNavigation, page: Page): readonly EntryList[] {
  const own = lists.filter((list) => list.takes?.(page));
  return own.length > 0 ? own : lists.filter((list) => !list.takes);
}

function isIn({ file, span }: WrittenEntry, list: EntryList): boolean {
  return file === list.file && list.span.start <= span.start && span.end <= list.span.end;
}

function neighbours(
  entries: readonly NavigationEntry[],
  parent: NavigationEntry | undefined,
): readonly Neighbour[] {
  return entries.flatMap((entry): readonly Neighbour[] => {
    const { written, list, target, children } = entry;
    const page = pageOf(target);
    const below = neighbours(children, entry);
    const { beside: shape } = written ?? {};
    if (!page || !written || !shape) return below;
    return [{ page, written: { ...written, beside: shape }, list, parent }, ...below];
  });
}

/** From the page's folder upwards: beside its pages, or below its own page. What lies in the root has no neighbours elsewhere. */
function nearSpots(site: Site, known: readonly Neighbour[], page: Page): readonly Spot[] {
  const roots = new Set<string>(["", ...site.model.contentRoots]);
  const spots: Spot[] = [];
  let folder = folderOf(page.path);
  const home = isPageOf(page, folder) ? folderOf(folder) : folder;
  for (; ; folder = folderOf(folder)) {
    const here = known.filter((one) => folderOf(one.page.path) === folder && !isPageOf(one.page, folder));
    if (!roots.has(folder) || folder === home)
      spots.push(...largestFirst(here).map((one) => beside(one, true)));
    const own = roots.has(folder) ? undefined : known.find((one) => isPageOf(one.page, folder));
    if (own) spots.push(...belowOf(own));
    if (roots.has(folder)) return spots;
  }
}

/** Is it the page of the folder: `guide/index.md`, `guide.md`? */
function isPageOf({ path }: Page, folder: string): boolean {
  const name = withoutMarkdownExtension(nameOf(path)).toLowerCase();
  return folderOf(path) === folder
    ? /^(?:_?index|readme)$/.test(name)
    : folder !== "" && withoutMarkdownExtension(path) === folder;
}

/** The last of each group, of that group first which has most of them. */
function largestFirst(here: readonly Neighbour[]): readonly Neighbour[] {
  const groups = new Map<unknown, Neighbour[]>();
  for (const one of here) {
    const key = one.parent ?? one.written.file;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length).flatMap((group) => group.at(-1) ?? []);
}

function beside({ written }: Neighbour, near: boolean): Spot {
  return {
    file: written.file,
    place: { kind: "after", offset: written.span.start },
    shape: written.beside,
    near,
    nameOf: (page) => written.nameOf?.(page),
  };
}

function belowOf(own: Neighbour): readonly Spot[] {
  const next = beside(own, true);
  if (own.list) return [{ ...own.list, place: { kind: "within", start: own.list.span.start }, near: true }];
  const nests = isMarkdown(own.written.beside);
  return nests ? [{ ...next, place: { kind: "below", offset: own.written.span.start } }] : [next];
}

function endOf(list: EntryList, all: readonly Neighbour[]): EntryPlace {
  if (!isMarkdown(list.shape)) return { kind: "within", start: list.span.start };
  const offsets = all.flatMap(({ written }) => (isIn(written, list) ? [written.span.start] : []));
  return { kind: "last", offsets };
}

function isMarkdown({ kind }: EntryShape): boolean {
  return kind === "link" || kind === "wiki-link";
}

function editAt(site: Site, page: Page, spot: Spot): NavigationEdit | undefined {
  const { file, place, shape, near } = spot;
  const text = editableText(site, file);
  const name = spot.nameOf(page);
  if (text === undefined || name === undefined) return undefined;
  const edits = insertEntry(file, text, place, { shape, name, title: page.title });
  return edits.length > 0 ? { file, edits, near } : undefined;
}

/** The text that the model was made of, where it is that of now: a half-written file is another, and so is a page that is being typed. */
function editableText({ model, pages }: Site, file: FilePath): string | undefined {
  const text = model.sources.get(file);
  if (text === undefined || model.halfWritten?.has(file)) return undefined;
  const lines = pages.get(file as string as Page["path"])?.scanned.lines;
  if (!lines) return text;
  const { starts, length } = indexLines(text);
  const same = length === lines.length && starts.every((start, at) => start === lines.starts[at]);
  return same ? text : undefined;
}
