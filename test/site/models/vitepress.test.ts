import { expect, test } from "vitest";
import { detectSites } from "../../../server/src/site/detectSites.ts";
import { slugify } from "../../../server/src/site/models/vitepress/headingIds.ts";
import { navigationOf } from "../../../server/src/site/navigation.ts";
import { shownHeadings } from "../../../server/src/site/shown.ts";
import type { FilePath } from "../../../server/src/site/site.ts";
import { handbook, pageOf } from "../../support/handbook.ts";
import { parseHandbook } from "../../support/handbookText.ts";
import { model } from "../../support/models.ts";
import { verdicts } from "../verdicts.ts";

const vitepress = model("vitepress");

const routes = (source: string, of = vitepress) =>
  [...handbook(of, source).site.pages.values()].map(({ path, route }) => `${path} ${route}`);

const sites = (source: string) => {
  const texts = parseHandbook(source).texts as ReadonlyMap<FilePath, string>;
  const found = detectSites(
    { root: "file:///x", files: new Set(texts.keys()), texts },
    { enable: "auto", overrides: {} },
  );
  return found.map((site) => `${site.root || "."} ${site.model.id} ${site.model.contentRoots}`);
};

const book = `
//- .vitepress/config.mts
import { defineConfig } from "vitepress";
export default defineConfig({ sitemap: { hostname: "https://book.example" } });
//- index.md
# Home
## Work
//- guide/index.md
# Guide
//- guide/setup.md
# Setup
## On Windows
//- guide/v2.0.md
# Two
//- public/terms.pdf
//- public/old/index.html
`;

test("pages are HTML files beside one another; links name them with and without ending", () => {
  expect(routes(book)).toEqual([
    "index.md /",
    "guide/index.md /guide/",
    "guide/setup.md /guide/setup.html",
    "guide/v2.0.md /guide/v2.0.html",
  ]);
  expect(
    verdicts(vitepress, book, "guide/setup.md", [
      "./setup",
      "setup.md#on-windows",
      "/guide/setup.html#on-linux",
      "v2.0",
      "./",
      "/guide",
      "../index.md#work",
      "index",
      "/terms.pdf",
      "terms.pdf",
      "/old/",
      "/old",
      "/404.html",
      "/sitemap.xml",
      "https://book.example/guide",
      "https://book.example/guide/setup.md",
      "/Guide/setup",
      "/guide/setup/",
    ]),
  ).toEqual([
    "ok guide/setup.md",
    "ok guide/setup.md # On Windows",
    "missing-anchor #on-linux",
    "ok guide/v2.0.md",
    "ok guide/index.md",
    "missing-page /guide.html",
    "ok index.md # Work",
    "ok guide/index.md",
    "ok public/terms.pdf",
    "missing-page public/guide/terms.pdf",
    "ok public/old/index.html",
    "missing-page /old.html",
    "ok /404.html",
    "ok /sitemap.xml",
    "ok guide/index.md",
    "missing-page /guide/setup.md",
    "missing-page /Guide/setup.html",
    "missing-page /guide/setup/",
  ]);
});

test("a base goes before Markdown's paths and stands in those of HTML", () => {
  const based = book.replace("defineConfig({", 'defineConfig({ base: process.env.BASE ?? "/docs/",');
  const page = `${based}
//- page.md
[a](/guide/setup) <a href="/guide/setup.html">b</a> <a href="/docs/guide/setup.html">c</a>
`;
  const { site } = handbook(vitepress, page);
  expect(site.model.base).toBe("/docs");
  expect(verdicts(vitepress, page, "page.md", ["/guide/setup", "/docs/guide/setup"])).toEqual([
    "ok guide/setup.md",
    "missing-page /docs/guide/setup.html",
  ]);
  expect(verdicts(vitepress, based, "index.md", ["https://book.example/docs/guide/"])).toEqual([
    "ok guide/index.md",
  ]);
  const other = "https://book.example/other";
  expect(verdicts(vitepress, `${page}\n[other](${other})`, "page.md", [other])).toEqual(["unknown"]);
});

