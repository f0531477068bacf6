// What each language's reader gives back, and the small things they share.

import type { Span } from "../text/span.ts";
import type { Frontmatter, FrontmatterEntry, FrontmatterProblem, FrontmatterValue } from "./frontmatter.ts";

export interface Reading {
  readonly shape: Frontmatter["shape"];
  readonly entries: readonly FrontmatterEntry[];
  readonly problems: readonly FrontmatterProblem[];
  /** What stands there when it is a list: no frontmatter, but a data file may be one. */
  readonly list?: FrontmatterValue;
}

/** Reads the text between the fences; `offset` is its place in the page, and all spans are of the page. */
export type Reader = (source: string, offset: number) => Reading;

/** A day, perhaps with a time, as YAML 1.1, TOML and ISO 8601 write it: `2024-05-01`, `2024-05-01T09:30:00Z`. */
export const isoDate =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:(?:[Tt]|[ \t]+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:[ \t]*(?:[Zz]|[-+]\d{1,2}(?::?\d{2})?))?)?$/;

export function syntaxProblem(span: Span, message: string): FrontmatterProblem {
  return { code: "frontmatter-syntax", span, message };
}

/** One problem for each key that an earlier entry of the same map already has; maps within are looked at, too. */
export function duplicateProblems(entries: readonly FrontmatterEntry[]): readonly FrontmatterProblem[] {
  const problems: FrontmatterProblem[] = [];
  const seen = new Set<string>();
  for (const { key, keySpan, value } of entries) {
    if (seen.has(key)) {
      problems.push({ code: "frontmatter-duplicate-key", span: keySpan, message: duplicateMessage(key) });
    }
    seen.add(key);
    if (value.kind === "map") problems.push(...duplicateProblems(value.entries));
  }
  return problems;
}

export function duplicateMessage(key: string): string {
  return `The key ${key} is written twice, and a site takes only one of them or refuses the page. Keep one.`;
}

export function notAMap(span: Span, what: string): FrontmatterProblem {
  return syntaxProblem(
    span,
    `The frontmatter is ${what}, so the site finds no keys in it. Write each as a line of its own: \`title: Team structure\`.`,
  );
}
