// The redirects and rewrites of a vercel.json, each with its place in it.

import { readJsonText } from "../../../../data/readJsonText.ts";
import { at, type DataValue, itemsAt } from "../../../../data/value.ts";
import type { FilePath } from "../../../site.ts";
import type { RedirectRule } from "../../../siteModel.ts";
import { type Notation, type RuleTable, ruleTable } from "./ruleTable.ts";
import { compileSource, isLiteral, isReadable } from "./vercelPattern.ts";

export interface VercelRules {
  readonly rules: readonly RedirectRule[];
  readonly redirects: RuleTable;
  readonly rewrites: RuleTable;
}

/** Reads the text of a vercel.json. What is no rule is left out; an unreadable file has none. */
export function readVercel(text: string | undefined, file = "vercel.json" as FilePath): VercelRules {
  return readPathRules(text === undefined ? undefined : readJsonText(text), file);
}

/** The rules of a value with `redirects` and `rewrites` in that notation, which Next's configuration has, too. */
export function readPathRules(config: DataValue | undefined, file: FilePath): VercelRules {
  const rules = itemsAt(config, "redirects").flatMap((rule) => readRedirect(rule, file));
  const rewrites = itemsAt(config, "rewrites").flatMap((rule) => readRedirect(rule, file));
  return {
    rules,
    redirects: ruleTable(rules, vercelNotation),
    rewrites: ruleTable(rewrites, vercelNotation),
  };
}

/** That of path-to-regexp, which Next.js has too. */
export const vercelNotation: Notation = { compile: compileSource, fill };

/** `{ source, destination, has }`, as vercel.json and next.config.js have it. */
export function readRedirect(rule: DataValue, file: FilePath): readonly RedirectRule[] {
  const source = at(rule, "source");
  const destination = at(rule, "destination");
  if (source?.kind !== "string" || destination?.kind !== "string") return [];
  const literal = isLiteral(source.value);
  return [
    {
      file,
      span: rule.span,
      sourceSpan: within(source.span),
      destinationSpan: within(destination.span),
      source: source.value.startsWith("/") ? source.value : `/${source.value}`,
      destination: destination.value,
      literal,
      conditional:
        itemsAt(rule, "has").length > 0 ||
        itemsAt(rule, "missing").length > 0 ||
        !(literal || isReadable(source.value)),
      yieldsToPages: false,
    },
  ];
}

/** Without its quotes. */
function within({ start, end }: DataValue["span"]): DataValue["span"] {
  return { start: start + 1, end: Math.max(start + 1, end - 1) };
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
