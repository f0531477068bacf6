// The blocks that kramdown and Liquid have beside Markdown's: attribute lists, extensions, HTML elements to their end tags,
// tables without a second line of dashes, and regions that Liquid leaves out. Rules as kramdown's parser has them
// (parser/kramdown/{extensions,html,table,header}.rb); what goes over lines is taken as a whole, so it may hold anything.

import type { BlockState, Piece } from "./blockState.ts";
import { isLineEnd, skipBlanks } from "./characters.ts";
import { type HtmlRegion, htmlRegion, restOfRegion } from "./kramdownHtml.ts";

export type KramdownBlock =
  | { readonly kind: "attributes" | "opaque" | "liquid"; readonly end: number }
  | { readonly kind: "html"; readonly end: number; readonly region: HtmlRegion };

/** What begins at the measured line; "text" where Markdown would see something and kramdown sees text. */
export function kramdownStart(state: BlockState, inParagraph: boolean): KramdownBlock | "text" | undefined {
  const { line, page } = state;
  const code = line.text.charCodeAt(line.first);
  if (code === 123 && page.syntax.shortcodes === "liquid") {
    const liquid = liquidBlock(state);
    if (liquid) return liquid;
  }
  const { kramdown } = page.syntax;
  if (!kramdown) return undefined;
  if (code === 123) return attributesOrExtension(state, inParagraph);
  if (code === 60) return htmlBlock(state, inParagraph, kramdown.parseBlockHtml);
  if (code === 36 && !inParagraph && state.boundary) return mathBlock(state);
  if (code === 35) {
    // A heading stands at the margin; kramdown's own parser wants a blank line before it.
    const free = kramdown.input === "gfm" || (!inParagraph && state.boundary);
    return line.indent > 0 || !free ? "text" : undefined;
  }
  const fence = code === 96 || code === 126;
  return fence && !isFence(state, inParagraph, kramdown.input) ? "text" : undefined;
}

/** A fence has one word after it at most, and it must be closed (FENCED_CODEBLOCK_MATCH). */
function isFence(state: BlockState, inParagraph: boolean, input: "gfm" | "kramdown"): boolean {
  const { text, first, end } = state.line;
  const found = /^(`{3,}|~{3,})[ \t]*\S*[ \t]*$/.exec(text.slice(first, end));
  if (!found?.[1] || (input === "kramdown" && (inParagraph || found[1].startsWith("`")))) return false;
  const mark = found[1].charAt(0);
  return closeAfter(state, `\\n[ \\t>]*${mark}{${found[1].length},}[ \\t]*\\r?(?:\\n|$)`, end) !== -1;
}

/** `{: #id .class}`, `{:name: …}`, `{::comment}` … `{:/}`. */
function attributesOrExtension(state: BlockState, inParagraph: boolean): KramdownBlock | undefined {
  const { text, first, end } = state.line;
  if (text.charCodeAt(first + 1) !== 58) return undefined;
  const source = text.slice(first, end);
  if (/^\{:(?![:/])(?:\\\}|[^}])+\}\s*$/.test(source)) return { kind: "attributes", end };
  const extension = /^\{::(\w+)(?:\s(?:\\\}|[^}])*?)?(\/)?\}/.exec(source);
  if (!extension || inParagraph) return undefined;
  if (extension[2] !== undefined) return { kind: "opaque", end: first + extension[0].length };
  const stop = closeAfter(state, `\\{:/(?:${extension[1]})?\\}`, first + extension[0].length);
  return stop === -1 ? undefined : { kind: "opaque", end: stop };
}

/** First offset after the mark (a pattern) that comes next; -1 where none does, which is searched for once. */
function closeAfter({ line, unclosed }: BlockState, mark: string, from: number): number {
  if (unclosed.has(mark)) return -1;
  const close = new RegExp(mark, "g");
  close.lastIndex = from;
  const found = close.exec(line.text);
  if (!found) unclosed.add(mark);
  return found ? found.index + found[0].length : -1;
}

