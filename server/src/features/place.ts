// Where a link's target is, as a place to go to: a file and a range in it. Shared by definition and document links.

import type { Range } from "vscode-languageserver-types";
import { uriOf } from "../site/queries.ts";
import type { LinkTarget, Page, Site } from "../site/site.ts";
import { rangeOf } from "../text/lineIndex.ts";
import type { Span } from "../text/span.ts";
import { endsOfSections } from "./sections.ts";

export interface Place {
  readonly uri: string;
  /** The heading, the tag with the id; at a page's beginning: its first words. */
  readonly selection: Range;
  /** The section that begins there. */
  readonly whole: Range;
  /** Undefined for a file that is no page. */
  readonly page?: Page;
}

const fileStart: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * Undefined when there is nothing to open. A redirect is followed to its end. Of a page that has not the heading that the
 * link names, its beginning: that is where the author will look for it.
 */
export function placeOf(site: Site, target: LinkTarget): Place | undefined {
  switch (target.kind) {
    case "redirect":
      return placeOf(site, target.end);
    case "file":
      return { uri: uriOf(site, target.path), selection: fileStart, whole: fileStart };
    case "page":
      return pagePlace(site, target.page, target.heading?.span ?? target.anchor);
    case "missing":
      return target.what === "anchor" ? pagePlace(site, target.page, undefined) : undefined;
    case "generated":
    case "external":
    case "unknown":
      return undefined;
  }
}

function pagePlace(site: Site, page: Page, at: Span | undefined): Place {
  const { lines } = page.scanned;
  const start = at ?? firstWords(page);
  const whole = at ? sectionOf(page, at) : { start: start.start, end: lines.length };
  return {
    uri: uriOf(site, page.path),
    selection: rangeOf(lines, start),
    whole: rangeOf(lines, whole),
    page,
  };
}

/** The heading that repeats the title, else where the Markdown begins. */
function firstWords(page: Page): Span {
  const { headings, bodyStart } = page.scanned;
  const first = headings[0];
  return first && first.level === 1 ? first.span : { start: bodyStart, end: bodyStart };
}

/** From a heading to the next of its level or above; an anchor alone is its own section. */
function sectionOf(page: Page, at: Span): Span {
  const { headings, lines } = page.scanned;
  const index = headings.findIndex((heading) => heading.span.start === at.start);
  const heading = headings[index];
  if (!heading) return at;
  return { start: at.start, end: endsOfSections(page)[index] ?? lines.length };
}
