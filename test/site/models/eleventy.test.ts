import { expect, test } from "vitest";
import { handbook, pageOf } from "../../support/handbook.ts";
import { model } from "../../support/models.ts";
import { verdicts } from "../verdicts.ts";

const eleventy = model("eleventy");

const routeOf = (source: string, path: string) => pageOf(handbook(eleventy, source), path).route;

test("a permalink moves a page, data of folders and of its own file too; what a template computes is not guessed", () => {
  const book = `
//- .eleventy.js
module.exports = (config) => ({ dir: { input: "src" } });
//- src/a/a.11tydata.js
module.exports = { permalink: "/moved/{{ page.fileSlug }}/" };
//- src/a/2024-01-02-x.md
# X
//- src/a/y.md
---
permalink: /own/
---
//- src/a/z.md
---
permalink: "/by/{{ author }}/"
---
//- src/_drafts.md
# D
`;
  expect(routeOf(book, "src/a/2024-01-02-x.md")).toBe("/moved/x/");
  expect(routeOf(book, "src/a/y.md")).toBe("/own/");
  expect(routeOf(book, "src/a/z.md")).toBeUndefined();
  expect(verdicts(eleventy, book, "src/a/y.md", ["/moved/x", "/by/ann/", "/bye/"])).toEqual([
    "ok src/a/2024-01-02-x.md",
    "unknown",
    "missing-page /bye/",
  ]);
});

test("the url filter names a path; other templates are not judged", () => {
  const book = "\n//- eleventy.config.js\nexport default () => {};\n//- a.md\n# A\n//- b/index.md\n# B\n";
  const links = ["{{ '/b/' | url }}", "{{ '/c/' | url }}", "{{ x }}", "/b", "b/index.html", "/a.html"];
  expect(verdicts(eleventy, book, "a.md", links)).toEqual([
    "ok b/index.md",
    "missing-page /c/",
    "unknown",
    "ok b/index.md",
    "missing-page /a/b/index.html",
    "missing-page /a.html",
  ]);
});

test("copies are served where they are copied to, ignored files nowhere", () => {
  const book = `
//- eleventy.config.mjs
export default function (config) {
  config.setInputDirectory("docs");
  config.addPassthroughCopy({ assets: "static" });
  config.addPassthroughCopy("docs/**/*.png");
  config.ignores.add("docs/private/**");
}
//- assets/plan.pdf
//- docs/img/a.png
//- docs/private/p.md
# P
//- docs/index.md
# Home
`;
  const links = ["/static/plan.pdf", "/assets/plan.pdf", "img/a.png", "/private/p/"];
  expect(verdicts(eleventy, book, "docs/index.md", links)).toEqual([
    "ok assets/plan.pdf",
    "missing-page /assets/plan.pdf",
    "ok docs/img/a.png",
    "missing-page /private/p/",
  ]);
});

test("headings have ids only where a plugin gives them", () => {
  const page = "//- a.md\n## Fish & chips\n## Fish & chips\n";
  const ids = (config: string) =>
    pageOf(handbook(eleventy, `\n//- eleventy.config.js\n${config}\n${page}`), "a.md").headingIds;
  expect(ids("export default () => {};")).toEqual([undefined, undefined]);
  expect(
    ids(
      "import { IdAttributePlugin } from '@11ty/eleventy'; export default (c) => { c.addPlugin(IdAttributePlugin); }",
    ),
  ).toEqual(["fish-and-chips", "fish-and-chips-2"]);
  expect(
    ids(
      "import anchor from 'markdown-it-anchor'; export default (c) => { c.amendLibrary('md', (md) => md.use(anchor)); }",
    ),
  ).toEqual(["fish-%26-chips", "fish-%26-chips-1"]);
});

test("a slug function of the site's own leaves fragments unjudged", () => {
  const book =
    "\n//- eleventy.config.js\nimport anchor from 'markdown-it-anchor';\nexport default (c) => { c.amendLibrary('md', (md) => md.use(anchor, { slugify })); }\n//- a.md\n# A\n";
  expect(verdicts(eleventy, book, "a.md", ["#whatever"])).toEqual(["unknown"]);
});

test("broken configuration leaves the defaults", () => {
  for (const config of [
    "",
    "export default (",
    "export default { dir: 3 }",
    "throw 1",
    "module.exports = null",
  ])
    expect(routeOf(`\n//- eleventy.config.js\n${config}\n//- a/b.md\n# B\n`, "a/b.md")).toBe("/a/b/");
});

test("below a base path, site-root links need it unless a plugin adds it", () => {
  const book = (more: string) =>
    `\n//- eleventy.config.js\nimport { HtmlBasePlugin } from "x";\nexport default (c) => { ${more} };\nexport const config = { pathPrefix: "/docs/" };\n//- a.md\n# A\n`;
  const links = ["/docs/a/", "/a/", "{{ '/a/' | url }}", "../a/"];
  expect(verdicts(eleventy, book("").replace(/import.*/, ""), "a.md", links)).toEqual([
    "ok a.md",
    "missing-page /a/",
    "ok a.md",
    "ok a.md",
  ]);
  expect(verdicts(eleventy, book("c.addPlugin(HtmlBasePlugin)"), "a.md", links)[1]).toBe("ok a.md");
});
