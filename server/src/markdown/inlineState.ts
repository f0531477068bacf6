// What the inline scanner carries while it goes over one block, and the few ways to add to it.

import { shorten } from "../text/shorten.ts";
import type { Span } from "../text/span.ts";
import { type Content, sourceSpan } from "./content.ts";
import type { BlockAttributes } from "./markdownIt/curly.ts";
import type { Definition, Destination, LinkKind, OpaqueSpan } from "./markdownScan.ts";
import type { PageContext } from "./output.ts";
import type { TitleMemory } from "./resources.ts";
import type { MarkdownSyntax } from "./syntax.ts";
import type { Token } from "./tokens.ts";

export interface Bracket {
  /** Of `[` or `![`. */
  readonly start: number;
  /** Where the text begins. */
  readonly end: number;
  readonly image: boolean;
  /** Index of its own token. */
  readonly token: number;
  /** How many links the page had before it. */
  readonly links: number;
  /** False inside a link, where no other link can be. */
  active: boolean;
  /** Does another bracket begin within? Then its text cannot be a label. */
  nested: boolean;
  /** Python-Markdown: what the bracket that closes at `close` is, known from its beginning. */
  readonly python?: { readonly close: number; readonly found: FoundLink };
}

/** What a closed bracket turned out to be. */
export interface FoundLink {
  readonly kind: LinkKind;
  readonly end: number;
  readonly destination?: Destination;
  readonly definition?: Definition;
  readonly label?: readonly [number, number];
  readonly title?: string | undefined;
}

export interface InlineState extends TitleMemory {
  readonly page: PageContext;
  readonly syntax: MarkdownSyntax;
  content: Content;
  text: string;
  from: number;
  to: number;
  /** In a table's cell `\|` stands for `|`, in code too. */
  cell: boolean;
  /** Are tokens kept everywhere (a heading; a second look for addresses), or only within brackets? */
  full: boolean;
  readonly tokens: Token[];
  readonly brackets: Bracket[];
  /** Closing marks (`-->`, `?>`, …) that are known to be missing from an offset on. */
  missing: Map<string, number> | undefined;
  /** Last place of each length of backtick runs, once it was needed. */
  ticks: Map<number, number> | undefined;
  /** Where the last construct ended. */
  plainFrom: number;
  /** Where the last link, image or code ended. */
  spanEnd: number;
  /** `{#id}` at the end of the block (markdown-it-attrs). */
  blockAttributes: BlockAttributes | undefined;
  /** Is there something that only a second look can tell to be an address? */
  later: boolean;
  /** End of the last undefined reference. */
  undefinedTo: number;
  /** Next place at which `$` may close; monotonic. */
  mathCloser: number;
  /** Python-Markdown: where each `[` closes, once it was needed. */
  pairs: ReadonlyMap<number, number> | undefined;
}

/** One serves a whole page: `beginContent` makes it ready for each of its texts. */
export function newInlineState(page: PageContext): InlineState {
  return {
    page,
    syntax: page.syntax,
    content: { text: "", from: 0, to: 0 },
    text: "",
    from: 0,
    to: 0,
    cell: false,
    full: false,
    tokens: [],
    brackets: [],
    untitled: undefined,
    missing: undefined,
    ticks: undefined,
    plainFrom: 0,
    spanEnd: -1,
    blockAttributes: undefined,
    later: false,
    undefinedTo: -1,
    mathCloser: -1,
    pairs: undefined,
  };
}

export function beginContent(state: InlineState, content: Content, cell: boolean, full: boolean): void {
  state.content = content;
  state.text = content.text;
  state.from = content.from;
  state.to = content.to;
  state.cell = cell;
  state.full = full;
  shorten(state.tokens, 0);
  shorten(state.brackets, 0);
  state.untitled = undefined;
  state.missing = undefined;
  state.ticks = undefined;
  state.plainFrom = content.from;
  state.spanEnd = -1;
  state.blockAttributes = undefined;
  state.later = false;
  state.undefinedTo = -1;
  state.mathCloser = -1;
  state.pairs = undefined;
}

export function isRecording(state: InlineState): boolean {
  return state.full || state.brackets.length > 0;
}

export function place(state: InlineState, start: number, end: number): Span {
  return sourceSpan(state.content, start, end);
}

export function addOpaque(state: InlineState, kind: OpaqueSpan["kind"], start: number, end: number): void {
  state.page.out.opaque.push({ kind, span: place(state, start, end) });
}

/** Offset of `mark` at or after `from`, or -1; asked often for the same missing mark, it searches once. */
export function findMark(state: InlineState, mark: string, from: number): number {
  if (state.missing && from >= (state.missing.get(mark) ?? Number.POSITIVE_INFINITY)) return -1;
  const found = indexWithin(state.text, mark, from, state.to);
  if (found !== -1) return found;
  state.missing ??= new Map();
  state.missing.set(mark, from);
  return -1;
}

/** Like indexOf, but does not look beyond `to`. */
function indexWithin(text: string, mark: string, from: number, to: number): number {
  const first = mark.charCodeAt(0);
  for (let pos = from; pos + mark.length <= to; pos++)
    if (text.charCodeAt(pos) === first && text.startsWith(mark, pos)) return pos;
  return -1;
}
