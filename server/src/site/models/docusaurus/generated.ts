// Addresses that no file stands for: generated indexes of categories, lists of posts, tags' further pages, authors, archives, feeds.
// Tags' own pages are what their pages generate (tags.ts). Sources: plugin-content-blog/src/{routes,blogUtils,authorsMap}.ts.

import { at, entriesAt, itemsAt, stringAt } from "../../../data/value.ts";
import { remember } from "../../remember.ts";
import { decodeOnce, routeKey } from "../../routeKey.ts";
import type { Site } from "../../site.ts";
import type { Collection } from "./collections.ts";
import { flagField, listField, textIn, textOf } from "./fields.ts";
import { joinUrl } from "./joinUrl.ts";
import { kebabCase } from "./kebabCase.ts";
import { sidebarsOf } from "./sidebars.ts";
import type { DocusaurusSite } from "./siteParts.ts";
import { dataFile, tagRoutes, tagsBase } from "./tags.ts";

const bySite = new WeakMap<Site, ReadonlySet<string>>();

/** Is the address (without base) one of these? */
export function isGenerated(route: string, site: Site, parts: DocusaurusSite): boolean {
  return remember(bySite, site, () => listGenerated(site, parts)).has(routeKey(route));
}

/** An address that an unreadable sidebar may generate. */
export function maybeGenerated(route: string, site: Site, parts: DocusaurusSite): boolean {
  return parts.collections.some(
    (one) =>
      one.instance.kind === "docs" &&
      routeKey(route).startsWith(`${joinUrl(one.path, "category")}/`) &&
      sidebarsOf(one, site, parts).partly,
  );
}

function listGenerated(site: Site, parts: DocusaurusSite): ReadonlySet<string> {
  const routes = parts.collections.flatMap((collection) => {
    if (collection.instance.kind === "docs") return [...sidebarsOf(collection, site, parts).indexes];
    return collection.instance.kind === "blog" ? blogRoutes(collection, site, parts) : [];
  });
  return new Set(routes.map((route) => routeKey(decodeOnce(route))));
}

interface Post {
  readonly listed: boolean;
  readonly tags: readonly string[];
  readonly authors: readonly string[];
}

function blogRoutes(collection: Collection, site: Site, parts: DocusaurusSite): readonly string[] {
  const { options } = collection.instance;
  const posts = postsOf(collection, site, parts);
  const listed = posts.filter((post) => post.listed);
  const archive = at(options, "archiveBasePath");
  const hasArchive = listed.length > 0 && !(archive?.kind === "null" || archive?.kind === "boolean");
  return [
    ...numbered(collection.path, listed.length, collection),
    ...(hasArchive ? [joinUrl(collection.path, stringAt(archive) ?? "archive")] : []),
    ...tagPages(collection, posts),
    ...authorPages(collection, posts, parts),
    ...(posts.length > 0 ? feeds(collection) : []),
  ];
}

function postsOf(collection: Collection, site: Site, parts: DocusaurusSite): readonly Post[] {
  return [...site.pages.values()].flatMap((page) => {
    const owner = page.route === undefined ? undefined : parts.owners.ownerOf(page.path);
    if (!owner || owner.collection.folder !== collection.folder) return [];
    if (parts.owners.fileOf(collection, owner.source) !== page.path) return [];
    const authors = listField(page.scanned, "authors").flatMap(
      (one) => textOf(one) ?? textIn(one, "key") ?? [],
    );
    return [
      {
        listed: flagField(page.scanned, "unlisted") !== true,
        tags: [...new Set(tagRoutes(page.scanned, { ...owner, collection }, parts))],
        authors,
      },
    ];
  });
}

/** A list's first page at its own address, the others at `…/page/2`. */
function numbered(path: string, count: number, { instance }: Collection): readonly string[] {
  const size = at(instance.options, "postsPerPage");
  const perPage =
    size?.kind === "number" && size.value > 0 ? size.value : size?.kind === "string" ? count : 10;
  const pages = Math.max(1, Math.ceil(count / Math.max(1, perPage)));
  const base = stringAt(instance.options, "pageBasePath") ?? "page";
  return Array.from({ length: pages }, (_, at) => (at === 0 ? path : joinUrl(path, base, String(at + 1))));
}

/** Of a tag that only unlisted posts have, all count. */
function tagPages(collection: Collection, posts: readonly Post[]): readonly string[] {
  const list = routeKey(tagsBase(collection));
  const counts = new Map<string, { all: number; listed: number }>();
  for (const { tags, listed } of posts)
    for (const tag of tags) {
      const before = counts.get(tag) ?? { all: 0, listed: 0 };
      counts.set(tag, { all: before.all + 1, listed: before.listed + (listed ? 1 : 0) });
    }
  return [...counts].flatMap(([tag, { all, listed }]) =>
    routeKey(tag) === list ? [tag] : numbered(tag, listed || all, collection),
  );
}

/** authors.yml: the list of authors, and a page for each that asks for one. */
function authorPages(
  collection: Collection,
  posts: readonly Post[],
  parts: DocusaurusSite,
): readonly string[] {
  const { options } = collection.instance;
  const authors = entriesAt(
    dataFile(collection, stringAt(options, "authorsMapPath") ?? "authors.yml", parts),
  );
  if (authors.length === 0) return [];
  const base = joinUrl(collection.path, stringAt(options, "authorsBasePath") ?? "authors");
  return [
    base,
    ...authors.flatMap(({ key, value }) => {
      const page = at(value, "page");
      if (page === undefined || page.kind === "null" || (page.kind === "boolean" && !page.value)) return [];
      const own = joinUrl(base, stringAt(page, "permalink") ?? kebabCase(key));
      const count = posts.filter((post) => post.listed && post.authors.includes(key)).length;
      return numbered(own, count, collection);
    }),
  ];
}

/** Files, not pages: `rss.xml`, `atom.xml`, `feed.json`. */
function feeds(collection: Collection): readonly string[] {
  const type = at(collection.instance.options, "feedOptions", "type");
  const off = type?.kind === "null" || (type?.kind === "boolean" && !type.value);
  const named = itemsAt(type).flatMap((item) => (item.kind === "string" ? [item.value] : []));
  const types = named.includes("all") ? ["rss", "atom", "json"] : named.length > 0 ? named : ["rss", "atom"];
  if (off) return [];
  return types.map((one) => joinUrl(collection.path, one === "json" ? "feed.json" : `${one}.xml`));
}
