// The list of all rules, and what is asked of them: what is wrong on a page, and what would mend it.

import { type Config, type Level, levelOf, type Severity } from "../config.ts";
import { remember } from "../site/remember.ts";
import type { Page, Site } from "../site/site.ts";
import { componentUnknown } from "./component-unknown.ts";
import type { Finding, Fix, Rule } from "./finding.ts";
import { frontmatterDuplicateKey } from "./frontmatter-duplicate-key.ts";
import { frontmatterMissing } from "./frontmatter-missing.ts";
import { frontmatterRequired } from "./frontmatter-required.ts";
import { frontmatterSyntax } from "./frontmatter-syntax.ts";
import { frontmatterType } from "./frontmatter-type.ts";
import { frontmatterUnknownKey } from "./frontmatter-unknown-key.ts";
import { frontmatterUnterminated } from "./frontmatter-unterminated.ts";
import { headingIdDuplicate } from "./heading-id-duplicate.ts";
import { imageAltMissing } from "./image-alt-missing.ts";
import { linkCase } from "./link-case.ts";
import { linkEmpty } from "./link-empty.ts";
import { linkLocalHost } from "./link-local-host.ts";
import { linkMissingAnchor } from "./link-missing-anchor.ts";
import { linkMissingFile } from "./link-missing-file.ts";
import { linkMissingPage } from "./link-missing-page.ts";
import { linkMissingSlash } from "./link-missing-slash.ts";
import { linkOwnSite } from "./link-own-site.ts";
import { linkRedirectLoop } from "./link-redirect-loop.ts";
import { linkRedirected } from "./link-redirected.ts";
import { linkStyle } from "./link-style.ts";
import { linkTextEmpty } from "./link-text-empty.ts";
import { linkUndefinedReference } from "./link-undefined-reference.ts";
import { linkUnencoded } from "./link-unencoded.ts";
import { pageOrphan } from "./page-orphan.ts";
import { pageShadowed } from "./page-shadowed.ts";
import { referenceDuplicate, referenceUnused } from "./references.ts";
import { routeConflict } from "./route-conflict.ts";
import { textMojibake } from "./text-mojibake.ts";
import { asNames } from "./wikiNames.ts";

export const rules: readonly Rule[] = [
  linkMissingPage,
  linkMissingAnchor,
  linkMissingFile,
  linkRedirected,
  linkRedirectLoop,
  linkOwnSite,
  linkMissingSlash,
  linkLocalHost,
  linkCase,
  linkStyle,
  linkEmpty,
  linkUnencoded,
  linkUndefinedReference,
  referenceUnused,
  referenceDuplicate,
  linkTextEmpty,
  imageAltMissing,
  headingIdDuplicate,
  frontmatterMissing,
  frontmatterUnterminated,
  frontmatterSyntax,
  frontmatterRequired,
  frontmatterType,
  frontmatterUnknownKey,
  frontmatterDuplicateKey,
  routeConflict,
  pageShadowed,
  pageOrphan,
  componentUnknown,
  textMojibake,
];

/** A finding and how loud it is said. */
export interface LevelledFinding extends Finding {
  readonly level: Severity;
}

/** So many findings are told of one page. Nobody reads more, and an editor that shows them is slow. */
export const mostFindings = 1000;

/** What is wrong on the page, in order of place; codes that are switched off are left out. */
export function checkPage(site: Site, page: Page, config: Config): readonly LevelledFinding[] {
  const all = findingsOf(site, page, config).flatMap((finding) => {
    const level: Level = levelOf(config, finding.code, finding.severity);
    return level === "off" ? [] : [{ ...finding, level }];
  });
  const last = all[mostFindings - 1];
  const rest = all.length - mostFindings;
  if (!last || rest <= 0) return all;
  const message = `${last.message} (Of ${all.length.toLocaleString("en")} findings on this page the other ${rest.toLocaleString("en")} are left out.)`;
  return [...all.slice(0, mostFindings - 1), { ...last, message }];
}

/** What would mend a finding of `checkPage`; `text` is the page's text now. The likeliest first. */
export function fixesFor(site: Site, page: Page, finding: Finding, text: string): readonly Fix[] {
  const rule = rules.find(({ codes }) => codes.includes(finding.code));
  const fixes = rule?.fix?.(site, page, finding, text) ?? [];
  return fixes.map((fix) => (fix.path === undefined ? { ...fix, edits: asNames(page, fix.edits) } : fix));
}

/** What the rules said of a page, those that are not switched off. */
interface Said {
  readonly by: readonly Rule[];
  readonly findings: readonly Finding[];
}

/** By the list of the page's links, as long as that is known. */
const known = new WeakMap<Site, WeakMap<Page["scanned"]["links"], Said>>();

/** A code action asks again at every move of the cursor: findings are kept as long as the site, the page and the settings are. */
function findingsOf(site: Site, page: Page, config: Config): readonly Finding[] {
  const by = remember(asked, config, askedRules);
  const ofSite = remember(known, site, () => new WeakMap<Page["scanned"]["links"], Said>());
  const before = ofSite.get(page.scanned.links);
  if (before?.by === by) return before.findings;
  const findings = by.flatMap((rule) => rule.check(site, page));
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  ofSite.set(page.scanned.links, { by, findings });
  return findings;
}

const asked = new WeakMap<Config, readonly Rule[]>();

/** A rule is not asked when nothing that it finds is told: what is off without a setting has no severity of its own either. */
function askedRules(config: Config): readonly Rule[] {
  return rules.filter(({ codes }) => codes.some((code) => levelOf(config, code) !== "off"));
}
