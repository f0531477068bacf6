// YAML 1.2 between the fences, as entries with spans. The `yaml` package does the parsing; where it finds an error the
// block is read once more key by key, so that one bad line does not lose the other keys.

import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from "yaml";
import type { Span } from "../text/span.ts";
import type { FrontmatterEntry, FrontmatterProblem, FrontmatterValue } from "./frontmatter.ts";
import { duplicateProblems, isoDate, notAMap, type Reading, syntaxProblem } from "./reading.ts";
import { explainYaml } from "./yamlMessages.ts";

/** More values than any page has; what aliases multiply beyond it is read as empty. */
const maxValues = 20_000;

export function readYaml(source: string, offset: number): Reading {
  const whole = parsePart(source, offset);
  if (whole.problems.length === 0) {
    return { ...whole, problems: duplicateProblems(whole.entries) };
  }
  if (whole.shape === "other") return whole;
  const lenient = parsePart(withJoinedQuotes(source), offset);
  if (lenient.problems.length === 0) {
    return { ...lenient, problems: duplicateProblems(lenient.entries) };
  }
  return readKeyByKey(source, offset);
}

/**
 * A text in quotes may go on at the left margin of the next line: YAML forbids it, the parsers of Hugo, Jekyll and
 * gray-matter take it. Its line ends become spaces here, as they do when it is read; the length stays.
 */
function withJoinedQuotes(source: string): string {
  return source.replace(
    /^([\w.-]{1,80}:[ \t]+)("(?:[^"\\]|\\[^\r\n])*"|'(?:[^']|'')*')(?=[ \t]*(?:#.*)?$)/gm,
    (_, key: string, value: string) => key + value.replace(/[\r\n]/g, " "),
  );
}

function readKeyByKey(source: string, offset: number): Reading {
  const entries: FrontmatterEntry[] = [];
  const problems: FrontmatterProblem[] = [];
  for (const { start, end } of splitAtKeys(source)) {
    const part = source.slice(start, end);
    const reading = parsePart(part, offset + start);
    if (reading.shape === "other") {
      problems.push(strayLine(part, offset + start));
      continue;
    }
    problems.push(...reading.problems);
    if (reading.problems.length === 0) entries.push(...reading.entries);
    else entries.push(...rawEntry(part, offset + start));
  }
  problems.push(...duplicateProblems(entries));
  return { shape: "map", entries, problems };
}

