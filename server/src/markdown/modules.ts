// What the modules of an MDX page bring: the names that it imports and those that it exports. By pattern, not by a parser:
// a page's imports are plain, and what is not is no name that a reader of links needs.

import type { Span } from "../text/span.ts";
import type { Output } from "./output.ts";

const statement = /(?:^|[\r\n;])[ \t]*import\s+([^"';]*?)\s*from\s*(["'])([^"'\r\n]+)\2/g;
const exported =
  /(?:^|[\r\n;])[ \t]*export\s+(?:default\s+)?(?:async\s+)?(?:const|let|var|function\*?|class)\s+([\w$]+)/g;

/** Reads a block of `import` and `export` lines at `span` of the page. */
export function readModule(text: string, span: Span, out: Output): void {
  const source = text.slice(span.start, span.end);
  for (const match of source.matchAll(statement)) {
    const [whole, clause = "", , from = ""] = match;
    const start = span.start + match.index + whole.length - 1 - from.length;
    for (const name of namesOf(clause)) {
      out.imports.push({ name, from, span: { start, end: start + from.length } });
    }
  }
  for (const match of source.matchAll(exported)) {
    const [whole, name = ""] = match;
    const end = span.start + match.index + whole.length;
    out.exports.push({ name, span: { start: end - name.length, end } });
  }
}

/** `A`, `B` and `D` of `A, { B, c as D }`; `N` of `* as N`. */
function namesOf(clause: string): readonly string[] {
  return clause
    .replace(/[{}]/g, ",")
    .split(",")
    .map((part) => /([\w$]+)\s*$/.exec(part)?.[1] ?? "")
    .filter((name) => name !== "");
}
