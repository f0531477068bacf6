import { expect, test } from "vitest";
import type { DocumentSymbol } from "vscode-languageserver-types";
import { documentSymbols } from "../../server/src/features/documentSymbols.ts";
import { handbook, pageOf } from "../support/handbook.ts";
import { plain } from "../support/models.ts";

/** Name, first and last line (from 1) of each, indented below its parent. */
function outline(symbols: readonly DocumentSymbol[], indent = ""): readonly string[] {
  return symbols.flatMap(({ name, range, children = [] }) => [
    `${indent}${name} ${range.start.line + 1}-${range.end.line + 1}`,
    ...outline(children, `${indent}  `),
  ]);
}

test("the outline is the tree of the headings, below the title", () => {
  const book = handbook(
    plain,
    `
//- a.md
---
title: Pay
---
### Early
# One
## One *and* a half
#### Deep
## Half
# Two
`,
  );
  expect(outline(documentSymbols(pageOf(book, "a.md")))).toEqual([
    "Pay 1-10",
    "  Early 4-5",
    "  One 5-9",
    "    One and a half 6-8",
    "      Deep 7-8",
    "    Half 8-9",
    "  Two 9-10",
  ]);
});

test("an empty heading has a name, a page without headings has no outline", () => {
  const book = handbook(plain, "//- a.md\n#\n//- b.md\nWords.\n");
  expect(outline(documentSymbols(pageOf(book, "a.md")))).toEqual(["(heading 1) 1-2"]);
  expect(documentSymbols(pageOf(book, "b.md"))).toEqual([]);
});
