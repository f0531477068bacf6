// A packed page is the page: whatever was scanned comes back equal, alone or among others.

import fc from "fast-check";
import { expect, test } from "vitest";
import { githubSyntax } from "../../server/src/markdown/syntax.ts";
import { PagePacker, packedFields } from "../../server/src/page/packPages.ts";
import type { PagePath, ScannedPage } from "../../server/src/page/scannedPage.ts";
import { scanPage } from "../../server/src/page/scanPage.ts";
import { unpackPage } from "../../server/src/page/unpackPage.ts";
import { randomMarkdown } from "../support/randomMarkdown.ts";

const path = "people/feedback.md" as PagePath;
const scan = (text: string) => scanPage(path, text, githubSyntax);

function packed(pages: readonly ScannedPage[]): readonly ScannedPage[] {
  const packer = new PagePacker();
  for (const page of pages) packer.add(page);
  const pack = packer.end();
  return pages.map(({ syntax }, at) => unpackPage(pack, at, path, syntax));
}

/** All that a page says, in the form of an object. */
function said(page: ScannedPage): object {
  const fields = packedFields.map((field) => [field, page[field]]);
  return { ...Object.fromEntries(fields), path: page.path, syntax: page.syntax, lines: page.lines };
}

function isPackedWhole(pages: readonly ScannedPage[]): void {
  expect(packed(pages).map(said)).toStrictEqual(pages.map(said));
}

test("pages put together at random are the same after they were packed", () => {
  fc.assert(
    fc.property(fc.array(randomMarkdown, { minLength: 1, maxLength: 5 }), (texts) => {
      isPackedWhole(texts.map(scan));
    }),
    { numRuns: 300, seed: 31 },
  );
});

test("every kind of value of frontmatter is the same after it was packed", () => {
  const yaml = [
    "a: 1.5",
    "b: -0.0",
    "c: .inf",
    "d: 99999999999",
    "e: -268435456",
    "f: ~",
    "g: [true, no, 2024-01-02, {x: y}]",
    "__proto__: 3",
    `long: "${"ä\u{1f600}".repeat(400)}"`,
    "bad: [",
  ];
  const json = '{"a": {"__proto__": {"b": []}, "": null}, "1": -0, "0": 1e300}\n';
  isPackedWhole([`---\n${yaml.join("\n")}\n---\n# A\n`, `---json\n${json}---\n`, json, ""].map(scan));
});

test("what is asked for twice at a time is the same object", () => {
  const [page] = packed([scan("# A\n\n[b](/c)\n")]);
  expect(page?.headings).toBe(page?.headings);
  expect(page?.links[0]).toBe(page?.links[0]);
});

test("strings that many pages have are kept once", () => {
  const packer = new PagePacker();
  for (let i = 0; i < 50; i++) packer.add(scan("[Team structure](/handbook/team-structure)\n"));
  const { text } = packer.end();
  expect(text.split("/handbook/team-structure").length - 1).toBe(1);
});
