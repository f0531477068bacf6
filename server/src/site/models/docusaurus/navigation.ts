// The site's navigation: its sidebars, its blog, then the bars on top and at the foot of each page.

import { at, type DataValue, itemsAt, stringAt } from "../../../data/value.ts";
import { splitDestination } from "../../destination.ts";
import { decodeOnce } from "../../routeKey.ts";
import type { LinkTarget, Page, Route, Site } from "../../site.ts";
import type { EntryList, Navigation, NavigationEntry } from "../../siteModel.ts";
import { routeLike } from "../common/entryForm.ts";
import type { Collection } from "./collections.ts";
import { withoutBase } from "./config.ts";
import { docsOf } from "./docs.ts";
import { docId } from "./routes.ts";
import { serve } from "./serve.ts";
import { bareId, writtenAt } from "./sidebarItems.ts";
import { type SidebarNode, type Sidebars, sidebarsOf } from "./sidebars.ts";
import type { DocusaurusSite } from "./siteParts.ts";

export function docusaurusNavigation(site: Site, parts: DocusaurusSite): Navigation {
  const main = parts.collections.filter((one) => one.locale === parts.config.locales[0]);
  const docs = main.filter((one) => one.instance.kind === "docs");
  const sidebars = docs.map((one) => sidebarsOf(one, site, parts));
  return {
    entries: [
      ...docs.flatMap((one) => sidebarEntries(one, site, parts)),
      ...main.filter((one) => one.instance.kind !== "docs").flatMap((one) => listed(one, site, parts)),
      ...barEntries(at(parts.config.data, "themeConfig", "navbar", "items"), site, parts),
      ...barEntries(at(parts.config.data, "themeConfig", "footer", "links"), site, parts),
    ],
    exhaustive: sidebars.some(namesEach) && sidebars.every(({ trees }) => trees !== undefined),
    covers: (page) =>
      docs.every((one, at) => {
        const own = sidebars[at];
        return idIn(one, page, parts) === undefined || (own !== undefined && namesEach(own));
      }),
    lists: docs.flatMap((one) => sidebarLists(one, site, parts)),
  };
}

/** Is a doc that the sidebars do not name in none? Docs without any sidebar are meant to be. */
function namesEach({ trees, listsAll }: Sidebars): boolean {
  return trees !== undefined && trees.length > 0 && !listsAll;
}

/** The sidebars of a version are for its docs. */
function sidebarLists(collection: Collection, site: Site, parts: DocusaurusSite): readonly EntryList[] {
  const nameOf = (page: Page) => idIn(collection, page, parts);
  const takes = (page: Page) => nameOf(page) !== undefined;
  return (sidebarsOf(collection, site, parts).trees ?? []).flatMap(({ list }) =>
    list ? [{ ...list, shape: bareId, nameOf, takes }] : [],
  );
}

/** The id by which the collection's sidebars name the doc. */
function idIn(collection: Collection, page: Page, { owners }: DocusaurusSite): string | undefined {
  const owner = owners.ownerOf(page.path) ?? owners.homeOf(page.path);
  return owner?.collection === collection ? docId(page.scanned, owner) : undefined;
}

function sidebarEntries(
  collection: Collection,
  site: Site,
  parts: DocusaurusSite,
): readonly NavigationEntry[] {
  const trees = sidebarsOf(collection, site, parts).trees ?? [];
  const nameOf = (page: Page) => idIn(collection, page, parts);
  const entries = trees.map(({ name, nodes, list }) => ({
    label: name,
    target: undefined,
    children: nodes.map((node) => entryOf(node, collection, site, parts)),
    ...(list && { list: { ...list, shape: bareId, nameOf } }),
  }));
  return entries.length === 1 ? (entries[0]?.children ?? []) : entries;
}

function entryOf(
  node: SidebarNode,
  collection: Collection,
  site: Site,
  parts: DocusaurusSite,
): NavigationEntry {
  const { label, target, written, list } = node;
  const nameOf = (page: Page) => idIn(collection, page, parts);
  return {
    label,
    target: targetOf(node, collection, site, parts),
    ...(written && {
      written: { ...written, nameOf: target?.kind === "href" ? routeAs(written.value) : nameOf },
    }),
    children: node.children.map((child) => entryOf(child, collection, site, parts)),
    ...(list && { list: { ...list, shape: bareId, nameOf } }),
  };
}

function routeAs(like: string): (page: Page) => string | undefined {
  return ({ route }) => (route === undefined ? undefined : routeLike(route, like));
}

