// Links and images of Python-Markdown (`LinkInlineProcessor`, `ReferenceInlineProcessor`): what a bracket is, is known at its
// beginning, from where it closes; the outer one wins; a destination may have spaces; a blank may stand before a label.

import { emitLink, footnoteCallEnd, undefinedReference } from "../brackets.ts";
import { decodeAttribute } from "../entities.ts";
import { type FoundLink, findMark, type InlineState, place } from "../inlineState.ts";
import { normaliseLabel } from "../labels.ts";
import { boundaryToken, plainToken } from "../tokens.ts";
import { hasCode, pythonLabel } from "./pythonReferences.ts";
import { pythonResourceAt } from "./pythonResources.ts";

/** `[` or `![` at `at`, or a call of a footnote; answers where to go on. */
export function openPythonBracket(state: InlineState, at: number, image: boolean): number {
  const bracket = image ? at + 1 : at;
  const call = image ? -1 : footnoteCallEnd(state, bracket);
  if (call !== -1) {
    const shown = state.page.syntax.python?.olderIds ? footnoteNumber(state, bracket, call) : "";
    state.tokens.push(boundaryToken(bracket, call, shown, false));
    state.plainFrom = call;
    return call;
  }
  const close = pairsOf(state).get(bracket);
  const found = close === undefined ? undefined : foundAt(state, bracket, close, image);
  if (close === undefined || !found) return bracket + 1;
  const end = bracket + 1;
  state.brackets.push({
    start: at,
    end,
    image,
    token: state.tokens.length,
    links: state.page.out.links.length,
    active: true,
    nested: false,
    python: { close, found },
  });
  state.tokens.push(plainToken(at, end, image ? "![" : "["));
  state.plainFrom = end;
  return end;
}

/** Footnotes are numbered in the order of their texts. */
function footnoteNumber(state: InlineState, at: number, end: number): string {
  const label = normaliseLabel(state.text.slice(at + 2, end - 1));
  return String([...state.page.footnoteLabels].indexOf(label) + 1);
}

/** `]` at `at`; answers where to go on. */
export function closePythonBracket(state: InlineState, at: number): number {
  const opener = state.brackets.at(-1);
  if (opener?.python?.close !== at) return at + 1;
  state.brackets.pop();
  return emitLink(state, opener, at, opener.python.found);
}

/** What the bracket at `open`–`close` is: a reference, an inline link, or the short form of a reference. */
function foundAt(state: InlineState, open: number, close: number, image: boolean): FoundLink | undefined {
  const inLink = state.brackets.some((one) => !one.image);
  const reference = inLink && !image ? undefined : referenceAt(state, open, close, image);
  if (reference) return reference;
  const opens = state.text.charCodeAt(close + 1) === 40 && close + 1 < state.to;
  if (opens && (image || !inLink) && findMark(state, ")", close + 1) !== -1) {
    const resource = pythonResourceAt(state.text, close + 1, state.to);
    if (resource) {
      const raw = state.text.slice(resource.start, resource.end);
      const span = place(state, resource.start, resource.end);
      return { kind: "inline", end: resource.close, destination: { raw, value: decodeAddress(raw), span } };
    }
  }
  const definition = definitionOf(state, open + 1, close);
  return definition && { kind: "shortcut-reference", end: close + 1, definition };
}

/** Only these signs can be escaped (`ESCAPED_CHARS` of core.py, and `|` by tables). */
function decodeAddress(raw: string): string {
  return decodeAttribute(raw.replace(/\\([\\`*_{}[\]()>#+.!|-])/g, "$1").replace(/[\r\n]+[ \t]*/g, " "));
}

/** `[text][label]`, `[text] [label]` and `[text][]`. */
function referenceAt(state: InlineState, open: number, close: number, image: boolean): FoundLink | undefined {
  const { text, to } = state;
  const gap = /\s/.test(text.charAt(close + 1)) ? 1 : 0;
  const start = close + 1 + gap;
  if (start >= to || text.charCodeAt(start) !== 91) return undefined;
  const end = text.indexOf("]", start);
  if (end === -1 || end >= to) return undefined;
  const collapsed = end === start + 1;
  const definition = collapsed ? definitionOf(state, open + 1, close) : definitionOf(state, start + 1, end);
  if (definition) {
    return collapsed
      ? { kind: "collapsed-reference", end: end + 1, definition }
      : { kind: "full-reference", end: end + 1, definition, label: [start + 1, end] };
  }
  if (gap === 0) tellUndefined(state, { open, close, start, end, image, collapsed });
  return undefined;
}

interface Reference {
  readonly open: number;
  readonly close: number;
  readonly start: number;
  readonly end: number;
  readonly image: boolean;
  readonly collapsed: boolean;
}

function tellUndefined(state: InlineState, found: Reference): void {
  const { python } = state.page.syntax;
  if (python?.crossReferences || python?.appended || hasSnippets(state)) return;
  const [from, to] = found.collapsed ? [found.open + 1, found.close] : [found.start + 1, found.end];
  const label = pythonLabel(state.text.slice(from, to));
  if (label.trim() === "" || label.startsWith("^") || /^\W*$/.test(state.text.slice(found.open, found.close)))
    return;
  const opener = {
    start: found.image ? found.open - 1 : found.open,
    end: found.open + 1,
    image: found.image,
    token: 0,
    links: 0,
    active: true,
    nested: false,
  };
  undefinedReference(state, opener, { close: found.close, start: from, end: to, label });
}

/** A file that the page shows may define the reference. */
function hasSnippets(state: InlineState): boolean {
  return state.page.out.shortcodes.some(({ name }) => name === "--8<--");
}

function definitionOf(state: InlineState, from: number, to: number) {
  if (state.page.defined.size === 0 || to - from > 1000) return undefined;
  const label = state.text.slice(from, to);
  if (state.page.syntax.python?.codeInLabels === false && hasCode(label)) return undefined;
  return state.page.defined.get(pythonLabel(label));
}

/** Where each `[` of the text closes; brackets in code and after a backslash are text. */
function pairsOf(state: InlineState): ReadonlyMap<number, number> {
  state.pairs ??= findPairs(state.text, state.from, state.to);
  return state.pairs;
}

function findPairs(text: string, from: number, to: number): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  const runs = backtickRuns(text, from, to);
  for (let pos = from; pos < to; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 92) pos++;
    else if (code === 91) open.push(pos);
    else if (code === 93) {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, pos);
    } else if (code === 96) pos = afterCode(text, pos, to, runs) - 1;
  }
  return pairs;
}

/** The places of the runs of each length, the last one first. */
function backtickRuns(text: string, from: number, to: number): ReadonlyMap<number, number[]> {
  const runs = new Map<number, number[]>();
  for (let pos = text.indexOf("`", from); pos !== -1 && pos < to; pos = text.indexOf("`", pos)) {
    const start = pos;
    while (pos < to && text.charCodeAt(pos) === 96) pos++;
    const same = runs.get(pos - start);
    if (same) same.push(start);
    else runs.set(pos - start, [start]);
  }
  for (const same of runs.values()) same.reverse();
  return runs;
}

function afterCode(text: string, at: number, to: number, runs: ReadonlyMap<number, number[]>): number {
  let open = at;
  while (open < to && text.charCodeAt(open) === 96) open++;
  for (let size = open - at; size > 0; size--) {
    const same = runs.get(size) ?? [];
    while ((same.at(-1) ?? Number.POSITIVE_INFINITY) < open) same.pop();
    const close = same.at(-1);
    if (close !== undefined) return close + size;
  }
  return open;
}
