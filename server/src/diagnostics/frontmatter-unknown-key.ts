// `frontmatter-unknown-key`: a key that is nearly one of the site's. Other keys are the handbook's own business.

import type { FrontmatterEntry } from "../frontmatter/frontmatter.ts";
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
  const written = new Set(entries.map(({ key }) => key));
  const free = Object.keys(keys).filter((key) => !written.has(key));
  return entries.flatMap((entry) => {
    if (Object.hasOwn(keys, entry.key)) return [];
    const known = nearest(entry.key, free);
    return known !== undefined && pagesWithKey(site, entry.key) < habit ? [{ entry, known }] : [];
  });
}

function nearest(key: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    if (Math.abs(candidate.length - key.length) > 2) continue;
    const allowed = Math.min(candidate.length, key.length) <= 4 ? 1 : 2;
    const strokes = distance(key, candidate);
    if (strokes <= allowed && strokes < least) {
      best = candidate;
      least = strokes;
    }
  }
  return best;
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
