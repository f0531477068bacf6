import { expect, test } from "vitest";
import { defaultConfig } from "../../server/src/config.ts";
import { checkPage, fixesFor } from "../../server/src/diagnostics/index.ts";
import { applyEdits } from "../../server/src/text/textEdit.ts";
import { handbook, pageOf } from "../support/handbook.ts";
import { plain } from "../support/models.ts";

test("one is mended, or all on the page", () => {
  const book = handbook(plain, "//- a.md\nThe teamâ€™s cafÃ©, `â€™` in code.\n");
  const page = pageOf(book, "a.md");
  const text = book.texts.get("a.md") ?? "";
  const [finding, ...others] = checkPage(book.site, page, defaultConfig);
  expect(others.length).toBe(1);
  const fixes = finding ? fixesFor(book.site, page, finding, text) : [];
  expect(fixes.map(({ title, edits, preferred }) => [title, applyEdits(text, edits), preferred])).toEqual([
    ["Change to ’", "The team’s cafÃ©, `â€™` in code.\n", true],
    ["Mend all 2 on this page", "The team’s café, `â€™` in code.\n", undefined],
  ]);
});
