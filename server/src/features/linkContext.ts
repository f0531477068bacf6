// Where in a half-written link an author is. Read from the text around the cursor, never from the page's links: the
// line is unfinished, so a scan of it says nothing. Only where nothing is Markdown (code, comments) is the scan asked.

import type { Span } from "../text/span.ts";
import type { Cursor } from "./cursor.ts";

export type LinkContext = DestinationContext | LabelContext;

export interface DestinationContext {
  readonly kind: "destination";
  /** `[a](|`, `[a](<|`, `[a]: |`, `<a href="|`, `<|` in running text. */
  readonly syntax: "inline" | "angle" | "definition" | "attribute" | "autolink";
  /** Is an image or a video wanted rather than a page? */
  readonly image: boolean;
  /** From the destination's first character (of an autolink: from its `<`) to its last, also after the cursor. */
  readonly span: Span;
  /** What a reader will see: between the brackets, where there are some. */
  readonly text: string;
  readonly textSpan?: Span;
}

export interface LabelContext {
  readonly kind: "label";
  readonly span: Span;
  readonly text: string;
}

/** As far as we look from the cursor; a line of five megabytes must not be read at each key. */
const reach = 2000;

export function linkContext(cursor: Cursor): LinkContext | undefined {
  const { page, text, offset } = cursor;
  if (offset < page.scanned.bodyStart || offset > text.length || isOpaque(cursor)) return undefined;
  const from = Math.max(offset - reach, lastLineEnd(text, offset) + 1);
  const line: Line = { text, offset, before: text.slice(from, offset), after: afterCursor(text, offset) };
  return (
    inAttribute(line, page.scanned.syntax.linkAttributes) ??
    inParentheses(line) ??
    inDefinition(line) ??
    inLabel(line) ??
    (page.scanned.syntax.mdx ? undefined : inAutolink(line))
  );
}

