// Labels of references: where one ends, and when two are the same.

import { isBlank, isLineEnd } from "./characters.ts";

/** As CommonMark matches labels: white space collapsed, case folded. */
export function normaliseLabel(raw: string): string {
  const collapsed = raw.replace(/[\t\n\r ]+/g, " ").trim();
  return collapsed.toLowerCase().toUpperCase().toLowerCase();
}

const longestLabel = 999;

/** Offset of the `]` that ends the label opened by the `[` at `open`; -1 where none is (CommonMark 4.7: at most 999 characters, not blank). */
export function labelEnd(text: string, open: number, to: number): number {
  let seen = false;
  let size = 0;
  for (let pos = open + 1; pos < to; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 93) return seen ? pos : -1;
    if (code === 91 || size++ > longestLabel) return -1;
    if (!seen) seen = !isBlank(code) && !isLineEnd(code);
    if (code !== 92) continue;
    const next = text.charCodeAt(pos + 1);
    if (next === 91 || next === 92 || next === 93) pos++;
  }
  return -1;
}
