// Blocks that Docusaurus has beside MDX's: `:::note[Title]{#id}` up to `:::` (micromark-extension-directive; `:::note Title` is
// rewritten to it), and fences of `mdx-code-block`, which are taken off before anything is read (utils/src/markdownUtils.ts).

import type { BlockState } from "./blockState.ts";
import { skipBlanks } from "./characters.ts";
import { pairEnd } from "./directives.ts";
import type { ColonStart } from "./markdownIt/colonFences.ts";

/** Names that may have a title without brackets: those of admonitions. */
const admonition = /^(?:secondary|info|success|danger|note|tip|warning|important|caution)$/;

const opening = /:{3,}([A-Za-z][\w-]*)/y;

/** The container that the measured line begins; its id is told at once. */
export function directiveStart({ line, page }: BlockState): ColonStart | undefined {
  const { text, first, end } = line;
  opening.lastIndex = first;
  const found = opening.exec(text);
  if (!found || opening.lastIndex > end) return undefined;
  const [{ length }, name = ""] = found;
  const label = pairEnd(text, first + length, end, "[]");
  const attributes = pairEnd(text, label, end, "{}");
  const rest = skipBlanks(text, attributes, end);
  const bare = attributes === first + length && rest > attributes && admonition.test(name);
  if (rest < end && !bare) return undefined;
  if (attributes > label) emitId(page.out.anchors, text.slice(label + 1, attributes - 1), label + 1);
  const title =
    label > first + length
      ? { text, from: first + length + 1, to: label - 1 }
      : { text, from: rest, to: end };
  return { kind: "colons", count: length - name.length, title: title.from < title.to ? title : undefined };
}

/** `#id` or `id="id"` among a directive's attributes, which stand at `start`. */
function emitId(anchors: BlockState["page"]["out"]["anchors"], attributes: string, start: number): void {
  const found = /(?:^|\s)(?:#([^\s#.]+)|id="([^"]+)")/.exec(attributes);
  const id = found?.[1] ?? found?.[2];
  if (!found || id === undefined) return;
  const at = start + found.index + found[0].indexOf(id);
  anchors.push({ id, span: { start: at, end: at + id.length }, tag: "directive", attribute: "id" });
}

/** Is the measured line, a fence of `length` signs, one that is taken off: the beginning or the end of `mdx-code-block`? */
export function isTakenOff(state: BlockState, length: number): boolean {
  const { text, first, end } = state.line;
  if (text.charCodeAt(first) !== 96 || length > 4) return false;
  const info = text.slice(first + length, end).trim();
  const ends = state.unwrapped === length && info === "";
  const begins = state.unwrapped === 0 && info === "mdx-code-block";
  if (ends || begins) state.unwrapped = ends ? 0 : length;
  return ends || begins;
}
