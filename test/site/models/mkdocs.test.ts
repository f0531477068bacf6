import { expect, test } from "vitest";
import type { PagePath } from "../../../server/src/page/scannedPage.ts";
import { detectSites } from "../../../server/src/site/detectSites.ts";
import { ignorePatterns } from "../../../server/src/site/models/mkdocs/ignorePatterns.ts";
import { slugify, uniqueId } from "../../../server/src/site/models/mkdocs/slugs.ts";
import { navigationOf } from "../../../server/src/site/navigation.ts";
import { hrefTo } from "../../../server/src/site/queries.ts";
import { resolveLink } from "../../../server/src/site/resolveLink.ts";
import type { FilePath } from "../../../server/src/site/site.ts";
import type { LinkStyle } from "../../../server/src/site/siteModel.ts";
import { handbook, pageOf } from "../../support/handbook.ts";
import { model } from "../../support/models.ts";
import { verdicts } from "../verdicts.ts";

const mkdocs = model("mkdocs");

const pages = `
//- docs/index.md
# Home
//- docs/guide/setup.md
# Setup
## First day
//- docs/guide/README.md
# Guide
//- docs/files/a.pdf
`;

function book(config: string): string {
  return `\n//- mkdocs.yml\n${config}\n${pages}`;
}

function routes(source: string): readonly string[] {
  return [...handbook(mkdocs, source).site.pages.values()].map(({ path, route }) => `${path} ${route}`);
}

test("routes are folders, or files where use_directory_urls is off", () => {
  expect(routes(book("site_name: x"))).toEqual([
    "docs/index.md /",
    "docs/guide/setup.md /guide/setup/",
    "docs/guide/README.md /guide/",
  ]);
  expect(routes(book("use_directory_urls: false"))[1]).toBe("docs/guide/setup.md /guide/setup.html");
  expect(routes(book("plugins: [offline]"))[1]).toBe("docs/guide/setup.md /guide/setup.html");
});

test("relative links name files; all others are addresses", () => {
  const source = `${book("site_url: https://x.example/base/")}`;
  expect(
    verdicts(mkdocs, source, "docs/guide/setup.md", [
      "README.md",
      "../index.md#home",
      "../files/a.pdf",
      "../",
      "/base/guide/",
      "/guide/",
      "/base/files/a.pdf",
      "https://x.example/base/guide/setup/#first-day",
      "https://x.example/other/",
      "setup/",
      "/base/sitemap.xml",
    ]),
  ).toEqual([
    "ok docs/guide/README.md",
    "ok docs/index.md # Home",
    "ok docs/files/a.pdf",
    "ok docs/guide/README.md",
    "ok docs/guide/README.md",
    "missing-page /guide/",
    "ok docs/files/a.pdf",
    "ok docs/guide/setup.md # First day",
    "unknown",
    "missing-page /guide/setup/setup/",
    "ok /sitemap.xml",
  ]);
});

test("absolute links name files where the validation says so", () => {
  const source = book("validation:\n  links:\n    absolute_links: relative_to_docs");
  expect(
    verdicts(mkdocs, source, "docs/index.md", ["/guide/setup.md", "/guide/setup/", "/guide/no.md"]),
  ).toEqual(["ok docs/guide/setup.md", "ok docs/guide/setup.md", "missing-page /guide/no.md"]);
});

test("a page that exclude_docs or draft_docs name is not built, from version 1.5 on", () => {
  const config = "exclude_docs: |\n  /guide/setup.md\ndraft_docs: |\n  guide/README.md";
  expect(routes(book(config)).slice(1)).toEqual([
    "docs/guide/setup.md undefined",
    "docs/guide/README.md undefined",
  ]);
  expect(verdicts(mkdocs, book(config), "docs/index.md", ["guide/setup.md"])).toEqual([
    "missing-page /guide/setup.md",
  ]);
  const old = `\n//- requirements.txt\nmkdocs==1.4.2\n${book(config)}`;
  expect(routes(old)[1]).toBe("docs/guide/setup.md /guide/setup/");
});

test("patterns are those of a .gitignore", () => {
  const ignored = ignorePatterns(".*\n/templates/\n*.tmp\na/**/b\n!keep.tmp\n# no\nfoo/");
  expect(
    [
      ".x",
      "a/.x/b",
      "templates/a",
      "b/templates/a",
      "a/x.tmp",
      "keep.tmp",
      "a/b",
      "a/c/d/b/e",
      "foo",
      "foo/a",
    ].filter(ignored),
  ).toEqual([".x", "a/.x/b", "templates/a", "a/x.tmp", "a/b", "a/c/d/b/e", "foo/a"]);
});

