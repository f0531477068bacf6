// The redirects and rewrites of a vercel.json: which rule a path meets, and where it sends it. First rule wins.

import { parse } from "jsonc-parser";
import { routeKey } from "../../routeKey.ts";
import { compileSource, isLiteral, isReadable, type SourcePattern } from "./sourcePattern.ts";

export interface VercelRules {
  readonly redirects: RuleTable;
  readonly rewrites: RuleTable;
}

export interface RuleTable {
  /** The rule that a path (decoded, with its leading slash) meets. `conditional` rules apply to some requests only, or can't be read. */
  find(path: string): { readonly destination: string; readonly conditional: boolean } | undefined;
}

interface Rule {
  readonly at: number;
  readonly source: string;
  readonly destination: string;
  readonly conditional: boolean;
}

/** Reads the text of a vercel.json. What is no rule is left out; an unreadable file has none. */
export function readVercel(text: string | undefined): VercelRules {
  const config: unknown = text === undefined ? undefined : parse(text);
  const lists = typeof config === "object" && config !== null ? (config as Record<string, unknown>) : {};
  return { redirects: makeTable(lists["redirects"]), rewrites: makeTable(lists["rewrites"]) };
}

function makeTable(list: unknown): RuleTable {
  const rules = (Array.isArray(list) ? list : []).flatMap(readRule);
  const exact = new Map<string, Rule>();
  const patterns: { readonly rule: Rule; readonly pattern: SourcePattern }[] = [];
  for (const rule of rules) {
    const key = routeKey(rule.source);
    const pattern = isLiteral(rule.source) ? undefined : compileSource(rule.source);
    if (pattern) patterns.push({ rule, pattern });
    else if (isLiteral(rule.source) && !rule.conditional && !exact.has(key)) exact.set(key, rule);
    else if (isLiteral(rule.source)) patterns.push({ rule, pattern: literalPattern(key) });
  }
  return { find: (path) => findRule(routeKey(path), exact, patterns) };
}

/** A conditional rule counts only where no other does: whoever meets it, the rule after it serves the rest. */
function findRule(
  path: string,
  exact: ReadonlyMap<string, Rule>,
  patterns: readonly { readonly rule: Rule; readonly pattern: SourcePattern }[],
): ReturnType<RuleTable["find"]> {
  const literal = exact.get(path);
  let maybe: Rule | undefined;
  for (const { rule, pattern } of patterns) {
    if (literal && rule.at > literal.at) break;
    if (!path.startsWith(pattern.prefix) && path !== routeKey(pattern.prefix)) continue;
    const values = pattern.match(path);
    if (!values) continue;
    if (!rule.conditional) return { destination: fill(rule.destination, values), conditional: false };
    maybe ??= rule;
  }
  if (literal) return { destination: literal.destination, conditional: false };
  return maybe && { destination: maybe.destination, conditional: true };
}

function literalPattern(key: string): SourcePattern {
  return { prefix: key, match: (path) => (path === key ? {} : undefined) };
}

function readRule(rule: unknown, at: number): Rule[] {
  if (typeof rule !== "object" || rule === null) return [];
  const { source, destination, has, missing } = rule as Record<string, unknown>;
  if (typeof source !== "string" || typeof destination !== "string") return [];
  const conditional = isList(has) || isList(missing) || !(isLiteral(source) || isReadable(source));
  return [{ at, source: source.startsWith("/") ? source : `/${source}`, destination, conditional }];
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

/** `/b/:path*` with the values of the source's parameters: `:name` with any modifier, `$1` for the first unnamed one. */
function fill(destination: string, values: Readonly<Record<string, string>>): string {
  return destination
    .replace(/(\/?):(\w+)([*+?]?)/g, (found, slash: string, name: string) => {
      const value = values[name];
      if (value === undefined) return found;
      return value === "" ? "" : slash + value;
    })
    .replace(/\$(\d+)/g, (found, number: string) => values[String(Number(number) - 1)] ?? found);
}
