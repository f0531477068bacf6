// Links and images in brackets (CommonMark 6.3, 6.4), references that no definition has, and what was meant as a link.

import { shorten } from "../text/shorten.ts";
import { resolveEmphasis } from "./emphasis.ts";
import { decodeDestination } from "./entities.ts";
import { addOpaque, type Bracket, type FoundLink, type InlineState, place } from "./inlineState.ts";
import { labelEnd, normaliseLabel } from "./labels.ts";
import type { Definition, Link } from "./markdownScan.ts";
import { nearLinkAt } from "./nearLinks.ts";
import { type Resource, resourceAt, spacedResourceAt } from "./resources.ts";
import { emitShortcode } from "./shortcodeLinks.ts";
import { shortcodeEnd, shortcodeOf } from "./shortcodes.ts";
import { boundaryToken, idTextOf, plainToken, readerText, tokenText, typographicText } from "./tokens.ts";
import { countTags } from "./treeTags.ts";
import { wikiLinkAt } from "./wikiLinks.ts";

const longestKey = 2000;

/** `[` or `![` at `at`, or a call of a footnote; answers where to go on. */
export function openBracket(state: InlineState, at: number, image: boolean): number {
  const bracket = image ? at + 1 : at;
  const wiki = state.page.syntax.wikiLinks === undefined ? -1 : wikiLinkAt(state, at, image);
  if (wiki !== -1) return wiki;
  const top = state.brackets.at(-1);
  if (top) top.nested = true;
  const call = footnoteCallEnd(state, bracket);
  const after = call < state.to ? state.text.charCodeAt(call) : 0;
  if (call !== -1 && !(image && (after === 40 || after === 91))) {
    if (image && (state.full || top)) state.tokens.push(plainToken(at, bracket, "!"));
    if (state.full || top) state.tokens.push(boundaryToken(bracket, call, "", false));
    state.plainFrom = call;
    return call;
  }
  const end = bracket + 1;
  state.brackets.push({
    start: at,
    end,
    image,
    token: state.tokens.length,
    links: state.page.out.links.length,
    active: true,
    nested: false,
  });
  state.tokens.push(plainToken(at, end, image ? "![" : "["));
  state.plainFrom = end;
  return end;
}

/** First offset after the footnote call at `at` (a `[`); -1 where none is, or its footnote is missing. */
export function footnoteCallEnd(state: InlineState, at: number): number {
  if (state.text.charCodeAt(at + 1) !== 94 || state.page.footnoteLabels.size === 0) return -1;
  const close = labelEnd(state.text, at, state.to);
  if (close === -1) return -1;
  const label = state.text.slice(at + 2, close);
  if (/[\s]/.test(label)) return -1;
  return state.page.footnoteLabels.has(normaliseLabel(label)) ? close + 1 : -1;
}

/** `]` at `at`; answers where to go on. */
export function closeBracket(state: InlineState, at: number): number {
  const opener = state.brackets.pop();
  if (!opener) return at + 1;
  if (!opener.active) return at + 1;
  const next = at + 1 < state.to ? state.text.charCodeAt(at + 1) : 0;
  if (next === 40) {
    const end = inlineLink(state, opener, at);
    if (end !== -1) return end;
  }
  if (next === 91) return reference(state, opener, at);
  const own = ownDefinition(state, opener, at);
  if (own) return emitLink(state, opener, at, { kind: "shortcut-reference", end: at + 1, definition: own });
  if (next === 40) nearLinkAt(state, opener, at);
  return at + 1;
}

function inlineLink(state: InlineState, opener: Bracket, at: number): number {
  const resource =
    resourceAt(state.text, at + 1, state.to, state) ??
    (state.page.syntax.kramdown && spacedResourceAt(state.text, at + 1, state.to));
  if (!resource) return -1;
  const { start, end } = resource;
  const raw = state.text.slice(start, end);
  const literal = isLiteral(state.text, start, end);
  if (!literal && state.syntax.shortcodes !== "none") shortcodesIn(state, start, end);
  const value = literal ? raw : decodeDestination(raw, state.syntax);
  const destination = { raw, value, span: place(state, start, end) };
  const title = state.syntax.linkTitles ? titleOf(state.text, resource) : undefined;
  return emitLink(state, opener, at, { kind: "inline", end: resource.close, destination, title });
}

/** Is nothing in the destination that could be an escape, a character reference or a shortcode? */
function isLiteral(text: string, from: number, to: number): boolean {
  for (let pos = from; pos < to; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 38 || code === 92 || code === 123) return false;
  }
  return true;
}

function titleOf(text: string, { after, close }: Resource): string | undefined {
  const quoted = text.slice(after, close - 1).trim();
  return quoted.slice(1, -1) || undefined;
}

/** Shortcodes in a destination are shortcodes too. */
function shortcodesIn(state: InlineState, from: number, to: number): void {
  for (let pos = from; pos < to; pos++) {
    if (state.text.charCodeAt(pos) !== 123) continue;
    const end = shortcodeEnd(state.text, pos, to, state.page.syntax);
    if (end === -1) continue;
    addOpaque(state, "shortcode", pos, end);
    emitShortcode(state.page, shortcodeOf(state.text.slice(pos, end), place(state, pos, end)));
    pos = end - 1;
  }
}