test("ids are Python-Markdown's, or those of the function that the configuration names", () => {
  const toc = { kind: "toc", unicode: false } as const;
  expect(["Größe & Maß", "日本", " A  b--c_d ", "½ ²", "ﬁne"].map((text) => slugify(text, "-", toc))).toEqual(
    ["groe-ma", "", "a-b-c_d", "12-2", "fine"],
  );
  const taken = new Set(["a", "a_1"]);
  expect(["a", "a", "", "", "b_9", "b_9"].map((id) => uniqueId(id, taken))).toEqual([
    "a_2",
    "a_3",
    "_1",
    "_2",
    "b_9",
    "b_10",
  ]);
  const ids = (slug: string) => {
    const source = `${book(`markdown_extensions:\n  - toc:\n      slugify: ${slug}`)}//- docs/x.md\n## Größe & Maß\n`;
    return pageOf(handbook(mkdocs, source), "docs/x.md").headingIds[0];
  };
  expect(ids("!!python/name:markdown.extensions.toc.slugify_unicode")).toBe("größe-maß");
  expect(ids("!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}")).toBe("größe--maß");
  expect(ids("!!python/object/apply:pymdownx.slugs.slugify {kwds: {percent_encode: true}}")).toBe(
    "Gr%C3%B6%C3%9Fe--Ma%C3%9F",
  );
  expect(ids("!!python/name:pymdownx.slugs.gfm")).toBe("größe--maß");
});

test("where a function of the site's own makes the ids, none is called missing", () => {
  const source = book("markdown_extensions:\n  - toc:\n      slugify: !!python/name:my.slug");
  expect(verdicts(mkdocs, source, "docs/index.md", ["guide/setup.md#x"])).toEqual(["unknown"]);
});

test("redirects of the plugin lead to pages, addresses or nowhere, below the base", () => {
  const config =
    "site_url: https://x.example/b/\nplugins:\n  redirects:\n    redirect_maps:\n      old.md: guide/setup.md#first-day\n      out.md: https://y.example\n      dead.md: no.md";
  const source = book(config);
  expect(verdicts(mkdocs, source, "docs/index.md", ["old/", "/b/out/", "dead/", "old.md"])).toEqual([
    "redirect /b/old/ > /b/guide/setup/#first-day = docs/guide/setup.md # First day",
    "redirect /b/out/ > https://y.example = https://y.example",
    "missing-page dead-redirect: /b/dead/ > /b/no.md",
    "missing-page /old.md",
  ]);
  const { site, texts } = handbook(mkdocs, source);
  const rule = site.model.redirects?.[0];
  expect(texts.get("mkdocs.yml")?.slice(rule?.sourceSpan.start, rule?.sourceSpan.end)).toBe("old.md");
  const to = site.pages.get("docs/guide/setup.md" as PagePath);
  expect(to && rule?.nameOf?.(to)).toBe("guide/setup.md");
});

test("the navigation has its places, and names pages", () => {
  const config =
    "nav:\n  - index.md\n  - Guide:\n      - guide/README.md\n      - Start: 'guide/setup.md'\n      - gone.md\n  - Out: https://y.example";
  const built = handbook(mkdocs, book(config));
  const navigation = navigationOf(built.site);
  const text = built.texts.get("mkdocs.yml") ?? "";
  const told = navigation?.all.map(
    ({ label, target, written }) =>
      `${label}|${target?.kind ?? ""}|${written ? text.slice(written.span.start, written.span.end) : ""}`,
  );
  expect(told).toEqual([
    "|page|index.md",
    "Guide||",
    "|page|guide/README.md",
    "Start|page|guide/setup.md",
    "|missing|gone.md",
    "Out|external|https://y.example",
  ]);
  const setup = pageOf(built, "docs/guide/setup.md");
  expect(setup.title).toBe("Start");
  expect(navigation?.places.get(setup.path)?.previous?.path).toBe("docs/guide/README.md");
  expect(navigation?.needs(setup, built.site)).toBe(true);
});

