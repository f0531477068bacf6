// What of a page shows elsewhere on its site: all but its words and its links. As long as it is the same, so is what other
// pages, the navigation and the files around the pages can say of it.

import { remember } from "./remember.ts";
import type { FilePath, Page, Site } from "./site.ts";

const faces = new WeakMap<Page, string>();

/** Title, ids and frontmatter as one text; of a page that the site's configuration is read from (a sidebar in Markdown), its links, too. */
export function pageFace(page: Page, site: Site): string {
  const face = remember(faces, page, () =>
    JSON.stringify([page.title, page.route, [...page.ids.keys()], valuesOf(page)]),
  );
  const configures = site.model.sources.has(page.path as string as FilePath);
  return configures ? face + JSON.stringify(page.scanned.links) : face;
}

function valuesOf({ scanned: { frontmatter } }: Page): string {
  return JSON.stringify(frontmatter?.entries ?? [], withoutPlaces);
}

function withoutPlaces(key: string, value: unknown): unknown {
  return key === "span" || key === "keySpan" ? undefined : value;
}
