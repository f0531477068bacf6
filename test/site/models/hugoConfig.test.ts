// How the configuration of a Hugo site decides routes, languages and versions; and that nothing in it makes us stumble.

import { expect, test } from "vitest";
import type { PagePath } from "../../../server/src/page/scannedPage.ts";
import { scanPage } from "../../../server/src/page/scanPage.ts";
import { detectSites } from "../../../server/src/site/detectSites.ts";
import { updateSite } from "../../../server/src/site/makeSite.ts";
import type { FilePath } from "../../../server/src/site/site.ts";
import { handbook, pageOf } from "../../support/handbook.ts";
import { parseHandbook } from "../../support/handbookText.ts";
import { hugo, model, type TestModel } from "../../support/models.ts";
import { verdicts } from "../verdicts.ts";

/** The same site in the middle of 2024. */
const dated: TestModel = (tree) => hugo({ ...tree, now: "2024-06-15T12:00:00.000Z" });

function routes(source: string, by: TestModel = hugo): readonly string[] {
  const { site } = handbook(by, source);
  return [...site.pages.values()].map(({ path, route }) => `${path} ${route}`);
}

test("the root file may be TOML, YAML or JSON, keys in any case; the folder's files come over it", () => {
  const pages = "//- content/Docs/One.md\n//- content/posts/two.md\n";
  const same = ["content/Docs/One.md /Docs/One.html", "content/posts/two.md /posts/two.html"];
  expect(routes(`//- hugo.toml\nuglyurls = true\nDisablePathToLower = true\n${pages}`)).toEqual(same);
  expect(routes(`//- config.yaml\nuglyURLs: true\ndisablePathToLower: true\n${pages}`)).toEqual(same);
  expect(routes(`//- hugo.json\n{"uglyURLs": true, "disablePathToLower": true}\n${pages}`)).toEqual(same);
  const folder = `
//- hugo.toml
uglyURLs = false
//- config/_default/hugo.toml
uglyURLs = true
//- config/production/config.toml
disablePathToLower = true
//- config/staging/hugo.toml
uglyURLs = false
`;
  expect(routes(folder + pages)).toEqual(same);
  const files = `//- config/_default/uglyURLs.toml\nposts = true\n${pages}`;
  expect(routes(files)).toEqual(["content/Docs/One.md /docs/one/", "content/posts/two.md /posts/two.html"]);
});

test("configuration that is broken, half-written or of wrong types leaves Hugo's defaults", () => {
  const pages =
    "//- content/a.md\n# A\n//- content/b/_index.md\n---\ncascade: 3\ntags: {a: b}\nbuild: x\n---\n";
  const broken = [
    "[[[",
    "baseURL = ",
    'baseURL = 3\nlanguages = "en"\ntaxonomies = [1]\npermalinks = 4\n[module]\nmounts = "x"\nimports = [1, {path = 2}]\ntheme = {}',
    '[languages]\nen = 1\n[menus]\nmain = "x"\n[markup]\ngoldmark = true\n[frontmatter]\ndate = {}\n[cascade]\n_target = 1',
    '[module]\nhugoVersion = "x"\n[[cascade]]\n[cascade._target]\npath = "{a,[*"\n[permalinks]\na = ":::"',
  ];
  for (const text of broken)
    expect(routes(`//- hugo.toml\n${text}\n${pages}`)).toEqual([
      "content/a.md /a/",
      "content/b/_index.md /b/",
    ]);
  expect(routes("//- a.md\n", hugo)).toEqual([]);
});

test("languages have prefixes, folders and names of their own; a disabled one is not built", () => {
  const source = `
//- hugo.yaml
defaultContentLanguage: de
disableLanguages: [it]
languages:
  en: {weight: 2}
  de: {weight: 1, contentDir: content/deutsch}
  fr: {disabled: true}
  it: {}
//- content/a.md
//- content/a.en.md
//- content/a.fr.md
//- content/a.it.md
//- content/b.xx.md
//- content/deutsch/a.md
//- content/deutsch/c.en.md
---
url: moved/
---
`;
  expect(routes(source)).toEqual([
    "content/a.md /a/",
    "content/a.en.md /en/a/",
    "content/a.fr.md undefined",
    "content/a.it.md undefined",
    "content/b.xx.md /b.xx/",
    "content/deutsch/a.md /a/",
    "content/deutsch/c.en.md /en/moved/",
  ]);
  expect(
    routes(source.replace("defaultContentLanguage", "defaultContentLanguageInSubdir: true\nd")).slice(0, 2),
  ).toEqual(["content/a.md /en/a/", "content/a.en.md /en/a/"]);
});

