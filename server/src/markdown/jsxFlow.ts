// What MDX allows at the beginning of a block beside Markdown: tags and expressions on lines of their own, and modules'
// `import` and `export`.

import { skipBlanks } from "./characters.ts";
import { expressionEnd } from "./expressions.ts";
import { jsxTagEnd } from "./jsxTags.ts";

/** First offset after the tags and expressions that follow one another from `at` on; -1 where not even one is whole. */
export function flowTagsEnd(text: string, at: number, to: number): number {
  let end = -1;
  let pos = at;
  while (pos < to) {
    const code = text.charCodeAt(pos);
    const after = code === 60 ? jsxTagEnd(text, pos, to) : code === 123 ? expressionEnd(text, pos, to) : -1;
    if (after === -1) return end;
    end = after;
    pos = skipBlanks(text, after, to);
  }
  return end;
}

/** Does an `import` or `export` of a module begin at `at`? */
export function opensModule(text: string, at: number): boolean {
  return /^(?:import|export)[ {*"']/.test(text.slice(at, at + 7));
}