function targetOf(
  { target }: SidebarNode,
  collection: Collection,
  site: Site,
  parts: DocusaurusSite,
): LinkTarget | undefined {
  switch (target?.kind) {
    case "doc":
      return target.doc
        ? { kind: "page", page: target.doc.page }
        : missingDoc(target.id, collection, site, parts);
    case "href":
      return addressTarget(target.href, site, parts);
    case "index":
      return { kind: "generated", route: target.route };
    default:
      return undefined;
  }
}

/** A draft has an id, too: Docusaurus leaves it out of the sidebar without a word. */
function missingDoc(
  id: string,
  collection: Collection,
  site: Site,
  parts: DocusaurusSite,
): LinkTarget | undefined {
  const draft = [...site.pages.values()].find(
    (page) =>
      page.route === undefined &&
      parts.owners.ownerOf(page.path)?.collection === collection &&
      page.path.replace(/\.mdx?$/, "") === `${collection.folder}/${id}`,
  );
  if (draft) return undefined;
  const folder = parts.foreign.file(`${collection.folder}/${id}.md`);
  if (folder !== undefined) return { kind: "unknown", why: folder };
  return { kind: "missing", what: "page", route: id };
}

/** Posts and pages that the site lists by itself. */
function listed(collection: Collection, site: Site, parts: DocusaurusSite): readonly NavigationEntry[] {
  const pages = [...site.pages.values()].filter(
    (page) => page.route !== undefined && parts.owners.ownerOf(page.path)?.collection === collection,
  );
  const entries = pages.sort(byRoute).map((page): NavigationEntry => {
    return { label: page.title, target: { kind: "page", page }, children: [] };
  });
  if (collection.instance.kind !== "blog" || entries.length === 0) return entries;
  const label = stringAt(collection.instance.options, "blogTitle") ?? "Blog";
  return [{ label, target: { kind: "generated", route: collection.path as Route }, children: entries }];
}

/** Newer posts first, as their addresses begin with their day. */
function byRoute(a: Page, b: Page): number {
  return (a.route ?? "") < (b.route ?? "") ? 1 : -1;
}

function barEntries(
  value: DataValue | undefined,
  site: Site,
  parts: DocusaurusSite,
): readonly NavigationEntry[] {
  return itemsAt(value).flatMap((item): readonly NavigationEntry[] => {
    if (item.kind !== "map") return [];
    const label = stringAt(item, "label") ?? stringAt(item, "title") ?? "";
    const address = at(item, "to") ?? at(item, "href");
    const id = address ? undefined : at(item, "docId");
    const written = writtenAt(address ?? id, parts.config.file);
    const nameOf = id ? barIds(item, parts) : routeAs(written?.value ?? "");
    const children = barEntries(at(item, "items"), site, parts);
    const target = barTarget(item, site, parts);
    if (target === undefined && children.length === 0) return [];
    return [{ label, target, ...(written && { written: { ...written, nameOf } }), children }];
  });
}

/** Ids of the docs that a `docId` of this item can name. */
function barIds(item: DataValue, parts: DocusaurusSite): (page: Page) => string | undefined {
  const collections = barCollections(item, parts);
  return (page) => collections.map((one) => idIn(one, page, parts)).find((id) => id !== undefined);
}

function barCollections(item: DataValue, { collections, config }: DocusaurusSite): readonly Collection[] {
  const instance = stringAt(item, "docsPluginId") ?? "default";
  return collections.filter(
    (one) => one.instance.kind === "docs" && one.instance.id === instance && one.locale === config.locales[0],
  );
}

/** `to` and `href` are addresses; `docId` names a doc of the last version. */
function barTarget(item: DataValue, site: Site, parts: DocusaurusSite): LinkTarget | undefined {
  const address = stringAt(item, "to") ?? stringAt(item, "href");
  if (address !== undefined) return addressTarget(address, site, parts);
  const id = stringAt(item, "docId");
  if (id === undefined) return undefined;
  const found = barCollections(item, parts)
    .flatMap((one) => docsOf(one, site, parts))
    .find((doc) => doc.id === id);
  return found ? { kind: "page", page: found.page } : { kind: "missing", what: "page", route: id };
}

function addressTarget(address: string, site: Site, parts: DocusaurusSite): LinkTarget {
  const { scheme, host, path } = splitDestination(address);
  if (host !== undefined && !parts.config.hosts.includes(host)) return { kind: "external", url: address };
  if (scheme !== undefined && host === undefined) return { kind: "external", url: address };
  const decoded = decodeOnce(path);
  return serve(
    withoutBase(decoded.startsWith("/") ? decoded : `/${decoded}`, parts.config.base),
    site,
    parts,
  );
}
