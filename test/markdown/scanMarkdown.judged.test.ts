// The scanner beside its judge, micromark: the examples of CommonMark, documents put together at random, real handbooks.
// HANDBOOK_LONG=1 takes 100,000 documents and every page instead of a sample.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tests as examples } from "commonmark-spec";
import fc from "fast-check";
import { expect, test } from "vitest";
import { randomMarkdown } from "../support/randomMarkdown.ts";
import { judgeIsWrong, scanDifference } from "../support/scanDifference.ts";

const long = process.env["HANDBOOK_LONG"] !== undefined;
const corpora = fileURLToPath(new URL("../../../shared/corpora/", import.meta.url));

test("every example of CommonMark is read as micromark reads it", () => {
  const different = examples
    .map(({ number, markdown }) => ({ number, difference: scanDifference(markdown.replaceAll("→", "\t")) }))
    .filter(({ difference }) => difference !== "");
  expect(examples.length).toBeGreaterThan(600);
  expect(different).toEqual([]);
});

const gfm: Record<string, string> = {
  "a table's cells": "| [a](/b) | `c \\| d` |\n| --- | :-: |\n| **[x](/y)** | ![i](p.png) | [z](/w)\n",
  "a table that a quote ends": "| a |\n|---|\n| [b](/c) |\n> [d](/e)\n",
  "a table without outer pipes after text": "text\na | [b](/c)\n-- | --\n[d](/e) | f\n\n[g](/h)\n",
  "a row whose head has another number of cells is text": "| a | b |\n| --- |\n| [c](/d) |\n",
  "task list": "- [ ] [a](/b)\n- [x] www.c.de\n",
  "struck text": "# ~~[a](/b)~~ ~c~ ~~~d\n",
  addresses: "www.a.de/x(y)), http://b.de/?q=1&copy; (https://c.de/a_b*c*) m@d.de. <https://e.de>\n",
  "addresses in brackets": '[see https://a.de] "www.b.de" (mail x.y@c.de) `www.d.de` [www.e.de](/f)\n',
  "mail and chat": "mailto:a@b.de, xmpp:a@b.de/c and a.b-c_d@a.b\n",
  footnotes:
    "a[^1] [^2] ![^1]\n\n[^1]: [b](/c)\n    [d](/e)\n\n    ```\n    [f](/g)\n    ```\n\n[^x y]: no\n",
};
for (const [name, markdown] of Object.entries(gfm))
  test(`GFM: ${name}`, () => expect(scanDifference(markdown)).toBe(""));

test("documents put together at random are read as micromark reads them", { timeout: 3_600_000 }, () => {
  fc.assert(
    fc.property(randomMarkdown, (text) => {
      if (!judgeIsWrong(text)) expect(scanDifference(text)).toBe("");
    }),
    { numRuns: long ? 100_000 : 3_000, seed: 20 },
  );
});

/** Every `step`th page, so that a run takes seconds; the whole when asked for. */
const samples: readonly (readonly [folder: string, step: number])[] = [
  ["gitlab-handbook", 97],
  ["sourcegraph-handbook", 41],
  ["redux-docs", 11],
];
for (const [folder, step] of samples)
  test(`the pages of ${folder} are read as micromark reads them`, { timeout: 3_600_000 }, (context) => {
    const pages = pagesOf(folder, long ? 1 : step, context.skip);
    const different = pages
      .map(({ path, text }) => ({ path, difference: scanDifference(text, bodyStart(text)) }))
      .filter(({ difference }) => difference !== "");
    expect(different).toEqual([]);
    expect(pages.length).toBeGreaterThan(5);
  });

test("pages that are MDX too are read as remark-mdx reads them", { timeout: 3_600_000 }, (context) => {
  let compared = 0;
  const different: string[] = [];
  for (const [folder, step] of samples)
    for (const { path, text } of pagesOf(folder, long ? 3 : step, context.skip)) {
      const difference = mdxDifference(text);
      if (difference === undefined) continue;
      compared++;
      if (difference) different.push(`${path}: ${difference}`);
    }
  console.log(`${compared} pages compared with remark-mdx`);
  expect(different).toEqual([]);
  expect(compared).toBeGreaterThan(long ? 300 : 10);
});

/** Undefined where remark-mdx cannot read the page. */
function mdxDifference(text: string): string | undefined {
  try {
    return scanDifference(text, bodyStart(text), true);
  } catch (error) {
    if (error instanceof Error && "place" in error) return undefined;
    throw error;
  }
}

function bodyStart(text: string): number {
  return /^---\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0;
}

function pagesOf(folder: string, step: number, skip: (note: string) => void) {
  const root = `${corpora}${folder}`;
  if (!existsSync(root)) {
    if (process.env["CI"]) throw new Error(`${folder} is missing beside the checkout`);
    skip(`${folder} is missing beside the checkout`);
  }
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.mdx?$/.test(path))
    .sort()
    .filter((_, i) => i % step === 0)
    .map((path) => ({ path, text: readFileSync(`${root}/${path}`, "utf8") }));
}
