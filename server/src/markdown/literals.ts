// Addresses that are links without any mark: GFM's extended autolinks. Two rules, as GitHub and micromark read them:
// while scanning (`https://`, `www.`, e-mail), and afterwards over what is left as plain text (`laterLiterals`).

import {
  isAlpha,
  isAlphanumeric,
  isAtext,
  isControl,
  isUnicodePunctuation,
  isUnicodeWhitespace,
  isWhitespace,
} from "./characters.ts";

export interface Literal {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** Where an address may stand. */
export interface Room {
  /** Where the text begins; before it, nothing is looked at. */
  readonly from: number;
  /** Where plain text began last: no address begins before it. */
  readonly plainFrom: number;
  readonly to: number;
}

/** The address whose `:` (of `https:`), `w` or `@` stands at `at`. */
export function literalAt(text: string, at: number, room: Room): Literal | undefined {
  const code = text.charCodeAt(at);
  if (code === 58) return addressAt(text, at, room);
  return code === 64 ? emailAt(text, at, room) : (mailBegunAt(text, at, room) ?? wwwAt(text, at, room));
}

function addressAt(text: string, colon: number, { from, plainFrom, to }: Room): Literal | undefined {
  const start = protocolStart(text, colon, plainFrom);
  if (start === -1 || colon + 3 >= to || !text.startsWith("//", colon + 1)) return undefined;
  if (start > from && isAlpha(text.charCodeAt(start - 1))) return undefined;
  const first = text.charCodeAt(colon + 3);
  if (isControl(first) || isUnicodeWhitespace(first) || isUnicodePunctuation(first)) return undefined;
  const domain = domainEnd(text, colon + 3, to);
  if (domain === -1) return undefined;
  const end = pathEnd(text, domain, to);
  return { start, end, value: text.slice(start, end) };
}

/** Where the `http` or `https` before the `:` at `colon` begins; -1 when there is none. */
export function protocolStart(text: string, colon: number, from: number): number {
  const last = colon > from ? text.charCodeAt(colon - 1) | 32 : 0;
  const start = colon - (last === 115 ? 5 : last === 112 ? 4 : colon + 1);
  if (start < from) return -1;
  const name = text.slice(start, colon).toLowerCase();
  return name === "https" || name === "http" ? start : -1;
}

/** An e-mail address whose local part holds the sign at `at`: it goes before `www.`. */
function mailBegunAt(text: string, at: number, room: Room): Literal | undefined {
  let pos = at;
  while (pos < room.to && isAtext(text.charCodeAt(pos))) pos++;
  return pos < room.to && text.charCodeAt(pos) === 64 ? emailAt(text, pos, room) : undefined;
}

function wwwAt(text: string, start: number, { from, to }: Room): Literal | undefined {
  if (start + 4 >= to || text.slice(start, start + 4).toLowerCase() !== "www.") return undefined;
  if (start > from && !mayComeBeforeWww(text.charCodeAt(start - 1))) return undefined;
  const domain = domainEnd(text, start, to);
  if (domain === -1) return undefined;
  const end = pathEnd(text, domain, to);
  return { start, end, value: `http://${text.slice(start, end)}` };
}

/** White space and `( * _ [ ] ~`. */
function mayComeBeforeWww(code: number): boolean {
  return (
    isWhitespace(code) ||
    code === 40 ||
    code === 42 ||
    code === 95 ||
    code === 91 ||
    code === 93 ||
    code === 126
  );
}

function domainEnd(text: string, from: number, to: number): number {
  let lastUnderscore = false;
  let penultimateUnderscore = false;
  let pos = from;
  let noTrailBefore = from;
  for (; pos < to; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 46 || code === 95) {
      if (pos >= noTrailBefore) {
        const trail = trailEnd(text, pos, to);
        if (trail === -1) break;
        noTrailBefore = trail;
      }
      if (code === 95) lastUnderscore = true;
      else {
        penultimateUnderscore = lastUnderscore;
        lastUnderscore = false;
      }
    } else if (code !== 45 && (isUnicodeWhitespace(code) || isUnicodePunctuation(code))) break;
  }
  return pos > from && !lastUnderscore && !penultimateUnderscore ? pos : -1;
}

