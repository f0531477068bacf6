// Which class a UTF-16 code unit belongs to, as CommonMark uses the words. Not a tokenizer.

export const tab = 9;
export const lineFeed = 10;
export const carriageReturn = 13;
export const space = 32;

const alpha = 1;
const digit = 2;
const punctuation = 4;
const atext = 8;

const classes = new Uint8Array(128);
for (let code = 33; code < 127; code++) {
  const letter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  if (letter) classes[code] = alpha | atext;
  else if (code >= 48 && code <= 57) classes[code] = digit | atext;
  else classes[code] = punctuation;
}
for (const sign of "+-._") {
  const code = sign.charCodeAt(0);
  classes[code] = (classes[code] ?? 0) | atext;
}

export function isAlpha(code: number): boolean {
  return code < 128 && ((classes[code] ?? 0) & alpha) !== 0;
}

export function isAlphanumeric(code: number): boolean {
  return code < 128 && ((classes[code] ?? 0) & (alpha | digit)) !== 0;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isAsciiPunctuation(code: number): boolean {
  return code < 128 && ((classes[code] ?? 0) & punctuation) !== 0;
}

/** May `code` stand in the local part of an e-mail address in running text (GFM)? */
export function isAtext(code: number): boolean {
  return code < 128 && ((classes[code] ?? 0) & atext) !== 0;
}

export function isBlank(code: number): boolean {
  return code === space || code === tab;
}

export function isLineEnd(code: number): boolean {
  return code === lineFeed || code === carriageReturn;
}

/** Space, tab or line end. */
export function isWhitespace(code: number): boolean {
  return code === space || (code >= tab && code <= carriageReturn && code !== 11 && code !== 12);
}

export function isControl(code: number): boolean {
  return code < 32 || code === 127;
}

const unicodeWhite = /\s/;
const unicodePunctuationOrSymbol = /[\p{P}\p{S}]/u;

export function isUnicodeWhitespace(code: number): boolean {
  if (code < 128) return isWhitespace(code) || code === 11 || code === 12;
  return unicodeWhite.test(String.fromCharCode(code));
}

export function isUnicodePunctuation(code: number): boolean {
  if (code < 128) return isAsciiPunctuation(code);
  return unicodePunctuationOrSymbol.test(String.fromCharCode(code));
}

/** End of the run of spaces and tabs that begins at `at`. */
export function skipBlanks(text: string, at: number, to: number): number {
  let pos = at;
  while (pos < to && isBlank(text.charCodeAt(pos))) pos++;
  return pos;
}

/** End of the run of spaces, tabs and line ends that begins at `at`. */
export function skipWhitespace(text: string, at: number, to: number): number {
  let pos = at;
  while (pos < to && isWhitespace(text.charCodeAt(pos))) pos++;
  return pos;
}

/** `to`, moved back over spaces, tabs and line ends, but not before `from`. */
export function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isWhitespace(text.charCodeAt(end - 1))) end--;
  return end;
}
