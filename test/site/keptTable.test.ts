// A table over all pages is counted again only when a page that changed gives something else to it.

import { expect, test } from "vitest";
import { githubSyntax } from "../../server/src/markdown/syntax.ts";
import type { PagePath } from "../../server/src/page/scannedPage.ts";
import { scanPage } from "../../server/src/page/scanPage.ts";
import { keptTable } from "../../server/src/site/keptTable.ts";
import { makeSite, updateSite } from "../../server/src/site/makeSite.ts";
import { plainModel } from "../../server/src/site/models/plain/index.ts";
import type { FilePath, Page, Site } from "../../server/src/site/site.ts";

const scan = (path: string, text: string) => scanPage(path as PagePath, text, githubSyntax);
const handbook = (texts: Readonly<Record<string, string>>) =>
  makeSite({
    root: "file:///handbook",
    model: plainModel,
    files: new Set(Object.keys(texts) as FilePath[]),
    pages: Object.entries(texts).map(([path, text]) => scan(path, text)),
  });

/** Titles of all pages, and how often they were put together. */
function counted() {
  let times = 0;
  const titles = keptTable(
    ({ title }: Page) => title,
    (site: Site) => {
      times++;
      return [...site.pages.values()].map(({ title }) => title);
    },
  );
  return { titles, times: () => times };
}

test("typing in the body of a page leaves the table as it is, over many keystrokes", () => {
  const { titles, times } = counted();
  let site = handbook({ "a.md": "# A\n", "b.md": "# B\n" });
  expect(titles(site)).toEqual(["A", "B"]);
  for (let i = 0; i < 50; i++) {
    site = updateSite(site, { scanned: [scan("a.md", `# A\n\n${"x".repeat(i)}\n`)] });
    if (i % 7 === 0) expect(titles(site)).toEqual(["A", "B"]);
  }
  expect(titles(site)).toEqual(["A", "B"]);
  expect(times()).toBe(1);
});

test("what the table is made of is seen when it changes, also between two questions", () => {
  const { titles, times } = counted();
  const first = handbook({ "a.md": "# A\n", "b.md": "# B\n" });
  titles(first);
  const second = updateSite(first, { scanned: [scan("a.md", "# Another\n")] });
  const third = updateSite(second, { scanned: [scan("b.md", "# B\n\nmore\n")] });
  expect(titles(third)).toEqual(["Another", "B"]);
  expect(times()).toBe(2);
  const back = updateSite(third, { scanned: [scan("a.md", "# A\n")] });
  expect(titles(back)).toEqual(["A", "B"]);
});

test("pages that come and go are seen", () => {
  const { titles } = counted();
  const first = handbook({ "a.md": "# A\n", "b.md": "# B\n" });
  titles(first);
  const files = new Set(["a.md", "c.md"] as FilePath[]);
  const second = updateSite(first, {
    scanned: [scan("c.md", "# C\n")],
    removed: ["b.md" as PagePath],
    files,
  });
  expect(titles(second)).toEqual(["A", "C"]);
});
