import { expect, test } from "vitest";
import { handbook, pageOf } from "../../support/handbook.ts";
import { model } from "../../support/models.ts";
import { verdicts } from "../verdicts.ts";

const gitbook = model("gitbook");

const book = `
//- .gitbook.yaml
root: ./docs
structure:
  summary: ./SUMMARY.md
redirects:
  help: support.md
  old/place: people/README.md#pay
//- docs/SUMMARY.md
# Summary
* [Home](README.md)
## Team
* [People](people/README.md)
  * [Pay](people/pay.md)
    * [Lost](lost.md)
* [Elsewhere](https://x.example)
//- docs/README.md
# Home
//- docs/people/README.md
# People
## Pay
//- docs/people/pay.md
# Pay
{% content-ref url="../support.md" %}
[x](../support.md)
{% endcontent-ref %}
//- docs/support.md
# Not listed
`;

test("the table of contents says which files are pages, and their order", () => {
  const { site, texts } = handbook(gitbook, book);
  expect([...site.pages.values()].map(({ path, route }) => `${path} ${route}`)).toEqual([
    "docs/SUMMARY.md undefined",
    "docs/README.md /",
    "docs/people/README.md /people",
    "docs/people/pay.md /people/pay",
    "docs/support.md undefined",
  ]);
  const lines = (site.model.navigation?.(site).entries ?? []).flatMap(function show(entry): string[] {
    const { label, target, written, children } = entry;
    const text = written && texts.get(written.file)?.slice(written.span.start, written.span.end);
    return [
      `${label} ${text ?? ""} ${target?.kind ?? ""}`.trim(),
      ...children.flatMap(show).map((one) => `- ${one}`),
    ];
  });
  expect(lines).toEqual([
    "Home README.md page",
    "Team",
    "- People people/README.md page",
    "- - Pay people/pay.md page",
    "- - - Lost lost.md missing",
    "- Elsewhere https://x.example external",
  ]);
});

test("links go by file; redirects and addresses of the site count; what lies outside is unknown", () => {
  expect(
    verdicts(gitbook, book, "docs/people/pay.md", [
      "README.md",
      "./",
      "../README.md",
      "../support.md",
      "gone.md",
      "/people/pay",
      "/old/place",
      "/help",
      "/other-space/page",
      "../../CODE.md",
      "#pay",
    ]),
  ).toEqual([
    "ok docs/people/README.md",
    "ok docs/people/README.md",
    "ok docs/README.md",
    "unknown",
    "missing-page /people/gone",
    "ok docs/people/pay.md",
    "redirect /old/place > /people#pay = docs/people/README.md # Pay",
    "missing-page dead-redirect: /help > /support",
    "unknown",
    "unknown",
    "ok docs/people/pay.md # Pay",
  ]);
});

test("redirects have their places in .gitbook.yaml", () => {
  const { site, texts } = handbook(gitbook, book);
  const text = texts.get(".gitbook.yaml") ?? "";
  const words = site.model.redirects?.map((rule) =>
    [rule.sourceSpan, rule.destinationSpan].map(({ start, end }) => text.slice(start, end)),
  );
  expect(words).toEqual([
    ["help", "support.md"],
    ["old/place", "people/README.md#pay"],
  ]);
});

test("without a table of contents all files are pages; ids of other scripts are not known", () => {
  const source =
    "\n//- .gitbook.yaml\nroot: ./\n//- README.md\n# Home\n//- a.md\n# A\n## 入门\n//- b.md\n# B\n";
  expect(pageOf(handbook(gitbook, source), "a.md").route).toBe("/a");
  expect(verdicts(gitbook, source, "a.md", ["#ru-men", "b.md#x"])).toEqual(["unknown", "missing-anchor #x"]);
});

test("broken configuration leaves GitBook's defaults", () => {
  for (const config of ["[[[", "root: 3", "structure: x", "redirects: [a]", "root: ../.."])
    expect(pageOf(handbook(gitbook, `\n//- .gitbook.yaml\n${config}\n//- a.md\n# A\n`), "a.md").title).toBe(
      "A",
    );
});

test("ids that GitBook's exports spell both ways are unknown, and its own mark of a broken link is one", () => {
  const source = `
//- .gitbook.yaml
root: ./docs/
//- docs/SUMMARY.md
* [Start](README.md)
* [A](a/b.md)
//- docs/README.md
# Start
//- docs/a/b.md
## Q & A
## 2. Ends.
## Setup
//- docs/loose/c.md
# Loose
`;
  const hrefs = [
    "#q-a",
    "#q-and-a",
    "#id-2.-ends.",
    "#2-ends",
    "#setups",
    "..",
    "../loose/",
    "../lost/",
    "/broken/pages/x",
  ];
  expect(verdicts(gitbook, source, "docs/a/b.md", hrefs)).toEqual([
    "ok docs/a/b.md # Q & A",
    "unknown",
    "ok docs/a/b.md # 2. Ends.",
    "unknown",
    "missing-anchor #setups",
    "ok docs/README.md",
    "unknown",
    "missing-page /lost/",
    "missing-page /broken/pages/x",
  ]);
});
