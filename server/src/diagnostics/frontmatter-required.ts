// `frontmatter-required`: a key that the site needs is not in the page's frontmatter, or says nothing.

import type { Frontmatter, FrontmatterValue } from "../frontmatter/frontmatter.ts";
import { entryOf } from "../frontmatter/keys.ts";
import type { Page, Site } from "../site/site.ts";
import type { Finding, Fix, Rule } from "./finding.ts";
import { keyLine, lineEndOf } from "./frontmatterSource.ts";
import { suggestedSource } from "./frontmatterSuggestion.ts";

export const frontmatterRequired: Rule = { codes: ["frontmatter-required"], check, fix };

function check(site: Site, page: Page): readonly Finding[] {
  return missingKeys(site, page).map(({ finding }) => finding);
}

interface Missing {
  readonly key: string;
  readonly finding: Finding;
}

function missingKeys(site: Site, page: Page): readonly Missing[] {
  const { frontmatter, frontmatterProblems } = page.scanned;
  if (!frontmatter || frontmatter.shape === "other") return [];
  const { keys } = site.model.frontmatter;
  // What can't be read is reported; whether a key is missing shows when it can.
  const readable = !frontmatterProblems.some(({ code }) => code === "frontmatter-syntax");
  return Object.keys(keys).flatMap((key) => {
    if (!keys[key]?.required) return [];
    const entry = entryOf(frontmatter, key);
    if (entry) return isEmpty(entry.value) ? [emptyKey(key, entry.keySpan, entry.value)] : [];
    return readable && page.route !== undefined ? [absentKey(key, frontmatter)] : [];
  });
}

function absentKey(key: string, { span, contentSpan }: Frontmatter): Missing {
  const fence = {
    start: span.start,
    end: Math.min(span.start + 3, Math.max(contentSpan.start, span.start + 1)),
  };
  const message = `The site finds no ${key} for this page. Add a line for ${key} to the frontmatter.`;
  return { key, finding: { code: "frontmatter-required", span: fence, message } };
}

function emptyKey(key: string, keySpan: Frontmatter["span"], { span }: FrontmatterValue): Missing {
  const message = `The site finds an empty ${key} for this page. Write one.`;
  const place = span.end > span.start ? span : keySpan;
  return { key, finding: { code: "frontmatter-required", span: place, message } };
}

function isEmpty(value: FrontmatterValue): boolean {
  if (value.kind === "string") return value.value.trim() === "";
  return value.kind === "null" || (value.kind === "list" && value.items.length === 0);
}

function fix(site: Site, page: Page, finding: Finding, text: string): readonly Fix[] {
  const { frontmatter } = page.scanned;
  const missing = missingKeys(site, page).find((one) => one.finding.message === finding.message);
  if (!frontmatter || !missing) return [];
  const { key } = missing;
  const { language, contentSpan } = frontmatter;
  const source = suggestedSource(page, language, key, site.model.frontmatter.keys[key]);
  const title = `Add ${keyLine(language, key, source).trim()}`;
  const value = entryOf(frontmatter, key)?.value;
  if (value) {
    const space = text[value.span.start - 1] === ":" ? " " : "";
    return [{ title, edits: [{ span: value.span, newText: space + source }], preferred: true }];
  }
  if (language === "json") return [];
  const lineEnd = lineEndOf(text);
  // Before the first key: after the last one, TOML would take it for a key of the last table.
  const at = contentSpan.start;
  const newText = keyLine(language, key, source) + lineEnd;
  return [{ title, edits: [{ span: { start: at, end: at }, newText }], preferred: true }];
}
