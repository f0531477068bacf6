import { expect, test } from "vitest";
import type { SelectionRange } from "vscode-languageserver-types";
import { selectionRanges } from "../../server/src/features/selectionRanges.ts";
import { indexLines, offsetAt } from "../../server/src/text/lineIndex.ts";
import { cursorOf, handbook } from "../support/handbook.ts";
import { plain } from "../support/models.ts";

function selections(source: string): readonly string[] {
  const { page, text, offset } = cursorOf(handbook(plain, source));
  const lines = indexLines(text);
  const found: string[] = [];
  let one: SelectionRange | undefined = selectionRanges(page, text, [offset])[0];
  for (; one; one = one.parent) {
    found.push(text.slice(offsetAt(lines, one.range.start), offsetAt(lines, one.range.end)));
  }
  return found;
}

test("a selection grows from word over link text, link, line, block and section to the page", () =>
  expect(
    selections(`
//- a.md
# One

Words [two wo$0rds](b.md) more
and more

## Three
# Four
`),
  ).toEqual([
    "words",
    "two words",
    "[two words](b.md)",
    "Words [two words](b.md) more",
    "Words [two words](b.md) more\nand more",
    "# One\n\nWords [two words](b.md) more\nand more\n\n## Three\n",
    "# One\n\nWords [two words](b.md) more\nand more\n\n## Three\n# Four\n",
  ]));

test("on an empty page there is just the page", () => {
  expect(selections("//- a.md\n$0\n")).toEqual(["\n"]);
});
