// Which redirect rule a path meets, and where it sends it. The first rule wins; literal sources are found by a table, so that
// thousands of rules cost no more than a few.

import { routeKey } from "../../../routeKey.ts";
import type { RedirectRule } from "../../../siteModel.ts";

export interface RuleTable {
  /** The rule that a path (decoded, with its leading slash) meets, and its destination with the parameters filled in. */
  find(path: string): MetRule | undefined;
}

export interface MetRule {
  readonly rule: RedirectRule;
  readonly destination: string;
}

/** A source with parameters, in the notation of its file. */
export interface SourcePattern {
  /** What the source always begins with, up to its first parameter: "/docs". */
  readonly prefix: string;
  /** The values of the parameters ("0", "1" of unnamed ones) when the path matches. What can't be read may match anything below its prefix. */
  match(path: string): Readonly<Record<string, string>> | undefined;
}

/** How sources and destinations with parameters are read in one kind of file. */
export interface Notation {
  /** Undefined for a source that can't be read. */
  compile(source: string): SourcePattern | undefined;
  /** The destination with the source's parameters in it. */
  fill(destination: string, values: Readonly<Record<string, string>>): string;
}

/** For files that know whole paths only. */
export const literalNotation: Notation = { compile: () => undefined, fill: (destination) => destination };

interface Compiled {
  readonly rule: RedirectRule;
  readonly at: number;
  readonly pattern: SourcePattern;
}

export function ruleTable(
  rules: readonly RedirectRule[],
  { compile, fill }: Notation = literalNotation,
): RuleTable {
  const exact = new Map<string, { readonly rule: RedirectRule; readonly at: number }>();
  const patterns: Compiled[] = [];
  rules.forEach((rule, at) => {
    const key = routeKey(rule.source);
    const pattern = rule.literal ? literalPattern(key) : compile(rule.source);
    if (rule.literal && !rule.conditional) {
      if (!exact.has(key)) exact.set(key, { rule, at });
    } else if (pattern) patterns.push({ rule, at, pattern });
  });
  return {
    find(path) {
      const key = routeKey(path);
      const met = findRule(key, exact.get(key), patterns);
      return met && { rule: met.rule, destination: fill(met.rule.destination, met.values) };
    },
  };
}

/** A conditional rule counts only where no other does: whoever does not meet it, the rule after it serves. */
function findRule(
  path: string,
  literal: { readonly rule: RedirectRule; readonly at: number } | undefined,
  patterns: readonly Compiled[],
): { readonly rule: RedirectRule; readonly values: Readonly<Record<string, string>> } | undefined {
  let maybe: ReturnType<typeof findRule>;
  for (const { rule, at, pattern } of patterns) {
    if (literal && at > literal.at) break;
    if (!path.startsWith(pattern.prefix) && path !== routeKey(pattern.prefix)) continue;
    const values = pattern.match(path);
    if (!values) continue;
    if (!rule.conditional) return { rule, values };
    maybe ??= { rule, values };
  }
  return literal ? { rule: literal.rule, values: {} } : maybe;
}

function literalPattern(key: string): SourcePattern {
  return { prefix: key, match: (path) => (path === key ? {} : undefined) };
}
