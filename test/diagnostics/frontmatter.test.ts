import { expect, test } from "vitest";
import { defaultConfig } from "../../server/src/config.ts";
import { checkPage, fixesFor } from "../../server/src/diagnostics/index.ts";
import { applyEdits } from "../../server/src/text/textEdit.ts";
import { checkDiagnostics } from "../support/checkDiagnostics.ts";
import { handbook, pageOf } from "../support/handbook.ts";
import { plain, posthog, type TestModel } from "../support/models.ts";

/** The page after the preferred fix of its first finding of `code`; undefined when none is offered. */
function mended(model: TestModel, code: string, path: string, source: string): string | undefined {
  const book = handbook(model, source);
  const page = pageOf(book, path);
  const text = book.texts.get(path) ?? "";
  const finding = checkPage(book.site, page, defaultConfig).find((one) => one.code === code);
  if (!finding) throw new Error(`There is no ${code} on ${path}.`);
  const fix = fixesFor(book.site, page, finding, text).find(({ preferred }) => preferred);
  return fix && applyEdits(text, fix.edits);
}

/** A page of a PostHog-like handbook, and what the fix of its only finding makes of its frontmatter. */
function checkFix(code: string, text: string, expected: string | undefined): void {
  const path = "contents/handbook/give-feedback.md";
  expect(mended(posthog, code, path, `//- ${path}\n${text}`)?.trimEnd()).toBe(expected);
}

const neighbours = ["a", "b", "c", "d"]
  .map((name) => `//- docs/${name}.md\n---\ntitle: Page ${name}\nowner: People\nweight: 1\n---\n`)
  .join("");

test("a page without frontmatter among pages with it is a hint, where the site does not need it", () => {
  const source = `${neighbours}//- docs/new.md\n# New\n^^^^^ frontmatter-missing: The site serves this page without frontmatter, and 4 of the 4 other pages in this folder have it. Add a block like theirs at the top.\n`;
  checkDiagnostics(plain, source);
  const book = handbook(plain, source);
  const levels = checkPage(book.site, pageOf(book, "docs/new.md"), defaultConfig).map(({ level }) => level);
  expect(levels).toEqual(["hint"]);
});

test("where fewer than eight of ten neighbours have it, nothing is said", () =>
  checkDiagnostics(
    plain,
    `${neighbours}//- docs/e.md\nHello\n//- docs/f.md\nHello\n//- docs/new.md\n# New\n`,
  ));

test("the new block has the keys that neighbours have, with the value they mostly have", () =>
  expect(
    mended(plain, "frontmatter-missing", "docs/new.md", `${neighbours}//- docs/new.md\n# New: start\n`),
  ).toBe('---\ntitle: "New: start"\nowner: People\nweight: 1\n---\n\n# New: start\n'));

test("a handbook of TOML gets a block of TOML", () => {
  const toml = ["a", "b", "c"].map((name) => `//- docs/${name}.md\n+++\ntitle = "${name}"\n+++\n`).join("");
  expect(mended(plain, "frontmatter-missing", "docs/new.md", `${toml}//- docs/new.md\n# New\n`)).toBe(
    '+++\ntitle = "New"\n+++\n\n# New\n',
  );
});

test("frontmatter that is never closed is closed after its last key", () =>
  checkFix(
    "frontmatter-unterminated",
    "---\ntitle: Feedback\ntags:\n  - people\n\n# Feedback\n",
    "---\ntitle: Feedback\ntags:\n  - people\n---\n\n# Feedback",
  ));

test.each([
  ["title: Feedback: how", 'title: "Feedback: how"'],
  ['title: "Feedback', 'title: "Feedback"'],
  ["title: x\ntags: [a, b", "title: x\ntags: [a, b]"],
  ["title: x\ntags:\n\t- a", "title: x\ntags:\n  - a"],
  ["title:Feedback", "title: Feedback"],
  ["title: @anna", 'title: "@anna"'],
  ["title: [Draft] Feedback", 'title: "[Draft] Feedback"'],
])("frontmatter that can't be read is mended where that is certain: %s", (broken, whole) =>
  checkFix("frontmatter-syntax", `---\n${broken}\n---\n`, `---\n${whole}\n---`),
);

