// Finds things by names that come near: by equal name first, then by shared trigrams. Made once, asked often.

export interface NameIndex<Thing> {
  readonly byName: ReadonlyMap<string, readonly Thing[]>;
  /** Trigram to positions in `things`. */
  readonly byTrigram: ReadonlyMap<string, readonly number[]>;
  readonly things: readonly Thing[];
}

/** `names`: by which a thing can be found, lower case. */
export function indexNames<Thing>(
  things: readonly Thing[],
  names: (thing: Thing) => readonly string[],
): NameIndex<Thing> {
  const byName = new Map<string, Thing[]>();
  const byTrigram = new Map<string, number[]>();
  things.forEach((thing, at) => {
    const own = new Set(names(thing));
    for (const name of own) put(byName, name, thing);
    for (const trigram of new Set([...own].flatMap(trigramsOf))) put(byTrigram, trigram, at);
  });
  return { byName, byTrigram, things };
}

/** At most so many candidates are compared with the wanted name, and so common trigrams tell nothing. */
const most = { candidates: 40, common: 600 };

/** Candidates for a name: those that have it, then those that share most trigrams with it. */
export function lookUp<Thing>(index: NameIndex<Thing>, wanted: string, name: string): readonly Thing[] {
  const equal = (index.byName.get(name) ?? []).slice(0, most.candidates);
  const counts = new Map<number, number>();
  for (const trigram of new Set([...trigramsOf(name), ...(name === "" ? trigramsOf(wanted) : [])])) {
    const list = index.byTrigram.get(trigram) ?? [];
    if (list.length <= most.common) for (const at of list) counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  const near = [...counts].sort(([, a], [, b]) => b - a).slice(0, most.candidates);
  const found = near.flatMap(([at]) => index.things[at] ?? []);
  return [...new Set([...equal, ...found])];
}

function trigramsOf(name: string): readonly string[] {
  const padded = `^${name.slice(0, 80)}$`;
  const all: string[] = [];
  for (let at = 0; at + 3 <= padded.length; at++) all.push(padded.slice(at, at + 3));
  return all;
}

function put<Key, Value>(table: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = table.get(key);
  if (list) list.push(value);
  else table.set(key, [value]);
}
