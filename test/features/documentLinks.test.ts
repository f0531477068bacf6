import { expect, test } from "vitest";
import { documentLinks } from "../../server/src/features/documentLinks.ts";
import { indexLines, offsetAt } from "../../server/src/text/lineIndex.ts";
import { handbook, pageOf } from "../support/handbook.ts";
import { plain, posthog, type TestModel } from "../support/models.ts";

/** Each link of the page: the text that is underlined, what it opens, its tooltip. */
function linksOf(model: TestModel, source: string, path: string): readonly (string | undefined)[][] {
  const book = handbook(model, source);
  const text = book.texts.get(path) ?? "";
  const lines = indexLines(text);
  return documentLinks(book.site, pageOf(book, path)).map(({ range, target, tooltip }) => [
    text.slice(offsetAt(lines, range.start), offsetAt(lines, range.end)),
    target?.replace("file:///handbook/", ""),
    tooltip,
  ]);
}

test("a link is underlined where VS Code's own extension does it, and opens at the heading's line", () =>
  expect(
    linksOf(
      posthog,
      `
//- contents/handbook/pay.md
---
title: Pay
---
# Pay
## When
//- contents/a.md
[pay](/handbook/pay) [when](</handbook/pay#when> "Title") ![no](https://example.com/a.png)
<a class="b" href="/handbook/pay#gone">x</a> [dead](/nowhere) <https://example.com>
`,
      "contents/a.md",
    ),
  ).toEqual([
    ["/handbook/pay", "contents/handbook/pay.md#L4,1", "Pay"],
    ["/handbook/pay#when", "contents/handbook/pay.md#L5,1", "Pay › When"],
    ["/handbook/pay#gone", "contents/handbook/pay.md#L4,1", "Pay"],
  ]));

test("a reference opens its target from the label, its definition from the destination", () =>
  expect(
    linksOf(
      plain,
      `
//- b c.md
# B
//- img/a.png
//- a.md
[text][Label] [label][] [label] ![alt](img/a.png)

[label]: <b c.md>
`,
      "a.md",
    ),
  ).toEqual([
    ["Label", "b%20c.md#L1,1", "B"],
    ["label", "b%20c.md#L1,1", "B"],
    ["label", "b%20c.md#L1,1", "B"],
    ["img/a.png", "img/a.png", "img/a.png"],
    ["b c.md", "b%20c.md#L1,1", "B"],
  ]));
