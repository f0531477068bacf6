// `navigation` of docs.json and mint.json: pages and groups, in tabs, anchors, dropdowns, languages, versions and products
// that nest as the author likes (mintlify.com/docs/organize/navigation).

import { at, type DataValue, entriesAt, stringAt } from "../../../data/value.ts";
import { entryOf } from "../../../frontmatter/keys.ts";
import { routeKey, withoutMarkdownExtension } from "../../routeKey.ts";
import type { FilePath, LinkTarget, Page, Site } from "../../site.ts";
import type { EntryList, Navigation, NavigationEntry, WrittenEntry } from "../../siteModel.ts";
import { besideIn, type EntryForm, listIn, routeLike } from "../common/entryForm.ts";
import { siteTarget } from "../common/siteTarget.ts";
import { isEndpoint, type MintlifyConfig } from "./config.ts";
import { divisions } from "./divisions.ts";
import { mintlifyRoute } from "./routes.ts";

const holders = new Set(["pages", ...divisions]);
const labels = ["group", "tab", "anchor", "dropdown", "language", "version", "product", "item"];

export function mintlifyNavigation(config: MintlifyConfig): ((site: Site) => Navigation) | undefined {
  const { file } = config;
  const written = at(config.value, "navigation");
  if (file === undefined || (written?.kind !== "map" && written?.kind !== "list")) return undefined;
  return (site) => ({
    entries: written.kind === "list" ? entriesIn(written, file, site) : childrenOf(written, file, site),
    exhaustive: config.unread.length === 0,
    covers: ({ scanned }) => {
      const hidden = entryOf(scanned.frontmatter, "hidden")?.value;
      return !(hidden?.kind === "boolean" && hidden.value);
    },
    lists: pageLists(written, file),
  });
}

/** The first page that the navigation names: readers who ask for the root of a site without an index are sent there. */
export function firstPage(value: DataValue | undefined): string | undefined {
  if (value?.kind === "string") return isEndpoint(value.value) ? undefined : mintlifyRoute(value.value);
  const inner =
    value?.kind === "list"
      ? value.items
      : entriesAt(value).flatMap(({ key, value: one }) => (holders.has(key) || key === "root" ? [one] : []));
  for (const one of inner) {
    const found = firstPage(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A page is named by its file, without the ending. */
const byFile: EntryForm = {
  shape: { kind: "name" },
  nameOf: ({ path, route }) => (route === undefined ? undefined : withoutMarkdownExtension(path)),
};

/** The list of pages at the top, then those of the groups, the last one first: a page that belongs nowhere comes to the end. */
function pageLists(value: DataValue, file: FilePath): readonly EntryList[] {
  const own = listIn(at(value, "pages"), file, byFile).list;
  const inner =
    value.kind === "list"
      ? value.items
      : entriesAt(value).flatMap(({ key, value: one }) => (holders.has(key) && key !== "pages" ? [one] : []));
  return [...(own ? [own] : []), ...inner.toReversed().flatMap((one) => pageLists(one, file))];
}

function childrenOf(value: DataValue, file: FilePath, site: Site): readonly NavigationEntry[] {
  return entriesAt(value).flatMap(({ key, value: inner }) => {
    if (!holders.has(key)) return [];
    return inner.kind === "list" ? entriesIn(inner, file, site) : childrenOf(inner, file, site);
  });
}

function entriesIn(list: DataValue, file: FilePath, site: Site): readonly NavigationEntry[] {
  if (list.kind !== "list") return [];
  return list.items.flatMap((item): readonly NavigationEntry[] => {
    if (item.kind === "string") return [pageEntry(item, file, site)];
    if (item.kind !== "map") return [];
    const label = labels.map((key) => stringAt(item, key)).find((one) => one !== undefined) ?? "";
    const below = { children: childrenOf(item, file, site), ...listIn(at(item, "pages"), file, byFile) };
    const root = at(item, "root");
    const href = at(item, "href");
    if (root?.kind === "string") return [{ ...pageEntry(root, file, site), label, ...below }];
    if (href?.kind !== "string") return [{ label, target: undefined, ...below }];
    const nameOf = ({ route }: Page) => (route === undefined ? undefined : routeLike(route, href.value));
    const address = { ...writtenAt(href, file), nameOf };
    return [{ label, target: siteTarget(site, href.value), written: address, ...below }];
  });
}

type Text = Extract<DataValue, { kind: "string" }>;

function pageEntry(item: Text, file: FilePath, site: Site): NavigationEntry {
  return {
    label: isEndpoint(item.value) ? item.value : "",
    target: targetOf(item.value, site),
    written: { ...writtenAt(item, file), ...besideIn(byFile) },
    children: [],
  };
}

function writtenAt(item: Text, file: FilePath): WrittenEntry {
  const own = (item.file ?? file) as FilePath;
  return { file: own, span: { start: item.span.start + 1, end: item.span.end - 1 }, value: item.value };
}

function targetOf(value: string, site: Site): LinkTarget | undefined {
  if (isEndpoint(value)) return { kind: "unknown", why: "The page is made of an API specification." };
  const route = mintlifyRoute(value);
  const page = site.served.get(routeKey(route))?.page;
  if (page) return { kind: "page", page };
  const target = siteTarget(site, route);
  return target?.kind === "unknown" ? target : { kind: "missing", what: "page", route };
}