test("mounts put folders into content; a theme's folders count where they are", () => {
  const source = `
//- hugo.toml
theme = "book"
[[module.mounts]]
source = "docs"
target = "content/guide"
[[module.mounts]]
source = "README.md"
target = "content/_index.md"
[[module.mounts]]
source = "media"
target = "static/media"
[[module.imports]]
path = "example.org/elsewhere"
[[module.imports.mounts]]
source = "blog"
target = "content/blog"
//- README.md
# Read me
//- docs/a.md
[x](/)
//- content/no.md
//- media/a.pdf
//- themes/book/static/b.pdf
//- themes/book/content/imprint.md
`;
  expect(routes(source)).toEqual([
    "README.md /",
    "docs/a.md /guide/a/",
    "themes/book/content/imprint.md /imprint/",
  ]);
  expect(
    verdicts(hugo, source, "docs/a.md", [
      "/",
      "/media/a.pdf",
      "/b.pdf",
      "/a.pdf",
      "/imprint/",
      "/blog/x/",
      "/guide/",
      "/no/",
    ]),
  ).toEqual([
    "ok README.md",
    "ok media/a.pdf",
    "ok themes/book/static/b.pdf",
    "missing-page /a.pdf",
    "ok themes/book/content/imprint.md",
    "unknown",
    "ok /guide/",
    "missing-page /no/",
  ]);
});

test("permalinks have tokens, for sections and kinds; dates come from keys and names", () => {
  const source = `
//- hugo.toml
[frontmatter]
date = [":filename", "date", "lastmod"]
[permalinks]
posts = "/:year/:monthname/:day/:slug/"
notes = "/n/:2006-:01/:weekdayname/:yearday/:slugorfilename"
deep = "/:section/:sections[last]/:sections[1:]/:title"
unknown = "/:nothing/"
tags = "/topics/:slug"
[permalinks.section]
deep = "/sections/:sections"
[permalinks.term]
teams = "/by-team/:title/"
[taxonomies]
tag = "tags"
team = "teams"
//- content/posts/2024-02-03-hello-world.md
---
title: Hello, World!
---
//- content/posts/b.md
---
title: "C# & more"
date: "31 Jan 2023"
slug: -see-
tags: Big News
teams: [Ops]
---
//- content/notes/c.md
---
lastmod: 2024-12-31T23:00:00-05:00
---
//- content/deep/_index.md
//- content/deep/er/_index.md
//- content/deep/er/still/d.md
---
title: Äh / Öh
---
//- content/unknown/e.md
`;
  const { site } = handbook(hugo, source);
  expect([...site.pages.values()].map(({ route }) => route)).toEqual([
    "/2024/february/03/hello-world/",
    "/2023/january/31/see/",
    "/n/2024-12/tuesday/366/c/",
    "/sections/deep/",
    "/sections/deep/er/",
    "/deep/er/er/äh-/-öh/",
    "/unknown/e/",
  ]);
  expect(pageOf(handbook(hugo, source), "content/posts/b.md").generates).toEqual([
    "/topics/big-news/",
    "/by-team/ops/",
  ]);
});

test("drafts, future and expired pages are not built, unless the configuration says so", () => {
  const source = `
//- hugo.toml
//- content/draft.md
---
draft: true
---
//- content/unpublished.md
---
published: false
---
//- content/future.md
---
date: 2024-06-16
---
//- content/published.md
---
date: 2030-01-01
publishDate: 2024-06-15T13:00:00+02:00
---
//- content/expired.md
---
expiryDate: 2024-06-15
---
//- content/old.md
---
unpublishdate: 2024-06-16
---
`;
  const built = (text: string, by?: TestModel) =>
    routes(text, by).flatMap((line) =>
      line.endsWith("undefined") ? [] : [line.split(" ")[0]?.slice(8, -3)],
    );
  expect(built(source, dated)).toEqual(["published", "old"]);
  expect(built(source)).toEqual(["future", "published", "expired", "old"]);
  const all = source.replace("toml\n", "toml\nbuildDrafts = true\nbuildFuture = true\nbuildExpired = true\n");
  expect(built(all, dated)).toHaveLength(6);
});

