// Goes once over the text of a block and finds what stands in running text: code, links, images, tags, addresses, math,
// shortcodes. Emits them; answers with the text a reader sees where it is asked for (headings).

import { angleAt } from "./angles.ts";
import { closeBracket, openBracket } from "./brackets.ts";
import { isAsciiPunctuation, isLineEnd, lineFeed, skipBlanks } from "./characters.ts";
import { codeSpanAt } from "./codeSpans.ts";
import type { Content } from "./content.ts";
import { directiveAt } from "./directives.ts";
import { resolveEmphasis, runAt } from "./emphasis.ts";
import { characterReferenceAt } from "./entities.ts";
import { expressionEnd } from "./expressions.ts";
import { goldmarkLiteralAt } from "./goldmarkLiterals.ts";
import { addOpaque, beginContent, findMark, type InlineState, isRecording, place } from "./inlineState.ts";
import { attributeId } from "./kramdownBlocks.ts";
import { literalAt, mayBeLiteral } from "./literals.ts";
import { type BlockAttributes, curlyAt } from "./markdownIt/curly.ts";
import { inlineMathEnd } from "./math.ts";
import { rewind, sizesOf } from "./output.ts";
import { emitLaterLiterals, emitLiteral } from "./plainRuns.ts";
import { closePythonBracket, openPythonBracket } from "./python/pythonBrackets.ts";
import { emojiAt, inlineListEnd } from "./python/pythonInlines.ts";
import { emitShortcode } from "./shortcodeLinks.ts";
import { shortcodeEnd, shortcodeOf } from "./shortcodes.ts";
import { boundaryToken, idTextOf, plainToken, readerText, tokenText, typographicText } from "./tokens.ts";
import { countTags } from "./treeTags.ts";
import { blockIdAt } from "./wikiLinks.ts";

/** Signs at which something may begin; every other one is text. */
const signs = new Uint8Array(128);
for (const sign of "\\&`<[!]*_~:@wW${^") signs[sign.charCodeAt(0)] = 1;

/** What is read: a text of which only what it emits counts, a table's cell of that kind, or a text that is asked for itself. */
export type Reading = "text" | "cell" | "full";

export interface InlineText {
  /** As a reader sees it, if that was asked for, else "". */
  readonly text: string;
  /** `Heading.idText`. */
  readonly idText: string | undefined;
  /** Where Markdown is markdown-it's: `Heading.tokenText`, and the `{#id}` that ends the content. */
  readonly tokenText: string | undefined;
  readonly attributes: BlockAttributes | undefined;
}

const nothing: InlineText = { text: "", idText: undefined, tokenText: undefined, attributes: undefined };

/** Emits what stands in `content`; answers its text. */
export function scanInlines(state: InlineState, content: Content, reading: Reading): InlineText {
  const { out } = state.page;
  const full = reading === "full";
  const sign = nextSign(content.text, content.from, content.to);
  if (!full && sign >= content.to) return nothing;
  // Only of GFM's addresses some show themselves at a second look.
  const sizes = full || state.syntax.literals !== "gfm" ? undefined : sizesOf(out);
  beginContent(state, content, reading === "cell", full);
  run(state, sign);
  if (state.later && sizes) {
    rewind(out, sizes);
    beginContent(state, content, reading === "cell", true);
    run(state, sign);
  }
  return finish(state);
}

function finish(state: InlineState): InlineText {
  const attributes = state.blockAttributes;
  if (!state.full) return attributes ? { ...nothing, attributes } : nothing;
  const emphasis = resolveEmphasis(state.tokens, 0);
  if (state.later) emitLaterLiterals(state);
  const { text, from, to, tokens } = state;
  const { markdownIt, mdx, treeIds, valueIds, kramdown } = state.page.syntax;
  const plain = kramdown ? typographicText : undefined;
  if (treeIds && !mdx) countTags(text, from, to, tokens, emphasis);
  const idText = treeIds || valueIds ? idTextOf(text, from, to, tokens, 0) : undefined;
  return {
    text: readerText(text, from, to, tokens, 0, plain),
    idText,
    tokenText: markdownIt ? tokenText(text, { from, to }, tokens, markdownIt.emoji) : undefined,
    attributes,
  };
}

/** `sign`: the first in the content. */
function run(state: InlineState, sign: number): void {
  const { text, to } = state;
  let pos = sign;
  while (pos < to) pos = nextSign(text, step(state, pos, text.charCodeAt(pos)), to);
}