function htmlBlock(
  state: BlockState,
  inParagraph: boolean,
  parse: boolean,
): KramdownBlock | "text" | undefined {
  const { text, first } = state.line;
  if (text.startsWith("<!--", first)) return inParagraph ? "text" : undefined;
  const region = htmlRegion(text, first, limitOf(state), parse);
  if (!region || (inParagraph && region.name === "script")) return "text";
  const { around } = state.htmlInside.length > 0 && region.closes ? { around: state.htmlInside.at(-1) } : {};
  const goesOn = around !== undefined && around.length > 0;
  const whole = goesOn ? restOfRegion(text, region.end, around, limitOf(state)) : region;
  return { kind: "html", end: whole.end, region: { ...whole, closes: region.closes } };
}

/** Where the block can end at the latest: with the quote's line, with the list item, with the page. */
function limitOf({ line, quotes, containers }: BlockState): number {
  if (quotes > 0) return line.end;
  const width = containers.reduce((sum, { width: own }) => sum + own, 0);
  if (width === 0) return line.text.length;
  const shallow = new RegExp(`\\n {0,${width - 1}}[^\\s]`, "g");
  shallow.lastIndex = line.end;
  return shallow.exec(line.text)?.index ?? line.text.length;
}

/** `$$ … $$` with nothing after it on its line. */
function mathBlock({ line: { text, first } }: BlockState): KramdownBlock | undefined {
  if (text.charCodeAt(first + 1) !== 36) return undefined;
  const close = text.indexOf("$$", first + 2);
  if (close === -1) return undefined;
  const after = skipBlanks(text, close + 2, text.length);
  return after >= text.length || isLineEnd(text.charCodeAt(after))
    ? { kind: "opaque", end: close + 2 }
    : undefined;
}

const swallowing = /^\{%-?\s*(comment|highlight)\b/;
/** Tags that leave nothing in their place. */
const silent =
  /^(?:\{%-?\s*(?:assign|capture|endcapture|if|elsif|else|endif|unless|endunless|case|when|endcase|for|endfor|raw|endraw|break|continue)\b(?:[^%]|%(?!\}))*%\}\s*)+$/;

function liquidBlock(state: BlockState): KramdownBlock | undefined {
  const { text, first, end } = state.line;
  if (text.charCodeAt(first + 1) !== 37) return undefined;
  const source = text.slice(first, end);
  const name = swallowing.exec(source)?.[1];
  if (name === undefined) return silent.test(source) ? { kind: "liquid", end } : undefined;
  const close = closeAfter(state, `\\{%-?\\s*end${name}\\s*-?%\\}`, first);
  return close === -1 ? undefined : { kind: "opaque", end: close };
}

/** Takes the block; the line goes on to where it ends. */
export function beginKramdown(state: BlockState, block: KramdownBlock): void {
  const { line } = state;
  const { text, first } = line;
  const content = { text, from: first, to: block.end };
  const { boundary } = state;
  state.boundary = false;
  if (block.kind === "attributes") attributes(state, boundary);
  else if (block.kind === "html") html(state, block.region);
  else if (block.kind === "opaque")
    state.page.out.opaque.push({ kind: "html", span: { start: first, end: block.end } });
  else {
    state.pieces.push({ kind: "html", content });
    state.boundary = true;
  }
  goTo(state, block.end);
}

function html(state: BlockState, { end, closes, around, texts }: HtmlRegion): void {
  const { text, first } = state.line;
  let from = first;
  for (const stretch of texts) {
    state.pieces.push({ kind: "html", content: { text, from, to: stretch.from } });
    state.pieces.push({ kind: "text", content: { text, ...stretch } });
    from = stretch.to;
  }
  state.pieces.push({ kind: "html", content: { text, from, to: end } });
  state.page.out.opaque.push({ kind: "html", span: { start: first, end } });
  if (closes) state.htmlInside.pop();
  if (around) state.htmlInside.push(around);
  state.boundary = around !== undefined;
}

/** What stands after the block on its last line is text; the next line is the one after. */
function goTo(state: BlockState, end: number): void {
  const { line, pieces } = state;
  let stop = end;
  while (stop < line.text.length && !isLineEnd(line.text.charCodeAt(stop))) stop++;
  line.end = stop;
  line.next = stop + (line.text.startsWith("\r\n", stop) ? 2 : 1);
  const from = skipBlanks(line.text, end, stop);
  if (from < stop) pieces.push({ kind: "text", content: { text: line.text, from, to: stop } });
}

