// TOML 1.0 between the fences, as entries with spans. The parser stops at its first error; the lines of that statement
// are then read as blank and the rest is read again, so that one bad line does not lose the other keys.

import { type AST, ParseError, parseTOML } from "toml-eslint-parser";
import type { Span } from "../text/span.ts";
import { lineAt, nextLine } from "./block.ts";
import type { FrontmatterEntry, FrontmatterProblem, FrontmatterValue } from "./frontmatter.ts";
import { duplicateMessage, type Reading, syntaxProblem } from "./reading.ts";

/** Enough to show an author; a block with more errors is not TOML. */
const maxErrors = 10;

/** More open brackets than any page has, and fewer than exhaust the stack of the parser, which recurses. */
const maxBrackets = 500;

export function readToml(source: string, offset: number): Reading {
  if (source.trim() === "") return { shape: "empty", entries: [], problems: [] };
  const problems: FrontmatterProblem[] = [];
  let readable = source;
  if ((source.match(/[[{]/g)?.length ?? 0) > maxBrackets) return tooDeep(source, offset);
  while (problems.length < maxErrors) {
    try {
      const entries = entriesOf(parseTOML(readable, { tomlVersion: "1.0" }), offset);
      return { shape: entries.length + problems.length > 0 ? "map" : "empty", entries, problems };
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      const at = Math.min(error.index, Math.max(0, readable.trimEnd().length - 1));
      problems.push(explain(error, readable, at, offset));
      const rest = withoutStatement(readable, at);
      if (rest === readable) break;
      readable = rest;
    }
  }
  return { shape: "map", entries: [], problems };
}

function tooDeep(source: string, offset: number): Reading {
  const span = { start: offset, end: offset + source.trimEnd().length };
  const message = "The frontmatter has too many brackets to be read. Write it flatter.";
  return { shape: "map", entries: [], problems: [syntaxProblem(span, message)] };
}

const sentences: readonly (readonly [RegExp, string])[] = [
  [/unterminated string/i, "The closing quote is missing."],
  [/unterminated array/i, "The closing ] is missing."],
  [/unterminated inline/i, "The closing } is missing."],
  [/unterminated table/i, "The closing ] of the table's name is missing."],
  [/equals? sign/i, 'TOML writes a key as `title = "Team structure"`: the = is missing.'],
  [/missing value/i, "The value is missing. Write text in double quotes."],
  [/newline/i, "Each key needs a line of its own, and text needs quotes."],
  [/comma/i, "A comma is missing or one too many."],
  [/invalid (?:date|time)/i, "This is no date that TOML knows: write it like 2024-05-31."],
  [/leading zero|underscore/i, "This is no number that TOML knows. Put text in double quotes."],
  [/escape/i, "A backslash in double quotes begins an escape. Write \\\\ or use single quotes."],
];

function explain(error: ParseError, source: string, at: number, offset: number): FrontmatterProblem {
  const start = offset + at;
  const word = /^[\w.-]+|^"[^"\r\n]*"|^'[^'\r\n]*'|^./.exec(lineAt(source, at))?.[0] ?? "";
  const span = { start, end: start + word.length };
  if (/multiple times|duplicate/i.test(error.message)) {
    return { code: "frontmatter-duplicate-key", span, message: duplicateMessage(word) };
  }
  const known = sentences.find(([pattern]) => pattern.test(error.message))?.[1];
  const sentence = known ?? "Text needs double quotes, and each key a line of its own.";
  return syntaxProblem(span, `The site can't read the frontmatter. ${sentence}`);
}

/** The source with the statement at `at` blanked: from its line's beginning to the next line that begins a key or a table. */
function withoutStatement(source: string, at: number): string {
  let start = at;
  while (start > 0 && source[start - 1] !== "\n" && source[start - 1] !== "\r") start--;
  let end = nextLine(source, at);
  while (end < source.length && !/^[ \t]*(?:[\w."'-]+[ \t]*=|\[)/.test(lineAt(source, end))) {
    end = nextLine(source, end);
  }
  const blank = source.slice(start, end).replace(/[^\r\n]/g, " ");
  return source.slice(0, start) + blank + source.slice(end);
}

/** A table while it is filled: later statements may add to it. */
interface Table {
  readonly entries: Map<string, { readonly keySpan: Span; value: FrontmatterValue | Table | Table[] }>;
  span: Span;
}

function entriesOf(program: AST.TOMLProgram, offset: number): readonly FrontmatterEntry[] {
  const root: Table = { entries: new Map(), span: { start: offset, end: offset } };
  for (const statement of program.body[0].body) {
    if (statement.type === "TOMLKeyValue") {
      assign(root, statement, offset);
      continue;
    }
    const table = descend(root, statement.key, offset, statement.kind === "array");
    table.span = spanOf(statement, offset);
    for (const pair of statement.body) assign(table, pair, offset);
  }
  return freeze(root);
}

function assign(table: Table, pair: AST.TOMLKeyValue, offset: number): void {
  const names = pair.key.keys;
  const last = names.at(-1);
  if (!last) return;
  let owner = table;
  for (const name of names.slice(0, -1)) owner = childOf(owner, name, spanOf(pair, offset), offset);
  owner.entries.set(nameOf(last), { keySpan: spanOf(last, offset), value: toValue(pair.value, offset) });
}

function descend(root: Table, key: AST.TOMLKey, offset: number, array: boolean): Table {
  let table = root;
  const names = array ? key.keys.slice(0, -1) : key.keys;
  for (const name of names) table = childOf(table, name, spanOf(key, offset), offset);
  const last = key.keys.at(-1);
  if (!array || !last) return table;
  const fresh: Table = { entries: new Map(), span: spanOf(key, offset) };
  const existing = table.entries.get(nameOf(last))?.value;
  if (Array.isArray(existing)) existing.push(fresh);
  else table.entries.set(nameOf(last), { keySpan: spanOf(last, offset), value: [fresh] });
  return fresh;
}

function childOf(table: Table, name: AST.TOMLBare | AST.TOMLQuoted, span: Span, offset: number): Table {
  const existing = table.entries.get(nameOf(name))?.value;
  if (Array.isArray(existing)) return existing.at(-1) ?? table;
  if (existing && !("kind" in existing)) return existing;
  const child: Table = { entries: new Map(), span };
  table.entries.set(nameOf(name), { keySpan: spanOf(name, offset), value: child });
  return child;
}

function freeze(table: Table): readonly FrontmatterEntry[] {
  return [...table.entries].map(([key, { keySpan, value }]) => ({ key, keySpan, value: frozen(value) }));
}

function frozen(value: FrontmatterValue | Table | Table[]): FrontmatterValue {
  if (Array.isArray(value)) {
    const items = value.map(frozen);
    const span = { start: items[0]?.span.start ?? 0, end: items.at(-1)?.span.end ?? 0 };
    return { kind: "list", items, span };
  }
  return "kind" in value ? value : { kind: "map", entries: freeze(value), span: value.span };
}

function toValue(node: AST.TOMLContentNode, offset: number): FrontmatterValue {
  const span = spanOf(node, offset);
  if (node.type === "TOMLArray") {
    return { kind: "list", items: node.elements.map((one) => toValue(one, offset)), span };
  }
  if (node.type === "TOMLInlineTable") {
    const table: Table = { entries: new Map(), span };
    for (const pair of node.body) assign(table, pair, offset);
    return { kind: "map", entries: freeze(table), span };
  }
  switch (node.kind) {
    case "string":
      return { kind: "string", value: node.value, span };
    case "boolean":
      return { kind: "boolean", value: node.value, span };
    case "integer":
    case "float":
      return { kind: "number", value: node.value, span };
    default:
      return { kind: "date", value: node.datetime, span };
  }
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === "TOMLBare" ? key.name : key.value;
}

function spanOf(node: { readonly range: readonly [number, number] }, offset: number): Span {
  return { start: offset + node.range[0], end: offset + node.range[1] };
}
