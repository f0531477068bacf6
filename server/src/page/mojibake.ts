// Finds characters that a wrong encoding made of others: UTF-8 that was read as Windows-1252 or Latin-1, once or more
// often. Decided by undoing the mistake: the characters' bytes must be valid UTF-8 of something that authors write.

import type { OpaqueSpan } from "../markdown/markdownScan.ts";
import type { Mojibake } from "./scannedPage.ts";

/** What Windows-1252 has at 0x80 to 0x9F; the five gaps are control characters, as in Latin-1. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const byteOf: ReadonlyMap<string, number> = new Map([...windows1252].map((one, i) => [one, 0x80 + i]));

/** A first byte of UTF-8 and a following one, as Windows-1252 or Latin-1 show them. */
const candidate = new RegExp(`[\\u00c2-\\u00f4][\\u0080-\\u00bf${windows1252}]`, "g");

const codeKinds: ReadonlySet<OpaqueSpan["kind"]> = new Set(["fenced-code", "indented-code", "code-span"]);

/** All of a text, but not inside code: `opaque` are the spans of its Markdown. In order. */
export function findMojibake(text: string, opaque: readonly OpaqueSpan[]): readonly Mojibake[] {
  const found: Mojibake[] = [];
  let next = 0;
  candidate.lastIndex = 0;
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    const start = match.index;
    while ((opaque[next]?.span.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    const around = opaque[next];
    if (around && around.span.start <= start && codeKinds.has(around.kind)) {
      candidate.lastIndex = around.span.end;
      continue;
    }
    const run = decodeRun(text, start);
    if (!run) {
      candidate.lastIndex = start + 1;
      continue;
    }
    found.push({ span: { start, end: run.end }, original: run.original });
    candidate.lastIndex = run.end;
  }
  return found;
}

/** Characters side by side that all decode belong together; what they give may be mojibake again. */
function decodeRun(
  text: string,
  start: number,
): { readonly end: number; readonly original: string } | undefined {
  let end = start;
  let original = "";
  for (let one = decodeOne(text, end); one; one = decodeOne(text, end)) {
    original += one.character;
    end += one.length;
  }
  if (end === start) return undefined;
  original = decodeAgain(original);
  if (!isPlausible(original) || isWord(text, start, end)) return undefined;
  return { end, original: original.replaceAll("\ufeff", "") };
}

/** Undoes a second and third wrong reading: `Ã¢â‚¬â„¢` gives `â€™` gives `’`. */
function decodeAgain(text: string): string {
  let result = text;
  for (let round = 0; round < 3; round++) {
    let again = "";
    for (let at = 0; at < result.length; ) {
      const decoded = decodeOne(result, at);
      // `ß’` could be one letter of N'Ko: what has been read right by now stays.
      const one = decoded && isPlausible(decoded.character) ? decoded : undefined;
      again += one?.character ?? result[at];
      at += one?.length ?? 1;
    }
    if (again === result) break;
    result = again;
  }
  return result;
}

function decodeOne(
  text: string,
  at: number,
): { readonly character: string; readonly length: number } | undefined {
  const lead = byteAt(text, at);
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (length === 0) return undefined;
  let code = lead & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const byte = byteAt(text, at + i);
    if ((byte & 0xc0) !== 0x80) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  const tooLong = code < (length === 3 ? 0x800 : length === 4 ? 0x10000 : 0x80);
  if (tooLong || (code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) return undefined;
  return { character: String.fromCodePoint(code), length };
}

/** The byte that Windows-1252 or Latin-1 has for the character; -1 when neither has it. */
function byteAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x100) return code;
  return byteOf.get(text.charAt(at)) ?? -1;
}

/** Written on purpose anywhere: accented letters, typographic marks, signs, arrows, pictures. */
const alone =
  /^[\u00a0-\u017f\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2100-\u27bf\u2900-\u2bff\ufb00-\ufb06\u{1f000}-\u{1faff}]/u;
/** Only beside what it belongs to: joiners, variation selectors, combining marks, a byte order mark. */
const attached = /^(?:[\u0300-\u036f]|[\u200b-\u200f\ufeff]|[\ufe00-\ufe0f])/;
/** Other scripts: a single letter of them between others is rather a coincidence. */
const script = /^[\u0180-\u02ff\u0370-\u07ff\u0900-\u1fff\u2c00-\u2fff\u3000-\ud7ff\uff00-\uffef]/;

function isPlausible(text: string): boolean {
  const characters = [...text];
  if (characters.every((one) => alone.test(one) || attached.test(one))) return true;
  const known = characters.every((one) => alone.test(one) || attached.test(one) || script.test(one));
  return known && characters.length > 1;
}

const mayFollowWord = /[”’“‘»›…–—™®°·•]/;

/** `MANHÃ”` and `“Ã”`: a capital word, or a letter that is spoken of, before a closing quote. Two characters that are just that. */
function isWord(text: string, start: number, end: number): boolean {
  if (end - start !== 2 || !mayFollowWord.test(text.charAt(start + 1))) return false;
  const before = text.charAt(start - 1);
  if (/["'“‘„«‹(]/.test(before)) return /[”’“‘»›]/.test(text.charAt(start + 1));
  return /\p{Lu}/u.test(before) && !/\p{L}/u.test(text.charAt(end));
}
