import { expect, test } from "vitest";
import { detectSites } from "../../../server/src/site/detectSites.ts";
import { kebabCase } from "../../../server/src/site/models/docusaurus/kebabCase.ts";
import { withoutNumber } from "../../../server/src/site/models/docusaurus/numberPrefix.ts";
import { hrefTo } from "../../../server/src/site/queries.ts";
import { resolveLink } from "../../../server/src/site/resolveLink.ts";
import type { FilePath } from "../../../server/src/site/site.ts";
import type { LinkStyle, NavigationEntry } from "../../../server/src/site/siteModel.ts";
import { handbook, pageOf } from "../../support/handbook.ts";
import { parseHandbook } from "../../support/handbookText.ts";
import { model } from "../../support/models.ts";
import { verdicts } from "../verdicts.ts";

const docusaurus = model("docusaurus");

const routes = (source: string, of = docusaurus) =>
  [...handbook(of, source).site.pages.values()].map(({ path, route }) => `${path} ${route}`);

const sites = (source: string) => {
  const texts = parseHandbook(source).texts as ReadonlyMap<FilePath, string>;
  const tree = { root: "file:///x", files: new Set(texts.keys()), texts };
  return detectSites(tree, { enable: "auto", overrides: {} }).map(
    (site) => `${site.root || "."} ${site.model.id} ${site.model.contentRoots}`,
  );
};

const config = `
//- docusaurus.config.js
export default { url: "https://book.example", baseUrl: "/", presets: [["classic", {}]] };
`;

test("docs, posts and pages have the addresses of their plugins; numbers, ids, slugs and index files count", () => {
  expect(
    routes(`${config}
//- docs/01-start/02-first.md
//- docs/01-start/README.md
//- docs/people/people.mdx
//- docs/people/pay.md
---
id: salary
---
//- docs/people/moved.md
---
slug: ../elsewhere
---
//- docs/people/root.md
---
slug: /
---
//- docs/people/2024.md
---
slug: 2024
---
//- docs/people/draft.md
---
draft: true
---
//- docs/people/_partial.md
//- docs/_parts/x.md
//- docs/keep/1-a.md
---
parse_number_prefixes: false
---
//- blog/2024-01-02-news.md
//- blog/2024/01/03/index.md
//- blog/deep/2024-1-4/post.mdx
//- blog/plain/index.md
//- blog/renamed.md
---
slug: /x/y
---
//- src/pages/index.md
//- src/pages/a/b.mdx
//- src/components/_note.mdx
//- README.md
`),
  ).toEqual([
    "docs/01-start/02-first.md /docs/start/first",
    "docs/01-start/README.md /docs/start/",
    "docs/people/people.mdx /docs/people/",
    "docs/people/pay.md /docs/people/salary",
    "docs/people/moved.md /docs/elsewhere",
    "docs/people/root.md /docs/",
    "docs/people/2024.md /docs/people/2024",
    "docs/people/draft.md undefined",
    "docs/people/_partial.md undefined",
    "docs/_parts/x.md undefined",
    "docs/keep/1-a.md /docs/keep/1-a",
    "blog/2024-01-02-news.md /blog/2024/01/02/news",
    "blog/2024/01/03/index.md /blog/2024/01/03/index",
    "blog/deep/2024-1-4/post.mdx /blog/2024/1/4/deep/post",
    "blog/plain/index.md /blog/plain",
    "blog/renamed.md /blog/x/y",
    "src/pages/index.md /",
    "src/pages/a/b.mdx /a/b",
    "src/components/_note.mdx undefined",
  ]);
});

test("several instances, functions, imports and the ways to name a plugin are read", () => {
  expect(
    routes(`
//- docusaurus.config.ts
import type { Config } from "@docusaurus/types";
import { teams } from "./sidebars.shared";
const base = process.env.BASE ?? "/";
async function create(): Promise<Config> {
  const options = { docs: { path: "./handbook/", routeBasePath: "/", exclude: ["**/old/**"] }, blog: false };
  return {
    url: "https://x.example", baseUrl: base, trailingSlash: process.env.NODE_ENV === "production",
    presets: [[require.resolve("@docusaurus/preset-classic"), options satisfies unknown]],
    plugins: [
      ["content-docs", { id: "teams", path: teams, routeBasePath: "teams" }],
      [require.resolve("./src/plugins/changelog/index.js"), { blogTitle: "Changes", path: "changes", routeBasePath: "changes" }],
      false && "x",
    ],
  };
}
export default create;
//- sidebars.shared.ts
export const teams = "squads";
//- handbook/a.md
//- handbook/old/b.md
//- squads/c.md
//- changes/2024-01-01-d.md
//- blog/e.md
`),
  ).toEqual([
    "handbook/a.md /a/",
    "handbook/old/b.md undefined",
    "squads/c.md /teams/c/",
    "changes/2024-01-01-d.md /changes/2024/01/01/d/",
  ]);
});

