import fc from "fast-check";
import { expect, test } from "vitest";
import { patchMap } from "../../server/src/site/patchedMap.ts";

const changes = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.boolean()), { maxLength: 12 });

test("a patched map is the map with its changes made, however often it is patched", () => {
  fc.assert(
    fc.property(changes, fc.array(changes, { maxLength: 8 }), (first, patches) => {
      const plain = new Map(first.map(([key]) => [key, { key }]));
      let patched: ReadonlyMap<number, object> = new Map(plain);
      for (const patch of patches) {
        const entries = patch.map(([key, put]) => [key, put ? { key } : undefined] as const);
        patched = patchMap(patched, new Map(entries));
        for (const [key, value] of new Map(entries)) {
          if (value) plain.set(key, value);
          else plain.delete(key);
        }
      }
      expect(patched.size).toBe(plain.size);
      expect(new Map(patched)).toEqual(plain);
      for (let key = 0; key <= 31; key++) {
        expect(patched.get(key)).toBe(plain.get(key));
        expect(patched.has(key)).toBe(plain.has(key));
      }
      const said: unknown[] = [];
      patched.forEach((value, key) => {
        said.push([key, value]);
      });
      expect(said).toEqual([...patched.entries()]);
      expect([...patched.keys()]).toEqual([...patched].map(([key]) => key));
      expect([...patched.values()]).toEqual([...patched].map(([, value]) => value));
    }),
    { numRuns: 500, seed: 7 },
  );
});

test("what is replaced keeps its place, and the map it was made of stays as it was", () => {
  const before = new Map(["a", "b", "c"].map((key) => [key, { key }]));
  const after = patchMap(
    before,
    new Map([
      ["b", { key: "other" }],
      ["d", { key: "d" }],
    ]),
  );
  expect([...after.keys()]).toEqual(["a", "b", "c", "d"]);
  expect([...before.values()].map(({ key }) => key)).toEqual(["a", "b", "c"]);
});
