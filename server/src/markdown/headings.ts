// Headings: which part of the source is their text, and the `{#id .class}` that may end it.

import type { Span } from "../text/span.ts";
import type { HeadingDraft, Piece } from "./blockState.ts";
import { isBlank, skipBlanks, trimEnd } from "./characters.ts";
import { type Content, sourceOffset, sourceSpan, stretch } from "./content.ts";
import type { Heading } from "./markdownScan.ts";
import type { PageContext } from "./output.ts";
import type { MarkdownSyntax } from "./syntax.ts";

/** The text of an ATX heading at `first`–`end`: without its `#` marks and the closing ones. */
export function atxContent(text: string, first: number, end: number): Content {
  let from = first;
  while (from < end && text.charCodeAt(from) === 35) from++;
  from = skipBlanks(text, from, end);
  const to = trimEnd(text, from, end);
  return stretch(text, from, withoutClosing(text, from, to));
}

function withoutClosing(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && text.charCodeAt(end - 1) === 35) end--;
  if (end === to || (end > from && !isBlank(text.charCodeAt(end - 1)))) return to;
  return trimEnd(text, from, end);
}

/** A heading that waits for its text; a negative start of `span` means that of the content. */
export function headingOf(page: PageContext, level: number, span: Span, content: Content): Piece {
  const attributes = attributesOf(page.syntax, content);
  const to = attributes ? withoutClosing(content.text, content.from, attributes.from) : content.to;
  const contentSpan = sourceSpan(content, content.from, to);
  const heading: HeadingDraft = {
    level: level as Heading["level"],
    span: { start: span.start < 0 ? contentSpan.start : span.start, end: span.end },
    contentSpan,
    source: page.text.slice(contentSpan.start, contentSpan.end),
    text: "",
  };
  if (attributes?.id) heading.explicitId = attributes.id;
  const read = to === content.to ? content : stretch(content.text, content.from, to, content.lines);
  return { kind: "heading", content: read, heading };
}

interface HeadingAttributes {
  /** Where the heading's text ends before them. */
  readonly from: number;
  readonly id: Heading["explicitId"] | undefined;
}

function attributesOf(syntax: MarkdownSyntax, content: Content): HeadingAttributes | undefined {
  if (syntax.kramdown) return kramdownId(content);
  if (syntax.headingBrackets) return bracketsAt(content);
  if (syntax.treeIds) return wholeId(content, syntax.mdx);
  if (syntax.wholeHeadingIds) return wholeId(content, false) ?? attributesAt(content);
  return syntax.headingAttributes ? attributesAt(content) : undefined;
}

/** `[#id]` at the end of the content (Nextra's remark-custom-heading-id.ts). */
function bracketsAt(content: Content): HeadingAttributes | undefined {
  const { text, from, to } = content;
  if (text.charCodeAt(to - 1) !== 93) return undefined;
  const open = text.indexOf("[#", from);
  if (open === -1 || open + 2 >= to - 1) return undefined;
  const escaped = open > from && text.charCodeAt(open - 1) === 92 ? 1 : 0;
  const span = { start: sourceOffset(content, open + 2), end: sourceOffset(content, to - 1) };
  return { from: trimEnd(text, from, open - escaped), id: { id: text.slice(open + 2, to - 1), span } };
}

/** kramdown: ` {#id}` and nothing else in the braces (parser/kramdown/header.rb). */
function kramdownId(content: Content): HeadingAttributes | undefined {
  const { text, from, to } = content;
  if (to - from < 4 || text.charCodeAt(to - 1) !== 125) return undefined;
  const found = /[\t ]\{#([\p{L}_:][\p{L}\p{M}\p{N}_:.\-·]*)\}$/u.exec(text.slice(from, to));
  if (found?.[1] === undefined) return undefined;
  const start = from + found.index + 3;
  const span = { start: sourceOffset(content, start), end: sourceOffset(content, to - 1) };
  return { from: trimEnd(text, from, from + found.index), id: { id: found[1], span } };
}

/** `{/* #id *\/}`, or `{#any text but braces}` (a backslash before it is no text), at the end of the content. */
function wholeId(content: Content, mdx: boolean): HeadingAttributes | undefined {
  const { text, from, to } = content;
  if (text.charCodeAt(to - 1) !== 125) return undefined;
  const open = text.lastIndexOf("{", to - 1);
  if (open < from) return undefined;
  const inner = text.slice(open + 1, to - 1);
  const comment = !mdx ? null : /^\s*\/\*\s*#(\S+)(?:\s[^*]*)?\*\/\s*$/.exec(inner);
  const id = comment?.[1] ?? /^#([^{}]+)$/.exec(inner)?.[1]?.trim();
  if (!id) return undefined;
  const start = text.indexOf(id, text.indexOf("#", open) + 1);
  const span = { start: sourceOffset(content, start), end: sourceOffset(content, start + id.length) };
  const escaped = !comment && text.charCodeAt(open - 1) === 92;
  return { from: trimEnd(text, from, escaped ? open - 1 : open), id: { id, span } };
}

/** `{#id .class}` at the end of the content. */
function attributesAt(content: Content): HeadingAttributes | undefined {
  const { text, from, to } = content;
  if (to - from < 3 || text.charCodeAt(to - 1) !== 125) return undefined;
  let open = to - 2;
  while (open > from && text.charCodeAt(open) !== 123 && text.charCodeAt(open) !== 125) open--;
  if (text.charCodeAt(open) !== 123 || text.charCodeAt(open - 1) === 123) return undefined;
  const inner = text.slice(open + 1, to - 1);
  const id = idAlone.test(inner) ? { name: inner.slice(1), at: 1 } : idAmong(inner);
  if (!id) return undefined;
  const start = id.name === "" ? 0 : open + 1 + id.at;
  const span = { start: sourceOffset(content, start), end: sourceOffset(content, start + id.name.length) };
  return { from: trimEnd(text, from, open), id: id.name === "" ? undefined : { id: id.name, span } };
}

/** Nearly all of them. */
const idAlone = /^#[^\s{}#"]+$/;
const attributeList =
  /^\s*(?:[#.][^\s{}#]+|[\w-]+=(?:"[^"]*"|[^\s"]+))(?:(?:\s+|(?=#))(?:[#.][^\s{}#]+|[\w-]+=(?:"[^"]*"|[^\s"]+)))*\s*$/;

/** The last id of an attribute list, which counts, and where it stands; an empty one where the list has none. */
function idAmong(inner: string): { readonly name: string; readonly at: number } | undefined {
  if (!attributeList.test(inner)) return undefined;
  const bare = inner.replace(/"[^"]*"/g, (value) => " ".repeat(value.length));
  const found = [...bare.matchAll(/#([^\s#]+)/g)].at(-1);
  return found ? { name: found[1] ?? "", at: found.index + 1 } : { name: "", at: 0 };
}