/** An attribute list belongs to the block before it, or after a blank line to the next. */
function attributes(state: BlockState, boundary: boolean): void {
  const { text, first, end } = state.line;
  const source = text.slice(first, end);
  state.page.out.opaque.push({ kind: "expression", span: { start: first, end } });
  if (/^\{:(?:[^}]*\s)?toc[\s}]/.test(source))
    state.page.out.shortcodes.push({
      name: "{:toc}",
      args: "",
      span: { start: first, end },
      markdown: false,
    });
  const id = attributeId(source, first);
  if (boundary) {
    flushId(state);
    state.waitingId = id;
    state.boundary = true;
    return;
  }
  const last = state.pieces.at(-1);
  if (id && last?.heading && last.heading.span.end >= endBefore(text, first)) {
    const heading = { ...last.heading, explicitId: id };
    state.pieces[state.pieces.length - 1] = { ...last, heading };
  } else if (id) anchor(state, id);
}

/** The end of the line before the one that holds `at`. */
function endBefore(text: string, at: number): number {
  let pos = at;
  while (pos > 0 && !isLineEnd(text.charCodeAt(pos - 1))) pos--;
  return pos - (text.startsWith("\r\n", pos - 2) ? 2 : 1);
}

/** The last id in `{: #id .class key="value"}`, which stands at `at`. */
export function attributeId(source: string, at: number): BlockState["waitingId"] {
  const inner = source.replace(/"[^"]*"|'[^']*'/g, (value) => " ".repeat(value.length));
  const named = /\sid=(["'])(.*?)\1/.exec(source);
  const found = [...inner.matchAll(/#([A-Za-z][\w:-]*)/g)].at(-1);
  if (found?.[1] === undefined)
    return named?.[2] === undefined
      ? undefined
      : { id: named[2], span: placed(at + named.index + 5, named[2].length) };
  return { id: found[1], span: placed(at + found.index + 1, found[1].length) };
}

function placed(start: number, length: number): { readonly start: number; readonly end: number } {
  return { start, end: start + length };
}

function anchor(state: BlockState, { id, span }: NonNullable<BlockState["waitingId"]>): void {
  state.page.out.anchors.push({ id, span, tag: "{:}", attribute: "id" });
}

/** The id of an attribute list that stood before a block which is no heading. */
export function flushId(state: BlockState): void {
  if (state.waitingId) anchor(state, state.waitingId);
  state.waitingId = undefined;
}

/** The heading with the id of the attribute list before it; whether it stands in an HTML element. */
export function takeWaitingId(state: BlockState, piece: Piece): Piece {
  const { heading } = piece;
  const { waitingId } = state;
  state.waitingId = undefined;
  if (!heading || (!waitingId && state.htmlInside.length === 0)) return piece;
  const explicitId = heading.explicitId ?? waitingId;
  return {
    ...piece,
    heading: {
      ...heading,
      ...(explicitId && { explicitId }),
      ...(state.htmlInside.length > 0 && { inHtml: true as const }),
    },
  };
}

/** Does a table begin here: after a blank line, each line up to the next one with a `|` outside of code? */
export function isPipeTable({ line, boundary }: BlockState): boolean {
  if (!boundary || !line.text.slice(line.first, line.end).includes("|")) return false;
  let start = line.first;
  let rows = "";
  while (start < line.text.length) {
    let stop = start;
    while (stop < line.text.length && !isLineEnd(line.text.charCodeAt(stop))) stop++;
    const row = line.text.slice(start, stop);
    if (row.trim() === "" || /^\s*\{:/.test(row)) break;
    rows += `${row}\n`;
    start = stop + (line.text.startsWith("\r\n", stop) ? 2 : 1);
  }
  const bare = rows.replace(/(`+)(?:(?!\1)[\s\S])*?\1/g, (code) => code.replace(/[^\n]/g, " "));
  const lines = bare.split("\n").slice(0, -1);
  return lines.every((row) => /(?<!\\)\|/.test(row)) && lines.some((row) => !/^[\s|:=+-]*$/.test(row));
}
