import { expect, test } from "vitest";
import { handbook, pageOf } from "../../support/handbook.ts";
import { hugo } from "../../support/models.ts";
import { verdicts } from "../verdicts.ts";

const config = `
//- hugo.toml
baseURL = "https://handbook.example.org/"
staticDir = ["static", "files"]
[markup.goldmark.renderHooks.link]
useEmbedded = "fallback"
[module.hugoVersion]
min = "0.123"
`;

const book = `${config}
//- content/_index.md
# Home
//- content/People/_index.md
# People
//- content/People/Team Pay.md
---
aliases: [/pay, salary]
---
# Pay
## See [the \`plan\`](/x)
## See [the \`plan\`](/x)
## Own {#own-id}
//- content/people/bundle/index.md
# Bundle
{{% include "notes.md" %}}
//- content/people/bundle/resource.md
# No page
//- content/people/draft.md
---
draft: true
---
//- content/people/slugged.md
---
slug: other
---
//- content/people/moved.md
---
url: /elsewhere/
---
//- assets/includes/notes.md
## Note
//- files/a.pdf
`;

test("routes are lower-cased paths with dashes; url, slug, bundles and drafts count", () => {
  const { site } = handbook(hugo, book);
  expect([...site.pages.values()].map(({ path, route }) => `${path} ${route}`)).toEqual([
    "content/_index.md /",
    "content/People/_index.md /people/",
    "content/People/Team Pay.md /people/team-pay/",
    "content/people/bundle/index.md /people/bundle/",
    "content/people/bundle/resource.md undefined",
    "content/people/draft.md undefined",
    "content/people/slugged.md /people/other/",
    "content/people/moved.md /elsewhere/",
    "assets/includes/notes.md undefined",
  ]);
});

test("ids of older versions are made of the source line, explicit ones are as they are", () => {
  expect(pageOf(handbook(hugo, book), "content/People/Team Pay.md").headingIds).toEqual([
    "pay",
    "see-the-planx",
    "see-the-planx-1",
    "own-id",
  ]);
  const newer = handbook(hugo, book.replace("0.123", "0.145"));
  expect(pageOf(newer, "content/People/Team Pay.md").headingIds).toEqual([
    "pay",
    "see-the-plan",
    "see-the-plan-1",
    "own-id",
  ]);
});

test("links find pages by file, then by address from the page's route; aliases are redirects", () => {
  expect(
    verdicts(hugo, book, "content/People/Team Pay.md", [
      "_index.md",
      "bundle/",
      "bundle#note",
      "bundle#gone",
      "../people/slugged.md",
      "/people/other",
      "/pay/",
      "/people/salary",
      "/a.pdf",
      "/people/draft",
      '{{< ref "bundle#note" >}}',
      '{{< ref "slugged.md" >}}',
      "https://handbook.example.org/people",
      "/tags/x",
    ]),
  ).toEqual([
    "ok content/People/_index.md",
    "ok content/people/bundle/index.md",
    "ok assets/includes/notes.md # Note",
    "missing-anchor #gone",
    "ok content/people/slugged.md",
    "ok content/people/slugged.md",
    "redirect /pay/ > /people/team-pay/ = content/People/Team Pay.md",
    "redirect /people/salary > /people/team-pay/ = content/People/Team Pay.md",
    "ok files/a.pdf",
    "missing-page /people/draft",
    "ok content/people/bundle/index.md",
    "ok content/people/slugged.md",
    "ok content/People/_index.md",
    "missing-page /tags/x",
  ]);
});

test("configuration that can't be read leaves Hugo's defaults", () => {
  const { site } = handbook(hugo, "\n//- hugo.toml\n[[[\n//- content/a.md\n# A\n");
  expect(site.served.get("/a")?.page.path).toBe("content/a.md");
});