test("without nav the folders are listed, and no page needs to be named", () => {
  const { site } = handbook(mkdocs, book("site_name: x"));
  const navigation = navigationOf(site);
  expect(
    navigation?.all.map(({ label, target }) => (target?.kind === "page" ? target.page.path : label)),
  ).toEqual(["docs/index.md", "Guide", "docs/guide/README.md", "docs/guide/setup.md"]);
  expect(navigation?.needs(pageOf(handbook(mkdocs, book("")), "docs/index.md"), site)).toBe(false);
});

test("posts of the blog are served by date and slug", () => {
  const source = `${book("theme: material\nplugins:\n  - blog")}//- docs/blog/index.md
# Blog
//- docs/blog/posts/one.md
---
date: 2024-03-05
categories: [Big News]
---
# Hello World!
//- docs/blog/posts/two.md
---
date: {created: 2024-01-02}
slug: other
---
# Two
//- docs/blog/posts/draft.md
---
date: 2024-01-02
draft: true
---
`;
  expect(
    verdicts(mkdocs, source, "docs/index.md", [
      "blog/posts/one.md",
      "/blog/2024/03/05/hello-world/",
      "/blog/2024/01/02/other/",
      "blog/posts/draft.md",
      "/blog/archive/2024/",
      "/blog/category/big-news/",
      "/blog/category/small/",
      "/blog/page/2/",
    ]),
  ).toEqual([
    "ok docs/blog/posts/one.md",
    "ok docs/blog/posts/one.md",
    "ok docs/blog/posts/two.md",
    "missing-page /blog/posts/draft.md",
    "ok /blog/archive/2024/",
    "ok /blog/category/big-news/",
    "missing-page /blog/category/small/",
    "unknown",
  ]);
});

test("languages are told by suffixes; what is not translated is served in the default one", () => {
  const config =
    "plugins:\n  - i18n:\n      languages:\n        - {locale: en, default: true}\n        - {locale: fr}";
  const source = `${book(config)}//- docs/index.fr.md\n# Accueil\n`;
  expect(
    verdicts(mkdocs, source, "docs/index.fr.md", [
      "index.md",
      "guide/setup.md",
      "/fr/",
      "/fr/guide/setup/",
      "/de/",
    ]),
  ).toEqual([
    "ok docs/index.fr.md",
    "ok docs/guide/setup.md",
    "ok docs/index.fr.md",
    "ok /fr/guide/setup/",
    "missing-page /de/",
  ]);
});

test("pages that only plugins or hooks could make are unknown", () => {
  for (const config of ["plugins: [gen-files]", "hooks: [a.py]", "plugins: [{monorepo: {}}]"])
    expect(verdicts(mkdocs, book(config), "docs/index.md", ["reference/"])).toEqual(["unknown"]);
  expect(verdicts(mkdocs, book("plugins: [search]"), "docs/index.md", ["reference/"])).toEqual([
    "missing-page /reference/",
  ]);
});

test("snippets show files, or some lines of them, in the page that has them", () => {
  const source = `${book("markdown_extensions: [pymdownx.snippets: {base_path: [parts]}]")}//- parts/a.md
## One
## Two
[x](guide/setup.md)
//- docs/whole.md
--8<-- "a.md"

[1](#two)
//- docs/lines.md
--8<-- "a.md:2:3"
//- docs/named.md
--8<-- "a.md:part"
`;
  const found = (page: string) =>
    verdicts(mkdocs, source, page, ["#one", "#two"]).map((verdict) => verdict.split(" ")[0]);
  expect(found("docs/whole.md")).toEqual(["ok", "ok"]);
  expect(found("docs/lines.md")).toEqual(["missing-anchor", "ok"]);
  expect(found("docs/named.md")).toEqual(["unknown", "unknown"]);
  expect(verdicts(mkdocs, source, "parts/a.md", ["guide/setup.md", "nothing.md"])).toEqual([
    "ok docs/guide/setup.md",
    "missing-page /whole/nothing.md",
  ]);
});

test("content tabs have ids by number, or by label", () => {
  const tabs = '## Head\n\n=== "One"\n\n    x\n\n=== "Two words"\n\n    y\n';
  const found = (options: string) =>
    verdicts(
      mkdocs,
      `${book(`markdown_extensions:\n  - pymdownx.tabbed${options}`)}//- docs/x.md\n${tabs}`,
      "docs/x.md",
      ["#__tabbed_1_2", "#two-words", "#head-two-words"],
    ).map((verdict) => verdict.split(" ")[0]);
  const slug = "slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}";
  expect(found("")).toEqual(["ok", "missing-anchor", "missing-anchor"]);
  expect(found(`:\n      ${slug}`)).toEqual(["missing-anchor", "ok", "missing-anchor"]);
  expect(found(`:\n      combine_header_slug: true\n      ${slug}`)).toEqual([
    "missing-anchor",
    "missing-anchor",
    "ok",
  ]);
});

