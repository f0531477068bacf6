// `frontmatter-unknown-key`: a key that is nearly one of the site's. Other keys are the handbook's own business.

import type { FrontmatterEntry } from "../frontmatter/frontmatter.ts";
import { remember } from "../site/remember.ts";
import type { Page, Site } from "../site/site.ts";
import type { Finding, Fix, Rule } from "./finding.ts";
import { pagesWithKey } from "./frontmatterHabits.ts";
import { distance } from "./nearness.ts";

export const frontmatterUnknownKey: Rule = { codes: ["frontmatter-unknown-key"], check, fix };

/** So many pages don't share a slip: the handbook has this key. */
const habit = 3;

function check(site: Site, page: Page): readonly Finding[] {
  return nearMisses(site, page).map(({ entry, known }) => ({
    code: "frontmatter-unknown-key",
    span: entry.keySpan,
    message: `The site reads no key ${entry.key}. Did you mean ${known}?`,
  }));
}

interface NearMiss {
  readonly entry: FrontmatterEntry;
  readonly known: string;
}

function nearMisses(site: Site, page: Page): readonly NearMiss[] {
  const { keys } = site.model.frontmatter;
  const entries = page.scanned.frontmatter?.entries ?? [];
  return entries.flatMap((entry) => {
    if (Object.hasOwn(keys, entry.key)) return [];
    const known = nearest(site, entry.key).find((one) => !entries.some(({ key }) => key === one));
    return known !== undefined && pagesWithKey(site, entry.key) < habit ? [{ entry, known }] : [];
  });
}

const answers = new WeakMap<Site, Map<string, readonly string[]>>();

/** Known keys that a written one may be a slip of, the nearest first; looked for once, as pages share their keys. */
function nearest(site: Site, key: string): readonly string[] {
  const known = remember(answers, site, () => new Map<string, readonly string[]>());
  const found = known.get(key) ?? lookFor(Object.keys(site.model.frontmatter.keys), key);
  known.set(key, found);
  return found;
}

function lookFor(keys: readonly string[], key: string): readonly string[] {
  return keys
    .filter((candidate) => Math.abs(candidate.length - key.length) <= 2)
    .map((candidate) => ({ candidate, strokes: distance(key, candidate) }))
    .filter(({ candidate, strokes }) => strokes <= (Math.min(candidate.length, key.length) <= 4 ? 1 : 2))
    .sort((a, b) => a.strokes - b.strokes)
    .map(({ candidate }) => candidate);
}

function fix(site: Site, page: Page, finding: Finding, text: string): readonly Fix[] {
  const miss = nearMisses(site, page).find(({ entry }) => entry.keySpan.start === finding.span.start);
  if (!miss) return [];
  const written = text.slice(finding.span.start, finding.span.end);
  const quote = /^["']/.exec(written)?.[0] ?? "";
  return [
    {
      title: `Change to ${miss.known}`,
      edits: [{ span: finding.span, newText: quote + miss.known + quote }],
      preferred: true,
    },
  ];
}
