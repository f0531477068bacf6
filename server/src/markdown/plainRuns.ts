// Addresses in running text, emitted as links; for the second look the plain text is put together as a reader sees it,
// with the way back to offsets.

import { isBlank, isLineEnd } from "./characters.ts";
import { type InlineState, isRecording, place } from "./inlineState.ts";
import { laterLiterals } from "./laterLiterals.ts";
import type { Literal } from "./literals.ts";
import { boundaryToken } from "./tokens.ts";

/** Emits an address found while scanning. */
export function emitLiteral(state: InlineState, literal: Literal): void {
  const { start, end, value } = literal;
  const raw = state.text.slice(start, end);
  push(state, literal, value, raw);
  // An address may begin with a `_` that was taken for a mark of emphasis.
  while ((state.tokens.at(-1)?.start ?? -1) >= start) state.tokens.pop();
  if (isRecording(state)) state.tokens.push(boundaryToken(start, end, raw, false));
  state.plainFrom = end;
}

/** markdown-it takes no address without a scheme, and none at all where a site says so. */
function mayBe(state: InlineState, text: string, start: number): boolean {
  const { markdownIt } = state.page.syntax;
  return !markdownIt || (markdownIt.literals === "schemes" && !/^www/i.test(text.slice(start, start + 3)));
}

function push(state: InlineState, at: { start: number; end: number }, value: string, text: string): void {
  const span = place(state, at.start, at.end);
  const destination = { raw: state.text.slice(at.start, at.end), value, span };
  state.page.out.links.push({ kind: "literal", image: false, span, text, destination, hasContent: false });
}

interface PlainRun {
  text: string;
  /** For each code unit of `text` where it comes from, and where its source ends. */
  readonly starts: number[];
  readonly ends: number[];
}

/** Emits the addresses that stand in what is left as plain text; the tokens are those of the whole content. */
export function emitLaterLiterals(state: InlineState): void {
  for (const run of plainRuns(state)) {
    for (const { start, end, value } of laterLiterals(run.text)) {
      if (!mayBe(state, run.text, start)) continue;
      const from = run.starts[start] ?? state.from;
      const to = run.ends[end - 1] ?? from;
      push(state, { start: from, end: to }, value, run.text.slice(start, end));
    }
  }
}

function* plainRuns(state: InlineState): Iterable<PlainRun> {
  let run: PlainRun = { text: "", starts: [], ends: [] };
  let pos = state.from;
  for (const token of state.tokens) {
    addSource(run, state.text, pos, token.start);
    if (token.boundary) {
      if (token.run && token.run.left > 0 && token.run.closes && !token.run.opens) {
        // What is left of a closing run stands after the emphasis.
        yield run;
        run = { text: "", starts: [], ends: [] };
        addToken(run, token);
      } else {
        if (token.run) addToken(run, token);
        yield run;
        run = { text: "", starts: [], ends: [] };
      }
    } else addToken(run, token);
    pos = token.end;
  }
  addSource(run, state.text, pos, state.to);
  yield run;
}

function addToken(run: PlainRun, token: { start: number; end: number; text: string }): void {
  for (let i = 0; i < token.text.length; i++) {
    run.starts.push(token.start);
    run.ends.push(token.end);
  }
  run.text += token.text;
}

/** Source as it stands, line ends without the blanks around them. */
function addSource(run: PlainRun, text: string, from: number, to: number): void {
  let blanks = 0;
  for (let pos = from; pos < to; pos++) {
    const code = text.charCodeAt(pos);
    if (isLineEnd(code)) {
      if (blanks > 0) cut(run, blanks);
      add(run, "\n", pos);
      while (pos + 1 < to && (isBlank(text.charCodeAt(pos + 1)) || isLineEnd(text.charCodeAt(pos + 1))))
        pos++;
      blanks = 0;
    } else {
      blanks = isBlank(code) ? blanks + 1 : 0;
      add(run, text[pos] ?? "", pos);
    }
  }
}

function add(run: PlainRun, sign: string, at: number): void {
  run.text += sign;
  run.starts.push(at);
  run.ends.push(at + 1);
}

function cut(run: PlainRun, length: number): void {
  run.text = run.text.slice(0, -length);
  run.starts.length -= length;
  run.ends.length -= length;
}
