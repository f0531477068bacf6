// `frontmatter-duplicate-key`: a key that its map already has. The finding is on the later one.

import { lineAt, nextLine } from "../frontmatter/block.ts";
import type { FrontmatterEntry } from "../frontmatter/frontmatter.ts";
import { scanFrontmatter } from "../frontmatter/scanFrontmatter.ts";
import type { Page, Site } from "../site/site.ts";
import type { Span } from "../text/span.ts";
import { applyEdits } from "../text/textEdit.ts";
import type { Finding, Fix, Rule } from "./finding.ts";

export const frontmatterDuplicateKey: Rule = { codes: ["frontmatter-duplicate-key"], check, fix };

function check(_site: Site, page: Page): readonly Finding[] {
  return page.scanned.frontmatterProblems
    .filter(({ code }) => code === "frontmatter-duplicate-key")
    .map((problem) => {
      const first = placeOf(page, problem.span)?.first;
      return {
        ...problem,
        ...(first && { related: { span: first.keySpan, message: "It is written here first." } }),
      };
    });
}

interface Place {
  readonly entry: FrontmatterEntry;
  readonly first: FrontmatterEntry | undefined;
}

function placeOf(page: Page, span: Span): Place | undefined {
  const search = (entries: readonly FrontmatterEntry[]): Place | undefined => {
    for (const entry of entries) {
      if (entry.keySpan.start === span.start) {
        return { entry, first: entries.find(({ key }) => key === entry.key) };
      }
      const inner = entry.value.kind === "map" ? search(entry.value.entries) : undefined;
      if (inner) return inner;
    }
    return undefined;
  };
  return search(page.scanned.frontmatter?.entries ?? []);
}

/** Removes the lines of this one, where it has lines of its own and the block can then be read. */
function fix(_site: Site, page: Page, { span }: Finding, text: string): readonly Fix[] {
  const head = text.slice(0, page.scanned.bodyStart);
  const end = Math.max(span.end, placeOf(page, span)?.entry.value.span.end ?? 0);
  const start = Math.max(head.lastIndexOf("\n", span.start - 1), head.lastIndexOf("\r", span.start - 1)) + 1;
  const rest = lineAt(head, end).trim();
  if (
    head.slice(start, span.start).trim() !== "" ||
    (end > span.end && rest !== "" && !rest.startsWith("#"))
  ) {
    return [];
  }
  const edit = { span: { start, end: nextLine(head, end) }, newText: "" };
  const problems = scanFrontmatter(applyEdits(head, [edit]), page.scanned.syntax).problems.length;
  if (problems >= page.scanned.frontmatterProblems.length) return [];
  return [{ title: "Remove this one", edits: [edit], preferred: true }];
}
