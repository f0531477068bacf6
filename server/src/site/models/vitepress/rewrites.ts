// `rewrites` in a VitePress configuration: where pages are served instead of at their file's path. Sources are paths or
// patterns in the notation of path-to-regexp 6, the first that matches counts (VitePress's `resolveRewrites`).

import type { DataEntry, DataValue } from "../../../data/value.ts";
import { compileLinear } from "../common/linearPattern.ts";
import { compileSource, isLiteral, isReadable } from "../common/redirects/vercelPattern.ts";

export interface Rewrites {
  /** `guide/index.md` of `src/guide/home.md`; the path itself where no rule has it. */
  apply(path: string): string;
  /** Are there rules that can't be read (a function)? */
  readonly unread: boolean;
}

export function readRewrites(value: DataValue | undefined): Rewrites {
  const entries = value?.kind === "map" ? value.entries : [];
  const rules = entries.map(toRule);
  const literal = new Map<string, number>();
  rules.forEach((rule, at) => {
    if (rule?.literal !== undefined && !literal.has(rule.literal)) literal.set(rule.literal, at);
  });
  return {
    unread:
      (value !== undefined && value.kind !== "map" && value.kind !== "null") || rules.includes(undefined),
    apply(path) {
      const known = literal.get(path.toLowerCase());
      const found = rules.find((rule, at) => at === known || rule?.match?.(path));
      return found?.to(found.match?.(path) ?? {}) ?? path;
    },
  };
}

type Values = Readonly<Record<string, string>>;

interface Rule {
  readonly literal?: string;
  match?(path: string): Values | undefined;
  to(values: Values): string;
}

/** Undefined for what can't be read. */
function toRule({ key, value }: DataEntry): Rule | undefined {
  if (value.kind !== "string") return undefined;
  const destination = value.value;
  const to = (values: Values) => fill(destination, values);
  if (key.startsWith("^")) {
    const match = matchRegex(key);
    return match && { match, to };
  }
  // path-to-regexp does not look at case.
  if (isLiteral(key)) return { literal: key.toLowerCase(), to };
  const pattern = isReadable(key) ? compileSource(key) : undefined;
  return pattern && { match: (path) => pattern.match(path), to };
}

function matchRegex(source: string): ((path: string) => Values | undefined) | undefined {
  const regex = compileLinear(source);
  // Lookaround and the like, which RE2 has not: VitePress would run it, we can't.
  if (!regex) return undefined;
  const names = Object.entries(regex.namedGroups());
  return (path) => {
    const matcher = regex.matcher(path);
    if (!matcher.find()) return undefined;
    const named = new Map(names.map(([name, index]) => [index, name]));
    const values: Record<string, string> = {};
    let unnamed = 0;
    for (let index = 1; index <= matcher.groupCount(); index++)
      values[named.get(index) ?? String(unnamed++)] = matcher.group(index) ?? "";
    return values;
  };
}

/** `:pkg/:slug*` and `(.*)` with their values. */
function fill(destination: string, values: Values): string {
  let unnamed = 0;
  return destination.replace(/:(\w+)(?:\([^)]*\))?[*+?]?|\([^)]*\)[*+?]?/g, (_, name?: string) => {
    return values[name ?? String(unnamed++)] ?? "";
  });
}