function strayLine(part: string, start: number): FrontmatterProblem {
  const glued = /^["']?[A-Za-z_][\w.-]{0,80}["']?:(?=[^\s:/])/.test(part);
  const sentence = glued
    ? "A space is missing after the colon."
    : "This line is no `key: value`, and belongs to no value above.";
  const span = { start, end: start + part.trimEnd().length };
  return syntaxProblem(span, `The site can't read the frontmatter. ${sentence}`);
}

/** Stretches that each begin with a line at the left margin that could be a key's; what is indented belongs to the line above. */
function splitAtKeys(source: string): readonly Span[] {
  const starts: number[] = [];
  const line = /^[^\s#\-\]}]|^-[^\s-]/gm;
  for (let match = line.exec(source); match; match = line.exec(source)) starts.push(match.index);
  if (starts.length === 0) return [{ start: 0, end: source.length }];
  const parts = starts.map((start, i) => ({ start, end: starts[i + 1] ?? source.length }));
  const head = source.slice(0, starts[0]);
  return /^[ \t]*[^\s#]/m.test(head) ? [{ start: 0, end: head.length }, ...parts] : parts;
}

/** Of a key whose value can't be read: the key, and the rest of its line as a string. */
function rawEntry(part: string, offset: number): readonly FrontmatterEntry[] {
  const match = /^(["']?)([^\s"':#][^\r\n"':]{0,200}?)\1[ \t]*:[ \t]*([^\r\n]*)/.exec(part);
  const [all, quote = "", key, rest = ""] = match ?? [];
  if (all === undefined || key === undefined) return [];
  const value = rest.trimEnd();
  const start = offset + all.length - rest.length;
  return [
    {
      key,
      keySpan: { start: offset, end: offset + key.length + 2 * quote.length },
      value: { kind: "string", value, span: { start, end: start + value.length } },
    },
  ];
}

function parsePart(source: string, offset: number): Reading {
  try {
    const document = parseDocument(source, {
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "silent",
      version: "1.2",
    });
    const first = document.errors[0];
    if (first) return failed(explainYaml(first, source, offset));
    return convert(document.contents, source, offset);
  } catch (error) {
    // The parser is recursive: thousands of nested brackets exhaust its stack.
    if (!(error instanceof RangeError)) throw error;
    const span = { start: offset, end: offset + source.trimEnd().length };
    return failed(syntaxProblem(span, "The frontmatter is nested too deeply to be read. Write it flatter."));
  }
}

function failed(problem: FrontmatterProblem): Reading {
  return { shape: "map", entries: [], problems: [problem] };
}

function convert(contents: Node | null, source: string, offset: number): Reading {
  if (contents === null || (isScalar(contents) && contents.value === null && contents.source === "")) {
    return { shape: "empty", entries: [], problems: [] };
  }
  const converter = new Converter(source, offset);
  if (!isMap(contents)) {
    const what = isSeq(contents) ? "a list" : "plain text";
    const end = offset + source.trimEnd().length;
    const start = Math.min(end, converter.spanOf(contents).start);
    const list = isSeq(contents) ? { list: converter.value(contents) } : {};
    return { shape: "other", entries: [], problems: [notAMap({ start, end }, what)], ...list };
  }
  const entries = converter.entries(contents);
  return { shape: "map", entries, problems: converter.problems };
}

/** Lives for one conversion: it counts the values and remembers which anchors are being followed. */
class Converter {
  readonly problems: FrontmatterProblem[] = [];
  readonly #source: string;
  readonly #offset: number;
  readonly #anchors = new Map<string, Node>();
  readonly #following = new Set<string>();
  #values = 0;

  constructor(source: string, offset: number) {
    this.#source = source;
    this.#offset = offset;
  }

  entries(map: YAMLMap): readonly FrontmatterEntry[] {
    return map.items.map((pair) => this.#entry(pair as Pair<Node, Node | null>));
  }

  spanOf(node: Node): Span {
    const [start, end] = node.range ?? [0, 0];
    return { start: this.#offset + start, end: this.#offset + end };
  }

  #entry(pair: Pair<Node, Node | null>): FrontmatterEntry {
    const { key: node } = pair;
    const keySpan = this.spanOf(node);
    const key = isScalar(node) ? String(node.source ?? node.value ?? "") : this.#sourceAt(keySpan);
    const value = pair.value ? this.value(pair.value) : this.#nothing(keySpan.end);
    return { key, keySpan, value };
  }

  #nothing(end: number): FrontmatterValue {
    return { kind: "null", span: { start: end, end } };
  }

  #sourceAt(span: Span): string {
    return this.#source.slice(span.start - this.#offset, span.end - this.#offset);
  }

  value(node: Node): FrontmatterValue {
    const span = this.spanOf(node);
    if (++this.#values > maxValues) return { kind: "null", span };
    if (isAlias(node)) return this.#alias(node.source, span);
    if ("anchor" in node && node.anchor) this.#anchors.set(node.anchor, node);
    const tag = ownTag(node.tag);
    const place = { span: this.#trimmed(span), ...tag };
    if (isMap(node)) return { kind: "map", ...place, entries: this.entries(node) };
    if (isSeq(node))
      return { kind: "list", ...place, items: node.items.map((item) => this.value(item as Node)) };
    return isScalar(node) ? { ...scalar(node, place.span), ...tag } : { kind: "null", span };
  }

  /** A block's range reaches to the next line's beginning; an author's value ends where its last word does. */
  #trimmed(span: Span): Span {
    return { start: span.start, end: span.start + this.#sourceAt(span).trimEnd().length };
  }

  #alias(name: string, span: Span): FrontmatterValue {
    const target = this.#anchors.get(name);
    if (!target) {
      const message =
        "The site can't read the frontmatter. A value can't begin with * unless it is in quotes.";
      this.problems.push(syntaxProblem(span, message));
      return { kind: "string", value: `*${name}`, span };
    }
    if (this.#following.has(name)) return { kind: "null", span };
    this.#following.add(name);
    const value = { ...this.value(target), span };
    this.#following.delete(name);
    return value;
  }
}

/** `!!python/name:x` and `!ENV` name types that YAML itself has not. */
function ownTag(tag: string | undefined): { readonly tag?: string } {
  const written = tag?.replace("tag:yaml.org,2002:", "!!");
  return written !== undefined && /^!(?!!(?:str|int|float|bool|null|map|seq|timestamp)$)/.test(written)
    ? { tag: written }
    : {};
}

function scalar(node: { value: unknown; type?: string; source?: string }, span: Span): FrontmatterValue {
  const { value } = node;
  if (typeof value === "boolean") return { kind: "boolean", value, span };
  if (typeof value === "number") return { kind: "number", value, span };
  if (typeof value === "bigint") return { kind: "number", value: Number(value), span };
  if (value === null || value === undefined) return { kind: "null", span };
  const text = String(value);
  if (node.type === "PLAIN" && isoDate.test(text)) return { kind: "date", value: text, span };
  return { kind: "string", value: text, span };
}
