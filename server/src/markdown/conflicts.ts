// The marks that git leaves in a page with a merge conflict. They are no Markdown: `=======` underlines no heading there,
// and `>>>>>>>` is no block quote.

import type { BlockState } from "./blockState.ts";

/** Is the current line such a mark? A conflict begins with `<<<<<<< `, and only within one do the others count. */
export function isConflictMarker(state: BlockState): boolean {
  const { text, start, end } = state.line;
  const code = text.charCodeAt(start);
  if (code === 60 && isMark(text, start, end, "<<<<<<<")) state.conflict = true;
  else if (!state.conflict) return false;
  else if (code === 62 && isMark(text, start, end, ">>>>>>>")) state.conflict = false;
  else if (code !== 61 && code !== 124) return false;
  else if (!isMark(text, start, end, "=======") && !isMark(text, start, end, "|||||||")) return false;
  return state.leaf !== "fence" && state.leaf !== "html";
}

function isMark(text: string, start: number, end: number, mark: string): boolean {
  return text.startsWith(mark, start) && (end === start + 7 || text.charCodeAt(start + 7) === 32);
}
