// The page's links as the editor underlines them and follows them on a click. Each covers exactly the range that VS Code's
// own Markdown extension gives it (the destination; of a reference its label), so that ours is taken where both have one.

import type { DocumentLink } from "vscode-languageserver-types";
import type { Link } from "../markdown/markdownScan.ts";
import { destinationsOf, mostLinks } from "../site/queries.ts";
import { resolveWritten } from "../site/resolveLink.ts";
import type { LinkTarget, Page, Site } from "../site/site.ts";
import { rangeOf } from "../text/lineIndex.ts";
import type { Span } from "../text/span.ts";
import { placeOf } from "./place.ts";

/** Links that open a page or file of the handbook, of the first `mostLinks`; addresses elsewhere are the editor's, and dead links lead nowhere. */
export function documentLinks(site: Site, page: Page): DocumentLink[] {
  const places: { span: Span; link: Link }[] = destinationsOf(page).flatMap(({ destination, link }) =>
    link ? [{ span: destination.span, link }] : [],
  );
  for (const link of page.scanned.links) {
    const span = referenceSpan(link);
    if (span) places.push({ span, link });
  }
  return places
    .sort((a, b) => a.span.start - b.span.start)
    .slice(0, mostLinks)
    .flatMap(({ span, link }) => linkTo(site, page, span, link));
}

/** The label of `[text][label]`; the text of `[text][]` and `[text]`. */
function referenceSpan(link: Link): Span | undefined {
  if (link.kind === "full-reference") return link.labelSpan;
  return link.kind === "collapsed-reference" || link.kind === "shortcut-reference"
    ? link.textSpan
    : undefined;
}

function linkTo(site: Site, page: Page, span: Span, link: Link): DocumentLink[] {
  const target = resolveWritten(site, page, link);
  const place = placeOf(site, target);
  if (!place || span.start === span.end) return [];
  const { line, character } = place.selection.start;
  return [
    {
      range: rangeOf(page.scanned.lines, span),
      // VS Code opens a file at `#L<line>,<column>`, both counted from 1.
      target: place.page ? `${place.uri}#L${line + 1},${character + 1}` : place.uri,
      tooltip: tooltipOf(target),
    },
  ];
}

function tooltipOf(target: LinkTarget): string {
  switch (target.kind) {
    case "redirect":
      return tooltipOf(target.end);
    case "page":
      return target.heading ? `${target.page.title} › ${target.heading.text}` : target.page.title;
    case "missing":
      return target.what === "anchor" ? target.page.title : "";
    case "file":
      return target.path;
    default:
      return "";
  }
}
