// The redirects of a netlify.toml and of a `_redirects` file (Netlify's and Cloudflare Pages'), each with its place.
// Rules without `!` yield to what the site has itself; a status of 200 is a rewrite, 404 a page for what is not there.

import { readData } from "../../../../data/readData.ts";
import { at, booleanAt, type DataValue, itemsAt, stringAt } from "../../../../data/value.ts";
import type { Span } from "../../../../text/span.ts";
import type { FilePath } from "../../../site.ts";
import type { RedirectRule } from "../../../siteModel.ts";
import { isPlainPath } from "./netlifyPattern.ts";

export interface HostRule extends RedirectRule {
  /** Is the answer another address's content (200), rather than a redirect? */
  readonly rewrite: boolean;
  /** The host that it is for, where it names one. */
  readonly host: string | undefined;
}

export function readNetlifyToml(text: string, file: FilePath): readonly HostRule[] {
  return itemsAt(readData(file, text), "redirects").flatMap((rule) => {
    const source = at(rule, "from");
    const destination = at(rule, "to");
    if (source?.kind !== "string" || destination?.kind !== "string") return [];
    const status = at(rule, "status");
    return ruleOf({
      file,
      source: source.value,
      destination: destination.value,
      sourceSpan: withoutQuotes(source, text),
      destinationSpan: withoutQuotes(destination, text),
      status: status?.kind === "number" ? status.value : 301,
      forced: booleanAt(rule, "force") === true,
      conditional:
        ["conditions", "query", "headers", "signed"].some((key) => at(rule, key) !== undefined) ||
        stringAt(rule, "signed") !== undefined,
    });
  });
}

/** `/old /new 301! Country=de`, a rule a line; `#` begins a comment. */
export function readRedirectsFile(text: string, file: FilePath): readonly HostRule[] {
  const rules: HostRule[] = [];
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    const words = wordsOf(line[0].replace(/(?:^|\s)#.*$/, ""), line.index);
    const [source, ...rest] = words;
    const to = rest.findIndex(({ word }) => /^(?:\/|https?:\/\/)/.test(word));
    const destination = rest[to];
    if (!source || !destination) continue;
    const status = /^(\d{3})(!?)$/.exec(rest[to + 1]?.word ?? "");
    rules.push(
      ...ruleOf({
        file,
        source: source.word,
        destination: destination.word,
        sourceSpan: source.span,
        destinationSpan: destination.span,
        status: Number(status?.[1] ?? 301),
        forced: status?.[2] === "!",
        conditional: to > 0 || rest.slice(to + 1 + (status ? 1 : 0)).some(({ word }) => word.includes("=")),
      }),
    );
  }
  return rules;
}

interface Written {
  readonly file: FilePath;
  readonly source: string;
  readonly destination: string;
  readonly sourceSpan: Span;
  readonly destinationSpan: Span;
  readonly status: number;
  readonly forced: boolean;
  readonly conditional: boolean;
}

function ruleOf({ status, forced, ...written }: Written): readonly HostRule[] {
  if (status >= 400) return [];
  const path = /^https?:\/\/([^/]+)(\/.*)?$/.exec(written.source);
  const source = path ? (path[2] ?? "/") : written.source;
  if (!source.startsWith("/")) return [];
  return [
    {
      ...written,
      source,
      literal: isPlainPath(source),
      conditional: written.conditional || path !== null,
      yieldsToPages: !forced,
      rewrite: status === 200,
      host: path?.[1]?.toLowerCase(),
    },
  ];
}

function wordsOf(line: string, offset: number): readonly { readonly word: string; readonly span: Span }[] {
  return [...line.matchAll(/\S+/g)].map((match) => {
    const start = offset + match.index;
    return { word: match[0], span: { start, end: start + match[0].length } };
  });
}

function withoutQuotes({ span }: DataValue, text: string): Span {
  const length = /^(?:"""|'''|["'])/.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
  return { start: span.start + length, end: Math.max(span.start + length, span.end - length) };
}
