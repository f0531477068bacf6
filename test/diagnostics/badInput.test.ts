// What no author means to write, or no tool should meet: a page is scanned, placed and checked all the same, soon.

import { expect, test } from "vitest";
import { defaultConfig } from "../../server/src/config.ts";
import { checkPage, type LevelledFinding, mostFindings } from "../../server/src/diagnostics/index.ts";
import type { PagePath } from "../../server/src/page/scannedPage.ts";
import { scanPage } from "../../server/src/page/scanPage.ts";
import { makeSite } from "../../server/src/site/makeSite.ts";
import type { FilePath } from "../../server/src/site/site.ts";
import { checkDiagnostics } from "../support/checkDiagnostics.ts";
import { handbook, pageOf } from "../support/handbook.ts";
import { plain, posthog } from "../support/models.ts";

/** What is found on a page with this text, and the text at each place; fails when it takes longer than `seconds`. */
function found(
  text: string,
  { seconds = 1, path = "docs/page.md" } = {},
): readonly (readonly [string, string])[] {
  const began = process.cpuUsage();
  const files = new Set([path, "docs/other.md"] as FilePath[]);
  const model = plain({ root: "file:///handbook", files, texts: new Map() });
  const pages = [
    [path, text],
    ["docs/other.md", "# Other\n"],
  ].map(([name, source = ""]) => {
    const syntax = model.syntaxOf(name as FilePath);
    if (!syntax) throw new Error(`${name} is no page.`);
    return scanPage(name as PagePath, source, syntax);
  });
  const site = makeSite({ root: "file:///handbook", model, files, pages });
  const page = site.pages.get(path as PagePath);
  const findings: readonly LevelledFinding[] = page ? checkPage(site, page, defaultConfig) : [];
  // Time on the processor: a machine busy with other things is not the page's fault.
  expect(process.cpuUsage(began).user / 1e6).toBeLessThan(seconds);
  for (const { span } of findings) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
  }
  return findings.map(({ code, span }) => [code, text.slice(span.start, span.end)]);
}

const dead = "[a](gone.md)";
const deadFound = ["link-missing-page", "gone.md"] as const;

test("a page whose frontmatter has no end is reported, and its links are checked", () => {
  const codes = found(`---\ntitle: A\nsidebar: B\n\n# Head\n\n${dead}\n`).map(([code]) => code);
  expect(codes).toContain("frontmatter-unterminated");
});

test("a page whose frontmatter is broken is reported, and its links are checked", () => {
  const findings = found(`---\ntitle: "A\nsidebar: [\n---\n\n${dead}\n`);
  expect(findings.map(([code]) => code)).toContain("frontmatter-syntax");
  expect(findings).toContainEqual(deadFound);
});

test("frontmatter that is a list is taken as having no keys", () => {
  expect(found(`---\n- a\n- b\n---\n\n${dead}\n`)).toContainEqual(deadFound);
});

test("frontmatter that is a string is taken as having no keys", () => {
  expect(found(`---\njust words\n---\n\n${dead}\n`)).toContainEqual(deadFound);
});

test("tabs in YAML are told", () => {
  const findings = found(`---\nseo:\n\tmetaTitle: A\n---\n\n${dead}\n`);
  expect(findings.map(([code]) => code)).toContain("frontmatter-syntax");
  expect(findings).toContainEqual(deadFound);
});

test("aliases that would grow without end do not", () => {
  const levels = Array.from(
    { length: 30 },
    (_, i) => `k${i}: &a${i} [${`*a${i - 1},`.repeat(i ? 10 : 0)} x]`,
  );
  expect(found(`---\n${levels.join("\n")}\n---\n\n${dead}\n`)).toContainEqual(deadFound);
});

test("a byte order mark is no part of the page", () => {
  expect(found(`\uFEFF---\ntitle: A\n---\n\n${dead}\n`)).toEqual([deadFound]);
});

test("CRLF and mixed line ends move no place", () => {
  expect(found(`---\r\ntitle: A\r\n---\r\n\r\n# 😀\r\n\n${dead}\r\r\n`)).toEqual([deadFound]);
});

test("bytes of a picture read as text are a page without findings that shout", () => {
  const bytes = Uint8Array.from({ length: 200_000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256);
  const text = `\u0089PNG\r\n\u001a\n${new TextDecoder("utf-8").decode(bytes)}`;
  expect(found(text).length).toBeLessThan(text.length);
});

test("an empty page has nothing wrong", () => {
  expect(found("")).toEqual([]);
});

test("a page of 20 MB is checked within seconds", () => {
  const paragraph = `${"Words about how we work together. ".repeat(60)}\n\n`;
  const text = paragraph.repeat(Math.ceil(20_000_000 / paragraph.length)) + dead;
  expect(found(text, { seconds: 5 })).toEqual([deadFound]);
});

test("a page with one line of 5 MB is checked", () => {
  expect(found(`${"word ".repeat(1_000_000)}${dead}`, { seconds: 2 })).toEqual([deadFound]);
});

test.each([">", "> ", "[", "![", "(", "*", "_", "`", "<", "{", "|", "[a](", "<!--"])(
  "10,000 nested %j are checked",
  (opening) => {
    found(`# A\n\n${opening.repeat(10_000)} words\n`);
  },
);

test("of a page of 20,000 dead links the first thousand are told", () => {
  const links = Array.from({ length: 20_000 }, (_, i) => `[a](gone-${i}.md#x)\n`);
  const findings = found(links.join(""), { seconds: 2 });
  expect(findings).toHaveLength(mostFindings);
  expect(findings.at(-1)).toEqual(["link-missing-page", "gone-999.md"]);
});

test("of a page of 20,000 definitions the first thousand are told", () => {
  const definitions = Array.from({ length: 20_000 }, (_, i) => `[l${i}]: gone-${i}.md\n`);
  expect(found(definitions.join(""), { seconds: 2 })).toHaveLength(mostFindings);
});

test("a page with more findings than are told says so in the last one, and a page with just as many does not", () => {
  const pages = (count: number) => handbook(plain, `//- docs/page.md\n${"[a](gone.md)\n".repeat(count)}`);
  const last = (count: number) => {
    const book = pages(count);
    return checkPage(book.site, pageOf(book, "docs/page.md"), defaultConfig).at(-1)?.message;
  };
  expect(last(1003)).toMatch(/\(Of 1,003 findings on this page the other 3 are left out\.\)$/);
  expect(last(1000)).not.toContain("left out");
});

test.each([
  "with space",
  "hash#tag",
  "100%",
  "what?",
  "party🎉",
  "日本語",
  "größe",
  "a%20b",
  "[x]",
  "(y)",
  "q'uote",
])("a page named %j is linked by its encoded name, and is found", (name) => {
  const encoded = encodeURIComponent(name).replace(/[()']/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  const other = `[self](${encoded}.md)\n\n${dead}\n`;
  expect(found(other, { path: `docs/${name}.md` })).toEqual([deadFound]);
});

test("a dead link after emoji, tabs and escapes is underlined exactly", () =>
  checkDiagnostics(
    plain,
    `
//- docs/page.md
# A

👩‍👩‍👧 \\[x] &amp; **[a](gone\\_one.md#x)**
                          ^^^^^^^^^^^^ link-missing-page: No page is served at /docs/gone_one.
`,
  ));

test("a dead link in a table is underlined exactly", () =>
  checkDiagnostics(
    posthog,
    `
//- contents/page.md
---
title: A
---
| a | b |
| --- | --- |
| 😀 | [x](/gone "Title") |
           ^^^^^ link-missing-page: No page is served at /gone.
`,
  ));
