import { expect, test } from "vitest";
import { foldingRanges } from "../../server/src/features/foldingRanges.ts";
import { handbook, pageOf } from "../support/handbook.ts";
import { plain } from "../support/models.ts";

test("sections, frontmatter, code, comments and regions fold", () => {
  const book = handbook(
    plain,
    `
//- a.md
---
title: Pay
---
# One
<!-- #region tools -->
## Two
~~~
code
~~~

<!-- a
long one -->
<!-- #endregion -->

# Three
# Four
Words.

`,
  );
  const text = book.texts.get("a.md") ?? "";
  const lines = text.split("\n");
  expect(
    foldingRanges(pageOf(book, "a.md"), text).map(({ startLine, endLine, kind = "" }) =>
      `${lines[startLine]} … ${lines[endLine]} ${kind}`.trim(),
    ),
  ).toEqual([
    "--- … ---",
    "# One … <!-- #endregion -->",
    "<!-- #region tools --> … <!-- #endregion --> region",
    "## Two … <!-- #endregion -->",
    "~~~ … ~~~",
    "<!-- a … long one --> comment",
    "# Four … Words.",
  ]);
});
