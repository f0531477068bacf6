// Blocks that Docusaurus has beside MDX's: `:::note[Title]{#id}` up to `:::`, and `::name[label]` (micromark-extension-directive;
// `:::note Title` is rewritten to it), and fences of `mdx-code-block`, which are taken off before anything is read
// (utils/src/markdownUtils.ts).

import type { BlockState } from "./blockState.ts";
import { skipBlanks } from "./characters.ts";
import type { Content } from "./content.ts";
import { pairEnd } from "./directives.ts";
import type { Anchor } from "./markdownScan.ts";

export interface DirectiveStart {
  readonly kind: "directive";
  /** How many colons it began with: a container with three and more. */
  readonly count: number;
  readonly title: Content | undefined;
  readonly anchor: Anchor | undefined;
}

export interface UnwrapStart {
  readonly kind: "unwrap";
  /** Of the fences around what follows; 0 after them. */
  readonly length: number;
}

/** Names that may have a title without brackets: those of admonitions. */
const admonition = /^(?:secondary|info|success|danger|note|tip|warning|important|caution)$/;

const opening = /:{2,}([A-Za-z][\w-]*)/y;

/** The directive that the measured line begins. */
export function directiveStart({ line }: BlockState): DirectiveStart | undefined {
  const { text, first, end } = line;
  opening.lastIndex = first;
  const found = opening.exec(text);
  if (!found || opening.lastIndex > end) return undefined;
  const [{ length }, name = ""] = found;
  const count = length - name.length;
  const after = first + length;
  const label = pairEnd(text, after, end, "[]");
  const attributes = pairEnd(text, label, end, "{}");
  const rest = skipBlanks(text, attributes, end);
  const bare = count > 2 && attributes === after && rest > after && admonition.test(name);
  if (rest < end && !bare) return undefined;
  const [from, to] = label > after ? [after + 1, label - 1] : [rest, end];
  return {
    kind: "directive",
    count,
    title: from < to ? { text, from, to } : undefined,
    anchor: attributes > label ? idOf(text.slice(label + 1, attributes - 1), label + 1) : undefined,
  };
}

/** Begins it: a container stays open, of another one the label is all. */
export function beginDirective(state: BlockState, { count, title, anchor }: DirectiveStart): void {
  if (count > 2) state.colons.push({ depth: state.containers.length, count });
  if (title) state.pieces.push({ kind: "text", content: title });
  if (anchor) state.page.out.anchors.push(anchor);
}

/** `#id` or `id="id"` among a directive's attributes, which stand at `start`. */
function idOf(attributes: string, start: number): Anchor | undefined {
  const found = /(?:^|\s)(?:#([^\s#.]+)|id="([^"]+)")/.exec(attributes);
  const id = found?.[1] ?? found?.[2];
  if (!found || id === undefined) return undefined;
  const at = start + found.index + found[0].indexOf(id);
  return { id, span: { start: at, end: at + id.length }, tag: "directive", attribute: "id" };
}

/** Is the measured line, a fence of `length` signs, one that is taken off: the beginning or the end of `mdx-code-block`? */
export function unwrapStart({ line, unwrapped }: BlockState, length: number): UnwrapStart | undefined {
  const { text, first, end } = line;
  if (text.charCodeAt(first) !== 96 || length > 4) return undefined;
  const info = text.slice(first + length, end).trim();
  if (unwrapped === length && info === "") return { kind: "unwrap", length: 0 };
  return unwrapped === 0 && info === "mdx-code-block" ? { kind: "unwrap", length } : undefined;
}