test("versions have their own folders, addresses and links", () => {
  const source = `
//- docusaurus.config.js
module.exports = { presets: [["classic", { docs: { onlyIncludeVersions: ["current", "2.0"] } }]] };
//- versions.json
["2.0", "1.0"]
//- docs/a.md
//- versioned_docs/version-2.0/a.md
# Two
//- versioned_docs/version-2.0/b.md
//- versioned_docs/version-1.0/a.md
`;
  expect(routes(source)).toEqual([
    "docs/a.md /docs/next/a",
    "versioned_docs/version-2.0/a.md /docs/a",
    "versioned_docs/version-2.0/b.md /docs/b",
  ]);
  expect(verdicts(docusaurus, source, "docs/a.md", ["./b.md", "/b.md", "/docs/b", "b"])).toEqual([
    "missing-page /docs/next/b.md",
    "missing-page /b.md",
    "ok versioned_docs/version-2.0/b.md",
    "missing-page /docs/next/b",
  ]);
});

test("the settings' base, slash, folders and outside routes win", () => {
  const source = `
//- docusaurus.config.js
export default { baseUrl: process.env.BASE_URL, presets: [["classic", { blog: false }]] };
//- docs/a.md
//- more/b.md
`;
  const set = model("docusaurus", {
    base: "/team",
    trailingSlash: true,
    contentRoots: ["docs", "more"],
    externalRoutes: ["/api"],
  });
  expect(routes(source, set)).toEqual(["docs/a.md /docs/a/", "more/b.md /docs/b/"]);
  expect(verdicts(set, source, "docs/a.md", ["/team/docs/b", "/docs/b", "/api/x", "/gone"])).toEqual([
    "ok more/b.md",
    "ok more/b.md",
    "unknown",
    "missing-page /gone",
  ]);
  const { model: made } = handbook(docusaurus, source).site;
  expect(made.unread?.map((one) => `${one.expression} ${one.setting}`)).toEqual([
    "process.env.BASE_URL base",
  ]);
});

test("ids: the first level has none but takes its name, a post's title takes none, partials count for themselves", () => {
  const source = `${config}
//- docs/a.md
import P from "./_p.mdx";

# Pay

## Pay

<P />

## Pay
//- docs/_p.mdx
## Pay

## Own {#own}
//- blog/a.md
# Pay

## Pay
`;
  const book = handbook(docusaurus, source);
  expect(pageOf(book, "docs/a.md").headingIds).toEqual([undefined, "pay-1", "pay-2"]);
  expect(pageOf(book, "blog/a.md").headingIds).toEqual([undefined, "pay"]);
  expect(verdicts(docusaurus, source, "docs/a.md", ["#pay", "#own", "#pay-3"])).toEqual([
    "ok docs/_p.mdx # Pay",
    "ok docs/_p.mdx # Own",
    "missing-anchor #pay-3",
  ]);
  const unseen = `${config}\n//- docs/a.md\nimport P from "../../x/_p.mdx";\n\n<P />\n`;
  expect(verdicts(docusaurus, unseen, "docs/a.md", ["#pay"])).toEqual(["unknown "].map((one) => one.trim()));
});

test("an address in a partial is read from each page that shows it", () => {
  const source = `${config}
//- docs/a/one.md
import P from "../_p.mdx";

<P />
//- docs/b/two.md
import P from "@site/docs/_p.mdx";

<P />
//- docs/_p.mdx
[x](three) [y](./a/one.md)
//- docs/a/three.md
`;
  expect(verdicts(docusaurus, source, "docs/_p.mdx", ["three", "./a/one.md", "/docs/a/three"])).toEqual([
    "missing-page /docs/b/three",
    "ok docs/a/one.md",
    "ok docs/a/three.md",
  ]);
  expect(verdicts(docusaurus, `${config}\n//- docs/_p.md\n//- docs/a.md\n`, "docs/_p.md", ["a"])).toEqual([
    "unknown",
  ]);
});

