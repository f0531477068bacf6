// What is said about a page now: the rules' findings without those that we can't know yet, and without those at the
// place where the author is typing.

import type { Config } from "../config.ts";
import { checkFile } from "../diagnostics/files.ts";
import { checkPage, type LevelledFinding } from "../diagnostics/index.ts";
import { lastStartingBy } from "../diagnostics/writtenLinks.ts";
import { destinationsOf } from "../site/queries.ts";
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
  "link-redirect-loop",
  "link-case",
  "link-style",
  "link-own-site",
  "frontmatter-missing",
  "frontmatter-unknown-key",
  "heading-id-duplicate",
  "route-conflict",
  "page-shadowed",
  "page-orphan",
  "component-unknown",
]);

/** Of these, the codes that depend on what else stands on other pages than their heads, and than what is said of the targets of links. */
const acrossTexts: ReadonlySet<string> = new Set(["link-own-site", "page-orphan", "component-unknown"]);

/** Is it known where every page is served, and is what is said of this one not said by the pages that show it? */
function isSurveyed(living: LivingSite, page: Page): boolean {
  return living.surveyed && living.sight === "handbook" && page.route !== undefined;
}

/** The findings of a page, without those that more of the handbook could prove wrong. */
export function knownFindings(
  living: LivingSite,
  site: Site,
  page: Page,
  config: Config,
): readonly LevelledFinding[] {
  const all = checkPage(site, page, config);
  if (living.complete && living.sight === "handbook") return [...all, ...checkFile(site, page.path, config)];
  const unknown = isSurveyed(living, page) ? acrossTexts : acrossPages;
  return all.filter((finding) => !unknown.has(finding.code) || isCertain(living, page, finding));
}

function isCertain(living: LivingSite, page: Page, finding: LevelledFinding): boolean {
  const destination = destinationAt(page, finding.span);
  if (destination?.startsWith("#")) return true;
  // Where a site-root link begins is not known outside of a handbook.
  return living.complete && living.sight === "neighbours" && !destination?.startsWith("/");
}

function destinationAt(page: Page, span: Span): string | undefined {
  const places = destinationsOf(page);
  const at = lastStartingBy(places.length, (i) => places[i]?.destination.span.start ?? 0, span.start);
  const destination = places[at]?.destination;
  return destination && span.end <= destination.span.end ? destination.value : undefined;
}

/** Does a finding wait, because the author is just typing there? */
export function isBeingTyped(document: OpenDocument, span: Span, now: number, calm: number): boolean {
  const { edit } = document;
  return edit !== undefined && isBeingEdited(document, now, calm) && overlaps(edit.span, span);
}

export function isBeingEdited({ edit }: OpenDocument, now: number, calm: number): boolean {
  return edit !== undefined && now - edit.at < calm;
}

/** What the findings of an open page come from. As long as it is the same they are, and need not be looked for again. */
export interface Basis {
  readonly living: LivingSite;
  /** Of the site, which grows with what other pages can see. */
  readonly revision: number;
  readonly complete: boolean;
  readonly surveyed: boolean;
  readonly page: Page;
  readonly config: Config;
  /** What was said of its prose. */
  readonly prose: readonly unknown[];
  readonly typing: boolean;
}

export function isSameBasis(a: Basis, b: Basis): boolean {
  return (Object.keys(a) as (keyof Basis)[]).every((key) => a[key] === b[key]);
}
