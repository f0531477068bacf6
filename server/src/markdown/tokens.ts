// What the inline scanner remembers of a stretch of text: the places whose reading differs from their source (escapes,
// code, tags, links, runs of `*`, `_`, `~`), so that a text as a reader sees it can be put together on demand.

import { carriageReturn, isBlank, isLineEnd, lineFeed } from "./characters.ts";
import { withoutEmoji } from "./markdownIt/emoji.ts";

export interface Token {
  readonly start: number;
  readonly end: number;
  /** What a reader sees in its place; of a run, the marks that no emphasis has used. */
  text: string;
  /** Is it something a reader sees beside text: an image, a tag? */
  readonly content: boolean;
  /** Does a run of text end here (code, tags, links, used marks)? */
  boundary: boolean;
  run: Run | undefined;
  /** Is it a tag of HTML? Not a comment, which counts for nothing anywhere. */
  tag: boolean;
  /** What remark's syntax tree has of it, where that differs from `text`. */
  treeText: string | undefined;
  /** What markdown-it's tokens of text and code have of it, where that differs from `text`. */
  idText: string | undefined;
}

/** A run of `*`, `_` or `~`. */
export interface Run {
  readonly marker: number;
  readonly opens: boolean;
  readonly closes: boolean;
  left: number;
}

export function plainToken(start: number, end: number, text: string): Token {
  return {
    start,
    end,
    text,
    content: false,
    boundary: false,
    run: undefined,
    tag: false,
    treeText: undefined,
    idText: undefined,
  };
}

export function boundaryToken(start: number, end: number, text: string, content: boolean): Token {
  return {
    start,
    end,
    text,
    content,
    boundary: true,
    run: undefined,
    tag: false,
    treeText: undefined,
    idText: undefined,
  };
}

/** The text at `from`–`to` as a reader sees it; `tokens` from index `first` on are those in that stretch, `plain` reads what is between them. */
export function readerText(
  source: string,
  from: number,
  to: number,
  tokens: readonly Token[],
  first: number,
  plain = withoutIndent,
): string {
  let result = "";
  let pos = from;
  for (let i = first; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    if (token.start > pos) result += plain(source.slice(pos, token.start));
    result += token.text;
    pos = token.end;
  }
  return pos < to ? result + plain(source.slice(pos, to)) : result;
}

const typographic: Readonly<Record<string, string>> = {
  "---": "—",
  "--": "–",
  "...": "…",
  "<<": "«",
  ">>": "»",
};

/** Plain text as kramdown shows it: its dashes, dots and guillemets (parser/kramdown/typographic_symbol.rb). */
export function typographicText(slice: string): string {
  return withoutIndent(slice).replace(/---?|\.\.\.|<<|>>/g, (marks) => typographic[marks] ?? marks);
}

/** The same as it counts for an id; undefined where that is no other text. */
export function idTextOf(
  source: string,
  from: number,
  to: number,
  tokens: readonly Token[],
  first: number,
): string | undefined {
  const own = tokens.slice(first);
  if (!own.some(({ treeText }) => treeText !== undefined)) return undefined;
  const counted = own.map((token) =>
    token.treeText === undefined ? token : { ...token, text: token.treeText },
  );
  return readerText(source, from, to, counted, 0);
}

/**
 * The text at `from`–`to` as markdown-it's tokens of text and code have it: lines joined, entities as written, images and
 * emoji (where they are read) left out. Emoji are looked for within one token, which ends where anything but text stands.
 */
export function tokenText(
  source: string,
  { from, to }: { readonly from: number; readonly to: number },
  tokens: readonly Token[],
  emoji: boolean,
): string {
  let result = "";
  let run = "";
  let pos = from;
  const flush = () => {
    result += emoji ? withoutEmoji(run) : run;
    run = "";
  };
  for (const token of tokens) {
    if (token.start > pos) run += withoutIndent(source.slice(pos, token.start)).replaceAll("\n", "");
    pos = token.end;
    const text = token.idText ?? token.text;
    if (!token.boundary && text === source.slice(token.start, token.end)) run += text;
    else {
      flush();
      result += text;
    }
  }
  if (pos < to) run += withoutIndent(source.slice(pos, to)).replaceAll("\n", "");
  flush();
  return result;
}

function holdsLineEnd(slice: string): boolean {
  for (let pos = 0; pos < slice.length; pos++) if (isLineEnd(slice.charCodeAt(pos))) return true;
  return false;
}

/** Line ends as `\n`, without the blanks around them. */
function withoutIndent(slice: string): string {
  if (!holdsLineEnd(slice)) return slice;
  let result = "";
  let from = 0;
  for (let pos = 0; pos < slice.length; pos++) {
    const code = slice.charCodeAt(pos);
    if (code !== lineFeed && code !== carriageReturn) continue;
    let end = pos;
    while (end > from && isBlank(slice.charCodeAt(end - 1))) end--;
    if (code === carriageReturn && slice.charCodeAt(pos + 1) === lineFeed) pos++;
    while (isBlank(slice.charCodeAt(pos + 1))) pos++;
    result += `${slice.slice(from, end)}\n`;
    from = pos + 1;
  }
  return result + slice.slice(from);
}
