// Where ids are: which pages have a heading or anchor of a name, such as one that is gone from another page.

import type { PagePath } from "../page/scannedPage.ts";
import { keptTable } from "./keptTable.ts";
import { decodeOnce } from "./routeKey.ts";
import type { Page, Site } from "./site.ts";

/** The served pages that have an id. */
export function pagesWithId(site: Site, id: string): readonly Page[] {
  const table = holders(site);
  const paths = table.get(id) ?? table.get(decodeOnce(id)) ?? [];
  return paths.flatMap((path) => site.pages.get(path) ?? []);
}

const holders = keptTable(
  ({ route, ids }) => (route === undefined ? "" : JSON.stringify([...ids.keys()])),
  (site): ReadonlyMap<string, readonly PagePath[]> => {
    const table = new Map<string, PagePath[]>();
    for (const page of site.pages.values()) {
      if (page.route === undefined) continue;
      for (const id of page.ids.keys()) {
        const list = table.get(id);
        if (list) list.push(page.path);
        else table.set(id, [page.path]);
      }
    }
    return table;
  },
);