/** The first offset from `from` on at which something may begin, or one that is not before `to`. */
function nextSign(text: string, from: number, to: number): number {
  for (let pos = from; pos < to; pos++) {
    const code = text.charCodeAt(pos);
    if (code < 128 && signs[code] === 1) return pos;
  }
  return to;
}

/** Reads what begins with the sign `code` at `at`; answers where to go on. */
function step(state: InlineState, at: number, code: number): number {
  switch (code) {
    case 92:
      return backslash(state, at);
    case 38:
      return reference(state, at);
    case 96:
      return codeSpanAt(state, at);
    case 60:
      return angleAt(state, at);
    case 91:
      return bracket(state, at, false);
    case 33:
      return state.text.charCodeAt(at + 1) === 91 && at + 1 < state.to ? bracket(state, at, true) : at + 1;
    case 93:
      return state.page.syntax.python ? closePythonBracket(state, at) : closeBracket(state, at);
    case 36:
      return math(state, at);
    case 123:
      return brace(state, at);
    case 58:
      return emojiAt(state, at) ?? directiveAt(state, at) ?? literal(state, at);
    case 94:
      return blockIdAt(state, at);
    case 64:
    case 87:
    case 119:
      return literal(state, at);
    default:
      return emphasisRun(state, at);
  }
}

function bracket(state: InlineState, at: number, image: boolean): number {
  return state.page.syntax.python ? openPythonBracket(state, at, image) : openBracket(state, at, image);
}

function backslash(state: InlineState, at: number): number {
  const next = state.text.charCodeAt(at + 1);
  if (at + 1 >= state.to) return at + 1;
  if (isAsciiPunctuation(next)) {
    if (isRecording(state)) {
      const token = plainToken(at, at + 2, state.text[at + 1] ?? "");
      state.tokens.push(token);
      // VitePress keeps an escaped `&` as HTML has it (its restoreEntities).
      if (next === 38 && !state.page.syntax.markdownIt?.decodedEntities) token.idText = "&amp;";
    }
    state.plainFrom = at + 2;
    return at + 2;
  }
  if (!isLineEnd(next)) return at + 1;
  const lineEnd = state.text.charCodeAt(at + 2) === lineFeed && next !== lineFeed ? at + 3 : at + 2;
  const end = skipBlanks(state.text, lineEnd, state.to);
  if (isRecording(state)) {
    const token = boundaryToken(at, end, "\n", false);
    token.idText = "";
    state.tokens.push(token);
  }
  return end;
}

function reference(state: InlineState, at: number): number {
  const found = characterReferenceAt(state.text, at, state.to);
  if (!found) return at + 1;
  if (isRecording(state)) {
    const token = plainToken(at, found.end, state.page.syntax.python?.olderIds ? "" : found.value);
    if (!state.page.syntax.markdownIt?.decodedEntities) token.idText = state.text.slice(at, found.end);
    state.tokens.push(token);
  }
  state.plainFrom = found.end;
  return found.end;
}

function emphasisRun(state: InlineState, at: number): number {
  if (!isRecording(state)) {
    let end = at + 1;
    const marker = state.text.charCodeAt(at);
    while (end < state.to && state.text.charCodeAt(end) === marker) end++;
    return end;
  }
  const token = runAt(state.text, at, state.from, state.to);
  // A single `~` strikes through on GitHub, not in markdown-it.
  if (token.end === at + 1 && token.text === "~" && state.page.syntax.markdownIt) return token.end;
  state.tokens.push(token);
  return token.end;
}

function literal(state: InlineState, at: number): number {
  if (state.page.syntax.kramdown) return at + 1;
  const { literals } = state.page.syntax;
  if (literals === "none") return at + 1;
  const next = state.text.charCodeAt(at + 1);
  const code = state.text.charCodeAt(at);
  // `w` without a second one, `:` without `//` (or the letter after `xmpp:`): by far the most of them.
  if ((code | 32) === 119 && ((next | 32) !== 119 || state.page.syntax.markdownIt)) return at + 1;
  if (state.page.syntax.markdownIt?.literals === "none") return at + 1;
  if (code === 58 && next !== 47 && (state.text.charCodeAt(at - 1) !== 112 || next <= 32)) return at + 1;
  const find = literals === "gfm" ? literalAt : goldmarkLiteralAt;
  const found = state.brackets.length === 0 ? find(state.text, at, state) : undefined;
  if (found) {
    emitLiteral(state, found);
    return found.end;
  }
  if (literals === "goldmark") return at + 1;
  if (!state.later && mayBeLiteral(state.text, at, state.from, state.to)) state.later = true;
  return at + 1;
}