test("configuration of any kind never throws, and leaves the defaults", () => {
  for (const config of [
    "[[[",
    "- a\n- b",
    "docs_dir: [1]\nnav: 3\nplugins: x\ntheme: []",
    "nav:\n  - {a: {b: [{c: }]}}",
    "INHERIT: mkdocs.yml",
    "site_url: !ENV X\ndocs_dir: !ENV [A, docs]",
    "markdown_extensions: {toc: 1, footnotes: [], pymdownx.snippets: {base_path: 3}}",
  ])
    expect(routes(book(config))[1]).toBe("docs/guide/setup.md /guide/setup/");
});

test("what only the environment says is told, with the setting that says it instead", () => {
  const { site } = handbook(mkdocs, book("site_url: !ENV X\nINHERIT: ../base.yml"));
  expect(site.model.unread?.map(({ expression, setting }) => `${expression} ${setting}`)).toEqual([
    "INHERIT: ../base.yml undefined",
    "site_url: !ENV hosts",
  ]);
});

test("sites are found where their pages are, above a configuration in a folder of its own, too", () => {
  const roots = (source: string) => {
    const { site, texts } = handbook(mkdocs, source);
    const tree = { root: "file:///x", files: site.files, texts: texts as ReadonlyMap<FilePath, string> };
    return detectSites(tree, { enable: "auto", overrides: {} }).map(
      ({ root, model: found }) => `${root}:${found.id}`,
    );
  };
  expect(roots("\n//- a/mkdocs.yml\ndocs_dir: ../b\n//- b/x.md\n# X\n")).toEqual([":mkdocs"]);
  expect(roots("\n//- a/mkdocs.yml\n//- a/docs/x.md\n# X\n//- c/mkdocs.yml\n//- c/docs/y.md\n# Y\n")).toEqual(
    ["a:mkdocs", "c:mkdocs"],
  );
  expect(roots("\n//- a/mkdocs.yml\n//- README.md\n# X\n")).toEqual([]);
  const above = "\n//- a/mkdocs.yml\ndocs_dir: ../b\n//- b/x.md\n# X\n";
  expect(routes(above)).toEqual(["b/x.md /x/"]);
});

test("a link that we write arrives, in every style", () => {
  for (const config of [
    "site_url: https://x.example/b/",
    "use_directory_urls: false",
    "validation: {links: {absolute_links: relative_to_docs}}",
  ]) {
    const { site } = handbook(mkdocs, `${book(config)}//- docs/a b/c.d (e).md\n# X\n`);
    const styles: LinkStyle[] = (["site-root", "relative"] as const).flatMap((form) =>
      [true, false].map((flag) => ({ form, extension: flag, trailingSlash: flag })),
    );
    for (const from of site.pages.values())
      for (const to of [...site.pages.values(), "docs/files/a.pdf" as FilePath])
        for (const style of styles) {
          const found = resolveLink(site, from, site.model.linkTo(to, from, style));
          const end =
            found.kind === "page" ? found.page.path : found.kind === "file" ? found.path : found.kind;
          expect(end).toBe(typeof to === "string" ? to : to.path);
        }
    const [from] = site.pages.values();
    if (from)
      expect(hrefTo(site, from, from, { form: "relative", extension: true, trailingSlash: false })).toBe(
        "index.md",
      );
  }
});

test("the plugin exclude leaves out what its globs and expressions match as a whole", () => {
  const source = `
//- mkdocs.yml
site_name: A
plugins:
  - exclude:
      glob: [README.md, "a*b.md", "*"]
      regex: ["drafts/.*x"]
//- docs/index.md
# A
`;
  const found = (glob: string) => {
    const book = `${source.replace(', "*"]', glob)}//- docs/sub/README.md\n//- docs/a/x/b.md\n//- docs/drafts/x1.md\n//- docs/c.md\n`;
    return [...handbook(mkdocs, book).site.pages.values()]
      .filter((page) => page.route)
      .map((page) => page.path)
      .sort();
  };
  expect(found("]")).toEqual(["docs/c.md", "docs/index.md", "docs/sub/README.md"]);
  expect(found(', "*"]')).toEqual([]);
});
