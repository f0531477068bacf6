// Directives in running text (micromark-extension-directive): `:name`, `:name[label]`, `:name{attributes}`. Only where the
// syntax has them, and only for what they take away: of a directive its label alone counts for a heading's id.

import { isAlphanumeric } from "./characters.ts";
import { type InlineState, isRecording } from "./inlineState.ts";
import { plainToken } from "./tokens.ts";

const colon = 58;
const longest = 1000;

/** First offset after the directive at the colon at `at`; undefined where there is none. */
export function directiveAt(state: InlineState, at: number): number | undefined {
  const { text, to } = state;
  if (!state.page.syntax.treeIds) return undefined;
  if (!isLetter(text.charCodeAt(at + 1))) return undefined;
  if (at > state.from && text.charCodeAt(at - 1) === colon && at > state.plainFrom) return undefined;
  const name = nameEnd(text, at + 1, to);
  if (name === -1) return undefined;
  const label = pairEnd(text, name, to, "[]");
  const end = pairEnd(text, label, to, "{}");
  if (label === name && !state.full) return undefined;
  if (isRecording(state)) {
    const token = plainToken(at, end, text.slice(at, end));
    token.treeText = label > name ? text.slice(name + 1, label - 1) : "";
    state.tokens.push(token);
  }
  state.plainFrom = end;
  return end;
}

/** A name ends in a letter or digit, and no colon follows it (`:smile:` is no directive). */
function nameEnd(text: string, at: number, to: number): number {
  let end = at;
  while (end < to && isNamePart(text.charCodeAt(end))) end++;
  const last = text.charCodeAt(end - 1);
  if (last === 45 || last === 95) return -1;
  return end < to && text.charCodeAt(end) === colon ? -1 : end;
}

/** First offset after the pair of brackets that opens at `at`; `at` itself where none does or it is not closed. */
export function pairEnd(text: string, at: number, to: number, [open, close]: string): number {
  if (at >= to || text[at] !== open) return at;
  let depth = 0;
  for (let pos = at; pos < Math.min(to, at + longest); pos++) {
    const sign = text[pos];
    if (sign === "\\") pos++;
    else if (sign === open) depth++;
    else if (sign === close && --depth === 0) return pos + 1;
  }
  return at;
}

function isLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}

function isNamePart(code: number): boolean {
  return isAlphanumeric(code) || code === 45 || code === 95;
}
