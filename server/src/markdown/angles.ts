// What a `<` in running text begins: an autolink, a tag of HTML or JSX, a comment.

import { emitTag } from "./attributes.ts";
import { isAlphanumeric, isControl } from "./characters.ts";
import { specialMark, tagEnd, tagName } from "./htmlTags.ts";
import { addOpaque, findMark, type InlineState, isRecording, place } from "./inlineState.ts";
import { jsxTagEnd } from "./jsxTags.ts";
import { rawSpanEnd, rawSpans } from "./kramdownHtml.ts";
import { emitCommentMarks } from "./markdownIt/commentMarks.ts";
import { pythonAutolinkEnd, pythonTagEnd } from "./python/pythonInlines.ts";
import { boundaryToken } from "./tokens.ts";

/** Reads what begins with the `<` at `at`; answers where to go on. */
export function angleAt(state: InlineState, at: number): number {
  const next = state.text.charCodeAt(at + 1);
  if (at + 1 >= state.to) return at + 1;
  if (next === 33 || next === 63) return special(state, at);
  if (state.page.syntax.mdx) return tag(state, at, jsxTagEnd(state.text, at, state.to));
  const end = state.page.syntax.python
    ? pythonAutolinkEnd(state.text, at, state.to)
    : autolinkEnd(state.text, at, state.to);
  if (end !== -1) return autolink(state, at, end);
  if (state.page.syntax.mdx1) return tag(state, at, jsxTagEnd(state.text, at, state.to));
  if (state.page.syntax.python) return tag(state, at, pythonTagEnd(state.text, at, state.to));
  const vue = state.page.syntax.markdownIt?.componentTags === true;
  return tag(state, at, tagEnd(state.text, at, state.to, vue));
}

function tag(state: InlineState, at: number, end: number): number {
  if (end === -1) return at + 1;
  addOpaque(state, "html", at, end);
  emitTag(state.page, state.content, at, end);
  if (state.page.syntax.kramdown && rawSpans.has(tagName(state.text, at).toLowerCase())) {
    const close = rawSpanEnd(state.text, tagName(state.text, at), end, state.to);
    if (isRecording(state)) state.tokens.push(boundaryToken(at, close, state.text.slice(end, close), true));
    state.plainFrom = close;
    return close;
  }
  return html(state, at, end);
}

function html(state: InlineState, at: number, end: number): number {
  if (isRecording(state)) {
    const isComment = state.text.charCodeAt(at + 1) === 33;
    const token = boundaryToken(at, end, "", true);
    token.tag = !isComment;
    // Plain Markdown has a node for a tag, whose value is the tag; MDX has an element.
    const { valueIds, mdx } = state.page.syntax;
    if (valueIds && !mdx) token.treeText = state.text.slice(at, end);
    state.tokens.push(token);
  }
  state.plainFrom = end;
  return end;
}

function special(state: InlineState, at: number): number {
  const mark = specialMark(state.text, at);
  if (!mark || (state.page.syntax.mdx && mark.close !== "-->")) return at + 1;
  const close = findMark(state, mark.close, mark.from);
  if (close === -1) return at + 1;
  const end = close + mark.close.length;
  addOpaque(state, mark.close === "-->" ? "comment" : "html", at, end);
  emitCommentMarks(state.page, state.content, at, end);
  return html(state, at, end);
}

function autolink(state: InlineState, at: number, end: number): number {
  const raw = state.text.slice(at + 1, end - 1);
  const email = !/^[A-Za-z][A-Za-z0-9+.-]{1,31}:/.test(raw);
  const span = place(state, at, end);
  const destination = { raw, value: email ? `mailto:${raw}` : raw, span: place(state, at + 1, end - 1) };
  state.page.out.links.push({
    kind: "autolink",
    image: false,
    span,
    text: raw,
    destination,
    hasContent: false,
  });
  if (isRecording(state)) state.tokens.push(boundaryToken(at, end, raw, false));
  state.plainFrom = end;
  state.spanEnd = end;
  return end;
}

function autolinkEnd(text: string, at: number, to: number): number {
  let pos = at + 1;
  let scheme = -1;
  for (; pos < to; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 62) break;
    if (code === 58 && scheme === -1) scheme = pos;
    if (code === 60 || code === 32 || isControl(code)) return -1;
  }
  if (pos >= to) return -1;
  if (scheme !== -1 && isScheme(text, at + 1, scheme)) return pos + 1;
  return isEmail(text.slice(at + 1, pos)) ? pos + 1 : -1;
}

function isScheme(text: string, from: number, to: number): boolean {
  return to - from <= 32 && /^[A-Za-z][A-Za-z0-9+.-]+$/.test(text.slice(from, to));
}

const emailLocal = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.]+$/;

function isEmail(raw: string): boolean {
  const sign = raw.indexOf("@");
  if (sign < 1 || !emailLocal.test(raw.slice(0, sign))) return false;
  return raw
    .slice(sign + 1)
    .split(".")
    .every(isDomainLabel);
}

function isDomainLabel(label: string): boolean {
  if (label.length === 0 || label.length > 63 || !/^[A-Za-z0-9-]+$/.test(label)) return false;
  return isAlphanumeric(label.charCodeAt(0)) && isAlphanumeric(label.charCodeAt(label.length - 1));
}
