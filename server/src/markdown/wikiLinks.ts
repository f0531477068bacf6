// `[[Page#Heading|text]]` of wikis, `![[embeds]]`, and the ids that Obsidian's authors give to blocks (` ^id` at a line's end).

import { isBlank, isLineEnd } from "./characters.ts";
import { type InlineState, isRecording, place } from "./inlineState.ts";
import { boundaryToken } from "./tokens.ts";

/** Nobody writes a longer one. */
const longest = 1000;

/** The wiki link at `at` (a `[`, or the `!` before it): emits it and answers where to go on; -1 where none begins. */
export function wikiLinkAt(state: InlineState, at: number, image: boolean): number {
  const { wikiLinks } = state.page.syntax;
  const open = image ? at + 1 : at;
  if (wikiLinks === undefined || state.text.charCodeAt(open + 1) !== 91) return -1;
  const close = closeOf(state, open + 2);
  if (close === -1) return -1;
  const parts = partsOf(state.text, open + 2, close, wikiLinks === "text-first");
  if (parts === undefined) return -1;
  emit(state, { start: at, end: close + 2 }, parts, image || parts.image);
  return close + 2;
}

/** Where the `]]` stands that closes it, on the same line and before any other bracket. `[[1]](address)` is Markdown's. */
function closeOf(state: InlineState, from: number): number {
  const to = Math.min(state.to, from + longest);
  for (let pos = from; pos < to; pos++) {
    const code = state.text.charCodeAt(pos);
    if (code === 91 || isLineEnd(code)) return -1;
    if (code !== 93) continue;
    if (pos + 1 >= state.to || state.text.charCodeAt(pos + 1) !== 93) return -1;
    return pos + 2 < state.to && state.text.charCodeAt(pos + 2) === 40 ? -1 : pos;
  }
  return -1;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Parts {
  readonly target: Stretch;
  readonly label: Stretch;
  readonly image: boolean;
}

const imageName = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i;

/** What is no link: a table of contents (GitHub's and GitLab's wikis), Gollum's macros and includes. */
const noPage = /^(?:_toc_|<<.*>>|include:.*)$/i;

function partsOf(text: string, from: number, to: number, textFirst: boolean): Parts | undefined {
  const inner = text.slice(from, to);
  const pipe = inner.indexOf("|");
  const first = trimmed(text, from, pipe === -1 ? to : from + pipe - (inner[pipe - 1] === "\\" ? 1 : 0));
  const name = text.slice(first.start, first.end);
  if (noPage.test(inner.trim())) return undefined;
  // Gollum's pictures have their options behind the name: `[[plan.png|alt=Plan]]`.
  const picture = textFirst && imageName.test(name);
  // Of `[[text|Page|more]]`, Gollum leaves the rest.
  const rest = textFirst ? inner.indexOf("|", pipe + 1) : -1;
  const second = pipe === -1 ? first : trimmed(text, from + pipe + 1, rest === -1 ? to : from + rest);
  const target = textFirst && !picture ? second : first;
  if (target.start === target.end) return undefined;
  return { target, label: textFirst && !picture ? first : second, image: picture };
}

function trimmed(text: string, from: number, to: number): Stretch {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function emit(state: InlineState, whole: Stretch, { target, label }: Parts, pictured: boolean): void {
  const raw = state.text.slice(target.start, target.end);
  const written = state.text.slice(label.start, label.end);
  // Of a picture it is how wide it is shown: `![[plan.png|300x200]]`. Another page is shown as it is.
  const image = pictured && imageName.test(raw);
  const text = image && /^\d+(?:x\d+)?$/.test(written) ? raw : written.replace(/^alt=/, "");
  if (isRecording(state)) state.tokens.push(boundaryToken(whole.start, whole.end, text, image));
  state.page.out.links.push({
    kind: "wiki",
    image,
    span: place(state, whole.start, whole.end),
    text,
    textSpan: place(state, label.start, label.end),
    destination: { raw, value: addressOf(raw), span: place(state, target.start, target.end) },
    hasContent: false,
  });
  // No link stands within a link.
  for (const bracket of state.brackets) if (!bracket.image && !image) bracket.active = false;
  state.plainFrom = whole.end;
  state.spanEnd = whole.end;
}

/** A name as an address that means it: what would end a path, or make a scheme of it, is percent-encoded. Full addresses stay. */
export function addressOf(name: string): string {
  if (/^https?:\/\//i.test(name)) return name;
  return name.replace(/[%?:{\\]/g, encodeURIComponent).replace(/^\/\//, "/");
}

/** ` ^id` at the end of a line, an id of the block (help.obsidian.md, "Link to a block in a note"): letters, digits, dashes. */
export function blockIdAt(state: InlineState, at: number): number {
  if (state.page.syntax.wikiLinks !== "target-first") return at + 1;
  const before = at === state.from ? 10 : state.text.charCodeAt(at - 1);
  if (!isBlank(before) && !isLineEnd(before)) return at + 1;
  let end = at + 1;
  while (end < state.to && isIdSign(state.text.charCodeAt(end))) end++;
  let after = end;
  while (after < state.to && isBlank(state.text.charCodeAt(after))) after++;
  if (end === at + 1 || (after < state.to && !isLineEnd(state.text.charCodeAt(after)))) return end;
  const id = state.text.slice(at, end);
  state.page.out.anchors.push({ id, span: place(state, at, end), tag: "^", attribute: "id" });
  return end;
}

function isIdSign(code: number): boolean {
  return (
    (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 45
  );
}
