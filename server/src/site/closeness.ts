// How near two strings are, from 0 (nothing in common) to 1 (equal): letters left out, put in, changed or swapped with
// their neighbour count as a stroke each (Damerau-Levenshtein, each stretch edited once). Long strings are compared by
// their beginnings. The strokes are counted for 32 letters at a time in the bits of a number (H. Hyyrö, "A bit-vector
// algorithm for computing Levenshtein and Damerau edit distances", 2003).

export function closeness(a: string, b: string): number {
  return closenessTo(a)(b, 0);
}

/** No more letters are compared than this. */
const longest = 80;

/**
 * How near others are to one string, whose letters are laid out once. The answer is exact where it is at least `least`; what
 * is further away may be told as 0.
 */
export function closenessTo(wanted: string): (other: string, least: number) => number {
  const from = wanted.slice(0, longest);
  let letters: Letters | undefined;
  return (other, least) => {
    if (other === wanted) return 1;
    const to = other.length > longest ? other.slice(0, longest) : other;
    const most = Math.max(from.length, to.length);
    const fewest = Math.min(from.length, to.length);
    if (fewest / most < 0.4) return 0;
    const limit = Math.floor((1 - least) * most + rounding);
    if (most - fewest > limit) return 0;
    letters ??= lettersOf(from);
    const strokes = distance(letters, to, limit);
    return strokes > limit ? 0 : 1 - strokes / most;
  };
}

/** A limit that is a whole number but for the last digits of a division is that number. */
const rounding = 1e-6;

/** Where each letter stands in a string, as bits: 32 places a word, the words of ASCII's letters one after the other. */
interface Letters {
  readonly text: string;
  readonly words: number;
  readonly ascii: Int32Array;
}

function lettersOf(text: string): Letters {
  const words = (text.length + 31) >> 5;
  const ascii = new Int32Array(128 * words);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 128) continue;
    const word = code * words + (at >> 5);
    ascii[word] = (ascii[word] ?? 0) | (1 << (at & 31));
  }
  return { text, words, ascii };
}

/** The places of a letter within a word of the string. */
function placesOf({ text, words, ascii }: Letters, code: number, word: number): number {
  if (code < 128) return ascii[code * words + word] ?? 0;
  let places = 0;
  for (let at = word * 32; at < Math.min(word * 32 + 32, text.length); at++)
    if (text.charCodeAt(at) === code) places |= 1 << (at & 31);
  return places;
}

/** Strokes between the string and another; some number above `limit` where there are more than that. */
function distance(letters: Letters, to: string, limit: number): number {
  return letters.words === 1 ? inOneWord(letters, to, limit) : inWords(letters, to, limit);
}

/**
 * For each letter of the other a column of the table that the plain definition fills, its rows in bits: where the number
 * grows (`up`) or falls (`down`) from the row above, and where it is the same as diagonally before (`free`).
 */
function inOneWord(letters: Letters, to: string, limit: number): number {
  const lastRow = 1 << (letters.text.length - 1);
  let strokes = letters.text.length;
  let [up, down, free, places] = [-1, 0, 0, 0];
  // Each letter that is still to come can bring one stroke less at best.
  let room = limit + to.length - 1;
  for (let column = 0; column < to.length; column++) {
    const here = placesOf(letters, to.charCodeAt(column), 0);
    const swapped = ((~free & here) << 1) & places;
    free = (((here & up) + up) ^ up) | here | down | swapped;
    const more = down | ~(free | up);
    const less = free & up;
    if (more & lastRow) strokes++;
    else if (less & lastRow) strokes--;
    const before = (more << 1) | 1;
    up = (less << 1) | ~(free | before);
    down = before & free;
    places = here;
    if (strokes > room--) return limit + 1;
  }
  return strokes;
}

/** The same for more than 32 letters: what leaves the last row of a word enters the first row of the next. */
function inWords(letters: Letters, to: string, limit: number): number {
  const { text, words } = letters;
  const [ups, downs] = [new Int32Array(words).fill(-1), new Int32Array(words)];
  const [frees, places] = [new Int32Array(words), new Int32Array(words)];
  const lastRow = 1 << ((text.length - 1) & 31);
  let strokes = text.length;
  for (let column = 0; column < to.length; column++) {
    let [moreAbove, lessAbove, swapAbove] = [1, 0, 0];
    for (let word = 0; word < words; word++) {
      const [up, down] = [ups[word] ?? 0, downs[word] ?? 0];
      const here = placesOf(letters, to.charCodeAt(column), word);
      const unmatched = ~(frees[word] ?? 0) & here;
      const swapped = ((unmatched << 1) | swapAbove) & (places[word] ?? 0);
      const same = here | lessAbove;
      const free = (((same & up) + up) ^ up) | same | down | swapped;
      const more = down | ~(free | up);
      const less = free & up;
      if (word === words - 1 && more & lastRow) strokes++;
      else if (word === words - 1 && less & lastRow) strokes--;
      const before = (more << 1) | moreAbove;
      ups[word] = (less << 1) | lessAbove | ~(free | before);
      downs[word] = before & free;
      frees[word] = free;
      places[word] = here;
      moreAbove = more >>> 31;
      lessAbove = less >>> 31;
      swapAbove = unmatched >>> 31;
    }
    if (strokes - (to.length - 1 - column) > limit) return limit + 1;
  }
  return strokes;
}
