import { expect, test } from "vitest";
import { detectSites } from "../../../server/src/site/detectSites.ts";
import { navigationOf } from "../../../server/src/site/navigation.ts";
import { resolveLink } from "../../../server/src/site/resolveLink.ts";
import type { FilePath } from "../../../server/src/site/site.ts";
import { handbook, pageOf } from "../../support/handbook.ts";
import { model } from "../../support/models.ts";
import { verdicts } from "../verdicts.ts";

const mdbook = model("mdbook");

const chapters = `
//- src/SUMMARY.md
# Summary

[Start](start.md)

- [People](people/README.md)
  - [Pay](people/pay.md)
- [Draft]()

# Tools

- [Laptops](tools.md)
- [Gone](gone.md)
//- src/start.md
# Start
//- src/people/README.md
# People
//- src/people/pay.md
# Pay
## Ünder Ünder
## Ünder Ünder
//- src/tools.md
# Tools
//- src/loose.md
# Loose
`;

function book(config: string): string {
  return `\n//- book.toml\n${config}\n${chapters}`;
}

test("only what SUMMARY.md lists is a chapter, a README the page of its folder", () => {
  const { site } = handbook(mdbook, book("[book]"));
  expect([...site.pages.values()].map(({ path, route, title }) => `${path} ${route} ${title}`)).toEqual([
    "src/start.md /start.html Start",
    "src/people/README.md /people/ People",
    "src/people/pay.md /people/pay.html Pay",
    "src/tools.md /tools.html Laptops",
    "src/loose.md undefined Loose",
  ]);
  const plain = handbook(mdbook, book("[build]\nuse-default-preprocessors = false"));
  expect(pageOf(plain, "src/people/README.md").route).toBe("/people/README.html");
});

test("ids have small letters of all scripts from 0.5 on, of ASCII alone before", () => {
  const ids = (config: string) => pageOf(handbook(mdbook, book(config)), "src/people/pay.md").headingIds;
  expect(ids("[book]")).toEqual(["pay", "ünder-ünder", "ünder-ünder-1"]);
  expect(ids("[book]\nmultilingual = false")).toEqual(["pay", "Ünder-Ünder", "Ünder-Ünder-1"]);
});

test("an id as another version spells it is unknown; pictures have no text, and code keeps its dashes", () => {
  const source = `
//- book.toml
//- src/SUMMARY.md
[Start](start.md)
//- src/start.md
## Über
## \`--help\` -- and ![a picture](x.png) more
## ???
`;
  const hrefs = [
    "#über",
    "#Über",
    "#ÜBER",
    "#--help--and--more",
    "#--help----and--more",
    "#section",
    "#sections",
  ];
  expect(verdicts(mdbook, source, "src/start.md", hrefs)).toEqual([
    "ok src/start.md # Über",
    "unknown",
    "missing-anchor #ÜBER",
    "ok src/start.md # --help -- and a picture more",
    "missing-anchor #--help----and--more",
    "ok src/start.md # ???",
    "missing-anchor #sections",
  ]);
});

test("links name files whose ending becomes .html; a README's leads nowhere", () => {
  expect(
    verdicts(
      mdbook,
      book('[output.html.redirect]\n"/old.html" = "people/pay.html"\n"/start.html" = "tools.html"'),
      "src/start.md",
      [
        "people/pay.md#ünder-ünder-1",
        "people/README.md",
        "people/",
        "loose.md",
        "old.html",
        "start.html",
        "/",
        "/404.html",
      ],
    ),
  ).toEqual([
    "ok src/people/pay.md # Ünder Ünder",
    "missing-page /people/README.html",
    "ok src/people/README.md",
    "missing-page /loose.html",
    "redirect /old.html > /people/pay.html = src/people/pay.md",
    "ok src/start.md",
    "ok src/start.md",
    "ok /404.html",
  ]);
});

test("included files, or some lines of them, count with the chapter", () => {
  const source = book("[book]")
    .replace("# Start", "{{#include loose.md}}")
    .replace("# Tools\n//-", "{{#include people/pay.md:2:2}}\n//-")
    .replace("# People", "{{#include pay.md:anchor}}");
  const found = (page: string, id: string) => verdicts(mdbook, source, page, [id])[0]?.split(" ")[0];
  expect(found("src/start.md", "#loose")).toBe("ok");
  expect([found("src/tools.md", "#pay"), found("src/tools.md", "#ünder-ünder")]).toEqual([
    "missing-anchor",
    "ok",
  ]);
  expect(found("src/people/README.md", "#pay")).toBe("unknown");
});

test("the navigation is the summary, with its parts", () => {
  const { site, texts } = handbook(mdbook, book("[book]"));
  const text = texts.get("src/SUMMARY.md") ?? "";
  const told = navigationOf(site)?.all.map(
    ({ label, target, written }) =>
      `${label}|${target?.kind ?? ""}|${written ? text.slice(written.span.start, written.span.end) : ""}`,
  );
  expect(told).toEqual([
    "Start|page|start.md",
    "People|page|people/README.md",
    "Pay|page|people/pay.md",
    "Draft||",
    "Tools||",
    "Laptops|page|tools.md",
    "Gone|missing|gone.md",
  ]);
});

test("a book.toml without a summary is no book, and one that can't be read leaves the defaults", () => {
  const roots = (source: string) => {
    const { site, texts } = handbook(mdbook, source);
    const tree = { root: "file:///x", files: site.files, texts: texts as ReadonlyMap<FilePath, string> };
    return detectSites(tree, { enable: "auto", overrides: {} }).map(
      ({ root, model: found }) => `${root}:${found.id}`,
    );
  };
  expect(
    roots('\n//- a/book.toml\n[book]\nsrc = "."\n//- a/SUMMARY.md\n[x](x.md)\n//- a/x.md\n# X\n'),
  ).toEqual(["a:mdbook"]);
  expect(roots("\n//- a/book.toml\n//- a/x.md\n# X\n")).toEqual([]);
  for (const config of ["[[[", "book = 3", "[output.html]\nredirect = 1\nsite-url = 2"])
    expect(pageOf(handbook(mdbook, book(config)), "src/tools.md").route).toBe("/tools.html");
});

test("a link that we write arrives, in every style", () => {
  const { site } = handbook(mdbook, book('[output.html]\nsite-url = "/b/"'));
  for (const from of site.pages.values())
    for (const to of site.pages.values())
      for (const form of ["site-root", "relative"] as const) {
        if (from.route === undefined || to.route === undefined) continue;
        const found = resolveLink(
          site,
          from,
          site.model.linkTo(to, from, { form, extension: true, trailingSlash: false }),
        );
        expect(found.kind === "page" && found.page.path).toBe(to.path);
      }
});
