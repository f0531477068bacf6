// Heading ids as Hugo's goldmark gives them (markup/goldmark/autoid.go describes the three types).

import type { Heading, Shortcode } from "../../../markdown/markdownScan.ts";
import { outermostShortcodes } from "../../../markdown/shortcodeText.ts";
import type { HeadingId } from "../../site.ts";
import type { GoldmarkRules } from "./goldmark.ts";

interface Count {
  readonly taken: Set<string>;
  readonly next: Map<string, number>;
}

/**
 * In order: an explicit id as it is; else of the heading's last source line (older versions) or its text, `-1` and so on when
 * taken by what is rendered with it. None where it can't be known: nobody knows whether it is a heading, or a shortcode is in it.
 */
export function hugoIds(
  headings: readonly Heading[],
  rules: GoldmarkRules,
  shortcodes: readonly Shortcode[] = [],
): readonly (HeadingId | undefined)[] {
  const counts = new Map<number | undefined, Count>();
  const marks = remembered(() => outermostShortcodes(shortcodes));
  return headings.map((heading) => {
    const own = heading.explicitId?.id;
    if (heading.within !== undefined || (own === undefined && !rules.autoIds)) return undefined;
    const count = counts.get(heading.apart) ?? { taken: new Set(), next: new Map() };
    counts.set(heading.apart, count);
    const name = own ?? nameOf(heading, rules, marks);
    if (name === undefined) return undefined;
    const id = own ?? free(name, count);
    count.taken.add(id);
    return id as HeadingId;
  });
}

/** Ids of the terms of definition lists, where they get such; they are counted after the headings'. */
export function termIds(
  terms: readonly { readonly text: string }[],
  headingIds: readonly (HeadingId | undefined)[],
  rules: GoldmarkRules,
): readonly string[] {
  if (!rules.definitionIds) return [];
  const count: Count = { taken: new Set(headingIds.flatMap((id) => id ?? [])), next: new Map() };
  return terms.map(({ text }) => {
    const id = free(sanitize(text, rules) || "id", count);
    count.taken.add(id);
    return id;
  });
}

type Marks = () => ReturnType<typeof outermostShortcodes>;

/** Shortcodes in a heading's source are numbered marks while its id is made, as long as Hugo made ids of the source and numbered them by page. */
function nameOf(heading: Heading, rules: GoldmarkRules, marks: Marks): string | undefined {
  if (!/\{\{[<%]/.test(heading.source) || !rules.idsFromSource) return ownName(heading, rules);
  if (!rules.numberedMarks) return undefined;
  const { start, end } = heading.contentSpan;
  let source = heading.source;
  const all = marks();
  for (let at = all.length - 1; at >= 0; at--) {
    const { span, markdown } = all[at] ?? { span: { start: 0, end: 0 }, markdown: false };
    if (span.start < start || span.end > end) continue;
    if (markdown) return undefined;
    source = `${source.slice(0, span.start - start)}HAHAHUGOSHORTCODEs${at}HBHB${source.slice(span.end - start)}`;
  }
  return source.includes("{{<") ? undefined : ownName({ ...heading, source }, rules);
}

function remembered<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The id that the heading would have alone. */
function ownName(heading: Heading, rules: GoldmarkRules): string {
  return sanitize(rules.idsFromSource ? lastLine(heading.source) : heading.text, rules) || "heading";
}

/** Might the heading have the id, where one can't tell for sure: in a shortcode's text, or with `:emoji:` that drop out of it? */
export function mayHaveId(heading: Heading, id: string, rules: GoldmarkRules, emoji: boolean): boolean {
  if (heading.explicitId) return heading.within !== undefined && heading.explicitId.id === id;
  const name = id.replace(/-\d+$/, "");
  const names = [heading.within === undefined ? "" : ownName(heading, rules)];
  if (emoji && /:[\w+-]+:/.test(heading.source)) {
    const drop = (text: string) => text.replace(/:[\w+-]+:/g, "");
    names.push(ownName({ ...heading, source: drop(heading.source), text: drop(heading.text) }, rules));
  }
  return names.some((one) => one !== "" && (one === id || one === name));
}

function free(name: string, { taken, next }: Count): string {
  if (!taken.has(name)) return name;
  let number = next.get(name) ?? 1;
  while (taken.has(`${name}-${number}`)) number++;
  next.set(name, number + 1);
  return `${name}-${number}`;
}

function lastLine(source: string): string {
  return source.slice(Math.max(source.lastIndexOf("\n"), source.lastIndexOf("\r")) + 1).trim();
}

function sanitize(text: string, { ids, idsFromSource }: GoldmarkRules): string {
  if (ids === "blackfriday") return blackfriday(text);
  return ids === "github" ? github(text, idsFromSource) : ascii(text);
}

/** Letters, decimal digits, `_` and `-` stay, marks too in newer versions; a space is a `-`, the rest goes. */
function github(text: string, old: boolean): string {
  const kept = text.replace(old ? /[^\p{L}\p{Nd}_ -]/gu : /[^\p{L}\p{M}\p{Nd}_ -]/gu, "");
  return lowerEach(kept).replaceAll(" ", "-");
}

/** Accents are taken off, what is not ASCII then goes. */
function ascii(text: string): string {
  return lowerEach(text.normalize("NFD").replace(/[^A-Za-z0-9_ -]/g, "")).replaceAll(" ", "-");
}

/** Letter by letter, as Go does: a final sigma stays what it is, `İ` is an `i`. */
export function lowerEach(text: string): string {
  let lowered = "";
  for (const letter of text) lowered += letter === "İ" ? "i" : letter.toLowerCase();
  return lowered;
}

function blackfriday(text: string): string {
  return lowerEach(text.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, ""));
}
