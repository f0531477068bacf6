// Where the frontmatter of a page begins and ends: its fences, found by lines alone. What stands between them is not looked at.

/** The block as it stands in the text; all numbers are offsets. */
export interface Block {
  readonly fence: "---" | "+++" | ";;;" | "{";
  /** First character of the opening fence. */
  readonly start: number;
  /** First character of the line after the opening fence; of a bare JSON object, `start`. */
  readonly contentStart: number;
  /** First character of the closing fence's line; of a bare JSON object, `end`. */
  readonly contentEnd: number;
  /** After the closing fence, its line end not included. */
  readonly end: number;
  /** First character of the line after the closing fence. */
  readonly bodyStart: number;
}

/** An opening fence with keys below it and no closing one. */
export interface OpenBlock {
  readonly fence: Block["fence"];
  readonly start: number;
  /** After the opening fence. */
  readonly end: number;
  readonly open: true;
}

const opening = /(---|\+\+\+|;;;)[ \t]*(?:[A-Za-z][\w.+-]{0,40})?[ \t]*(?=[\r\n]|$)/y;
const closings: Readonly<Record<string, RegExp>> = {
  "---": /^(?:---|\.\.\.)[ \t]*$/,
  "+++": /^\+\+\+[ \t]*$/,
  ";;;": /^;;;[ \t]*$/,
};
/** The beginning of a line that can only be meant as frontmatter. */
const keyLine: Readonly<Record<string, RegExp>> = {
  "---": /^(?:["']?[A-Za-z_][\w.-]{0,80}["']?[ \t]{0,20}:(?:[ \t]|$)|\{[ \t]*$|\{[ \t]*")/,
  "+++": /^(?:["']?[A-Za-z_][\w.-]{0,80}["']?[ \t]{0,20}=|\[[\w.-]{1,80}\])/,
  ";;;": /^[{"]/,
};

/** The block at the top of `text`, looked for from `start` (0, or 1 after a byte order mark). */
export function findBlock(text: string, start: number): Block | OpenBlock | undefined {
  if (text.charCodeAt(start) === 0x7b) return findObject(text, start);
  opening.lastIndex = start;
  const match = opening.exec(text);
  const fence = match?.[1] as Block["fence"] | undefined;
  if (!match || !fence) return undefined;
  const openEnd = start + match[0].length;
  const contentStart = nextLine(text, openEnd);
  // A thematic break with an empty line or prose below it opens nothing, unless a fence closes it.
  const first = lineAt(text, contentStart);
  const keyed = keyLine[fence]?.test(first) ?? false;
  const blank = contentStart < text.length && first.trim() === "";
  if (blank && !startsWithKey(text, contentStart, fence)) return undefined;
  const close = findClosing(text, contentStart, fence);
  if (close !== undefined) {
    const end = close + lineAt(text, close).trimEnd().length;
    return { fence, start, contentStart, contentEnd: close, end, bodyStart: nextLine(text, end) };
  }
  return keyed ? { fence, start, end: openEnd, open: true } : undefined;
}

function startsWithKey(text: string, from: number, fence: string): boolean {
  let at = from;
  while (at < text.length) {
    const line = lineAt(text, at);
    const words = line.trim();
    if (words !== "" && !words.startsWith("#")) {
      return (keyLine[fence]?.test(line) ?? false) || (closings[fence]?.test(line) ?? false);
    }
    at = nextLine(text, at);
  }
  return false;
}

function findClosing(text: string, from: number, fence: string): number | undefined {
  const closing = closings[fence];
  const [one, other] = fence === "---" ? [0x2d, 0x2e] : [fence.charCodeAt(0), -1];
  for (let at = from; at < text.length; at = nextLine(text, at)) {
    const code = text.charCodeAt(at);
    if ((code === one || code === other) && closing?.test(lineAt(text, at))) return at;
  }
  return undefined;
}

/** Hugo's bare JSON: the object at the very start, to its closing brace. `{` followed by anything but a key is MDX or Liquid. */
function findObject(text: string, start: number): Block | OpenBlock | undefined {
  let at = start + 1;
  while (/\s/.test(text.charAt(at)) && at < text.length) at++;
  if (text[at] !== '"' && !(text[at] === "}" && at === start + 1)) return undefined;
  const end = closingBrace(text, start);
  if (end !== undefined) {
    if (lineAt(text, end).trim() !== "") return undefined;
    return { fence: "{", start, contentStart: start, contentEnd: end, end, bodyStart: nextLine(text, end) };
  }
  return { fence: "{", start, end: start + 1, open: true };
}

function closingBrace(text: string, start: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (quoted) {
      if (character === "\\") at++;
      else if (character === '"' || character === "\n") quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at + 1;
  }
  return undefined;
}

/** The rest of the line from `at`, without its end; at most 2,000 characters, which is more than any fence has. */
export function lineAt(text: string, at: number): string {
  let end = at;
  const limit = Math.min(text.length, at + 2000);
  while (end < limit && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  return text.slice(at, end);
}

/** Where the line after the one at `at` begins (`\n`, `\r\n` and `\r` end lines); the text's end after the last. */
export function nextLine(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const code = text.charCodeAt(end++);
    if (code === 10) return end;
    if (code === 13) return text.charCodeAt(end) === 10 ? end + 1 : end;
  }
  return text.length;
}
