// The docs of a collection with what sidebars ask of them. They depend on pages, so they are made once per snapshot of the site.

import { remember } from "../../remember.ts";
import { folderOf } from "../../routeKey.ts";
import type { Page, Site } from "../../site.ts";
import type { Collection } from "./collections.ts";
import { numberField, textField } from "./fields.ts";
import { withoutNumber } from "./numberPrefix.ts";
import type { Owner } from "./owner.ts";
import { bareName, docId, dropsNumbers, isCategoryIndex } from "./routes.ts";
import type { DocusaurusSite } from "./siteParts.ts";

export interface Doc {
  readonly id: string;
  readonly page: Page;
  readonly source: string;
  readonly folder: string;
  readonly position: number | undefined;
  readonly label: string;
  readonly isIndex: boolean;
}

const bySite = new WeakMap<Site, Map<Collection, readonly Doc[]>>();

/** Built docs only, in order of their files; in a language, those without a translation as they are. */
export function docsOf(collection: Collection, site: Site, parts: DocusaurusSite): readonly Doc[] {
  return remember(bySite, site, () => collectDocs(site, parts)).get(collection) ?? [];
}

function collectDocs(site: Site, parts: DocusaurusSite): Map<Collection, readonly Doc[]> {
  const lists = new Map<Collection, Doc[]>();
  for (const page of site.pages.values()) {
    const owner = page.route === undefined ? undefined : parts.owners.ownerOf(page.path);
    if (owner?.collection.instance.kind !== "docs") continue;
    const doc = docOf(page, owner);
    for (const collection of parts.collections) {
      if (collection.folder !== owner.collection.folder || collection.instance !== owner.collection.instance)
        continue;
      if (parts.owners.fileOf(collection, owner.source) !== page.path) continue;
      const list = lists.get(collection);
      if (list) list.push(doc);
      else lists.set(collection, [doc]);
    }
  }
  for (const list of lists.values()) list.sort((a, b) => (a.source < b.source ? -1 : 1));
  return lists;
}

function docOf(page: Page, owner: Owner): Doc {
  const { source } = owner;
  const numbered = dropsNumbers(page.scanned, owner) ? withoutNumber(bareName(source)).position : undefined;
  return {
    id: docId(page.scanned, owner),
    page,
    source,
    folder: folderOf(source),
    position: numberField(page.scanned, "sidebar_position") ?? numbered,
    label: textField(page.scanned, "sidebar_label") ?? page.title,
    isIndex: isCategoryIndex(source),
  };
}
