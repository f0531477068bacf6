// `frontmatter-missing`: a page without frontmatter where the site requires it, or where at least eight of ten of its
// neighbours have it.

import type { Page, Site } from "../site/site.ts";
import type { Span } from "../text/span.ts";
import type { Finding, Fix, Rule } from "./finding.ts";
import { neighboursOf } from "./frontmatterHabits.ts";
import { lineEndOf } from "./frontmatterSource.ts";
import { suggestedBlock } from "./frontmatterSuggestion.ts";

export const frontmatterMissing: Rule = { codes: ["frontmatter-missing"], check, fix };

function check(site: Site, page: Page): readonly Finding[] {
  const { frontmatter, frontmatterProblems } = page.scanned;
  if (page.route === undefined || frontmatter || frontmatterProblems.length > 0) return [];
  const { required, keys } = site.model.frontmatter;
  const span = firstLine(page);
  if (required) {
    const names = Object.keys(keys).filter((key) => keys[key]?.required);
    const what = names.length > 0 ? names.join(" and ") : "its keys";
    const message = `The site finds no ${what} for this page, because it has no frontmatter. Add a block with ${what} at the top.`;
    return [{ code: "frontmatter-missing", span, message, severity: "error" }];
  }
  const neighbours = neighboursOf(site, page);
  if (!neighbours || neighbours.withFrontmatter < neighbours.pages * 0.8) return [];
  const where = neighbours.where === "folder" ? "in this folder" : "of this handbook";
  const message = `The site serves this page without frontmatter, and ${neighbours.withFrontmatter} of the ${neighbours.pages} other pages ${where} have it. Add a block like theirs at the top.`;
  return [{ code: "frontmatter-missing", span, message, severity: "hint" }];
}

/** Without its line end, as far as the scan can tell. */
function firstLine({ scanned }: Page): Span {
  const start = scanned.bodyStart;
  const end = (scanned.lines.starts[1] ?? scanned.lines.length + 1) - 1;
  const [heading] = scanned.headings;
  if (heading && heading.span.start === start && heading.span.end <= end) return heading.span;
  return { start, end: Math.max(start, Math.min(end, scanned.lines.length)) };
}

function fix(site: Site, page: Page, _finding: Finding, text: string): readonly Fix[] {
  const start = page.scanned.bodyStart;
  const lineEnd = lineEndOf(text);
  const gap = /^[\r\n]/.test(text.slice(start, start + 1)) ? "" : lineEnd;
  const newText = suggestedBlock(site, page, lineEnd) + lineEnd + gap;
  return [
    {
      title: "Add frontmatter like the pages beside it",
      edits: [{ span: { start, end: start }, newText }],
      preferred: true,
    },
  ];
}