const redirecting = `
//- docusaurus.config.js
const { old } = require("./redirects");
module.exports = {
  baseUrl: "/h/",
  presets: ["classic"],
  plugins: [
    ["@docusaurus/plugin-client-redirects", {
      fromExtensions: ["html"],
      redirects: [
        { from: ["/one", "/two"], to: "/docs/a" },
        { from: "/chain", to: "/one" },
        { from: "/dead", to: "/gone" },
        { from: "/round", to: "/round" },
        { from: "/docs/b", to: "/docs/a" },
        ...old,
      ],
      createRedirects: (path) => [path + "-old"],
    }],
  ],
};
//- redirects.js
exports.old = [{ from: "/three", to: "/docs/a#x" }];
//- docs/a.md
//- docs/b.md
`;

test("redirects forward to their end, yield to pages, and keep their places", () => {
  const ends = verdicts(docusaurus, redirecting, "docs/b.md", [
    "/one",
    "/h/two",
    "/three",
    "/chain",
    "/dead",
    "/round",
    "/docs/b",
    "/docs/a.html",
    "/docs/a-old",
  ]);
  expect(ends).toEqual([
    "redirect /one > /docs/a = docs/a.md",
    "redirect /two > /docs/a = docs/a.md",
    "missing-anchor /three > /docs/a#x = #x",
    "redirect /chain > /one > /docs/a = docs/a.md",
    "missing-page dead-redirect: /dead > /gone",
    "missing-page redirect-loop: /round > /round",
    "ok docs/b.md",
    "redirect /docs/a.html > /docs/a = docs/a.md",
    "missing-page /docs/a-old",
  ]);
  const book = handbook(docusaurus, redirecting);
  const word = (file: string, span: { start: number; end: number }) =>
    book.texts.get(file)?.slice(span.start, span.end);
  const { redirects = [], unread = [] } = book.site.model;
  expect(redirects.map((one) => word(one.file, one.sourceSpan))).toEqual(redirects.map((one) => one.source));
  expect(redirects.map((one) => `${one.file} ${word(one.file, one.destinationSpan)}`).at(-1)).toBe(
    "redirects.js /docs/a#x",
  );
  expect(unread.map((one) => one.expression.slice(0, 8))).toEqual(["(path) ="]);
});

test("a redirect that names one of its own sources does not end", () => {
  expect(verdicts(docusaurus, redirecting, "docs/a.md", ["/round#x"])).toEqual([
    "missing-page redirect-loop: /round > /round",
  ]);
});

const sidebars = `
//- docusaurus.config.js
export default {
  presets: [["classic", { docs: { sidebarPath: require.resolve("./sidebars.js") } }]],
  themeConfig: { navbar: { items: [{ to: "/about", label: "About" }, { to: "/gone", label: "Gone" }] } },
};
//- sidebars.js
const last = { type: "doc", id: "end", label: "The end" };
module.exports = {
  main: [
    "intro",
    { Guides: ["guides/b", { type: "ref", id: "missing" }] },
    { type: "category", label: "Listed", link: { type: "generated-index" }, items: [{ type: "autogenerated", dirName: "listed" }] },
    { type: "category", label: "Listed", link: { type: "generated-index" }, items: ["end"] },
    { type: "link", label: "Out", href: "https://out.example" },
    last,
  ],
};
//- docs/intro.md
# Introduction
//- docs/guides/b.md
//- docs/end.md
//- docs/hidden.md
//- docs/listed/2-two.md
//- docs/listed/1-one.md
---
sidebar_label: Number one
---
//- docs/listed/zero.md
---
sidebar_position: 0
---
//- docs/listed/sub/index.md
---
title: Below
---
//- docs/listed/sub/c.md
//- docs/listed/named/_category_.json
{ "label": "A name", "position": 1.5, "link": { "type": "generated-index", "slug": "/named" } }
//- docs/listed/named/d.md
//- docs/listed/empty/_category_.yml
link: { type: generated-index }
//- docs/listed/empty/e.md
---
draft: true
---
//- src/pages/about.js
`;

const shape = (entry: NavigationEntry): unknown => {
  const { label, target, children } = entry;
  const end =
    target?.kind === "page"
      ? target.page.path
      : target?.kind === "generated"
        ? target.route
        : (target?.kind ?? "");
  return children.length > 0 ? [`${label}: ${end}`, ...children.map(shape)] : `${label}: ${end}`;
};

