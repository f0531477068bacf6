// Finds things by names that come near: by equal name first, then by shared trigrams (three letters in a row). Made once,
// asked often; things are told by their positions in a list that the asker keeps.

export interface NameIndex {
  readonly byName: ReadonlyMap<string, readonly number[]>;
  /** Each trigram's number: its place in `starts`. */
  readonly numbers: ReadonlyMap<number, number>;
  /** Where in `entries` the things that have a trigram begin; they end where the next one's begin. */
  readonly starts: Int32Array;
  readonly entries: Int32Array;
  /** Room to count in, all zero between two questions: how many trigrams each thing shares. */
  readonly counts: Uint8Array;
}

/** At most so many candidates are compared with the wanted name, and so common trigrams tell nothing: nobody is listed at them. */
const most = { candidates: 40, common: 600 };

/** No trigrams are made of what stands behind so many letters. */
const longest = 80;

/** `names`: by which a thing can be found, lower case. */
export function indexNames<Thing>(
  things: readonly Thing[],
  names: (thing: Thing) => readonly string[],
): NameIndex {
  const byName = new Map<string, number[]>();
  const found: Found = { numbers: new Map(), sizes: [], last: [], all: [], ends: [] };
  things.forEach((thing, at) => {
    for (const name of new Set(names(thing))) {
      const list = byName.get(name);
      if (list) list.push(at);
      else byName.set(name, [at]);
      add(found, name, at);
    }
    found.ends.push(found.all.length);
  });
  return { byName, numbers: found.numbers, ...inLists(found), counts: new Uint8Array(things.length) };
}

/** Candidates for a name, each once: those that have it, then those that share most trigrams with it. */
export function lookUp(index: NameIndex, wanted: string, name: string): Iterable<number> {
  const equal = index.byName.get(name)?.slice(0, most.candidates) ?? [];
  const near = sharingMost(index, new Set(trigramsOf(name === "" ? wanted : name)));
  return equal.length === 0 ? near : new Set([...equal, ...near]);
}

/** The trigrams of the things so far. */
interface Found {
  readonly numbers: Map<number, number>;
  /** By trigram: how many things have it, and which was the last. */
  readonly sizes: number[];
  readonly last: number[];
  /** Thing after thing the numbers of its trigrams, and where each one's end. */
  readonly all: number[];
  readonly ends: number[];
}

function add({ numbers, sizes, last, all }: Found, name: string, thing: number): void {
  for (const trigram of trigramsOf(name)) {
    let number = numbers.get(trigram);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(trigram, number);
      sizes.push(0);
      last.push(-1);
    }
    if (last[number] === thing) continue;
    last[number] = thing;
    sizes[number] = (sizes[number] ?? 0) + 1;
    all.push(number);
  }
}

function inLists({ sizes, all, ends }: Found): Pick<NameIndex, "starts" | "entries"> {
  const starts = new Int32Array(sizes.length + 1);
  sizes.forEach((size, number) => {
    starts[number + 1] = (starts[number] ?? 0) + (size <= most.common ? size : 0);
  });
  const entries = new Int32Array(starts[sizes.length] ?? 0);
  const free = starts.slice();
  let at = 0;
  ends.forEach((end, thing) => {
    for (; at < end; at++) {
      const number = all[at] ?? 0;
      const place = free[number] ?? 0;
      if (place === starts[number + 1]) continue;
      entries[place] = thing;
      free[number] = place + 1;
    }
  });
  return { starts, entries };
}

/** Those that share most; of those that share as many, the first that were met. */
function sharingMost(index: NameIndex, trigrams: ReadonlySet<number>): readonly number[] {
  const { numbers, starts, entries, counts } = index;
  const met: number[] = [];
  /** How many things share at least so many. */
  const atLeast = new Uint16Array(trigrams.size + 2);
  for (const trigram of trigrams) {
    const number = numbers.get(trigram);
    if (number === undefined) continue;
    const end = starts[number + 1] ?? 0;
    for (let at = starts[number] ?? 0; at < end; at++) {
      const thing = entries[at] ?? 0;
      const count = (counts[thing] ?? 0) + 1;
      if (count === 1) met.push(thing);
      counts[thing] = count;
      atLeast[count] = (atLeast[count] ?? 0) + 1;
    }
  }
  let enough = 1;
  while ((atLeast[enough + 1] ?? 0) >= most.candidates) enough++;
  const [more, asMany]: [number[], number[]] = [[], []];
  for (const thing of met) {
    const count = counts[thing] ?? 0;
    if (count > enough) more.push(thing);
    else if (count === enough && asMany.length < most.candidates) asMany.push(thing);
    counts[thing] = 0;
  }
  return [...more, ...asMany].slice(0, most.candidates);
}

/** Of `^name$`, each as a number. */
function trigramsOf(name: string): readonly number[] {
  const padded = `^${name.slice(0, longest)}$`;
  const all: number[] = [];
  let a = padded.charCodeAt(0);
  let b = padded.charCodeAt(1);
  for (let at = 2; at < padded.length; at++) {
    const c = padded.charCodeAt(at);
    all.push((a | b | c) < 128 ? (a << 14) | (b << 7) | c : (a * 65536 + b) * 65536 + c + 2 ** 21);
    a = b;
    b = c;
  }
  return all;
}
