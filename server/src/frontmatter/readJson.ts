// JSON between the fences (or Hugo's bare object), as entries with spans. Comments and trailing commas are errors, as
// they are for the generators, but nothing behind an error is lost.

import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Span } from "../text/span.ts";
import type { FrontmatterEntry, FrontmatterProblem, FrontmatterValue } from "./frontmatter.ts";
import { duplicateProblems, notAMap, type Reading, syntaxProblem } from "./reading.ts";

const sentences: Readonly<Record<string, string>> = {
  CommaExpected: "A comma is missing before this.",
  ColonExpected: "A colon is missing between the key and its value.",
  PropertyNameExpected:
    "A key in double quotes is expected here; a comma after the last value is not allowed.",
  ValueExpected: "A value is expected here. Text needs double quotes.",
  InvalidSymbol: "This is no value that JSON knows. Put text in double quotes.",
  CloseBraceExpected: "A closing } is missing.",
  CloseBracketExpected: "A closing ] is missing.",
  UnexpectedEndOfString: "The closing quote is missing.",
  InvalidCommentToken: "JSON has no comments. Remove this one.",
  InvalidNumberFormat: "This is no number. Put text in double quotes.",
  EndOfFileExpected: "Nothing may follow the closing }.",
};

export function readJson(source: string, offset: number): Reading {
  if (source.trim() === "") return { shape: "empty", entries: [], problems: [] };
  if (tooDeep(source)) {
    const span = { start: offset, end: offset + source.trimEnd().length };
    const message = "The frontmatter is nested too deeply to be read. Write it flatter.";
    return { shape: "map", entries: [], problems: [syntaxProblem(span, message)] };
  }
  const errors: ParseError[] = [];
  const root = parseTree(source, errors, { disallowComments: true });
  const problems = errors.slice(0, 20).map((error) => explain(error, offset));
  if (root === undefined || root.type !== "object") {
    const start = offset + source.length - source.trimStart().length;
    const span = { start, end: Math.max(start, offset + source.trimEnd().length) };
    const what = root?.type === "array" ? "a list" : "plain text";
    return { shape: "other", entries: [], problems: problems.length > 0 ? problems : [notAMap(span, what)] };
  }
  const entries = entriesOf(root, offset);
  const shape = entries.length === 0 && problems.length === 0 ? "empty" : "map";
  return { shape, entries, problems: [...problems, ...duplicateProblems(entries)] };
}

function explain(error: ParseError, offset: number): FrontmatterProblem {
  const sentence = sentences[printParseErrorCode(error.error)] ?? "This is not valid JSON.";
  const start = offset + error.offset;
  return syntaxProblem(
    { start, end: start + error.length },
    `The site can't read the frontmatter. ${sentence}`,
  );
}

function entriesOf(node: Node, offset: number): readonly FrontmatterEntry[] {
  return (node.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    if (!key) return [];
    const keySpan = spanOf(key, offset);
    const nothing: FrontmatterValue = { kind: "null", span: { start: keySpan.end, end: keySpan.end } };
    return [{ key: String(key.value), keySpan, value: value ? toValue(value, offset) : nothing }];
  });
}

function toValue(node: Node, offset: number): FrontmatterValue {
  const span = spanOf(node, offset);
  switch (node.type) {
    case "string":
      return { kind: "string", value: String(node.value), span };
    case "number":
      return { kind: "number", value: Number(node.value), span };
    case "boolean":
      return { kind: "boolean", value: node.value === true, span };
    case "array":
      return { kind: "list", items: (node.children ?? []).map((item) => toValue(item, offset)), span };
    case "object":
      return { kind: "map", entries: entriesOf(node, offset), span };
    default:
      return { kind: "null", span };
  }
}

function spanOf(node: Node, offset: number): Span {
  return { start: offset + node.offset, end: offset + node.offset + node.length };
}

/** The parser recurses: more than this many open brackets at once would exhaust its stack. */
const maxDepth = 500;

function tooDeep(source: string): boolean {
  let depth = 0;
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === 0x7b || code === 0x5b) depth++;
    else if (code === 0x7d || code === 0x5d) depth--;
    if (depth > maxDepth) return true;
  }
  return false;
}
