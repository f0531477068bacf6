// What of a page shows elsewhere on its site: its title, ids and frontmatter, what it includes, and of a page that is itself
// configuration its links. As long as it is the same, so is what the navigation and the files around the pages can say of it.

import { inclusionsOf } from "./inclusions.ts";
import { remember } from "./remember.ts";
import type { FilePath, Page, Site } from "./site.ts";

const faces = new WeakMap<Page, string>();

/** All of that as one text. */
export function pageFace(page: Page, site: Site): string {
  const { model } = site;
  const face = remember(faces, page, () =>
    JSON.stringify([page.title, page.route, [...page.ids.keys()], valuesOf(page)]),
  );
  const links = model.sources.has(page.path as string as FilePath) ? page.scanned.links : [];
  return JSON.stringify([face, inclusionsOf(page, site), model.unseenIds?.(page.scanned), links]);
}

function valuesOf({ scanned: { frontmatter } }: Page): string {
  return JSON.stringify(frontmatter?.entries ?? [], withoutPlaces);
}

function withoutPlaces(key: string, value: unknown): unknown {
  return key === "span" || key === "keySpan" ? undefined : value;
}
