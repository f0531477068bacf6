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

test("the slug function is known where it is a filter of Eleventy's, with the levels that get ids", () => {
  const ids = (config: string) =>
    pageOf(
      handbook(
        eleventy,
        `\n//- .eleventy.js\nconst anchor = require("markdown-it-anchor");\n${config}\n//- a.md\n# Fish & Chips\n## Fish & Chips\n### Café ![x](/y.png)\n`,
      ),
      "a.md",
    ).headingIds;
  const library = (options: string, more = "") =>
    `module.exports = (c) => { ${more} c.amendLibrary("md", (md) => md.use(anchor, ${options})); };`;
  expect(ids(library('{ slugify: c.getFilter("slugify"), level: [2, 3] }'))).toEqual([
    undefined,
    "fish-and-chips",
    "cafe",
  ]);
  expect(ids(library('{ slugify: c.getFilter("slug"), level: 2 }'))).toEqual([
    undefined,
    "fish-and-chips",
    "cafe",
  ]);
  expect(ids(library("{ permalink: true }"))).toEqual(["fish-%26-chips", "fish-%26-chips-1", "caf%C3%A9"]);
  expect(
    ids(library('{ slugify: c.getFilter("slugify") }', 'c.addFilter("slugify", (one) => one);')),
  ).toEqual([undefined, undefined, undefined]);
  expect(ids(library("{}", 'c.addFilter("mine", (one) => slugify(one, { lower: true }));'))).toHaveLength(3);
});

test("a permalink that a function makes, in the data of a folder or of all, is not guessed", () => {
  for (const file of [
    'docs/docs.11tydata.js\nmodule.exports = { permalink: (data) => "/x/" + data.page.fileSlug };',
    "docs/docs.11tydata.js\nmodule.exports = { eleventyComputed: { permalink: (data) => data.x } };",
    "docs/docs.11tydata.js\nmodule.exports = async function () { const x = await y(); return load(x); };",
    "_data/eleventyComputed.js\nmodule.exports = { permalink: (data) => data.x };",
  ]) {
    const book = `\n//- .eleventy.js\nmodule.exports = () => {};\n//- ${file}\n//- docs/a.md\n# A\n//- b.md\n# B\n`;
    expect([file, routeOf(book, "docs/a.md")]).toEqual([file, undefined]);
    expect(verdicts(eleventy, book, "b.md", ["/x/a/"])).toEqual(["unknown"]);
  }
});

test("what is copied from a package is unknown, and a base that can't be read is none", () => {
  const book = `
//- .eleventy.js
module.exports = (c) => {
  c.addPassthroughCopy({ "node_modules/x/dist/x.js": "js/x.js", "node_modules/y/*.css": "css" });
  return { pathPrefix: prefix() };
};
//- a.md
# A
`;
  const links = ["/js/x.js", "/css/y.css", "/js/z.js", "/repo/a/", "/a/"];
  expect(verdicts(eleventy, book, "a.md", links)).toEqual([
    "unknown",
    "unknown",
    "missing-page /js/z.js",
    "unknown",
    "ok a.md",
  ]);
});
