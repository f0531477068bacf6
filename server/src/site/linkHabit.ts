import type { Link } from "../markdown/markdownScan.ts";
import { keptTable } from "./keptTable.ts";
import type { Page, Site } from "./site.ts";
import type { LinkStyle } from "./siteModel.ts";

/**
 * How most links between the handbook's pages are written, without the one that is just typed. Where there is none to learn
 * from: as the model says; outside of a handbook relative and with extension, which works everywhere.
 */
export function linkHabit(site: Site, typed?: Link): LinkStyle {
  const counts = { ...totals(site) };
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

/** So many links tell the habit of a handbook; more would only cost time. */
const enough = 3000;

const totals = keptTable((page, site) => JSON.stringify(countOn(page, site)), countAll);

function countAll(site: Site): Readonly<Counts> {
  const counts: Counts = { ...none };
  for (const page of site.pages.values()) {
    if (counts.links >= enough) return counts;
    const own = countOn(page, site);
    for (const what of Object.keys(none) as (keyof Counts)[]) counts[what] += own[what];
  }
  return counts;
}

function countOn({ scanned }: Page, { model }: Site): Readonly<Counts> {
  const counts: Counts = { ...none };
  for (const link of scanned.links) count(link, counts, model.byFile === true, 1);
  return counts;
}

const none: Readonly<Counts> = { links: 0, root: 0, extension: 0, bare: 0, slash: 0 };

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
