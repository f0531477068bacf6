// What a file shows within it, as one text that is another as soon as something else is shown.

import type { Page, Site } from "./site.ts";

/** Where a file shows something, all is in it that may decide which stretch of the file others show: lines, headings, marks. */
export function inclusionsOf({ route, scanned }: Page, { model }: Site): string {
  const inclusions = model.partialsOf?.(scanned) ?? [];
  if (inclusions.length === 0) return route === undefined ? "part" : "";
  const { headings, lines, shortcodes } = scanned;
  const places = headings.map(({ span }) => span);
  return JSON.stringify([
    route === undefined,
    inclusions,
    [...lines.starts],
    lines.length,
    places,
    shortcodes,
  ]);
}