/** `[text][label]` and `[text][]`. */
function reference(state: InlineState, opener: Bracket, at: number): number {
  const close = labelEnd(state.text, at + 1, state.to);
  if (close !== -1) {
    const label = normaliseLabel(state.text.slice(at + 2, close));
    const definition = state.page.defined.get(label);
    if (definition)
      return emitLink(state, opener, at, {
        kind: "full-reference",
        end: close + 1,
        definition,
        label: [at + 2, close],
      });
    if (!label.startsWith("^"))
      undefinedReference(state, opener, { close: at, start: at + 2, end: close, label });
    return at + 1;
  }
  const collapsed = state.text.charCodeAt(at + 2) === 93 && at + 2 < state.to;
  if (!collapsed) return at + 1;
  const own = ownDefinition(state, opener, at);
  if (own) return emitLink(state, opener, at, { kind: "collapsed-reference", end: at + 3, definition: own });
  const label = normaliseLabel(state.text.slice(opener.end, Math.min(at, opener.end + longestKey)));
  if (isWorthNaming(label) && !opener.nested)
    undefinedReference(state, opener, { close: at, start: opener.end, end: at, label });
  return at + 1;
}

/** Not a footnote, not a task's box. */
function isWorthNaming(label: string): boolean {
  return label !== "" && label !== "x" && !label.startsWith("^");
}

function ownDefinition(state: InlineState, opener: Bracket, at: number): Definition | undefined {
  if (opener.nested || state.page.defined.size === 0 || at - opener.end > longestKey) return undefined;
  return state.page.defined.get(normaliseLabel(state.text.slice(opener.end, at)));
}

export function undefinedReference(
  state: InlineState,
  opener: Bracket,
  found: { readonly close: number; readonly start: number; readonly end: number; readonly label: string },
): void {
  if (opener.start < state.undefinedTo) return;
  const end = found.start > found.close ? found.end + 1 : found.close + 3;
  state.undefinedTo = end;
  state.page.out.undefinedReferences.push({
    image: opener.image,
    span: place(state, opener.start, end),
    label: found.label,
    labelSpan: place(state, found.start, found.end),
    text: state.text.slice(opener.end, found.close),
  });
}

/** Emits the link or image that the bracket which closes at `at` is; answers where to go on. */
export function emitLink(state: InlineState, opener: Bracket, at: number, found: FoundLink): number {
  const { tokens } = state;
  const first = opener.token + 1;
  resolveEmphasis(tokens, first);
  const { kramdown } = state.page.syntax;
  const text = readerText(state.text, opener.end, at, tokens, first, kramdown && typographicText);
  let content = false;
  for (let i = first; i < tokens.length; i++) content ||= tokens[i]?.content ?? false;
  // kramdown's headings have no text for an image.
  const read = kramdown && opener.image && state.full ? "" : text;
  const token = boundaryToken(opener.start, found.end, read, opener.image || content);
  const { markdownIt, mdx, treeIds, valueIds } = state.page.syntax;
  if (treeIds && !mdx && !opener.image)
    countTags(state.text, opener.end, at, tokens.slice(first), [{ from: opener.end, to: at }]);
  const idText = treeIds || valueIds ? idTextOf(state.text, opener.end, at, tokens, first) : undefined;
  if (idText !== undefined) token.treeText = idText;
  if (valueIds && opener.image) token.treeText = "";
  if (markdownIt)
    token.idText = opener.image
      ? ""
      : tokenText(state.text, { from: opener.end, to: at }, tokens.slice(first), markdownIt.emoji);
  shorten(tokens, opener.token);
  // Python-Markdown makes ids of a heading's text alone: its pictures say nothing.
  if (opener.image && state.page.syntax.python) token.text = "";
  tokens.push(token);
  // What stands in an image's alternative text is text for every reader.
  if (opener.image) state.page.out.links.length = opener.links;
  state.page.out.links.push(linkOf(state, opener, at, { found, text, content: content && !opener.image }));
  if (!opener.image) deactivate(state);
  state.plainFrom = found.end;
  state.spanEnd = found.end;
  return found.end;
}

function linkOf(
  state: InlineState,
  opener: Bracket,
  at: number,
  { found, text, content }: { readonly found: FoundLink; readonly text: string; readonly content: boolean },
): Link {
  const textSpan = place(state, opener.end, at);
  const span = place(state, opener.start, found.end);
  const { kind, definition, label, destination, title } = found;
  const { image } = opener;
  if (destination && title !== undefined)
    return { kind, image, span, text, textSpan, destination, title, hasContent: content };
  if (destination) return { kind, image, span, text, textSpan, destination, hasContent: content };
  return {
    kind,
    image,
    span,
    text,
    textSpan,
    destination: definition?.destination ?? { raw: "", value: "", span: textSpan },
    label: definition?.label ?? "",
    labelSpan: label ? place(state, label[0], label[1]) : textSpan,
    hasContent: content,
  };
}

/** No link stands within a link: the brackets that are open around this one can only be images. */
function deactivate(state: InlineState): void {
  for (let i = state.brackets.length - 1; i >= 0; i--) {
    const bracket = state.brackets[i];
    if (!bracket || bracket.image) continue;
    if (!bracket.active) return;
    bracket.active = false;
  }
}