const inherited = `
//- hugo.toml
[module.hugoVersion]
min = "0.111"
[cascade]
tags = ["site"]
//- content/a/_index.md
---
cascade:
  - _target: {path: "/a/b/**"}
    draft: true
  - _target: {kind: page, lang: en}
    slug: same
---
//- content/a/one.md
//- content/a/own.md
---
slug: own
tags: []
---
//- content/a/b/two.md
//- content/a/b/three.md
---
draft: false
---
//- content/hidden/_index.md
---
draft: true
---
//- content/hidden/four.md
`;

test("sections hand down values, the nearest first; what the page has itself stays", () => {
  expect(routes(inherited)).toEqual([
    "content/a/_index.md /a/",
    "content/a/one.md /a/same/",
    "content/a/own.md /a/own/",
    "content/a/b/two.md undefined",
    "content/a/b/three.md /a/b/same/",
    "content/hidden/_index.md undefined",
    "content/hidden/four.md undefined",
  ]);
  const book = handbook(hugo, inherited);
  expect(pageOf(book, "content/a/one.md").generates).toEqual(["/tags/site/"]);
  expect(pageOf(book, "content/a/own.md").generates).toEqual([]);
  const newer = routes(inherited.replace("0.111", "0.123"));
  expect(newer.at(-1)).toBe("content/hidden/four.md /hidden/four/");
});

test("when a section hands down something else, the pages below it are placed anew", () => {
  const { site } = handbook(hugo, inherited);
  const index = "content/a/_index.md" as PagePath;
  const scan = (text: string) => scanPage(index, text, site.pages.get(index)?.scanned.syntax as never);
  const after = updateSite(site, { scanned: [scan("---\ncascade:\n  slug: other\n---\n")] });
  expect(after.pages.get("content/a/one.md" as PagePath)?.route).toBe("/a/other/");
  expect(after.pages.get("content/a/b/two.md" as PagePath)?.route).toBe("/a/b/other/");
  const same = updateSite(after, { scanned: [scan("---\ntitle: A\ncascade:\n  slug: other\n---\n# A\n")] });
  expect(same.pages.get("content/a/one.md" as PagePath)).toBe(
    after.pages.get("content/a/one.md" as PagePath),
  );
});

test("the version is the one that is pinned, else the least that is asked for, else the newest", () => {
  const said = (files: string) =>
    handbook(hugo, `//- hugo.toml\n${files}//- content/a.md\n`).site.model.version;
  const min = '[module.hugoVersion]\nmin = "0.120.1"\n';
  expect(said("")).toBe("the newest, since no file names one");
  expect(said(min)).toBe("0.120, the least that hugo.toml asks for");
  expect(said("[module.hugoVersion]\nmin = 0.123\n")).toBe("0.123, the least that hugo.toml asks for");
  const pins: readonly (readonly [string, string])[] = [
    ["package.json", '{ "devDependencies": { "hugo-extended": "^0.128.2" } }'],
    [
      "package.json",
      '{ "devDependencies": { "hugo-bin": "0.141.0" }, "hugo-bin": { "version": "0.128.0" } }',
    ],
    [
      "netlify.toml",
      '[build.environment]\nHUGO_VERSION = "0.99.0"\n[context.production.environment]\nHUGO_VERSION = "0.128.0"',
    ],
    [".tool-versions", "nodejs 20.1.0\nhugo extended_0.128.0"],
    [".github/workflows/pages.yml", "env:\n  HUGO_VERSION: 0.128.0"],
    [
      ".github/workflows/pages.yaml",
      "- uses: peaceiris/actions-hugo@v3\n  with:\n    hugo-version: '0.128.2'",
    ],
    [".gitlab-ci.yml", "image: registry.example.org/pages/hugo/hugo_extended:0.128.0"],
    ["vercel.json", '{ "build": { "env": { "HUGO_VERSION": "0.128.0" } } }'],
    [".hvm", "v0.128.1"],
    ["mise.toml", '[tools]\nhugo = "0.128.0"'],
  ];
  for (const [file, text] of pins)
    expect(said(`${min}//- ${file}\n${text}\n`)).toBe(`0.128, pinned in ${file}`);
  expect(said(`${min}//- themes/x/netlify.toml\nHUGO_VERSION = "0.99"\n//- package.json\n{}\n`)).toMatch(
    /^0\.120/,
  );
});

