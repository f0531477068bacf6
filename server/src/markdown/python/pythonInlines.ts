// The small signs of Python-Markdown in running text: addresses in angle brackets, `:emoji:`, and lists of attributes after an
// element (inlinepatterns.py, extensions/attr_list.py, pymdownx/emoji.py).

import { isAlpha, isControl } from "../characters.ts";
import { type InlineState, isRecording } from "../inlineState.ts";
import { emojiNames } from "../markdownIt/emojiNames.ts";
import { boundaryToken } from "../tokens.ts";
import { attributeListAt, emitId } from "./attributeLists.ts";
import { moreEmojiNames } from "./emojiNames.ts";

/** First offset after the `<https://…>` or `<a@b.c>` at `at`; -1 where none is. Only http, https and ftp are addresses. */
export function pythonAutolinkEnd(text: string, at: number, to: number): number {
  let end = at + 1;
  let mail = -1;
  let space = false;
  for (; end < to; end++) {
    const code = text.charCodeAt(end);
    if (code === 62) break;
    if (code === 60 || isControl(code)) return -1;
    if (code === 64) mail = mail === -1 ? end : 0;
    space ||= code === 32 || code === 33;
  }
  if (end >= to) return -1;
  if (/^(?:https?|ftps?):\/\//i.test(text.slice(at + 1, at + 10))) return end + 1;
  return mail > at + 1 && mail < end - 1 && !space ? end + 1 : -1;
}

/** First offset after the tag at `at`: to Python-Markdown all is one that begins with a letter and has no `@` in its name (inlinepatterns.py, HTML_RE). */
export function pythonTagEnd(text: string, at: number, to: number): number {
  let pos = at + (text.charCodeAt(at + 1) === 47 ? 2 : 1);
  if (!isAlpha(text.charCodeAt(pos))) return -1;
  let named = true;
  for (; pos < to; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 62) return pos + 1;
    // An escaped sign is no sign any more: `\>` closes nothing.
    if (code === 92) pos++;
    if (code === 60 || (named && code === 64)) return -1;
    if (code === 32) named = false;
  }
  return -1;
}

const emoji = /:([+\-\w]+):/y;
const emojiName: ReadonlySet<string> = new Set(`${emojiNames} ${moreEmojiNames}`.trim().split(/\s+/));
/** Icons of Material for MkDocs, and emoji by pattern. */
const emojiPattern =
  /^(?:(?:material|fontawesome|octicons|simple)-|(?:flag|regional_indicator|couple|family|kiss|man|woman|men|women|person|people)_)|_(?:skin_)?tone\d?\b/;

/** What no index knows is text: `nlohmann::basic_json::array`. Of a site's own icons only their names' hyphens tell. */
function isEmoji(name: string): boolean {
  return emojiName.has(name) || emojiPattern.test(name) || /^[a-z]+(?:-\w+)+$/.test(name);
}

/** First offset after the `:name:` at `at` (pymdownx/emoji.py), which is a picture and no text. */
export function emojiAt(state: InlineState, at: number): number | undefined {
  if (state.page.syntax.python?.emoji !== true) return undefined;
  emoji.lastIndex = 0;
  const found = emoji.exec(state.text.slice(at, Math.min(state.to, at + 100)));
  if (!found || !isEmoji(found[1] ?? "")) return undefined;
  const end = at + found[0].length;
  if (isRecording(state)) state.tokens.push(boundaryToken(at, end, "", true));
  state.plainFrom = end;
  return end;
}

/** First offset after the list of attributes at `at` (a `{`) that belongs to the element which ends there; -1 where none does. */
export function inlineListEnd(state: InlineState, at: number): number {
  const before = state.text.charAt(at - 1);
  const element = /[)\]`>:]/.test(before) ? state.plainFrom === at : /[*_~=^+]/.test(before);
  if (!element || at === state.from || (before === ">" && !endsInAutolink(state, at))) return -1;
  const list = attributeListAt(state.text, at, state.to);
  if (!list) return -1;
  emitId(state.page, state.content, list);
  if (isRecording(state)) state.tokens.push(boundaryToken(at, list.end, "", false));
  state.plainFrom = list.end;
  return list.end;
}

function endsInAutolink(state: InlineState, at: number): boolean {
  return state.page.out.links.at(-1)?.kind === "autolink" && state.text.charCodeAt(at - 1) === 62;
}
