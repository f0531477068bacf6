import { remember } from "./remember.ts";
import type { Site } from "./site.ts";
import type { LinkStyle } from "./siteModel.ts";

/**
 * How most links between the handbook's pages are written. Where there is none to learn from: from the site's root,
 * without extension; outside of a handbook relative and with it, which works everywhere.
 */
export function linkHabit(site: Site): LinkStyle {
  return remember(habits, site, countHabit);
}

const habits = new WeakMap<Site, LinkStyle>();

/** So many links tell the habit of a handbook; more would only cost time. */
const enough = 3000;

function countHabit(site: Site): LinkStyle {
  const counts = { links: 0, root: 0, extension: 0, bare: 0, slash: 0 };
  const byFile = site.model.byFile === true;
  for (const page of site.pages.values()) {
    for (const link of page.scanned.links) {
      if (counts.links >= enough) break;
      if (!link.image && link.kind !== "wiki") count(link.destination.value, counts, byFile);
    }
  }
  if (byFile) {
    const rooted = counts.links > 0 && counts.root * 2 >= counts.links;
    return { form: rooted ? "site-root" : "relative", extension: true, trailingSlash: false };
  }
  const form = counts.root * 2 >= counts.links ? "site-root" : "relative";
  return { form, extension: counts.extension > counts.bare, trailingSlash: counts.slash * 2 > counts.bare };
}

function count(
  destination: string,
  counts: { links: number; root: number; extension: number; bare: number; slash: number },
  markdownOnly: boolean,
): void {
  if (destination === "" || destination.startsWith("#") || destination.startsWith("//")) return;
  if (/^[a-z][a-z0-9+.-]*:/i.test(destination)) return;
  const path = destination.split(/[?#]/, 1)[0] ?? "";
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase();
  const markdown = extension === "md" || extension === "mdx";
  if (!markdown && (extension !== undefined || markdownOnly)) return;
  counts.links++;
  if (path.startsWith("/")) counts.root++;
  if (markdown) counts.extension++;
  else counts.bare++;
  if (path.endsWith("/") && path.length > 1) counts.slash++;
}
