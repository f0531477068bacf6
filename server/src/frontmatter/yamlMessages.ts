// The YAML parser's errors in a writer's words, each on the characters that are wrong. An author knows keys, values,
// quotes and indentation; she knows no mappings, scalars and indicators.

import type { ErrorCode, YAMLError } from "yaml";
import type { Span } from "../text/span.ts";
import { lineAt } from "./block.ts";
import type { FrontmatterProblem } from "./frontmatter.ts";
import { syntaxProblem } from "./reading.ts";

/** `offset` is the place of `source` in the page. */
export function explainYaml(error: YAMLError, source: string, offset: number): FrontmatterProblem {
  const at = Math.min(error.pos[0], Math.max(0, source.trimEnd().length - 1));
  const line = startOfLine(source, at);
  for (const explain of explanations) {
    const explained = explain({ error, source, at, line, text: lineAt(source, line) });
    if (!explained) continue;
    const { start, end } = explained.span;
    return syntaxProblem({ start: offset + start, end: offset + end }, `${lead} ${explained.sentence}`);
  }
  const end = Math.max(at + 1, Math.min(error.pos[1], line + lineAt(source, line).length));
  return syntaxProblem(
    { start: offset + at, end: offset + Math.min(end, source.length) },
    `${lead} ${rest(error.code)}`,
  );
}

const lead = "The site can't read the frontmatter.";

interface Case {
  readonly error: YAMLError;
  readonly source: string;
  /** Where the parser stopped. */
  readonly at: number;
  /** Beginning of that line, and the line. */
  readonly line: number;
  readonly text: string;
}

interface Explanation {
  readonly span: Span;
  readonly sentence: string;
}

type Explain = (found: Case) => Explanation | undefined;

/** The first that knows the case explains it. */
const explanations: readonly Explain[] = [
  tab,
  missingQuote,
  missingBracket,
  colonInValue,
  noSpaceAfterColon,
  afterQuote,
  reserved,
  noKey,
  indentation,
];

function tab({ error, source, at, line, text }: Case): Explanation | undefined {
  const indent = /^[ \t]*/.exec(text)?.[0] ?? "";
  if (error.code !== "TAB_AS_INDENT" && !indent.includes("\t")) return undefined;
  const tabs = source.indexOf("\t", indent.includes("\t") ? line : at);
  if (tabs < 0) return undefined;
  let end = tabs;
  while (source[end] === "\t") end++;
  return { span: { start: tabs, end }, sentence: "A tab can't indent a line in YAML. Use spaces." };
}

function missingQuote({ error, source }: Case): Explanation | undefined {
  if (!/^Missing closing/.test(error.message)) return undefined;
  const quote = error.message.includes('"') ? '"' : "'";
  const start = source.indexOf(quote);
  if (start < 0) return undefined;
  const span = { start, end: start + lineAt(source, start).trimEnd().length };
  return { span, sentence: `The closing ${quote} of this value is missing.` };
}

function missingBracket({ error, source }: Case): Explanation | undefined {
  const bracket =
    /end with a ([\]}])/.exec(error.message)?.[1] ?? /Expected .*([\]}])/.exec(error.message)?.[1];
  if (bracket === undefined) return undefined;
  const start = source.indexOf(bracket === "]" ? "[" : "{");
  if (start < 0) return undefined;
  const span = { start, end: start + lineAt(source, start).trimEnd().length };
  return { span, sentence: `The closing ${bracket} of this value is missing.` };
}

