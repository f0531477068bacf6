// Routes with parameters, in Astro's notation: `/team/[name]` takes one segment, `/v1/[...slug]` any number, none among them.

import { escapeRegExp } from "../../../text/escapeRegExp.ts";

export interface RoutePattern {
  /** What stands before the first parameter: "/v1/". */
  readonly prefix: string;
  /** Without slash at the end. */
  readonly test: RegExp;
  match(route: string): Readonly<Record<string, string>> | undefined;
  fill(values: Readonly<Record<string, string>>): string;
}

const parameter = /\[(\.\.\.)?(\w+)\]/g;

export function parameterNames(pattern: string): readonly string[] {
  return [...pattern.matchAll(parameter)].map(([, , name = ""]) => name);
}

export function patternOf(pattern: string): RoutePattern {
  const names = parameterNames(pattern);
  let source = "";
  let at = 0;
  for (const { 0: all, 1: rest, index } of pattern.matchAll(parameter)) {
    const before = pattern.slice(at, index);
    // A whole segment of `[...rest]` may be absent with the slash before it.
    if (rest !== undefined && before.endsWith("/"))
      source += `${escapeRegExp(before.slice(0, -1))}(?:/(.*))?`;
    else source += escapeRegExp(before) + (rest === undefined ? "([^/]+)" : "(.*)");
    at = index + all.length;
  }
  const test = new RegExp(`^${source}${escapeRegExp(pattern.slice(at))}/?$`);
  return {
    prefix: pattern.slice(0, Math.max(pattern.indexOf("["), 0)),
    test,
    match(route) {
      const found = test.exec(route);
      return found ? Object.fromEntries(names.map((name, i) => [name, found[i + 1] ?? ""])) : undefined;
    },
    fill: (values) => fillPattern(pattern, values),
  };
}

/** The pattern with the values in it; a `[...rest]` of nothing goes with the slash before it. */
export function fillPattern(pattern: string, values: Readonly<Record<string, string>>): string {
  const filled = pattern.replace(/(\/?)\[(?:\.\.\.)?(\w+)\]/g, (found, slash: string, name: string) => {
    const value = values[name];
    if (value === undefined) return found;
    return value === "" ? "" : slash + value;
  });
  return filled === "" ? "/" : filled;
}
