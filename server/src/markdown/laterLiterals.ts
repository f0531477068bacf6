// GFM's second look for addresses: over plain text that is left when links and emphasis are known. It finds those that
// stand in brackets or after punctuation, which the first look (literals.ts) must leave alone.

import { isUnicodePunctuation, isUnicodeWhitespace } from "./characters.ts";
import type { Literal } from "./literals.ts";

interface Candidate {
  readonly index: number;
  readonly length: number;
  readonly value: string;
}

/** Addresses in one run of plain text, as offsets in it, in order. */
export function laterLiterals(text: string): readonly Literal[] {
  let free: readonly Piece[] = [{ at: 0, text }];
  const found: Literal[] = [];
  for (const look of [webAddresses, chatAddresses, mailtoAddresses, mailAddresses]) {
    const rest: Piece[] = [];
    for (const piece of free) {
      let from = 0;
      for (const { index, length, value } of look(piece.text)) {
        const start = piece.at + index;
        found.push({ start, end: start + length, value });
        rest.push({ at: piece.at + from, text: piece.text.slice(from, index) });
        from = index + length;
      }
      rest.push({ at: piece.at + from, text: piece.text.slice(from) });
    }
    free = rest;
  }
  return found.sort((a, b) => a.start - b.start);
}

interface Piece {
  readonly at: number;
  readonly text: string;
}

/** How often a rejected match is looked into again; more would make a hostile line quadratic. */
const retries = 1000;

function* webAddresses(text: string): Iterable<Candidate> {
  const pattern = /(?<![0-9a-z])(https?:\/\/|www(?=\.))([\w-]*\.[\w.-]*)([^\t\n\r ]*)/gi;
  let rejected = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const found = webAddress(text, match);
    if (found) yield found;
    else if (rejected++ < retries) pattern.lastIndex = match.index + 1;
  }
}

function webAddress(text: string, match: RegExpExecArray): Candidate | undefined {
  const before = text.charCodeAt(match.index - 1);
  if (match.index > 0 && !isUnicodeWhitespace(before) && !isUnicodePunctuation(before)) return undefined;
  const named = /^w/i.test(match[1] ?? "");
  const domain = named ? `${match[1]}${match[2]}` : (match[2] ?? "");
  if (isUnicodePunctuation(domain.charCodeAt(0)) || !isDomain(domain)) return undefined;
  const address = withoutTrail(domain + (match[3] ?? ""));
  const shown = named ? address : `${match[1]}${address}`;
  return { index: match.index, length: shown.length, value: named ? `http://${shown}` : shown };
}

/** The last two parts hold a letter or digit and no underscore. */
function isDomain(domain: string): boolean {
  const parts = domain.split(".");
  return (
    parts.length > 1 &&
    parts.slice(-2).every((part) => part === "" || (!part.includes("_") && /[a-z0-9]/i.test(part)))
  );
}

const trailing = new Set("!\"&'),.:;<>?]}");

function withoutTrail(address: string): string {
  let end = address.length;
  while (end > 0 && trailing.has(address[end - 1] ?? "")) end--;
  let open = count(address, 0, end, "(") - count(address, 0, end, ")");
  for (let pos = end; pos < address.length && open > 0; pos++) {
    if (address[pos] !== ")") continue;
    end = pos + 1;
    open--;
  }
  return address.slice(0, end);
}

function count(text: string, from: number, to: number, sign: string): number {
  let found = 0;
  for (let pos = from; pos < to; pos++) if (text[pos] === sign) found++;
  return found;
}

function* chatAddresses(text: string): Iterable<Candidate> {
  const pattern = /(?<![\w+\-.@])xmpp:[\w+\-.]+@([\w-]+(?:\.[\w-]+)+)(\/(?:[\w\-/]|\.(?=[0-9A-Za-z]))*)?/g;
  for (const match of text.matchAll(pattern)) {
    const after = text[match.index + match[0].length];
    if (/[\d\-_]$/.test(match[1] ?? "") || (match[2] && (!/[A-Za-z]$/.test(match[2]) || after === "@")))
      continue;
    yield { index: match.index, length: match[0].length, value: match[0] };
  }
}

function* mailtoAddresses(text: string): Iterable<Candidate> {
  for (const match of text.matchAll(/(?<![\w+\-.@])mailto:[\w+\-.]+@[\w-]+(?:\.[\w-]+)+/g))
    if (!/[\d\-_]$/.test(match[0])) yield { index: match.index, length: match[0].length, value: match[0] };
}

function* mailAddresses(text: string): Iterable<Candidate> {
  const pattern = /(?<![\w+\-.]|(?:^|[^\d@A-Za-z])(?:mailto|xmpp):)[\w+\-.]+@[\w-]+(?:\.[\w-]+)+/g;
  for (const match of text.matchAll(pattern))
    if (!/[\d\-_]$/.test(match[0]))
      yield { index: match.index, length: match[0].length, value: `mailto:${match[0]}` };
}