const keyAndValue = /^([ \t]*(?:- )*["']?[^\s"'#:][^"'#:]{0,200}["']?[ \t]*:[ \t]+)(\S.*)$/;

function colonInValue({ error, text, line }: Case): Explanation | undefined {
  if (error.code !== "BLOCK_AS_IMPLICIT_KEY" && error.code !== "MULTILINE_IMPLICIT_KEY") return undefined;
  const [, before = "", value = ""] = keyAndValue.exec(text.trimEnd()) ?? [];
  const colon = /:(?:[ \t]|$)/.exec(value);
  if (!colon || /^["'[{|>&*!]/.test(value)) return undefined;
  const start = line + before.length;
  const sentence = "The value has a colon in it, which begins another key. Put the value in quotes.";
  return { span: { start, end: start + value.length }, sentence };
}

function noSpaceAfterColon({ text, line }: Case): Explanation | undefined {
  const glued = /^[ \t]*["']?[A-Za-z_][\w.-]{0,80}["']?:(?=[^\s:/])/.exec(text);
  if (!glued || keyAndValue.test(text)) return undefined;
  const span = { start: line, end: line + text.trimEnd().length };
  return { span, sentence: "A space is missing after the colon." };
}

function afterQuote({ error, source, at }: Case): Explanation | undefined {
  if (!/at node end|Unexpected .* token in YAML stream/.test(error.message)) return undefined;
  const span = { start: at, end: at + Math.max(1, lineAt(source, at).trimEnd().length) };
  const before = source.slice(0, at).trimEnd();
  const closed = /["']$/.test(before)
    ? "closing quote"
    : /[\]}]$/.test(before)
      ? "closing bracket"
      : undefined;
  if (closed === undefined) return undefined;
  const sentence = `Nothing may follow the ${closed} of a value. Put the whole value in quotes of the other kind.`;
  const brackets = "Nothing may follow the closing bracket of a value. Put the whole value in quotes.";
  return { span, sentence: closed === "closing quote" ? sentence : brackets };
}

function reserved({ error, source, at }: Case): Explanation | undefined {
  if (error.code !== "BAD_SCALAR_START" && error.code !== "BAD_ALIAS") return undefined;
  const span = { start: at, end: at + Math.max(1, lineAt(source, at).trimEnd().length) };
  return { span, sentence: `A value can't begin with ${source[at]} unless it is in quotes.` };
}

function noKey({ error, text, line }: Case): Explanation | undefined {
  const bare = text.trim();
  if (/:(?:[ \t]|$)/.test(bare) || bare.startsWith("- ")) return undefined;
  if (!["MULTILINE_IMPLICIT_KEY", "MISSING_CHAR", "UNEXPECTED_TOKEN"].includes(error.code)) return undefined;
  const start = line + text.length - text.trimStart().length;
  const sentence = "This line is no `key: value`, and belongs to no value above.";
  return { span: { start, end: start + bare.length }, sentence };
}

function indentation({ error, source, at, line, text }: Case): Explanation | undefined {
  const known: readonly ErrorCode[] = [
    "BAD_INDENT",
    "BLOCK_AS_IMPLICIT_KEY",
    "MULTILINE_IMPLICIT_KEY",
    "MISSING_CHAR",
  ];
  if (!known.includes(error.code)) return undefined;
  // Where two lines were joined to one value, it is the second that is indented by mistake.
  const end = line + text.length;
  const next = source.slice(end).search(/\S/);
  const joined = error.code !== "BAD_INDENT" && next > 0 && at < end;
  const place = joined ? end + next : line + text.length - text.trimStart().length;
  const span = { start: place, end: place + lineAt(source, place).trimEnd().length };
  return { span, sentence: "This line is indented differently from the one it belongs to. Line them up." };
}

const others: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_DQ_ESCAPE: "A backslash in double quotes begins an escape. Write \\\\ or use single quotes.",
  TAG_RESOLVE_FAILED: "A value can't begin with ! unless it is in quotes.",
  MULTIPLE_DOCS: "A line of --- or ... ends the frontmatter.",
  RESOURCE_EXHAUSTION: "It is nested too deeply. Write it flatter.",
};

function rest(code: ErrorCode): string {
  return others[code] ?? "Put the value in quotes, or check the lines above for a missing quote or bracket.";
}

function startOfLine(source: string, at: number): number {
  return Math.max(source.lastIndexOf("\n", at - 1), source.lastIndexOf("\r", at - 1)) + 1;
}