const trailMarks = new Set([33, 34, 38, 39, 41, 42, 44, 46, 58, 59, 60, 63, 93, 95, 126]);

function pathEnd(text: string, from: number, to: number): number {
  let open = 0;
  let closed = 0;
  let noTrailBefore = from;
  for (let pos = from; pos < to; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 40) open++;
    else if (code === 41 && closed < open) closed++;
    else if (trailMarks.has(code)) {
      if (pos >= noTrailBefore) {
        const trail = trailEnd(text, pos, to);
        if (trail === -1) return pos;
        noTrailBefore = trail;
      }
      if (code === 41) closed++;
    } else if (isUnicodeWhitespace(code)) return pos;
  }
  return to;
}

/**
 * Is the punctuation from `at` on followed by an end (white space, `<`), so that it does not belong to the address? Then -1;
 * else the offset up to which no mark can begin such a trail.
 */
function trailEnd(text: string, at: number, to: number): number {
  let simple = true;
  let pos = at;
  while (pos < to) {
    const code = text.charCodeAt(pos);
    if (code === 60 || isUnicodeWhitespace(code)) return -1;
    if (code === 38) {
      simple = false;
      const end = referenceLikeEnd(text, pos, to);
      if (end === -1) break;
      pos = end;
    } else if (code === 93) {
      simple = false;
      const next = text.charCodeAt(++pos);
      if (pos >= to || next === 40 || next === 91) return -1;
    } else if (trailMarks.has(code)) pos++;
    else break;
  }
  if (pos >= to) return -1;
  return simple ? pos : at + 1;
}

function referenceLikeEnd(text: string, at: number, to: number): number {
  let pos = at + 1;
  while (pos < to && isAlpha(text.charCodeAt(pos))) pos++;
  return pos > at + 1 && pos < to && text.charCodeAt(pos) === 59 ? pos + 1 : -1;
}

function emailAt(text: string, at: number, { from, plainFrom, to }: Room): Literal | undefined {
  let start = at;
  while (start > plainFrom && isAtext(text.charCodeAt(start - 1))) start--;
  if (start === at) return undefined;
  const before = start > from ? text.charCodeAt(start - 1) : 32;
  if (before === 47 || isAtext(before)) return undefined;
  const end = emailDomainEnd(text, at + 1, to);
  return end === -1 ? undefined : { start, end, value: `mailto:${text.slice(start, end)}` };
}

function emailDomainEnd(text: string, from: number, to: number): number {
  let dot = false;
  let pos = from;
  for (; pos < to; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 46) {
      if (pos + 1 >= to || !isAlphanumeric(text.charCodeAt(pos + 1))) break;
      dot = true;
    } else if (code !== 45 && code !== 95 && !isAlphanumeric(code)) break;
  }
  return dot && isAlpha(text.charCodeAt(pos - 1)) ? pos : -1;
}

/** Might `laterLiterals` find an address whose mark stands at `at`? A cheap question, answered yes too often rather than too seldom. */
export function mayBeLiteral(text: string, at: number, from: number, to: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 64) return at > from && isAtext(text.charCodeAt(at - 1)) && dotFollows(text, at + 1, to);
  if (code !== 58) return text.slice(at, at + 4).toLowerCase() === "www.";
  if (isAtext(text.charCodeAt(at + 1)) && at > from && text.slice(at - 4, at) === "xmpp") return true;
  return (
    protocolStart(text, at, from) !== -1 && text.startsWith("//", at + 1) && dotFollows(text, at + 3, to)
  );
}

function dotFollows(text: string, from: number, to: number): boolean {
  const last = Math.min(to, from + 300);
  for (let pos = from; pos < last; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 46) return true;
    if (!isAtext(code) && code !== 92) return false;
  }
  return false;
}