test("sidebars are the navigation: what is written, with its place, and folders in their order", () => {
  const book = handbook(docusaurus, sidebars);
  const navigation = book.site.model.navigation?.(book.site);
  expect(navigation?.exhaustive).toBe(true);
  expect(navigation?.entries.map(shape)).toEqual([
    "Introduction: docs/intro.md",
    ["Guides: ", "b: docs/guides/b.md", "missing: missing"],
    [
      "Listed: /docs/category/listed",
      "zero: docs/listed/zero.md",
      "Number one: docs/listed/1-one.md",
      ["A name: /docs/named", "d: docs/listed/named/d.md"],
      "two: docs/listed/2-two.md",
      ["Below: docs/listed/sub/index.md", "c: docs/listed/sub/c.md"],
    ],
    ["Listed: /docs/category/listed-1", "end: docs/end.md"],
    "Out: external",
    "The end: docs/end.md",
    "About: /about",
    "Gone: missing",
  ]);
  const written = (navigation?.entries ?? []).flatMap((entry) => entry.written ?? []);
  for (const { file, span, value } of written)
    expect(book.texts.get(file)?.slice(span.start, span.end)).toBe(value);
  expect(written.map(({ file, value }) => `${file} ${value}`)).toEqual([
    "sidebars.js intro",
    "sidebars.js https://out.example",
    "sidebars.js end",
    "docusaurus.config.js /about",
    "docusaurus.config.js /gone",
  ]);
  expect(
    verdicts(docusaurus, sidebars, "docs/intro.md", [
      "/docs/category/listed",
      "/docs/category/listed-1",
      "/docs/named",
      "/docs/category/empty",
      "/docs/category/guides",
      "/about",
    ]),
  ).toEqual([
    "ok /docs/category/listed",
    "ok /docs/category/listed-1",
    "ok /docs/named",
    "missing-page /docs/category/empty",
    "missing-page /docs/category/guides",
    "ok /about",
  ]);
});

test("a sidebar that code makes may generate categories, and nothing else", () => {
  const source = `
//- docusaurus.config.js
export default { presets: [["classic", { docs: { sidebarPath: "./sidebars.js" } }]] };
//- sidebars.js
module.exports = { api: [...require("./made")], docs: [{ type: "autogenerated", dirName: "." }] };
//- docs/a.md
`;
  expect(verdicts(docusaurus, source, "docs/a.md", ["/docs/category/x", "/docs/x"])).toEqual([
    "unknown",
    "missing-page /docs/x",
  ]);
  const { model: made } = handbook(docusaurus, source).site;
  expect(made.unread?.map((one) => `${one.file} ${one.expression}`)).toEqual([
    'sidebars.js require("./made")',
  ]);
});

test("what other plugins may serve or write is unknown, what is gone is missing", () => {
  const source = `
//- docusaurus.config.js
export default {
  presets: ["classic", ["redocusaurus", { specs: [{ route: "/api/", spec: "x.yml" }] }]],
  plugins: ["./src/plugins/showcase", ["docusaurus-plugin-typedoc", { out: "docs/sdk" }], "docusaurus-plugin-sass"],
  themes: ["@easyops-cn/docusaurus-search-local"],
};
//- docs/a.md
`;
  expect(
    verdicts(docusaurus, source, "docs/a.md", [
      "/api/pay",
      "/showcase/x",
      "./sdk/index.md",
      "/search",
      "/sass",
      "./other.md",
    ]),
  ).toEqual([
    "unknown",
    "unknown",
    "unknown",
    "unknown",
    "missing-page /sass",
    "missing-page /docs/other.md",
  ]);
});

