// `redirects` of docs.json: `/beta/:slug*`, `/articles/concepts-*`. `:name` is one segment, `*` anything
// (mintlify.com/docs/create/redirects; matchesWildcardPattern in graph.js of @mintlify/link-rot).

import { RE2JS } from "re2js";
import { at, type DataValue, itemsAt } from "../../../data/value.ts";
import type { FilePath } from "../../site.ts";
import type { RedirectRule } from "../../siteModel.ts";
import type { Notation } from "../common/redirects/ruleTable.ts";

export function readRedirects(config: DataValue | undefined, file: FilePath): readonly RedirectRule[] {
  return itemsAt(config, "redirects").flatMap((rule): readonly RedirectRule[] => {
    const source = at(rule, "source");
    const destination = at(rule, "destination");
    if (source?.kind !== "string" || destination?.kind !== "string") return [];
    return [
      {
        file: (rule.file ?? file) as FilePath,
        span: rule.span,
        sourceSpan: unquoted(source),
        destinationSpan: unquoted(destination),
        source: source.value.startsWith("/") ? source.value : `/${source.value}`,
        destination: withSlash(destination.value),
        literal: !/[:*]/.test(source.value),
        conditional: false,
        yieldsToPages: true,
      },
    ];
  });
}

function withSlash(destination: string): string {
  return /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(destination) ? destination : `/${destination}`;
}

function unquoted({ span }: DataValue): DataValue["span"] {
  return { start: span.start + 1, end: Math.max(span.start + 1, span.end - 1) };
}

export const mintlifyNotation: Notation = {
  compile(source) {
    const pattern = compiled(source);
    if (!pattern) return undefined;
    const { expression, names } = pattern;
    return {
      prefix: source.replace(/[:*].*$/, ""),
      match(path) {
        const matcher = expression.matcher(path);
        if (!matcher.find()) return undefined;
        return Object.fromEntries(names.map((name, index) => [name, matcher.group(index + 1) ?? ""]));
      },
    };
  },
  fill(destination, values) {
    let star = 0;
    return destination.replace(/:(\w+)\*?|\*/g, (found, name: string | undefined) => {
      const key = name === undefined ? `*${star++}` : name;
      return values[key] ?? found;
    });
  },
};

/** `:slug*` is one parameter, of one segment or more; a `*` alone is named by its place. */
function compiled(
  source: string,
): { readonly expression: RE2JS; readonly names: readonly string[] } | undefined {
  const names: string[] = [];
  let stars = 0;
  const pattern = source.split(/(:\w+\*?|\*)/).map((part) => {
    const name = /^:(\w+)(\*?)$/.exec(part);
    if (name?.[1] !== undefined) names.push(name[1]);
    else if (part === "*") names.push(`*${stars++}`);
    else return RE2JS.quote(part);
    return name?.[2] === "" ? "([^/]+)" : "(.*)";
  });
  try {
    return { expression: RE2JS.compile(`^${pattern.join("")}$`), names };
  } catch {
    return undefined;
  }
}
