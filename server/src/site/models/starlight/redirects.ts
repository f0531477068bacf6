// `redirects` of astro.config: from a route (with parameters, too) to a route or an address. They are literal about the base:
// a source is below it, a destination is written with it.

import { type DataEntry, type DataValue, entriesAt, stringAt } from "../../../data/value.ts";
import type { FilePath } from "../../site.ts";
import type { RedirectRule } from "../../siteModel.ts";
import { type Notation, type RuleTable, ruleTable } from "../common/redirects/ruleTable.ts";
import type { AstroConfig } from "./config.ts";
import { fillPattern, patternOf } from "./routePattern.ts";

export function readRedirects({ file, redirects }: AstroConfig): readonly RedirectRule[] {
  if (file === undefined) return [];
  return entriesAt(redirects).flatMap((entry) => readRule(entry, file));
}

/** The rules as a path with the base meets them. */
export function redirectTable(rules: readonly RedirectRule[], base: string): RuleTable {
  return ruleTable(
    rules.map((rule) => ({ ...rule, source: base + rule.source })),
    notation,
  );
}

const notation: Notation = { compile: patternOf, fill: fillPattern };

function readRule({ key, keySpan, value }: DataEntry, file: FilePath): readonly RedirectRule[] {
  const target: DataValue | undefined =
    value.kind === "map" ? value.entries.findLast((entry) => entry.key === "destination")?.value : value;
  const destination = target?.kind === "string" ? target.value : stringAt(target);
  if (target === undefined || destination === undefined || !key.startsWith("/")) return [];
  const literal = !key.includes("[");
  return [
    {
      file: (value.file ?? file) as FilePath,
      sourceSpan: within(keySpan),
      destinationSpan: within(target.span),
      source: key,
      destination,
      literal,
      conditional: false,
      yieldsToPages: key.startsWith("/["),
    },
  ];
}

/** Without its quotes. A template with a constant in it has no place of its own for what it comes to. */
function within({ start, end }: DataValue["span"]): DataValue["span"] {
  return { start: start + 1, end: Math.max(start + 1, end - 1) };
}
