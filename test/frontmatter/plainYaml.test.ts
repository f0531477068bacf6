// Blocks that are read without the `yaml` package beside the same blocks read with it: a fence that names its language
// takes the long way. HANDBOOK_LONG=1 takes 200,000 blocks and every page.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readPlainYaml } from "../../server/src/frontmatter/plainYaml.ts";
import { scanFrontmatter } from "../../server/src/frontmatter/scanFrontmatter.ts";
import { randomYaml } from "../support/randomYaml.ts";

const long = process.env["HANDBOOK_LONG"] !== undefined;
const named = "yaml";

/** Checks a block; answers whether it was one to be read the short way. */
function checkAlike(block: string): boolean {
  const fenced = (language: string) => scanFrontmatter(`---${language}\n${block}---\n`);
  const expected = moved(fenced(named), named.length);
  // Telling where two differ takes longer than telling that they don't.
  if (!isDeepStrictEqual(fenced(""), expected)) expect(fenced("")).toEqual(expected);
  return readPlainYaml(block, 0) !== undefined;
}

/** All places in `scan` as if the text before them were shorter by `by`. */
function moved(scan: unknown, by: number): unknown {
  if (Array.isArray(scan)) return scan.map((one) => moved(one, by));
  if (typeof scan !== "object" || scan === null) return scan;
  return Object.fromEntries(
    Object.entries(scan).map(([key, value]) => {
      const isPlace = ["start", "end", "bodyStart"].includes(key) && typeof value === "number" && value > 0;
      return [key, isPlace ? value - by : moved(value, by)];
    }),
  );
}

test("what authors write most is read the short way", () => {
  const blocks = [
    "title: Team structure\nlayout: docs # c\nweight: -10\ndraft: false\ndate: 2024-05-01\nempty:\n",
    "# A comment\n\ntitle: 'It''s: ours'\nurl: https://example.com/a#b\n",
    "tags: [a, \"b c\", 3]\naliases:\n  - /a/\n  - '/b/'\nlist:\n- x\n- y\n",
    "menu:\n  main:\n    weight: 1\n    parent: about\nlinks:\n  - text: A\n    href: /a\n  - text: B\n",
    "description: >-\n  One line\n  and another\nnotes: |\n  a\n  b\ntitle: x\n",
    "title: a\r\ntags:\r\n  - b\r\n",
  ];
  for (const block of blocks) expect([block, checkAlike(block)]).toEqual([block, true]);
});

test("what YAML reads in a way of its own takes the long way", () => {
  const blocks = [
    "a: &x b\n",
    "a: *x\n",
    "a: !!str b\n",
    "a: {b: c}\n",
    "a: b\n  c\n",
    "a: b: c\n",
    'a: "b\\n"\n',
    "a: 0x10\n",
    "a: .inf\n",
    "a: 1e3\n",
    "a: b\tc\n",
    "a:\n  b: c # d\n",
    "a: |+\n  b\n",
    "a: |\n  b\n\n  c\n",
    "? a\n: b\n",
    "a:\n   b: c\n  d: e\n",
    "a: 'b'c\n",
    "a: b\u00a0\n",
    "a: \ufeffb\n",
    "- a\n",
    `${"a".repeat(1100)}: b\n`,
  ];
  for (const block of blocks) expect([block, checkAlike(block)]).toEqual([block, false]);
});

test("blocks put together at random are read alike either way", { timeout: 3_600_000 }, () => {
  let short = 0;
  const runs = long ? 200_000 : 2_000;
  fc.assert(
    fc.property(randomYaml, (block) => {
      if (checkAlike(`title: a\n${block}`)) short++;
    }),
    { numRuns: runs, seed: 20 },
  );
  expect(short).toBeGreaterThan(runs / 6);
});

/** Every `step`th page, so that a run takes seconds; the whole when asked for. */
const samples: readonly (readonly [folder: string, step: number])[] = [
  ["gitlab-handbook", 11],
  ["sourcegraph-handbook", 1],
  ["redux-docs", 1],
];
for (const [folder, step] of samples)
  test(`the frontmatter of ${folder} is read alike either way`, { timeout: 3_600_000 }, (context) => {
    const root = fileURLToPath(new URL(`../../../shared/corpora/${folder}`, import.meta.url));
    if (!existsSync(root)) {
      if (process.env["CI"]) throw new Error(`${folder} is missing beside the checkout`);
      context.skip(`${folder} is missing beside the checkout`);
    }
    const blocks = readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.mdx?$/.test(path))
      .sort()
      .filter((_, i) => long || i % step === 0)
      .map((path) => /^---\r?\n([\s\S]*?\n)---\r?\n/.exec(readFileSync(`${root}/${path}`, "utf8"))?.[1])
      .filter((block) => block !== undefined);
    const short = blocks.filter(checkAlike).length;
    expect(blocks.length).toBeGreaterThan(4);
    expect(short).toBeGreaterThan(blocks.length * 0.9);
  });