test("settings win over the configuration", () => {
  const of = model("vitepress", {
    contentRoots: ["guide"],
    base: "/b",
    hosts: ["own.example"],
    externalRoutes: ["/api"],
  });
  expect(routes(book, of)).toEqual([
    "guide/index.md /",
    "guide/setup.md /setup.html",
    "guide/v2.0.md /v2.0.html",
  ]);
  expect(verdicts(of, book, "guide/index.md", ["https://own.example/b/setup", "/api/x", "/app"])).toEqual([
    "ok guide/setup.md",
    "unknown",
    "missing-page /app.html",
  ]);
});

test("srcExclude, hidden folders and folders of code hold no pages", () => {
  const source = `
//- .vitepress/config.js
module.exports = { srcDir: "src", srcExclude: ["**/README.md", "parts", "./x/*.md"] };
//- README.md
//- src/README.md
//- src/a.md
//- src/a/README.md
//- src/parts/deep/b.md
//- src/x/c.md
//- src/x/y/d.md
//- src/node_modules/e.md
//- src/.f/g.md
//- src/dist/h.md
`;
  expect(routes(source)).toEqual([
    "src/README.md undefined",
    "src/a.md /a.html",
    "src/a/README.md undefined",
    "src/parts/deep/b.md undefined",
    "src/x/c.md undefined",
    "src/x/y/d.md /x/y/d.html",
    "src/dist/h.md undefined",
  ]);
});

test("rewrites move pages: by path, by pattern, by regular expression; the first that matches counts", () => {
  const source = (rewrites: string) => `
//- .vitepress/config.ts
export default { cleanUrls: true, rewrites: ${rewrites} };
//- packages/a/src/index.md
//- packages/a/src/deep/b.md
//- c.md
[a](./a/)
`;
  expect(
    routes(source(`{ "c.md": "moved/c.md", "packages/:pkg/src/:rest*": ":pkg/:rest*", "(.*)": "x/(.*)" }`)),
  ).toEqual(["packages/a/src/index.md /a/", "packages/a/src/deep/b.md /a/deep/b", "c.md /moved/c"]);
  expect(routes(source(`{ "^packages/(\\\\w+)/src/(?<rest>.*)": "p/:0/:rest" }`))[1]).toBe(
    "packages/a/src/deep/b.md /p/a/deep/b",
  );
  const unread = source("(id) => id");
  expect(verdicts(vitepress, unread, "c.md", ["/a/", "/c"])).toEqual(["unknown", "ok c.md"]);
  expect(handbook(vitepress, unread).site.model.unread?.map(({ expression }) => expression)).toEqual([
    "(id) => id",
  ]);
});

test("dynamic pages are those that their data names; data that can't be read leaves the question open", () => {
  const source = (paths: string) => `
//- .vitepress/config.ts
export default {};
//- index.md
//- t/[team]-[year].md
# Team {{ $params.team }}
//- t/[team]-[year].paths.ts
export default { paths: ${paths} };
`;
  const links = ["/t/a-1", "/t/b-2#team-params-team", "/t/c-3", "/u/a-1"];
  const read = source('() => [{ params: { team: "a", year: 1 } }, { params: { team: "b", year: 2 } }]');
  expect(verdicts(vitepress, read, "index.md", links)).toEqual([
    "ok t/[team]-[year].md",
    "ok t/[team]-[year].md # Team {{ $params.team }}",
    "missing-page /t/c-3.html",
    "missing-page /u/a-1.html",
  ]);
  const unread = source("async () => fetchTeams()");
  expect(verdicts(vitepress, unread, "index.md", links)).toEqual([
    "unknown",
    "unknown",
    "unknown",
    "missing-page /u/a-1.html",
  ]);
});