interface Line {
  readonly text: string;
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

const closedToLinks: readonly string[] = ["fenced-code", "indented-code", "code-span", "comment"];

function isOpaque({ page, text, offset }: Cursor): boolean {
  return page.scanned.opaque.some(
    ({ kind, span }) =>
      closedToLinks.includes(kind) &&
      span.start < offset &&
      (offset < span.end || (offset === text.length && offset === span.end && kind !== "code-span")),
  );
}

function lastLineEnd(text: string, offset: number): number {
  for (let at = offset - 1; at >= Math.max(0, offset - reach); at--) {
    if (text[at] === "\n" || text[at] === "\r") return at;
  }
  return -1;
}

function afterCursor(text: string, offset: number): string {
  const after = text.slice(offset, offset + reach);
  const end = after.search(/[\r\n]/);
  return end < 0 ? after : after.slice(0, end);
}

function inParentheses(line: Line): LinkContext | undefined {
  const open = line.before.lastIndexOf("](");
  if (open < 0 || isEscaped(line.before, open)) return undefined;
  const written = line.before.slice(open + 2);
  const angle = written.trimStart().startsWith("<");
  const typed = angle ? written.trimStart().slice(1) : written.trimStart();
  if (angle ? /[<>]/.test(typed) : !isOpenDestination(typed)) return undefined;
  const length = angle ? lengthUntil(line.after, ">") : restInParentheses(typed, line.after);
  const brackets = bracketsBefore(line.text, line.offset - written.length - 2);
  if (!brackets) return undefined;
  return {
    kind: "destination",
    syntax: angle ? "angle" : "inline",
    image: brackets.image,
    span: { start: line.offset - typed.length, end: line.offset + length },
    text: line.text.slice(brackets.span.start, brackets.span.end),
    textSpan: brackets.span,
  };
}

/** Can the destination still go on after this? Words of a title with spaces between them may be typed to search for a page. */
function isOpenDestination(typed: string): boolean {
  let depth = 0;
  for (let at = 0; at < typed.length; at++) {
    const character = typed[at];
    if (character === "\\") at++;
    else if (character === "(") depth++;
    else if (character === ")" && --depth < 0) return false;
  }
  if (!/\s/.test(typed)) return true;
  return typed.length <= 80 && /^(?:[^\s"'`()[\]<>|#]*#{1,2})?[^"'`()[\]<>|/.#:]+$/.test(typed);
}

/** How much of the line after the cursor still belongs to the destination: all up to the parenthesis that closes it, or to a space. */
function restInParentheses(typed: string, after: string): number {
  let depth = [...typed].filter((one) => one === "(").length - [...typed].filter((one) => one === ")").length;
  for (let at = 0; at < after.length; at++) {
    const character = after[at] ?? "";
    if (character === "\\") at++;
    else if (character === "(") depth++;
    else if (character === ")" && --depth < 0) return at;
    else if (/\s/.test(character)) break;
  }
  // Never closed, or a title follows. What comes right after an empty, open `(` is prose; a bar may end a table's cell.
  return typed === "" && !/^\S+[ \t]+["']/.test(after) ? 0 : (/^[^\s|"'<>`\]]*/.exec(after)?.[0].length ?? 0);
}

function lengthUntil(after: string, end: string): number {
  const at = after.indexOf(end);
  return at >= 0 && !/[<>]/.test(after.slice(0, at)) ? at : (/^[^\s<>"'`)]*/.exec(after)?.[0].length ?? 0);
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}

/** The brackets that end at `close` (where their `]` stands), possibly begun on an earlier line of the paragraph. */
function bracketsBefore(text: string, close: number): { span: Span; image: boolean } | undefined {
  let depth = 0;
  for (let at = close - 1; at >= Math.max(0, close - reach); at--) {
    const character = text[at];
    if (character === "\n" && /^[ \t>]*\r?\n/.test(text.slice(at + 1, at + 40))) return undefined;
    if ((character !== "[" && character !== "]") || isEscaped(text, at)) continue;
    if (character === "]") depth++;
    else if (depth > 0) depth--;
    else return { span: { start: at + 1, end: close }, image: text[at - 1] === "!" };
  }
  return undefined;
}

function inDefinition(line: Line): LinkContext | undefined {
  const match = /^[\s>*+\-\d.)]{0,40}\[(?!\^)((?:[^[\]\\]|\\.){1,999})\]:[ \t]*(<?)(\S*)$/.exec(line.before);
  if (!match) return undefined;
  const typed = match[3] ?? "";
  const angle = match[2] === "<";
  const length = angle ? lengthUntil(line.after, ">") : (/^\S*/.exec(line.after)?.[0].length ?? 0);
  return {
    kind: "destination",
    syntax: "definition",
    image: false,
    span: { start: line.offset - typed.length, end: line.offset + length },
    text: match[1] ?? "",
  };
}

function inLabel(line: Line): LinkContext | undefined {
  const open = line.before.lastIndexOf("][");
  if (open < 0 || isEscaped(line.before, open)) return undefined;
  const typed = line.before.slice(open + 2);
  const brackets = bracketsBefore(line.text, line.offset - typed.length - 2);
  if (/[[\]]/.test(typed) || !brackets) return undefined;
  const rest = /^[^[\]]*(?=\])/.exec(line.after)?.[0].length ?? 0;
  return {
    kind: "label",
    span: { start: line.offset - typed.length, end: line.offset + rest },
    text: line.text.slice(brackets.span.start, brackets.span.end),
  };
}

function inAutolink(line: Line): LinkContext | undefined {
  const match = /(?:^|[\s([*_])<((?:[a-z0-9/.#][^\s<>"'`=]*)?)$/.exec(line.before);
  // `</di` closes a tag.
  if (!match || /^\/[a-z0-9]*$/.test(match[1] ?? "")) return undefined;
  const rest = /^[^\s<>]*>/.exec(line.after)?.[0].length ?? 0;
  return {
    kind: "destination",
    syntax: "autolink",
    image: false,
    span: { start: line.offset - (match[1] ?? "").length - 1, end: line.offset + rest },
    text: "",
  };
}

const mediaTags: readonly string[] = ["img", "video", "audio", "source"];

/** `<a href="|`, `<Link to={"|`, the tag perhaps begun some lines above and never closed. */
function inAttribute(
  line: Line,
  linkAttributes: Readonly<Record<string, readonly string[]>>,
): LinkContext | undefined {
  const typed = /[^"'`<>]*$/.exec(line.before)?.[0] ?? "";
  const quoteAt = line.offset - typed.length - 1;
  const quote = line.text[quoteAt];
  if (quote === undefined || !`"'\``.includes(quote) || typed.length >= line.before.length) return undefined;
  const head = line.text.slice(Math.max(0, quoteAt - 100), quoteAt);
  const attribute = /(?:^|\s)([A-Za-z_][\w:.-]{0,40})\s{0,3}=\s{0,3}(?:\{\s{0,3})?$/.exec(head)?.[1];
  if (!attribute) return undefined;
  const tag = tagBefore(line.text, quoteAt);
  if (!tag || !Object.hasOwn(linkAttributes, tag) || !linkAttributes[tag]?.includes(attribute))
    return undefined;
  return {
    kind: "destination",
    syntax: "attribute",
    image: mediaTags.includes(tag) && attribute !== "href",
    span: { start: quoteAt + 1, end: line.offset + lengthUntil(line.after, quote) },
    text: "",
  };
}

/** Name of the tag that the place is in; the nearest `<name` before it, not further than the paragraph. */
function tagBefore(text: string, offset: number): string | undefined {
  for (let at = offset - 1; at >= Math.max(0, offset - reach); at--) {
    if (text[at] !== "<") continue;
    const name = /^[A-Za-z][\w.:-]*(?=\s)/.exec(text.slice(at + 1, at + 60))?.[0];
    if (name !== undefined) return name;
  }
  return undefined;
}
