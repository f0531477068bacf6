// The lines of a text around an offset, for edits that keep its layout.

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}

/** Where the line of an offset ends, before its line end. */
export function lineStop(text: string, offset: number): number {
  const found = text.slice(offset).search(/[\r\n]/);
  return found < 0 ? text.length : offset + found;
}

/** What stands before the offset on its line, where that is white space alone. */
export function indentAt(text: string, offset: number): string | undefined {
  const before = text.slice(lineStart(text, offset), offset);
  return /^[ \t]*$/.test(before) ? before : undefined;
}

/** The end of the offset's line, where what stands between them is of that form. */
export function lineEndAfter(text: string, offset: number, form: RegExp): number | undefined {
  const end = lineStop(text, offset);
  return form.test(text.slice(offset, end)) ? end : undefined;
}

/** The line end that the text has; its first. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}
