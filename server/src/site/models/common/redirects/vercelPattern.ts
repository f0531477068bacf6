// A `source` of vercel.json, in the notation of path-to-regexp: `/docs/:path*`, `/(a|b)/x`, `/v(\\d+)`, `{-:lang}?`.
// Compiled for RE2, which no pattern can make slow; what RE2 has not (lookaround) is told as unreadable.

import { RE2JS } from "re2js";
import { compileLinear } from "../linearPattern.ts";
import type { SourcePattern } from "./ruleTable.ts";

type Token =
  | string
  | {
      readonly name: string;
      readonly regex: string;
      readonly open: string;
      readonly close: string;
      readonly modifier: string;
    };

/** Has the source no parameter at all? Then it is a path as it stands (escapes aside). */
export function isLiteral(source: string): boolean {
  return !/[:(){}*+?\\]/.test(source);
}

/** Undefined for a source that can't be read. */
export function compileSource(source: string): SourcePattern | undefined {
  const tokens = tokenize(source);
  if (!tokens) return undefined;
  const names: string[] = [];
  const pattern = tokens
    .map((token) => (typeof token === "string" ? RE2JS.quote(token) : groupOf(token, names)))
    .join("");
  const first = tokens[0];
  let compiled: RE2JS | null | undefined;
  return {
    prefix: typeof first === "string" ? first : "",
    match(path) {
      compiled ??= compileLinear(`^${pattern}/?$`) ?? null;
      if (compiled === null) return {};
      const matcher = compiled.matcher(path);
      if (!matcher.find()) return undefined;
      return Object.fromEntries(names.map((name, at) => [name, matcher.group(at + 1) ?? ""]));
    },
  };
}

/** Can RE2 read the source's own regular expressions? */
export function isReadable(source: string): boolean {
  const tokens = tokenize(source);
  if (!tokens) return false;
  const regexes = tokens.flatMap((token) => (typeof token === "string" ? [] : [token.regex]));
  return regexes.every((regex) => compileLinear(`(?:${regex})`) !== undefined);
}

function groupOf(token: Exclude<Token, string>, names: string[]): string {
  const { open, close, modifier } = token;
  const [before, after] = [RE2JS.quote(open), RE2JS.quote(close)];
  if (token.name === "") return `(?:${before}${after})${modifier}`;
  names.push(token.name);
  const one = `(?:${token.regex})`;
  if (modifier === "*" || modifier === "+") {
    const many = `${before}(${one}(?:${after}${before}${one})*)${after}`;
    return modifier === "*" ? `(?:${many})?` : `(?:${many})`;
  }
  return `(?:${before}(${one})${after})${modifier}`;
}

const segment = "[^/#?]+?";

function tokenize(source: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let literal = "";
  let at = 0;
  let unnamed = 0;
  const flush = (keep = literal.length) => {
    if (keep > 0) tokens.push(literal.slice(0, keep));
    literal = "";
  };
  while (at < source.length) {
    const character = source[at] ?? "";
    if (character === "\\") {
      literal += source[at + 1] ?? "";
      at += 2;
    } else if (character === "{") {
      const group = braced(source, at, unnamed);
      if (!group) return undefined;
      flush();
      tokens.push(group.token);
      if (/^\d+$/.test(group.token.name)) unnamed++;
      at = group.end;
    } else {
      const parameter = character === ":" || character === "(" ? parameterAt(source, at, unnamed) : undefined;
      if (parameter) {
        if (/^\d+$/.test(parameter.name)) unnamed++;
        const open = /[./]$/.test(literal) ? literal.slice(-1) : "";
        flush(literal.length - open.length);
        const modifier = modifierAt(source, parameter.end);
        tokens.push({ name: parameter.name, regex: parameter.regex, open, close: "", modifier });
        at = parameter.end + modifier.length;
      } else if (character === "(") return undefined;
      else {
        literal += character;
        at++;
      }
    }
  }
  flush();
  return tokens;
}

interface Parameter {
  readonly name: string;
  readonly regex: string;
  readonly end: number;
}

/** `:name`, `:name(regex)` or `(regex)`; undefined where there is none. */
function parameterAt(source: string, at: number, unnamed: number): Parameter | undefined {
  const name = source[at] === ":" ? (/^\w+/.exec(source.slice(at + 1, at + 100))?.[0] ?? "") : "";
  if (source[at] === ":" && name === "") return undefined;
  const from = name === "" ? at : at + 1 + name.length;
  if (source[from] !== "(") return { name, regex: segment, end: from };
  let depth = 0;
  for (let i = from; i < source.length; i++) {
    if (source[i] === "\\") i++;
    else if (source[i] === "(") depth++;
    else if (source[i] === ")" && --depth === 0) {
      const regex = withoutCaptures(source.slice(from + 1, i));
      return { name: name === "" ? String(unnamed) : name, regex, end: i + 1 };
    }
  }
  return undefined;
}

/** Groups inside a parameter capture nothing of their own. */
function withoutCaptures(regex: string): string {
  return regex.replace(/\\.|\((?!\?)/g, (found) => (found === "(" ? "(?:" : found));
}

function braced(
  source: string,
  at: number,
  unnamed: number,
): { token: Exclude<Token, string>; end: number } | undefined {
  const close = source.indexOf("}", at);
  if (close < 0) return undefined;
  const inner = source.slice(at + 1, close);
  const start = inner.search(/[:(]/);
  const parameter = start < 0 ? undefined : parameterAt(inner, start, unnamed);
  const modifier = modifierAt(source, close + 1);
  const token = parameter
    ? {
        name: parameter.name,
        regex: parameter.regex,
        open: inner.slice(0, start),
        close: inner.slice(parameter.end),
        modifier,
      }
    : { name: "", regex: "", open: inner, close: "", modifier };
  return { token, end: close + 1 + modifier.length };
}

function modifierAt(source: string, at: number): string {
  return /[*+?]/.test(source[at] ?? "") ? (source[at] ?? "") : "";
}
