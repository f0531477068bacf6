// The lines of a plain block of YAML: where the next one with words begins, and whether it is a key's or an item's.

/** Lives for one block. */
export interface Cursor {
  readonly source: string;
  /** Place of `source` in the page. */
  readonly offset: number;
  /** The first character of the line that is no blank, and its column; -1 when there are no more lines. */
  at: number;
  indent: number;
  /** End of the line, and beginning of the next one. */
  end: number;
  next: number;
  /** Was there a comment since this was last set? */
  comments: boolean;
  /** Where the last value ended. */
  lastEnd: number;
}

export function cursorOn(source: string, offset: number): Cursor {
  return { source, offset, at: 0, indent: -1, end: 0, next: 0, comments: false, lastEnd: 0 };
}

/** Goes to the next line that is neither blank nor a comment. */
export function nextLine(cursor: Cursor): void {
  const { source } = cursor;
  while (cursor.next < source.length) {
    const start = cursor.next;
    stepOver(cursor);
    let at = start;
    while (at < cursor.end && source.charCodeAt(at) === 32) at++;
    if (at >= cursor.end) continue;
    if (source.charCodeAt(at) !== 35) {
      cursor.at = at;
      cursor.indent = at - start;
      return;
    }
    cursor.comments = true;
  }
  cursor.indent = -1;
}

/** Takes the line at `next`. */
export function stepOver(cursor: Cursor): void {
  const feed = cursor.source.indexOf("\n", cursor.next);
  const end = feed < 0 ? cursor.source.length : feed;
  const crlf = end > cursor.next && cursor.source.charCodeAt(end - 1) === 13;
  cursor.end = crlf ? end - 1 : end;
  cursor.next = end + 1;
}

/** YAML allows 1,024 characters. */
const maxKey = 200;

/** End of the key that begins at the cursor; -1 where none does. Keys of other characters, or in quotes, are not plain. */
export function keyEndOf({ source, at, end }: Cursor): number {
  let pos = at;
  while (pos < end && isKeyPart(source.charCodeAt(pos), pos === at)) pos++;
  const colon = pos > at && pos - at <= maxKey && pos < end && source.charCodeAt(pos) === 58;
  return colon && (pos + 1 === end || source.charCodeAt(pos + 1) === 32) ? pos : -1;
}

function isKeyPart(code: number, first: boolean): boolean {
  const lower = code | 32;
  if ((lower >= 97 && lower <= 122) || code === 95) return true;
  return !first && ((code >= 48 && code <= 57) || code === 45 || code === 46);
}

/** Does the line begin an item of a list? */
export function isDash({ source, at, end }: Cursor): boolean {
  return source.charCodeAt(at) === 45 && at + 1 < end && source.charCodeAt(at + 1) === 32;
}
