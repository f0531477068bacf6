// Is a text nested so deeply that a parser which makes a tree would take minutes? A guess from a glance at the characters:
// no author writes a hundred lists in one another. Our own scan needs no such guard.

const most = { containers: 100, brackets: 100, destinations: 500, tags: 500 };

/** Quotes, list items and footnotes that begin in one another at the start of a line: `> - 1. `. */
const container = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]{1,99}\]:)/y;

/** Tags that their authors may leave open. */
const neverClosed =
  /^(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|source|t[dhr]|tbody|thead|track|wbr)$/i;

const tag = /<(\/?)([a-z][\w.-]{0,40})(?=[\s/>])/iy;

export function isTooNested(text: string): boolean {
  for (let at = 0; at < text.length; at = lineEnd(text, at) + 1) {
    if (containersAt(text, at) > most.containers) return true;
  }
  return isInlineTooNested(text);
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

function containersAt(text: string, lineStart: number): number {
  let count = 0;
  container.lastIndex = lineStart;
  while (count <= most.containers && container.test(text)) count++;
  return count;
}

/** `[[[[`, `[a]([a]([a](` and `<a><a><a>`. */
function isInlineTooNested(text: string): boolean {
  let brackets = 0;
  let destinations = 0;
  let tags = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "[") brackets++;
    else if (character === "]") {
      brackets = Math.max(0, brackets - 1);
      if (text[at + 1] === "(") destinations++;
    } else if (character === ")") destinations = Math.max(0, destinations - 1);
    else if (character === "<") tags = Math.max(0, tags + tagAt(text, at));
    else if (character === "\n" && /[\r\n]/.test(text[at + 1] ?? "")) brackets = destinations = 0;
    if (brackets > most.brackets || destinations > most.destinations || tags > most.tags) return true;
  }
  return false;
}

/** 1 for a tag that opens, -1 for one that closes. */
function tagAt(text: string, at: number): -1 | 0 | 1 {
  tag.lastIndex = at;
  const [, slash, name = ""] = tag.exec(text) ?? [];
  if (name === "" || neverClosed.test(name)) return 0;
  if (slash) return -1;
  return /^[^>]*\/>/.test(text.slice(at, at + 300)) ? 0 : 1;
}