test("a link that is written to a page, in every style, leads to it", () => {
  const source = `
//- docusaurus.config.js
export default {
  baseUrl: "/docs/", trailingSlash: false,
  i18n: { defaultLocale: "en", locales: ["en", "fr"] },
  presets: [["classic", {}]],
};
//- docs/index.md
//- docs/a b/c.md
//- docs/a b/2. d.mdx
//- blog/2024-01-01-e.md
//- src/pages/docs/f.md
//- i18n/fr/docusaurus-plugin-content-docs/current/index.md
//- i18n/fr/docusaurus-plugin-content-docs/current/a b/c.md
---
slug: /autre
---
//- static/x.pdf
`;
  const { site } = handbook(docusaurus, source);
  const pages = [...site.pages.values()];
  const styles: readonly LinkStyle[] = (["site-root", "relative"] as const).flatMap((form) =>
    [true, false].flatMap((extension) =>
      [true, false].map((trailingSlash): LinkStyle => ({ form, extension, trailingSlash })),
    ),
  );
  const astray = pages.flatMap((from) =>
    pages.flatMap((target) =>
      styles.flatMap((style) => {
        const href = hrefTo(site, from, target, style);
        const found = resolveLink(site, from, href);
        return found.kind === "page" && found.page === target
          ? []
          : [`${from.path} to ${target.path}: ${href}`];
      }),
    ),
  );
  // From a translation, nothing leads to a page of the first language that has a translation, and to posts of another plugin by file.
  expect(astray.filter((one) => !one.startsWith("i18n/"))).toEqual([]);
  const [index] = pages;
  if (index) expect(hrefTo(site, index, "static/x.pdf" as FilePath, styles[0] as LinkStyle)).toBe("/x.pdf");
});

test("sites are found by their configuration, with the pages beside it and other generators' files", () => {
  expect(
    sites(`
//- website/docusaurus.config.js
export default { presets: [["classic", { docs: { path: "../docs" }, blog: false, pages: false }]] };
//- docs/a.md
//- mkdocs.yml
site_name: x
//- packages/guide/docusaurus.config.ts
export default { presets: ["classic"] };
//- packages/guide/docs/b.md
//- packages/empty/docusaurus.config.ts
export default { presets: ["classic"] };
//- node_modules/x/docusaurus.config.js
//- node_modules/x/docs/c.md
`),
  ).toEqual([". docusaurus docs", "packages/guide docusaurus docs,blog,src/pages"]);
  expect(sites("\n//- docusaurus.config.js\n(((\n//- docs/a.md\n")).toEqual([
    ". docusaurus docs,blog,src/pages",
  ]);
});

test.each([
  "export default {",
  "",
  "export default 1;",
  "export default { presets: 1, plugins: 'x', i18n: [], baseUrl: {}, staticDirectories: null };",
  "export default { presets: [[null, null], [['classic']], 'classic'], plugins: [[], [[]], null] };",
  "const a = b, b = a; export default { presets: a };",
  "export default { presets: [['classic', { docs: { include: ['[', '', '**/*.md'], exclude: [7], versions: 3, path: 'docs' } }]] };",
  "export default { presets: [['classic', { docs: { path: '../../../x', sidebarPath: '../..' }, blog: { path: '' } }]] };",
])("configuration of a wrong kind leaves a model that answers: %s", (text) => {
  const source = `
//- docusaurus.config.js
${text}
//- sidebars.js
module.exports = { a: { a: { a: 1 } }, b: [[], null, { type: "category" }] };
//- docs/_category_.json
{ "link": 3, "position": "x"
//- docs/a.md
//- docs/b/c.md
import X from "./c.md";

<X /> [a](../a.md)
//- blog/authors.yml
[1, 2
//- versions.json
{ "a": 1 }
`;
  const { site } = handbook(docusaurus, source);
  for (const page of site.pages.values())
    for (const link of ["./a.md", "/docs/a", "#x", "/x", "@site/docs/a.md", "/blog/page/2"])
      expect(resolveLink(site, page, link)).toBeDefined();
  expect(() => site.model.navigation?.(site)).not.toThrow();
});

test("numbers before names are those of Docusaurus' own cases", () => {
  const names = ["1-a", "01 - a", "001. a", "1_ a", "2021-11-a", "7.0-a", "8.x", "10", "1-", "a-1", "1a"];
  expect(names.map((name) => withoutNumber(name).name)).toEqual([
    "a",
    "a",
    "a",
    "a",
    "2021-11-a",
    "7.0-a",
    "x",
    "10",
    "1-",
    "a-1",
    "1a",
  ]);
});

test("tags are slugged as lodash does it", () => {
  const tags = [
    "Travel Costs",
    "node.js20",
    "C++",
    "XMLHttpRequest",
    "Öffnung & Straße",
    "日本語タグ",
    "it's",
  ];
  expect(tags.map(kebabCase)).toEqual([
    "travel-costs",
    "node-js-20",
    "c",
    "xml-http-request",
    "offnung-strasse",
    "日本語タグ",
    "its",
  ]);
});
