// `{#id .class target="_self"}` as markdown-it-attrs reads it: right after a link, an image, code or emphasis it belongs to
// that, at the end of a block to the block. (Its lib/patterns.js has more places, of which none gives an id that links name.)

import type { Span } from "../../text/span.ts";
import { type InlineState, isRecording, place } from "../inlineState.ts";
import { boundaryToken } from "../tokens.ts";

/** Attributes at the end of a block. */
export interface BlockAttributes {
  /** Where their `{` stands in the content. */
  readonly from: number;
  readonly id?: { readonly id: string; readonly span: Span };
}

/** Reads what the `{` at `at` begins, if it is that; answers where to go on, -1 where it is plain text. */
export function curlyAt(state: InlineState, at: number): number {
  const { text, to } = state;
  const close = closeOf(text, at, Math.min(to, at + longest));
  if (close === -1 || !isLongEnough(text, at, close)) return -1;
  const attached = isAttached(state, at) && text.charCodeAt(close + 1) !== 125;
  if (!attached && (close !== to - 1 || text.slice(at + 1, close).includes("{"))) return -1;
  const attributes = attributesIn(text, at + 1, close);
  const id = attributes.find(({ name }) => name === "id");
  const named = id && { id: id.value, span: place(state, id.start, id.start + id.value.length) };
  if (attached) attach(state, at, attributes, named);
  else state.blockAttributes = { from: at, ...(named && { id: named }) };
  if (isRecording(state)) state.tokens.push(boundaryToken(at, close + 1, "", false));
  state.plainFrom = close + 1;
  state.spanEnd = close + 1;
  return close + 1;
}

/** More than any author writes; looking on would make a hostile line slow. */
const longest = 1000;

function closeOf(text: string, at: number, to: number): number {
  for (let pos = at + 2; pos < to; pos++) if (text.charCodeAt(pos) === 125) return pos;
  return -1;
}

/** `{x}` is enough, but `{#}` is not. */
function isLongEnough(text: string, at: number, close: number): boolean {
  const first = text[at + 1];
  return close - at >= (first === "#" || first === "." ? 3 : 2);
}

function isAttached(state: InlineState, at: number): boolean {
  return state.spanEnd === at || (at > state.from && /[*_~]/.test(state.text[at - 1] ?? ""));
}

function attach(
  state: InlineState,
  at: number,
  attributes: readonly Attribute[],
  id: BlockAttributes["id"],
): void {
  const { links, anchors } = state.page.out;
  if (id && id.id !== "") anchors.push({ ...id, tag: "", attribute: "id" });
  const link = links.at(-1);
  // VitePress leaves the address of such a link as it is (its link plugin looks for the two attributes).
  const raw = attributes.some(({ name }) => name === "target" || name === "download");
  if (raw && link && !link.image && link.span.end === place(state, at, at).start)
    links[links.length - 1] = { ...link, form: "html" };
}

interface Attribute {
  readonly name: string;
  readonly value: string;
  /** Where the value begins. */
  readonly start: number;
}

/** `#id`, `.class`, `key=value`, `key="a value"` and `key`, with spaces between them (its lib/utils.js, `getAttrs`). */
function attributesIn(text: string, from: number, to: number): readonly Attribute[] {
  const found: Attribute[] = [];
  const pattern = /([#.]?)((?:"[^"]*"|[^ "])+)/g;
  const inner = text.slice(from, to);
  for (const { 1: mark = "", 2: rest = "", index } of inner.matchAll(pattern)) {
    const start = from + index + mark.length;
    if (mark === "#") found.push({ name: "id", value: rest, start });
    else if (mark === "") {
      const name = rest.split("=")[0] ?? "";
      const value = rest.slice(name.length + 1).replaceAll('"', "");
      found.push({ name, value, start: start + name.length + (rest[name.length + 1] === '"' ? 2 : 1) });
    }
  }
  return found;
}
