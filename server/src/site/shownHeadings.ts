import type { Heading } from "../markdown/markdownScan.ts";
import type { HeadingId, Page, Site } from "./site.ts";

export interface ShownHeading {
  /** The page or partial that it is written on. */
  readonly page: Page;
  readonly heading: Heading;
  readonly id: HeadingId | undefined;
  /** Where on the shown page it appears. */
  readonly offset: number;
}

/** The headings that a reader sees on the page, in order: its own, and where a shortcode shows another file, that file's. */
export function shownHeadings(site: Site, page: Page): readonly ShownHeading[] {
  const own = headingsOf(page, (heading) => heading.span.start);
  const partials = (site.model.partialsOf?.(page.scanned) ?? []).flatMap(({ path, offset }) => {
    const partial = site.pages.get(path);
    return partial ? headingsOf(partial, () => offset) : [];
  });
  return [...own, ...partials].sort((a, b) => a.offset - b.offset);
}

function headingsOf(page: Page, offsetOf: (heading: Heading) => number): readonly ShownHeading[] {
  return page.scanned.headings.map((heading, at) => ({
    page,
    heading,
    id: page.headingIds[at],
    offset: offsetOf(heading),
  }));
}
