import { expect, test } from "vitest";
import { faultIn } from "../../server/src/data/faultIn.ts";

test("a configuration that is whole has no fault, whatever its language allows", () => {
  const whole: readonly (readonly [string, string])[] = [
    ["a.json", '// why\n{"a": [1, 2,],}'],
    ["_category_.yml", "- a\n- b: c\n"],
    ["mkdocs.yml", "a: !!python/name:our.slugs\nb: !ENV [X, y]\n"],
    ["hugo.toml", "[a]\nb = 1\n"],
    ["a.js", "module.exports = async () => ({ a: <b />, ...c })"],
    ["a.ts", "export default { a: 1 } satisfies Config;"],
    ["_redirects", "/a /b [ {"],
    ["a.json", ""],
  ];
  for (const [path, text] of whole) expect([path, faultIn(path, text)]).toEqual([path, undefined]);
});

test("the fault of a half-written one stands where it is", () => {
  const half: readonly (readonly [string, string, number])[] = [
    ["a.json", '{"a": }', 6],
    ["a.toml", "a = 1\n[b\n", 7],
    ["a.yml", "a: [b\n", 3],
    ["a.js", "module.exports = { a: ", 22],
  ];
  for (const [path, text, start] of half) expect([path, faultIn(path, text)?.start]).toEqual([path, start]);
});
