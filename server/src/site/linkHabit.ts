import type { Link } from "../markdown/markdownScan.ts";
import { remember } from "./remember.ts";
import type { Site } from "./site.ts";
import type { LinkStyle } from "./siteModel.ts";

/**
 * How most links between the handbook's pages are written, without the one that is just typed. Where there is none to learn
 * from: as the model says; outside of a handbook relative and with extension, which works everywhere.
 */
export function linkHabit(site: Site, typed?: Link): LinkStyle {
  const counts = { ...remember(totals, site, countAll) };
  if (typed && counts.links > 0) count(typed, counts, site.model.byFile === true, -1);
  const { links, root, extension, bare, slash } = counts;
  if (site.model.byFile) {
    const rooted = links > 0 && root * 2 >= links;
    return { form: rooted ? "site-root" : "relative", extension: true, trailingSlash: false };
  }
  if (links === 0 && site.model.usualLinks) return site.model.usualLinks;
  const form = root * 2 >= links ? "site-root" : "relative";
  return { form, extension: extension > bare, trailingSlash: slash * 2 > bare };
}

type Counts = Record<"links" | "root" | "extension" | "bare" | "slash", number>;

const totals = new WeakMap<Site, Readonly<Counts>>();

/** So many links tell the habit of a handbook; more would only cost time. */
const enough = 3000;

function countAll({ pages, model }: Site): Readonly<Counts> {
  const counts: Counts = { links: 0, root: 0, extension: 0, bare: 0, slash: 0 };
  for (const page of pages.values())
    for (const link of page.scanned.links) {
      if (counts.links >= enough) return counts;
      count(link, counts, model.byFile === true, 1);
    }
  return counts;
}

function count(
  { image, kind, destination: { value } }: Link,
  counts: Counts,
  markdownOnly: boolean,
  by: 1 | -1,
) {
  if (image || kind === "wiki" || value === "" || value.startsWith("#") || value.startsWith("//")) return;
  if (/^[a-z][a-z0-9+.-]*:/i.test(value)) return;
  const path = value.split(/[?#]/, 1)[0] ?? "";
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase();
  const markdown = extension === "md" || extension === "mdx";
  if (!markdown && (extension !== undefined || markdownOnly)) return;
  counts.links += by;
  if (path.startsWith("/")) counts.root += by;
  if (markdown) counts.extension += by;
  else counts.bare += by;
  if (path.endsWith("/") && path.length > 1) counts.slash += by;
}
