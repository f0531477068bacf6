// The sidebars of src/navs: lists of `{ name, url, children }` that the file exports, read without running it.

import { readScript } from "../../../data/readScript.ts";
import { at, type DataValue, itemsAt, stringAt } from "../../../data/value.ts";
import type { FilePath, Page, Site } from "../../site.ts";
import type { Navigation, NavigationEntry } from "../../siteModel.ts";
import { besideIn, type EntryForm, listIn, routeLike } from "../common/entryForm.ts";
import { siteTarget } from "../common/siteTarget.ts";

const file = /^src\/navs\/index\.[jt]sx?$/;

/** Is this a file in which a sidebar may be written? */
export function isNavigationFile(path: string): boolean {
  return /(?:^|\/)src\/navs\/[^/]+\.(?:[jt]sx?|json)$/.test(path);
}

/** The site's sidebars; undefined where it has no file for them. */
export function readNavigation(
  texts: ReadonlyMap<FilePath, string>,
): ((site: Site) => Navigation) | undefined {
  const path = [...texts.keys()].find((one) => file.test(one));
  if (path === undefined) return undefined;
  const script = readScript(path, texts.get(path) ?? "", (other) => texts.get(other as FilePath));
  const sidebars = [...script.named.values(), ...(script.main ? [script.main] : [])];
  return (site) => {
    const lists = sidebars.map((sidebar) => ({
      sidebar,
      entries: itemsAt(sidebar).flatMap((item) => toEntry(item, path, site)),
    }));
    const entries = lists.flatMap((list) => list.entries);
    return {
      entries,
      exhaustive: true,
      covers: isOfSection(entries),
      lists: lists.flatMap((one) => {
        const { list } = listIn(one.sidebar, path, formLike("/"));
        return list ? [{ ...list, takes: isOfSection(one.entries) }] : [];
      }),
    };
  };
}

/** A sidebar is that of the pages whose addresses begin as those of its entries do. */
function isOfSection(entries: readonly NavigationEntry[]): (page: Page) => boolean {
  const sections = new Set(entries.flatMap(sectionsOf));
  return (page) => sections.has(firstSegment(page.route ?? ""));
}

/** Entries are `{ name, url }`, with addresses as this one is. */
function formLike(url: string): EntryForm {
  return {
    shape: { kind: "map", title: "name", name: "url" },
    nameOf: ({ route }) => (route === undefined ? undefined : routeLike(route, url)),
  };
}

function toEntry(value: DataValue, path: FilePath, site: Site): readonly NavigationEntry[] {
  if (value.kind !== "map") return [];
  const url = at(value, "url");
  const inner = at(value, "children");
  const children = itemsAt(inner).flatMap((child) => toEntry(child, path, site));
  const below = { children, ...listIn(inner, path, formLike("/")) };
  const label = stringAt(value, "name") ?? "";
  if (url?.kind !== "string" || url.value === "") return [{ label, target: undefined, ...below }];
  const span = { start: url.span.start + 1, end: url.span.end - 1 };
  const file = (url.file ?? path) as FilePath;
  const written = { file, span, value: url.value, ...besideIn(formLike(url.value)) };
  return [{ label, target: siteTarget(site, url.value), written, ...below }];
}

function sectionsOf(entry: NavigationEntry): readonly string[] {
  const { written, children } = entry;
  return [
    ...(written?.value.startsWith("/") ? [firstSegment(written.value)] : []),
    ...children.flatMap(sectionsOf),
  ];
}

function firstSegment(route: string): string {
  return route.split(/[/?#]/)[1] ?? "";
}
