// The words of the status bar and of the list behind it. No editor in here.

import type { SiteStatus, StatusParams } from "../../../server/src/protocol.ts";

/** `3 problems`, `1 page`, `1,204 links`. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

/** What stands in the bar: `$(book) 214 pages, 3 problems`. */
export function barText(status: StatusParams | undefined, running: boolean): string {
  if (!running) return "$(warning) Handbook is off";
  if (status === undefined) return "$(loading~spin) Handbook";
  const icon = status.indexing ? "$(loading~spin)" : "$(book)";
  if (status.sites.length === 0) return `${icon} Handbook`;
  const { pages, problems } = total(status.sites);
  return `${icon} ${count(pages, "page")}, ${count(problems, "problem")}`;
}

/** What the bar says on hover, a line for each handbook. */
export function barTooltip(status: StatusParams | undefined, running: boolean): string {
  if (!running) return "Handbook's checks are not running. Click to start them again.";
  if (status === undefined) return "Handbook is starting.";
  if (status.sites.length === 0)
    return "No folder here looks like a handbook. Open pages are checked on their own.";
  const lines = status.sites.flatMap((site) => [
    `${siteTitle(site)}: ${site.evidence}`,
    ...(site.notes ?? []),
  ]);
  return [...(status.indexing ? ["Reading pages…"] : []), ...lines].join("\n");
}

/** `contents (PostHog)`: the folder's own name and the site model. */
export function siteTitle(site: SiteStatus): string {
  return `${decoded(site.root.replace(/\/+$/u, "").replace(/^.*\//u, ""))} (${site.model})`;
}

/** A segment of a URI as people write it; one that is not well encoded stays as it is. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** `214 pages, 1,204 links, 3 problems`. */
export function siteCounts(site: SiteStatus): string {
  return [count(site.pages, "page"), count(site.links, "link"), count(site.problems, "problem")].join(", ");
}

function total(sites: readonly SiteStatus[]): { readonly pages: number; readonly problems: number } {
  return {
    pages: sites.reduce((sum, site) => sum + site.pages, 0),
    problems: sites.reduce((sum, site) => sum + site.problems, 0),
  };
}