function math(state: InlineState, at: number): number {
  const { math: dollars, kramdown } = state.page.syntax;
  const double = state.text.charCodeAt(at + 1) === 36;
  if (!dollars && !(kramdown && double)) return at + 1;
  const end = inlineMathEnd(state, at);
  if (end === -1) {
    let after = at + 1;
    while (after < state.to && state.text.charCodeAt(after) === 36) after++;
    return after;
  }
  addOpaque(state, "math", at, end);
  if (isRecording(state)) state.tokens.push(boundaryToken(at, end, state.text.slice(at, end), false));
  state.plainFrom = end;
  return end;
}

/** `{`: a shortcode, attributes, or an expression of MDX. */
function brace(state: InlineState, at: number): number {
  const { syntax } = state.page;
  if (syntax.python?.attributes) {
    const end = inlineListEnd(state, at);
    if (end !== -1) return end;
  }
  if (syntax.markdownIt?.attributes) {
    const end = curlyAt(state, at);
    if (end !== -1) return end;
  }
  if (syntax.shortcodes !== "none") {
    const end = shortcodeEnd(state.text, at, state.to, syntax);
    if (end !== -1) return shortcode(state, at, end);
  }
  if (syntax.kramdown && state.text.charCodeAt(at + 1) === 58) return spanAttributes(state, at);
  if (!syntax.mdx) return at + 1;
  const end = expressionEnd(state.text, at, state.to);
  if (end === -1) return at + 1;
  addOpaque(state, "expression", at, end);
  if (isRecording(state)) {
    const token = boundaryToken(at, end, "", true);
    if (syntax.treeIds || syntax.valueIds) token.treeText = state.text.slice(at + 1, end - 1);
    state.tokens.push(token);
  }
  state.plainFrom = end;
  return end;
}

/** kramdown's `{: #id}` right after what it is about, `{::comment}…{:/}`. */
function spanAttributes(state: InlineState, at: number): number {
  const { text, from, to } = state;
  const found = /^\{:(?:(?:\\\}|[^}])*)\}/.exec(text.slice(at, Math.min(to, at + 400)));
  if (!found || (at > from && !/[)\]*_`>}]/.test(text[at - 1] ?? ""))) return at + 1;
  const extension = /^\{::(\w+)[^/]*\}$/.exec(found[0]);
  const close = extension ? findMark(state, "{:/", at) : -1;
  const end = close === -1 ? at + found[0].length : Math.min(to, text.indexOf("}", close) + 1 || to);
  addOpaque(state, "expression", at, end);
  const id = extension ? undefined : attributeId(found[0], at);
  if (id)
    state.page.out.anchors.push({
      id: id.id,
      span: place(state, id.span.start, id.span.end),
      tag: "{:}",
      attribute: "id",
    });
  if (isRecording(state)) state.tokens.push(boundaryToken(at, end, "", false));
  state.plainFrom = end;
  return end;
}

/** Where Liquid's `{% comment %}` at `at`–`end` is over, -1 where it is none. */
function commentEnd(state: InlineState, at: number, end: number): number {
  if (!/^\{%-?\s*comment\s*-?%\}$/.test(state.text.slice(at, end))) return -1;
  const name = findMark(state, "endcomment", end);
  const close = name === -1 ? -1 : findMark(state, "%}", name);
  return close === -1 ? -1 : close + 2;
}

function shortcode(state: InlineState, at: number, end: number): number {
  const span = place(state, at, end);
  const hidden = state.page.syntax.shortcodes === "liquid" ? commentEnd(state, at, end) : -1;
  if (hidden !== -1) {
    addOpaque(state, "comment", at, hidden);
    return hidden;
  }
  state.page.out.opaque.push({ kind: "shortcode", span });
  emitShortcode(state.page, shortcodeOf(state.text.slice(at, end), span));
  if (isRecording(state)) state.tokens.push(boundaryToken(at, end, "", true));
  state.plainFrom = end;
  return end;
}
