import type { ScannedPage } from "../page/scannedPage.ts";
import type { Span } from "../text/span.ts";
import type { Page } from "./site.ts";
import type { PageLookup, SiteModel } from "./siteModel.ts";

/** A scanned page in its place on the site: its route, and all ids that a fragment can name. Of an id given twice, the first counts. */
export function placePage(scanned: ScannedPage, model: SiteModel, others: PageLookup): Page {
  const { route, aliases, title, headingIds, ownIds, generates = [] } = model.place(scanned, others);
  const ids = new Map<string, Span>();
  const start = { start: scanned.bodyStart, end: scanned.bodyStart };
  const put = (id: string | undefined, span: Span) => {
    const before = id === undefined ? undefined : ids.get(id);
    if (id !== undefined && id !== "" && (!before || span.start < before.start)) ids.set(id, span);
  };
  headingIds.forEach((id, at) => {
    const heading = scanned.headings[at];
    if (heading) put(id, heading.span);
  });
  for (const { id, span, attribute } of scanned.anchors)
    if (attribute === "id" || !model.withoutNames) put(id, span);
  for (const id of ownIds) if (!ids.has(id)) ids.set(id, start);
  return { scanned, path: scanned.path, route, aliases, generates, title, headingIds, ids };
}