test("what a page includes counts in its place, in parts too, and its ids are numbered with the page's", () => {
  const source = `
//- .vitepress/config.ts
export default { srcExclude: ["parts/**"] };
//- a.md
# A
## Note
<!--@include: ./parts/p.md-->
## Note
//- b.md
<!--@include: @/parts/p.md#two-->

<!--@include: ./parts/p.md{1,4}-->

<!--@include: parts/p.md#third-->
//- c.md
<!--@include: ../outside.md-->
//- parts/p.md
---
title: P
---
## Note
<!-- #region two -->
## Two
<!--@include: ./q.md-->
### More
<!-- #endregion two -->
## Third
### Fourth
## Fifth
//- parts/q.md
### Q
<!--@include: ./p.md-->
`;
  const book = handbook(vitepress, source);
  const ids = (path: string) => shownHeadings(book.site, pageOf(book, path)).map(({ id }) => id);
  expect(ids("a.md")).toEqual([
    "a",
    "note",
    "note-1",
    "two",
    "q",
    "more",
    "third",
    "fourth",
    "fifth",
    "note-2",
  ]);
  expect(ids("b.md")).toEqual(["two", "q", "more", "note", "third", "fourth"]);
  expect(verdicts(vitepress, source, "c.md", ["#x", "a#note-2", "b#fifth"])).toEqual([
    "unknown",
    "ok a.md # Note",
    "missing-anchor #fifth",
  ]);
});

test("ids: the rule of @mdit-vue/shared", () => {
  expect(
    ["Hello, World!", " 1. Café & Größe ", "a_b-c--d", "“Q” – ½…", "你好，世界", "C++/C#", "---", "İ"].map(
      slugify,
    ),
  ).toEqual(["hello-world", "_1-cafe-große", "a-b-c-d", "q-–-1⁄2", "你好-世界", "c-c", "", "i"]);
});

test("ids by a function of the site's own are not known, unless it is VitePress's", () => {
  const source = (line: string) => `
//- .vitepress/config.ts
${line}
export default { markdown: { anchor: { slugify } } };
//- a.md
# A B
`;
  expect(verdicts(vitepress, source("const slugify = (s) => s"), "a.md", ["#a-c"])).toEqual(["unknown"]);
  const usual = 'import { slugify } from "@mdit-vue/shared"';
  expect(verdicts(vitepress, source(usual), "a.md", ["#a-b", "#a-c"])).toEqual([
    "ok a.md # A B",
    "missing-anchor #a-c",
  ]);
});

test("plugins and containers that the configuration names are known", () => {
  const source = `
//- .vitepress/config.ts
import footnote from "markdown-it-footnote";
export default {
  extends: { markdown: { linkify: false } },
  markdown: { config: (md) => md.use(footnote).use(container, "spoiler", {}) },
};
//- a.md
Text[^1] https://x.y

::: spoiler [a](./b)
<b>
:::
[c](./a)

[^1]: Note
`;
  const page = pageOf(handbook(vitepress, source), "a.md");
  expect(page.scanned.links.map(({ destination }) => destination.value)).toEqual(["./b", "./a"]);
  expect(page.ids.has("fn1")).toBe(true);
});

