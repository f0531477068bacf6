// How many bytes the index keeps of a page: what it says, and not its words.

import { expect, test } from "vitest";
import { githubSyntax } from "../../server/src/markdown/syntax.ts";
import { type PackedPages, PagePacker } from "../../server/src/page/packPages.ts";
import type { PagePath } from "../../server/src/page/scannedPage.ts";
import { scanPage } from "../../server/src/page/scanPage.ts";

const pages = 100;

/** A page of this many paragraphs, a heading before each tenth and a link in each fifth. */
function pageOf(paragraphs: number, at: number): string {
  const words =
    "Whoever joins the company reads this page in the first week, and asks whatever is not clear. ";
  return Array.from({ length: paragraphs }, (_, i) => {
    const heading = i % 10 === 0 ? `## Part ${i} of ${at}\n\n` : "";
    return `${heading}${words.repeat(4)}${i % 5 === 0 ? `[link](/page-${at}/part-${i})` : ""}\n\n`;
  }).join("");
}

function bytesPerPage(paragraphs: number): number {
  const packer = new PagePacker();
  for (let at = 0; at < pages; at++) {
    packer.add(scanPage(`page-${at}.md` as PagePath, pageOf(paragraphs, at), githubSyntax));
  }
  return bytesOf(packer.end()) / pages;
}

function bytesOf({ directory, numbers, text, ends }: PackedPages): number {
  return directory.byteLength + numbers.byteLength + ends.byteLength + text.length * 2;
}

test("of a page of 40 kB with ten headings and twenty links, the index keeps little more than a tenth", () => {
  expect(pageOf(100, 0).length).toBeGreaterThan(38_000);
  expect(bytesPerPage(100)).toBeLessThan(4400);
});

test("a page twice as long takes twice the bytes, and no more", () => {
  expect(bytesPerPage(200) / bytesPerPage(100)).toBeLessThan(2.05);
});