test("a site is found by its configuration, not by a theme's, nor by another generator's", () => {
  const found = (source: string) => {
    const { texts } = parseHandbook(source);
    const tree = {
      root: "file:///w",
      files: new Set([...texts.keys()] as FilePath[]),
      texts: texts as never,
    };
    return detectSites(tree, { enable: "auto", overrides: {} })
      .filter(({ model: { id } }) => id === "hugo")
      .map(({ root }) => root);
  };
  const page = "//- site/content/a.md\n";
  expect(found(`//- site/hugo.toml\n${page}`)).toEqual(["site"]);
  expect(found(`//- site/config/_default/params.yaml\n${page}`)).toEqual(["site"]);
  expect(found(`//- site/config.toml\nbaseURL = "x"\n${page}`)).toEqual(["site"]);
  expect(found(`//- site/config.toml\n[tool]\nx = 1\n${page}`)).toEqual([]);
  expect(found("//- site/hugo.toml\n//- other/a.md\n")).toEqual([]);
  const themed =
    "//- hugo.toml\n//- content/a.md\n//- themes/t/hugo.toml\n//- themes/t/exampleSite/hugo.toml\n//- themes/t/exampleSite/content/b.md\n";
  expect(found(themed)).toEqual([""]);
  expect(
    found(
      `//- docs/hugo.toml\n//- docs/content/a.md\n//- book/hugo.yaml\n//- book/content/b.md\n//- mkdocs.yml\n`,
    ),
  ).toEqual(["book", "docs"]);
});

test("settings go before the configuration: content, hosts, base", () => {
  const source = "//- hugo.toml\nbaseURL = 'https://a.example/x/'\n//- docs/a.md\n# A\n//- docs/b.md\n";
  const by = model("hugo", {
    contentRoots: ["docs"],
    hosts: ["b.example"],
    base: "/y/",
    externalRoutes: ["/api"],
  });
  expect(
    verdicts(by, source, "docs/a.md", [
      "/y/b/",
      "/x/b/",
      "https://b.example/y/b/",
      "https://a.example/x/b/",
      "/y/api/z",
      "../b/",
    ]),
  ).toEqual([
    "ok docs/b.md",
    "missing-page /x/b/",
    "ok docs/b.md",
    "external https://a.example/x/b/",
    "unknown",
    "ok docs/b.md",
  ]);
});

test("the version is what the site or a theme asks for at least, or the last that takes its keys", () => {
  const said = (files: string) => handbook(hugo, `${files}\n//- content/a.md\n`).site.model.version;
  const theme = (text: string) =>
    `//- hugo.toml\ntheme = "a"\n//- themes/a/layouts/x.html\n//- themes/a/${text}`;
  expect(said(theme('theme.toml\nmin_version = "0.110.0"'))).toBe(
    "0.110, the least that themes/a/theme.toml asks for",
  );
  expect(said(theme('hugo.toml\n[module.hugoVersion]\nmin = "0.134.0"'))).toBe(
    "0.134, the least that themes/a/hugo.toml asks for",
  );
  expect(said("//- hugo.toml\npaginate = 10")).toBe("0.142, the last that takes the key paginate");
});

test("templates may have the id that a link names, and those for a type of pages may make any", () => {
  const source = `
//- hugo.toml
//- layouts/_default/single.html
<main id="main"><h2 id="{{ .Slug }}"></h2></main>
//- layouts/functions/single.html
<h2 id="{{ .Title | anchorize }}">x</h2>
//- content/a.md
//- content/functions/b.md
//- content/c.md
---
type: functions
---
`;
  const links = ["#main", "#nobody", "/functions/b/#x", "/c/#x"];
  expect(verdicts(hugo, source, "content/a.md", links)).toEqual([
    "unknown",
    "missing-anchor #nobody",
    "unknown",
    "unknown",
  ]);
});

test("without alias pages, aliases are addresses only where a template lists them for the host", () => {
  const source = (more: string) => `
//- hugo.toml
disableAliases = true
${more}
//- content/a.md
---
aliases: [/old/]
---
`;
  expect(verdicts(hugo, source(""), "content/a.md", ["/old/"])).toEqual(["missing-page /old/"]);
  const format = '[outputFormats.REDIR]\nbaseName = "_redirects"';
  expect(verdicts(hugo, source(format), "content/a.md", ["/old/"])).toEqual([
    "redirect /old/ > /a/ = content/a.md",
  ]);
});