test("sidebars and the bar on top are the navigation, with places; groups may have a base", () => {
  const source = `
//- .vitepress/config.ts
import { work } from "./work";
export default {
  themeConfig: {
    nav: [{ text: "Guide", link: "/guide/" }, { text: "More", items: [{ text: "Gone", link: "/gone" }] }],
    sidebar: {
      "/guide/": { base: "/guide/", items: [{ text: "Setup", link: "setup", items: [{ text: "Use", link: "use.md" }] }] },
      work,
    },
  },
  locales: { pt: { themeConfig: { sidebar: { "/pt/": [{ text: "Olá", link: "pt/" }] } } } },
};
//- .vitepress/work.ts
export const work = [{ text: "Work", link: "/work/" }];
//- index.md
//- guide/index.md
//- guide/setup.md
//- guide/use.md
//- guide/lost.md
//- work/index.md
//- pt/index.md
`;
  const { site, texts } = handbook(vitepress, source);
  const navigation = navigationOf(site);
  expect(
    navigation?.all.map(({ label, target, written }) => {
      const text = written && texts.get(written.file)?.slice(written.span.start, written.span.end);
      const path = target?.kind === "page" ? target.page.path : target?.kind;
      return `${label} ${written?.file} ${text} ${path}`;
    }),
  ).toEqual([
    "Setup .vitepress/config.ts setup guide/setup.md",
    "Use .vitepress/config.ts use.md guide/use.md",
    "Work .vitepress/work.ts /work/ work/index.md",
    "Olá .vitepress/config.ts pt/ pt/index.md",
    "Guide .vitepress/config.ts /guide/ guide/index.md",
    "More undefined undefined undefined",
    "Gone .vitepress/config.ts /gone missing",
  ]);
  const place = navigation?.places.get(pageOf({ site } as never, "guide/use.md").path);
  expect([place?.previous?.path, place?.next?.path, place?.ancestors.map(({ label }) => label)]).toEqual([
    "guide/setup.md",
    "work/index.md",
    ["Setup"],
  ]);
  const lost = [...site.pages.values()].filter(
    (page) => navigation?.needs(page, site) && !navigation.places.has(page.path),
  );
  expect(lost.map(({ path }) => path)).toEqual(["guide/lost.md"]);
});

test("a sidebar that code makes leaves no page out", () => {
  const source = `
//- .vitepress/config.ts
export default { themeConfig: { sidebar: generateSidebar("docs") } };
//- a.md
`;
  const { site } = handbook(vitepress, source);
  expect(site.model.navigation?.(site).exhaustive).toBe(false);
  expect(site.model.unread).toHaveLength(1);
});

test.each([
  ["nothing", ""],
  ["half a file", "export default { base: '/x', srcDir: "],
  ["no object", "export default 3"],
  [
    "wrong types",
    "export default { base: 3, srcDir: [], rewrites: 'x', srcExclude: {}, sitemap: 1, locales: [], themeConfig: 'a', markdown: 1 }",
  ],
  ["itself", "import x from './config'; export default { extends: x }"],
  ["a bad pattern", "export default { rewrites: { '(((': 'a.md', '^(?=x)': 'b.md', ':a': 3 } }"],
  [
    "folders that are not there",
    "export default { srcDir: '.' , themeConfig: { sidebar: [null, 1, { items: 3 }, { link: 3 }] } }",
  ],
])("a configuration with %s leaves VitePress's defaults", (_, config) => {
  const source = `
//- .vitepress/config.ts
${config}
//- a.md
[b](./a)
`;
  expect(routes(source)).toEqual(["a.md /a.html"]);
  expect(verdicts(vitepress, source, "a.md", ["./a"])).toEqual(["ok a.md"]);
  const { site } = handbook(vitepress, source);
  expect(() => navigationOf(site)).not.toThrow();
});

test("a srcDir that is not there is told, and has no pages", () => {
  const source = "\n//- .vitepress/config.ts\nexport default { srcDir: 'gone' }\n//- a.md\n";
  expect(routes(source)).toEqual([]);
  expect(handbook(vitepress, source).site.model.unread?.map(({ expression }) => expression)).toEqual([
    "gone",
  ]);
});

test("sites are found by their configuration, several in one tree, with other generators' beside", () => {
  const source = `
//- docs/.vitepress/config.mts
export default { srcDir: "src" };
//- docs/src/a.md
//- docs/mkdocs.yml
site_name: x
//- website/.vitepress/config/index.ts
export default { srcDir: "../handbook" };
//- handbook/b.md
//- packages/x/docs/.vitepress/theme/index.ts
//- packages/x/docs/index.md
//- packages/empty/.vitepress/config.js
//- docusaurus.config.js
module.exports = {};
//- README.md
`;
  expect(sites(source)).toEqual([". vitepress handbook", "docs vitepress src", "packages/x/docs vitepress "]);
});
