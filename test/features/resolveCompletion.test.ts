import { expect, test } from "vitest";
import { defaultConfig } from "../../server/src/config.ts";
import { completion } from "../../server/src/features/completion.ts";
import { completionNeeds, resolveCompletion } from "../../server/src/features/resolveCompletion.ts";
import type { PagePath } from "../../server/src/page/scannedPage.ts";
import { cursorOf, handbook } from "../support/handbook.ts";
import { plain } from "../support/models.ts";

const source = `
//- pay.md
# Pay
Everybody is paid.
## When
On the *last* day.
//- a.md
[x](PAY$0)
`;

function documentationOf(typed: string, known: boolean): string {
  const book = handbook(plain, source.replace("PAY", typed));
  const [item] = completion(cursorOf(book), defaultConfig).items;
  if (!item) return "(no item)";
  expect(completionNeeds(item)).toEqual({ root: book.site.root, path: "pay.md" });
  const textOf = (path: PagePath) => (known ? book.texts.get(path) : undefined);
  const { documentation } = resolveCompletion(book.site, item, textOf);
  return typeof documentation === "object" ? documentation.value : "";
}

test("an item that is looked at shows title, route and first lines", () => {
  expect(documentationOf("pay", true)).toContain("**Pay**\n\n`/pay`\n\nEverybody is paid.");
  expect(documentationOf("##when", true)).toBe("**Pay** › When\n\n`/pay`\n\nOn the *last* day.");
});

test("without the page's text its excerpt is shown", () =>
  expect(documentationOf("pay", false)).toContain("Everybody is paid."));

test("an item of somebody else's is left as it is", () => {
  const book = handbook(plain, source);
  for (const data of [
    undefined,
    3,
    null,
    {},
    { root: 1, path: "a" },
    { root: "file:///x", path: "gone.md" },
  ]) {
    expect(resolveCompletion(book.site, { label: "x", data }, () => undefined)).toEqual({ label: "x", data });
  }
});
