// `link-undefined-reference`: `[text][label]` whose label no definition has: the reader sees the brackets.

import type { UndefinedReference } from "../markdown/markdownScan.ts";
import { closeness } from "../site/closeness.ts";
import { hrefTo, linkHabit } from "../site/queries.ts";
import type { Page, Site } from "../site/site.ts";
import type { Finding, Fix, Rule } from "./finding.ts";
import { hrefSource } from "./hrefSource.ts";
import { findingAt, preferFirst } from "./linkFixes.ts";
import { isNear } from "./nearness.ts";
import { mostAsked, suggestedPages } from "./suggestions.ts";
import { didYouMean } from "./wording.ts";

export const linkUndefinedReference: Rule = {
  codes: ["link-undefined-reference"],
  check: (_site, page) =>
    page.scanned.undefinedReferences.map((reference, index) =>
      findingAt(
        "link-undefined-reference",
        reference.labelSpan,
        `No definition on this page has the label "${reference.label}", so readers see the brackets.${didYouMean(index < mostAsked ? nearestLabels(page, reference.label)[0] : undefined)}`,
      ),
    ),
  fix: fixes,
};

/** Labels of the page's definitions that may be a slip of this one; not looked for among hundreds. */
function nearestLabels(page: Page, label: string): readonly string[] {
  return [...new Set(page.scanned.definitions.slice(0, 300).map((one) => one.label))]
    .filter((known) => isNear(known, label.toLowerCase()))
    .sort((a, b) => closeness(b, label) - closeness(a, label))
    .slice(0, 3);
}

function fixes(site: Site, page: Page, finding: Finding, text: string): readonly Fix[] {
  const reference = page.scanned.undefinedReferences.find(
    ({ labelSpan }) => labelSpan.start === finding.span.start && labelSpan.end === finding.span.end,
  );
  if (!reference) return [];
  const labels = nearestLabels(page, reference.label);
  const written = isCollapsed(reference) ? `[${reference.text}]` : "";
  return [
    ...preferFirst(
      labels.map((label) => ({
        title: `Change to [${label}]`,
        edits: written
          ? [{ span: { start: reference.labelSpan.end + 2, end: reference.span.end - 1 }, newText: label }]
          : [{ span: reference.labelSpan, newText: label }],
      })),
      labels.length === 1,
    ),
    ...define(site, page, reference, text),
    ...withoutBrackets(reference, text),
  ];
}

/** `[text][]`: its label is its text. */
function isCollapsed({ labelSpan, span }: UndefinedReference): boolean {
  return labelSpan.end + 3 === span.end;
}

/** A definition at the end of the page for each page of the handbook that the words may mean. */
function define(site: Site, page: Page, reference: UndefinedReference, text: string): readonly Fix[] {
  if (reference.image) return [];
  const label = text.slice(reference.labelSpan.start, reference.labelSpan.end);
  const near = suggestedPages(site, reference.label, reference.text);
  const lineEnd = /\r\n|\n|\r/.exec(text.slice(0, 100_000))?.[0] ?? "\n";
  const gap = /(?:\r\n|\n|\r)$/.test(text) ? lineEnd : lineEnd + lineEnd;
  return near
    .filter((one) => one.path !== page.path)
    .map((one) => {
      const href = hrefTo(site, page, one, linkHabit(site));
      const definition = `${gap}[${label}]: ${hrefSource(href)}${lineEnd}`;
      return {
        title: `Define [${reference.label}] as ${href}`,
        edits: [{ span: { start: text.length, end: text.length }, newText: definition }],
      };
    });
}

function withoutBrackets(reference: UndefinedReference, text: string): readonly Fix[] {
  const open = reference.span.start + (reference.image ? 2 : 1);
  const close = isCollapsed(reference) ? reference.labelSpan.end : reference.labelSpan.start - 2;
  if (close < open) return [];
  return [
    {
      title: reference.image ? "Remove the image" : "Remove the brackets, keep the text",
      edits: [{ span: reference.span, newText: reference.image ? "" : text.slice(open, close) }],
    },
  ];
}
