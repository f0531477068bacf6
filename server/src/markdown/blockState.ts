// What the block scanner carries from line to line: the open containers, the open leaf and its lines, and the texts that
// wait for the inline scanner (which needs all definitions of the page first).

import type { Container } from "./containers.ts";
import type { Content } from "./content.ts";
import type { Line } from "./lines.ts";
import type { ColonFence } from "./markdownIt/colonFences.ts";
import type { Heading } from "./markdownScan.ts";
import type { PageContext } from "./output.ts";

export type LeafKind = "none" | "paragraph" | "fence" | "html" | "indented" | "table" | "math" | "esm";

export interface Piece {
  readonly kind: "text" | "term" | "cell" | "html" | "heading";
  readonly content: Content;
  readonly heading?: HeadingDraft;
}

/** A heading whose `text` is not read yet. */
export type HeadingDraft = { -readonly [Key in keyof Heading]: Heading[Key] };

export interface BlockState {
  readonly page: PageContext;
  readonly line: Line;
  readonly containers: Container[];
  /** Open `::: tip`, the outermost first. */
  readonly colons: ColonFence[];
  /** How many of them are block quotes. */
  quotes: number;
  leaf: LeafKind;
  /** Lines of the open leaf: the first `count` of these. */
  count: number;
  readonly starts: number[];
  readonly ends: number[];
  /** Of a fence. */
  fence: { readonly mark: number; readonly length: number };
  /** Of an HTML block: what ends it; undefined: a blank line. */
  closeMarks: readonly string[] | undefined;
  readonly pieces: Piece[];
  /** End of the last line that was not blank. */
  contentEnd: number;
  /** Did a blank line, or the beginning of what is around it, come before the current line? */
  boundary: boolean;
  /** Was that so where the open paragraph began? */
  fresh: boolean;
  /** kramdown: for each HTML element with Markdown inside that is open, the elements around it which have none; and an attribute list's id that waits for the next block. */
  readonly htmlInside: (readonly string[])[];
  waitingId: Heading["explicitId"];
  /** Inside `<<<<<<<` … `>>>>>>>`? */
  conflict: boolean;
  /** kramdown, Liquid: closing marks of which there is none on the rest of the page. */
  readonly unclosed: Set<string>;
  /** No block of math that begins before this offset is closed. */
  noMathBefore: number;
  /** End of the shortcode that began in the open paragraph and goes on over its lines; and the next `{` of the page, as far as was looked. */
  shortcodeEnd: number;
  nextBrace: number;
  /** Length of the fences of `mdx-code-block` that stand around; 0 outside of any. */
  unwrapped: number;
  /** Of the open table. */
  columns: number;
}

/** Begins a leaf with the stretch `start`–`end` as its first line. */
export function beginLeaf(state: BlockState, kind: LeafKind, start: number, end: number): void {
  state.leaf = kind;
  state.count = 0;
  addLine(state, start, end);
}

export function addLine(state: BlockState, start: number, end: number): void {
  state.starts[state.count] = start;
  state.ends[state.count++] = end;
}
