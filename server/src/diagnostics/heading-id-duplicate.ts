// `heading-id-duplicate`: two places on a page have the same id, so that links lead to the first and none to the second.
// Generators number headings of equal text by themselves; this is about ids that an author gave, and about partials.

import { shownHeadings } from "../site/shown.ts";
import type { Page, Site } from "../site/site.ts";
import type { Span } from "../text/span.ts";
import type { Finding, Fix, Rule } from "./finding.ts";

export const headingIdDuplicate: Rule = { codes: ["heading-id-duplicate"], check, fix };

function check(site: Site, page: Page): readonly Finding[] {
  const seen = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { id, span, text, own } of places(site, page)) {
    const before = seen.get(id);
    if (before === undefined) seen.set(id, text);
    else if (own && !(before === "" && text === "")) findings.push(duplicate(id, span, before));
  }
  return findings;
}

function duplicate(id: string, span: Span, before: string): Finding {
  const where = before === "" ? "an earlier place of this page" : `the heading “${before}” above`;
  const message = `Links to #${id} lead to ${where}, which has the same id, and never here. Give one of them an id of its own.`;
  return { code: "heading-id-duplicate", span, message };
}

interface Place {
  readonly id: string;
  readonly span: Span;
  /** The heading's text; "" of an id that a tag has. */
  readonly text: string;
  /** Is it written on this page, not on a partial of it? */
  readonly own: boolean;
  readonly offset: number;
}

/** Headings and tags with an id, in the order in which a reader meets them. A heading's own tag (`<a id>` in it) is none of its rivals. */
function places(site: Site, page: Page): readonly Place[] {
  const headings = shownHeadings(site, page).flatMap(({ page: on, heading, id, offset }) =>
    id === undefined || id === ""
      ? []
      : [
          {
            id,
            span: heading.explicitId?.span ?? heading.contentSpan,
            text: heading.text,
            own: on === page,
            offset,
            whole: heading.span,
          },
        ],
  );
  const tags = page.scanned.anchors
    .filter(
      ({ id, span }) =>
        id !== "" &&
        !headings.some(
          (one) => one.own && one.id === id && one.whole.start <= span.start && span.end <= one.whole.end,
        ),
    )
    .map(({ id, span }) => ({ id, span, text: "", own: true, offset: span.start }));
  return [...headings, ...tags].sort((a, b) => a.offset - b.offset);
}

/** An id that the author gave is numbered; a heading gets one where the site reads them. */
function fix(_site: Site, page: Page, finding: Finding): readonly Fix[] {
  const heading = page.scanned.headings.find(
    (one) => one.span.start <= finding.span.start && finding.span.end <= one.span.end,
  );
  const index = heading ? page.scanned.headings.indexOf(heading) : -1;
  const id =
    page.headingIds[index] ?? page.scanned.anchors.find(({ span }) => span.start === finding.span.start)?.id;
  if (id === undefined) return [];
  const free = freeId(page, id);
  if (heading && !heading.explicitId) {
    if (!page.scanned.syntax.headingAttributes) return [];
    const at = heading.contentSpan.end;
    return [
      {
        title: `Give the heading the id ${free}`,
        edits: [{ span: { start: at, end: at }, newText: ` {#${free}}` }],
      },
    ];
  }
  return [{ title: `Change the id to ${free}`, edits: [{ span: finding.span, newText: free }] }];
}

function freeId(page: Page, id: string): string {
  let number = 2;
  while (page.ids.has(`${id}-${number}`)) number++;
  return `${id}-${number}`;
}
