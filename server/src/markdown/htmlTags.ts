// Raw HTML in Markdown: where a tag, comment, instruction or declaration ends (CommonMark 6.6), and the attributes of a tag.

import { isAlpha, isAlphanumeric, isWhitespace, skipWhitespace } from "./characters.ts";

const quote = 34;
const apostrophe = 39;
const greater = 62;
const equals = 61;
const slash = 47;

/** First offset after the tag (opening or closing) at `at`; -1 where there is no whole one. `vue`: may attributes be `@click` and `#name`? */
export function tagEnd(text: string, at: number, to: number, vue = false): number {
  const closing = text.charCodeAt(at + 1) === slash;
  let pos = at + (closing ? 2 : 1);
  if (pos >= to || !isAlpha(text.charCodeAt(pos))) return -1;
  while (pos < to && (isAlphanumeric(text.charCodeAt(pos)) || text.charCodeAt(pos) === 45)) pos++;
  if (closing) {
    pos = skipWhitespace(text, pos, to);
    return pos < to && text.charCodeAt(pos) === greater ? pos + 1 : -1;
  }
  return attributesEnd(text, pos, to, vue);
}

function attributesEnd(text: string, from: number, to: number, vue: boolean): number {
  let pos = from;
  while (pos < to) {
    const next = skipWhitespace(text, pos, to);
    if (next >= to) return -1;
    const code = text.charCodeAt(next);
    if (code === greater) return next + 1;
    if (code === slash) return text.charCodeAt(next + 1) === greater && next + 1 < to ? next + 2 : -1;
    if (next === pos || !(isNameStart(code) || (vue && isVueStart(code)))) return -1;
    pos = attributeEnd(text, next, to);
    if (pos === -1) return -1;
  }
  return -1;
}

function isNameStart(code: number): boolean {
  return isAlpha(code) || code === 58 || code === 95;
}

/** `@` and `#`. */
function isVueStart(code: number): boolean {
  return code === 64 || code === 35;
}

function isNamePart(code: number): boolean {
  return isAlphanumeric(code) || code === 45 || code === 46 || code === 58 || code === 95;
}

/** First offset after the attribute that begins at `at`, its value included; -1 when the value is broken. */
function attributeEnd(text: string, at: number, to: number): number {
  let pos = at + 1;
  while (pos < to && isNamePart(text.charCodeAt(pos))) pos++;
  const value = skipWhitespace(text, pos, to);
  if (value >= to || text.charCodeAt(value) !== equals) return pos;
  return valueEnd(text, skipWhitespace(text, value + 1, to), to);
}

function valueEnd(text: string, at: number, to: number): number {
  if (at >= to) return -1;
  const first = text.charCodeAt(at);
  if (first === quote || first === apostrophe) {
    let close = at + 1;
    while (close < to && text.charCodeAt(close) !== first)
      close = afterShortcode(text, close, to) ?? close + 1;
    return close < to ? close + 1 : -1;
  }
  let pos = at;
  while (pos < to && !endsBareValue(text.charCodeAt(pos))) pos++;
  if (pos === at) return -1;
  const code = text.charCodeAt(pos);
  return pos >= to || code === greater || code === slash || isWhitespace(code) ? pos : -1;
}

/** Quotes in a shortcode of Hugo's (`href="{{< ref "pay" >}}"`) end no value: it is gone before HTML is read. */
function afterShortcode(text: string, at: number, to: number): number | undefined {
  if (text.charCodeAt(at) !== 123 || text.charCodeAt(at + 1) !== 123) return undefined;
  const third = text.charCodeAt(at + 2);
  if (third !== 60 && third !== 37) return undefined;
  // Cut out first: a search through the rest of the page, from every one that is not closed, would take its square.
  const inner = text.slice(at + 3, Math.min(to, at + longestShortcode + 3));
  const end = inner.indexOf(third === 60 ? ">}}" : "%}}");
  return end === -1 ? undefined : at + 3 + end + 3;
}

const longestShortcode = 1000;

/** White space, `"`, `'`, `/`, `<`, `=`, `>` and the backtick. */
function endsBareValue(code: number): boolean {
  return (
    isWhitespace(code) ||
    code === quote ||
    code === apostrophe ||
    code === slash ||
    (code >= 60 && code <= 62) ||
    code === 96
  );
}

export interface TagAttribute {
  readonly name: string;
  /** Of the value, without its quotes. */
  readonly start: number;
  readonly end: number;
}

/** The name of the tag at `at` (which begins with `<`). */
export function tagName(text: string, at: number): string {
  let pos = at + 1;
  while (isNamePart(text.charCodeAt(pos))) pos++;
  return text.slice(at + 1, pos);
}

/** Attributes with a value of a whole tag that stands at `at`–`end`. */
export function tagAttributes(text: string, at: number, end: number): readonly TagAttribute[] {
  const found: TagAttribute[] = [];
  let pos = at + 1;
  while (pos < end && isNamePart(text.charCodeAt(pos))) pos++;
  while (pos < end) {
    pos = skipWhitespace(text, pos, end);
    if (!isNameStart(text.charCodeAt(pos)) && !isVueStart(text.charCodeAt(pos))) break;
    let after = pos + 1;
    while (after < end && isNamePart(text.charCodeAt(after))) after++;
    const value = skipWhitespace(text, after, end);
    if (text.charCodeAt(value) !== equals) {
      pos = after;
      continue;
    }
    const start = skipWhitespace(text, value + 1, end);
    const stop = valueEnd(text, start, end);
    if (stop === -1) break;
    const quoted = text.charCodeAt(start) === quote || text.charCodeAt(start) === apostrophe ? 1 : 0;
    found.push({ name: text.slice(pos, after), start: start + quoted, end: stop - quoted });
    pos = stop;
  }
  return found;
}

/** Comment, instruction, declaration or CDATA at `at` (`<!` or `<?`): the mark that ends it, and where to look for it from. */
export function specialMark(
  text: string,
  at: number,
): { readonly close: string; readonly from: number } | undefined {
  if (text.charCodeAt(at + 1) === 63) return { close: "?>", from: at + 2 };
  if (text.startsWith("<!--", at)) return { close: "-->", from: at + 2 };
  if (text.startsWith("<![CDATA[", at)) return { close: "]]>", from: at + 9 };
  if (isAlpha(text.charCodeAt(at + 2)) && text.charCodeAt(at + 1) === 33) return { close: ">", from: at + 3 };
  return undefined;
}
