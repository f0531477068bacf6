// What was checked and what was not, so that silence is not read as "all is well": every link of the site by its verdict,
// and those that nothing was said about by the reason.

import { splitDestination } from "./destination.ts";
import { remember } from "./remember.ts";
import { resolveWritten, verdictOf } from "./resolveLink.ts";
import { shownLinks } from "./shown.ts";
import type { LinkTarget, Site } from "./site.ts";

export interface Coverage {
  readonly pages: number;
  readonly headings: number;
  /** Links that readers meet, images among them. */
  readonly links: number;
  readonly checked: {
    readonly ok: number;
    readonly redirect: number;
    readonly "missing-page": number;
    readonly "missing-anchor": number;
  };
  /** Why links were not checked, the most frequent reason first. */
  readonly skipped: readonly { readonly why: string; readonly count: number }[];
}

/** Of one snapshot; remembered with it. */
export function coverageOf(site: Site): Coverage {
  return remember(known, site, count);
}

const known = new WeakMap<Site, Coverage>();

function count(site: Site): Coverage {
  const checked = { ok: 0, redirect: 0, "missing-page": 0, "missing-anchor": 0 };
  const skipped = new Map<string, number>();
  let [pages, headings, links] = [0, 0, 0];
  for (const page of site.pages.values()) {
    if (page.route === undefined) continue;
    pages++;
    headings += page.headingIds.filter((id) => id !== undefined).length;
    for (const { page: part, link } of shownLinks(site, page)) {
      links++;
      const target = resolveWritten(site, page, link, part);
      const verdict = verdictOf(target);
      if (verdict !== "unknown" && verdict !== "external") checked[verdict]++;
      else {
        const why = reason(target, link.destination.value);
        skipped.set(why, (skipped.get(why) ?? 0) + 1);
      }
    }
  }
  const reasons = [...skipped]
    .map(([why, times]) => ({ why, count: times }))
    .sort((a, b) => b.count - a.count);
  return { pages, headings, links, checked, skipped: reasons };
}

function reason(target: LinkTarget, destination: string): string {
  if (target.kind === "redirect") return reason(target.end, destination);
  if (target.kind === "unknown") return target.why;
  const { scheme, host } = splitDestination(destination.trim());
  if (host !== undefined) return "They lead to other sites.";
  return scheme === undefined
    ? "They lead out of the site."
    : `They open something else than a page (${scheme}:).`;
}
