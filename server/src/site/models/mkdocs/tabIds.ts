// Ids of content tabs (pymdownx/tabbed.py): numbered by set and tab, or made of their labels where a slug function is configured.

import type { ScannedPage } from "../../../page/scannedPage.ts";
import type { HeadingId } from "../../site.ts";
import type { MarkdownRules } from "./extensions.ts";
import { slugify, uniqueId } from "./slugs.ts";

export function tabIds(
  page: ScannedPage,
  headingIds: readonly (HeadingId | undefined)[],
  { tabs }: MarkdownRules,
): readonly string[] {
  const taken = new Set<string>(headingIds.filter((id) => id !== undefined));
  let set = 0;
  let tab = 0;
  return page.shortcodes.flatMap(({ name, args, span }) => {
    if (!name.startsWith("===")) return [];
    if (name.endsWith("!")) {
      set++;
      tab = 0;
    }
    tab++;
    if (!tabs) return [`__tabbed_${set}_${tab}`];
    const slug = slugify(args, tabs.ids.separator, tabs.ids.rule);
    const heading = tabs.withHeading ? headingBefore(page, headingIds, span.start) : undefined;
    return [uniqueId(heading === undefined ? slug : `${heading}${tabs.ids.separator}${slug}`, taken)];
  });
}

function headingBefore(
  page: ScannedPage,
  ids: readonly (HeadingId | undefined)[],
  offset: number,
): string | undefined {
  const at = page.headings.findLastIndex((heading) => heading.span.start < offset);
  return ids[at];
}
