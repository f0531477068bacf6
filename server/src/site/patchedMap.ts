// A map with a few entries put, replaced or taken out, which shares all others with the map that it was made of: what a
// keystroke changes costs the same in a handbook of ten pages and of ten thousand.

/** Beyond so many differences the map is copied. */
const most = 256;

/** `changes` has undefined for what is taken out. What is replaced keeps its place in the order; what is new comes last. */
export function patchMap<K, V extends object>(
  map: ReadonlyMap<K, V>,
  changes: ReadonlyMap<K, V | undefined>,
): ReadonlyMap<K, V> {
  const under = map instanceof PatchedMap ? (map as PatchedMap<K, V>) : new PatchedMap(map, new Map());
  const patch = new Map(under.patch);
  for (const [key, value] of changes) patch.set(key, value);
  const patched = new PatchedMap(under.base, patch);
  return patch.size > most ? new Map(patched) : patched;
}

class PatchedMap<K, V extends object> implements ReadonlyMap<K, V> {
  readonly base: ReadonlyMap<K, V>;
  readonly patch: ReadonlyMap<K, V | undefined>;
  readonly size: number;

  constructor(base: ReadonlyMap<K, V>, patch: ReadonlyMap<K, V | undefined>) {
    this.base = base;
    this.patch = patch;
    let { size } = base;
    for (const [key, value] of patch) size += (value ? 1 : 0) - (base.has(key) ? 1 : 0);
    this.size = size;
  }

  get(key: K): V | undefined {
    return this.patch.get(key) ?? (this.patch.has(key) ? undefined : this.base.get(key));
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  *entries(): MapIterator<[K, V]> {
    for (const [key, value] of this.base) {
      const now = this.patch.has(key) ? this.patch.get(key) : value;
      if (now) yield [key, now];
    }
    for (const [key, value] of this.patch) if (value && !this.base.has(key)) yield [key, value];
  }

  *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(call: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) call(value, key, this);
  }
}
