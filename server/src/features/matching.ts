// How well a few typed words fit a title, a route or a heading. Strings in, a number out; knows no page. Both sides are
// turned into keys first: lower case, accents dropped, each word after one space (`/people/Feed-back` → " people feed back").

export interface Query {
  readonly key: string;
  /** Each with its space. */
  readonly words: readonly string[];
  readonly letters: string;
  readonly mask: number;
}

export interface Key {
  readonly key: string;
  /** Which letters and digits occur, as bits: most of what can't match is passed over without looking at it. */
  readonly mask: number;
}

/** Scores of the ways to fit, the best first; what fits in a better way is always before what fits in a worse one. */
export const fit = { equal: 1000, prefix: 900, phrase: 800, words: 700, parts: 500, letters: 300 } as const;

export function keyOf(text: string): Key {
  const key = foldedWords(text);
  return { key, mask: maskOf(key) };
}

/** Does it say enough to look for it unasked? One or two letters (`[x]`) do not. */
export function isTelling(query: Query): boolean {
  return query.letters.length > 2 || query.letters.charCodeAt(0) > 0x2e00;
}

/** Undefined when nothing to look for was typed. */
export function queryOf(typed: string): Query | undefined {
  const { key, mask } = keyOf(typed);
  if (key === "") return undefined;
  const words = key.slice(1).split(" ");
  return { key, mask, words: words.map((word) => ` ${word}`), letters: words.join("") };
}

/** 0 when it does not fit; else the way's score less a little for what is left over. */
export function scoreOf(query: Query, name: Key): number {
  return (query.mask & ~name.mask) !== 0
    ? 0
    : wordsScore(query, name) || lettersScore(query.letters, name.key);
}

/** The same for whole words and beginnings or parts of them; letters with gaps are no match. */
export function wordsScore(query: Query, { key, mask }: Key): number {
  if ((query.mask & ~mask) !== 0) return 0;
  const rest = Math.max(Math.min(key.length - query.key.length, 90), 0);
  const at = key.indexOf(query.key);
  if (at === 0) return key.length === query.key.length ? fit.equal : fit.prefix - rest;
  if (at > 0) return fit.phrase - rest / 2 + (at + query.key.length === key.length ? 20 : 0);
  if (query.words.length > 1 && query.words.every((word) => key.includes(word))) return fit.words - rest / 2;
  if (query.words.every((word) => key.includes(word.slice(1)))) return fit.parts - rest / 2;
  return 0;
}

/** The share (0 to 1) of the query's words that begin a word of the key. Short words count only together with others. */
export function shareOfWords(query: Query, { key }: Key): number {
  const telling = query.words.filter((word) => word.length > 3);
  if (telling.length === 0) return 0;
  return telling.filter((word) => key.includes(word)).length / telling.length;
}

/** All letters in order, with gaps: from the last place where the first of them begins a word and the rest still follow. */
function lettersScore(letters: string, key: string): number {
  if (letters.length < 2) return 0;
  let best = 0;
  let tries = 0;
  for (let from = key.indexOf(` ${letters[0]}`); from >= 0 && tries < 8; tries++) {
    best = Math.max(best, lettersFrom(letters, key, from));
    from = key.indexOf(` ${letters[0]}`, from + 1);
  }
  return best;
}

function lettersFrom(letters: string, key: string, from: number): number {
  let at = from;
  let starts = 0;
  for (const letter of letters) {
    const next = key.indexOf(letter, at + 1);
    if (next < 0) return 0;
    if (key[next - 1] === " ") starts++;
    at = next;
  }
  const gaps = at - from - letters.length;
  return gaps > letters.length * 4 + 8 ? 0 : fit.letters - gaps * 3 + starts * 10;
}

/** One pass over the characters: a handbook has a hundred thousand headings. */
function foldedWords(text: string): string {
  const folded = withoutAccents(text.toLowerCase());
  let key = "";
  let from = -1;
  for (let at = 0; at <= folded.length; at++) {
    const inWord = at < folded.length && isWord(folded.charCodeAt(at));
    if (inWord && from < 0) from = at;
    if (inWord || from < 0) continue;
    key += ` ${folded.slice(from, at)}`;
    from = -1;
  }
  return key;
}

/** Letters and digits; of what is not ASCII, all but the blocks of punctuation. */
function isWord(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  return !(
    (code >= 0x2000 && code <= 0x206f) ||
    (code >= 0x3000 && code <= 0x303f && code !== 0x3005) ||
    (code >= 0xff00 && code <= 0xff0f) ||
    (code >= 0xff1a && code <= 0xff20) ||
    code === 0x30fb
  );
}

function withoutAccents(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 0xc0 && code < 0x370) || (code >= 0x1e00 && code < 0x1f00)) {
      return text
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/g, "")
        .normalize("NFC");
    }
  }
  return text;
}

function maskOf(key: string): number {
  let mask = 0;
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at);
    if (code >= 97 && code <= 122) mask |= 1 << (code - 97);
    else if (code >= 48 && code <= 57) mask |= 1 << 26;
    else if (code > 127) mask |= 1 << 27;
  }
  return mask;
}
