// Tags of components as blocks: every tag that HTML does not know begins one, whatever follows it on its line (mdit-vue's
// plugin "component", html-block-rule). HTML's inline tags begin one as CommonMark has it: alone on their line.

import { isAlpha, isAlphanumeric, isBlank } from "../characters.ts";
import { type HtmlStart, htmlStart } from "../leafStarts.ts";

/** The inline tags of HTML, without those that Vue reads itself (`template`, `slot`). */
const inlineTags: ReadonlySet<string> = new Set(
  (
    "a abbr acronym audio b bdi bdo big br button canvas cite code data datalist del dfn em embed i iframe img input ins " +
    "kbd label map mark meter noscript object output picture progress q ruby s samp script select small span strong sub " +
    "sup svg textarea time u tt var video wbr"
  ).split(" "),
);

/** What the `<` at `at` begins: an HTML block, or a line of text that begins with a whole element. */
export function componentStart(
  text: string,
  at: number,
  end: number,
  complete: boolean,
): HtmlStart | "line" | undefined {
  const html = htmlStart(text, at, end, complete);
  if (html && html.condition < 7) return html;
  const closing = text.charCodeAt(at + 1) === 47;
  const from = closing ? at + 2 : at + 1;
  if (from >= end || !isAlpha(text.charCodeAt(from))) return html;
  let pos = from;
  while (pos < end && (isAlphanumeric(text.charCodeAt(pos)) || text.charCodeAt(pos) === 45)) pos++;
  const name = text.slice(from, pos);
  if (inlineTags.has(name) || !endsName(text, pos, end)) return html;
  return !closing && isWhole(text.slice(at, end), name)
    ? "line"
    : { condition: 7, close: undefined, from: pos };
}

function endsName(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  return at >= end || isBlank(code) || code === 62 || (code === 47 && text.charCodeAt(at + 1) === 62);
}

const attribute = `(?:\\s+[a-zA-Z_:@][a-zA-Z0-9:._-]*(?:\\s*=\\s*(?:[^"'=<>\`\\x00-\\x20]+|'[^']*'|"[^"]*"))?)`;
const opening = new RegExp(`^<[A-Za-z][A-Za-z0-9-]*${attribute}*\\s*(/?)>`);

/** Is the element closed on its own line: `<Foo />`, `<Foo>…</Foo>`? */
function isWhole(line: string, name: string): boolean {
  const tag = opening.exec(line);
  return tag !== null && (tag[1] === "/" || line.slice(tag[0].length).includes(`</${name}`));
}
