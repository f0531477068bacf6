// What is said about a page now: the rules' findings without those that we can't know yet, and without those at the
// place where the author is typing.

import type { Config } from "../config.ts";
import { checkPage, type LevelledFinding } from "../diagnostics/index.ts";
import type { Page, Site } from "../site/site.ts";
import { overlaps, type Span } from "../text/span.ts";
import type { OpenDocument } from "./documents.ts";
import type { LivingSite } from "./livingSite.ts";

/** Codes that depend on what else there is in the handbook. */
const acrossPages: ReadonlySet<string> = new Set([
  "link-missing-page",
  "link-missing-anchor",
  "link-missing-file",
  "link-missing-slash",
  "link-redirected",
  "link-own-site",
  "frontmatter-missing",
  "frontmatter-unknown-key",
]);

/** The findings of a page, without those that more of the handbook could prove wrong. */
export function knownFindings(
  living: LivingSite,
  site: Site,
  page: Page,
  config: Config,
): readonly LevelledFinding[] {
  const all = checkPage(site, page, config);
  if (living.complete && living.sight === "handbook") return all;
  return all.filter((finding) => !acrossPages.has(finding.code) || isCertain(living, page, finding));
}

function isCertain(living: LivingSite, page: Page, finding: LevelledFinding): boolean {
  const destination = destinationAt(page, finding.span);
  if (destination?.startsWith("#")) return true;
  // Where a site-root link begins is not known outside of a handbook.
  return living.complete && living.sight === "neighbours" && !destination?.startsWith("/");
}

function destinationAt(page: Page, span: Span): string | undefined {
  for (const { destination } of [...page.scanned.links, ...page.scanned.definitions]) {
    if (destination.span.start <= span.start && span.end <= destination.span.end) return destination.value;
  }
}

/** Does a finding wait, because the author is just typing there? */
export function isBeingTyped(document: OpenDocument, span: Span, now: number, calm: number): boolean {
  return document.edit !== undefined && now - document.edit.at < calm && overlaps(document.edit.span, span);
}
