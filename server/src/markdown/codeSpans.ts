// Code spans (CommonMark 6.1): a run of backticks up to the next run of the same length.

import { isLineEnd } from "./characters.ts";
import { addOpaque, type InlineState, isRecording } from "./inlineState.ts";
import { boundaryToken } from "./tokens.ts";

const backtick = 96;

/** Reads the code span whose backticks begin at `at`; answers where to go on (after the backticks where none is). */
export function codeSpanAt(state: InlineState, at: number): number {
  const run = runEnd(state.text, at, state.to);
  let size = run - at;
  let close = closing(state, run, size);
  // To Python-Markdown a part of the run can open code, too; the rest of it is code then.
  if (state.page.syntax.python) while (close === -1 && size > 1) close = closing(state, run, --size);
  if (close === -1) return run;
  const open = at + size;
  const end = close + size;
  addOpaque(state, "code-span", at, end);
  if (isRecording(state)) state.tokens.push(boundaryToken(at, end, codeText(state, open, close), false));
  state.plainFrom = end;
  state.spanEnd = end;
  return end;
}

function runEnd(text: string, at: number, to: number): number {
  let end = at;
  while (end < to && text.charCodeAt(end) === backtick) end++;
  return end;
}

function closing(state: InlineState, from: number, size: number): number {
  state.ticks ??= lastRuns(state.text, from - size, state.to);
  if ((state.ticks.get(size) ?? -1) < from) return -1;
  let pos = from;
  while (pos < state.to) {
    if (state.text.charCodeAt(pos) !== backtick) {
      pos++;
      continue;
    }
    const end = runEnd(state.text, pos, state.to);
    if (end - pos === size) return pos;
    pos = end;
  }
  return -1;
}

/** Where the last run of each length begins. */
function lastRuns(text: string, from: number, to: number): Map<number, number> {
  const last = new Map<number, number>();
  for (let pos = from; pos < to; pos++) {
    if (text.charCodeAt(pos) !== backtick) continue;
    const end = runEnd(text, pos, to);
    last.set(end - pos, pos);
    pos = end - 1;
  }
  return last;
}

/** Line ends become spaces; one space at each side goes, unless all is blank. */
function codeText(state: InlineState, from: number, to: number): string {
  let code = "";
  let start = from;
  for (let pos = from; pos < to; pos++) {
    if (!isLineEnd(state.text.charCodeAt(pos))) continue;
    code += `${state.text.slice(start, pos)} `;
    if (state.text.startsWith("\r\n", pos)) pos++;
    start = pos + 1;
  }
  code += state.text.slice(start, to);
  if (state.cell) code = code.replaceAll("\\|", "|");
  const padded = code.startsWith(" ") && code.endsWith(" ") && /[^ ]/.test(code);
  return padded ? code.slice(1, -1) : code;
}