test("no repair is offered where none is certain", () =>
  checkFix("frontmatter-syntax", "---\ntitle: x\nsome words\n---\n", undefined));

test("a duplicate names the first place, and its fix removes its lines", () => {
  const text = "---\ntitle: A\ntags: [a]\ntags:\n  - b\n  - c\ndate: 2024-05-31\n---\n";
  checkFix("frontmatter-duplicate-key", text, "---\ntitle: A\ntags: [a]\ndate: 2024-05-31\n---");
  const book = handbook(posthog, `//- contents/a.md\n${text}`);
  const [finding] = checkPage(book.site, pageOf(book, "contents/a.md"), defaultConfig);
  expect(finding?.related?.span).toEqual({ start: 13, end: 17 });
});

test("a duplicate within brackets is told, and left to the author", () =>
  checkFix("frontmatter-duplicate-key", "---\ntitle: A\nseo: {a: 1, a: 2}\n---\n", undefined));

test("a required key is added with the page's first heading, or with what its file name says", () => {
  const lines = "sidebar: Handbook\n---\n";
  checkFix(
    "frontmatter-required",
    `---\n${lines}# How we ask\n`,
    `---\ntitle: How we ask\n${lines}# How we ask`,
  );
  checkFix("frontmatter-required", `---\n${lines}`, `---\ntitle: Give feedback\n${lines}`.trimEnd());
});

test("an empty required key is told on its value, and filled in", () => {
  checkFix("frontmatter-required", '---\ntitle: ""\n---\n', "---\ntitle: Give feedback\n---");
  checkFix("frontmatter-required", "---\ntitle:\n---\n", "---\ntitle: Give feedback\n---");
  checkFix("frontmatter-required", "---\r\ntitle:\r\n---\r\n", "---\r\ntitle: Give feedback\r\n---");
});

test("no key is called missing while the frontmatter can't be read", () =>
  checkDiagnostics(
    posthog,
    `
//- contents/a.md
---
titel Feedback
^^^^^^^^^^^^^^ frontmatter-syntax
---
`,
  ));

test.each([
  ['showTitle: "yes"', "showTitle: true"],
  ["showTitle: no", "showTitle: false"],
  ["showTitle: 0", "showTitle: false"],
  ["tableOfContents: a", "tableOfContents: [a]"],
])("a value of the wrong type is converted where it is clear: %s", (wrong, right) =>
  checkFix("frontmatter-type", `---\ntitle: A\n${wrong}\n---\n`, `---\ntitle: A\n${right}\n---`),
);

test("numbers and dates for text, dates in quotes and empty values are of the right type", () =>
  checkDiagnostics(
    posthog,
    `
//- contents/a.md
---
title: 2024
date: "2024-05-31"
author: 2024-05-31
noindex:
tags: [a, b]
---
`,
  ));

test("a value that says nothing clear is told without a fix", () =>
  checkFix("frontmatter-type", "---\ntitle: A\nshowTitle: perhaps\n---\n", undefined));

test("a key in another case is a near miss, a key of three pages is the handbook's own", () => {
  checkFix(
    "frontmatter-unknown-key",
    "---\ntitle: A\nshowtitle: true\n---\n",
    "---\ntitle: A\nshowTitle: true\n---",
  );
  const pages = ["a", "b", "c"]
    .map((name) => `//- contents/${name}.md\n---\ntitle: A\ntag: x\n---\n`)
    .join("");
  checkDiagnostics(posthog, pages);
});

test("a near miss of a key that the page has already is let be, and so are names of the handbook's own", () =>
  checkDiagnostics(
    posthog,
    `
//- contents/a.md
---
title: A
titles: B
owner: people
constructor: x
__proto__: y
---
`,
  ));
