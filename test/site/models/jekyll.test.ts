import { expect, test } from "vitest";
import { modelDetectors } from "../../../server/src/site/models/index.ts";
import { hrefTo } from "../../../server/src/site/queries.ts";
import { resolveLink } from "../../../server/src/site/resolveLink.ts";
import type { FilePath } from "../../../server/src/site/site.ts";
import { handbook, pageOf } from "../../support/handbook.ts";
import { model } from "../../support/models.ts";
import { verdicts } from "../verdicts.ts";

const jekyll = model("jekyll");

function routes(source: string): readonly string[] {
  const { site } = handbook(jekyll, source);
  return [...site.pages.values()].map(({ path, route }) => `${path} ${route}`);
}

const page = "---\ntitle: A\n---\n# A\n";

test("permalink styles decide between extension, slash and nothing; posts have dates, collections their own templates", () => {
  const files = (permalink: string) => `
//- _config.yml
permalink: ${permalink}
plugins: [jekyll-sitemap]
collections: {docs: {output: true}, terms: {output: false}}
//- a/b.md
${page}//- a/index.md
${page}//- _docs/x/y.md
${page}//- _terms/t.md
${page}//- news/_posts/2024-02-03-Big News.md
${page}//- _posts/no-date.md
${page}//- plain.md
# Copied
`;
  const all = (permalink: string) => routes(files(permalink)).map((line) => line.split(" ").at(-1));
  expect(all("date")).toEqual([
    "/a/b.html",
    "/a/",
    "/docs/x/y.html",
    "undefined",
    "/news/2024/02/03/Big-News.html",
    "undefined",
  ]);
  expect(all("pretty").slice(0, 3)).toEqual(["/a/b/", "/a/", "/docs/x/y/"]);
  expect(all("ordinal")[4]).toBe("/news/2024/034/Big-News.html");
  expect(all("weekdate")[0]).toBe("/a/b");
  expect(all("none")[4]).toBe("/news/Big-News.html");
  expect(all("/:categories/:year-:i_month/:slug")).toEqual([
    "/a/b",
    "/a/",
    "/docs/x/y",
    "undefined",
    "/news/2024-2/big-news",
    "undefined",
  ]);
});

test("on GitHub Pages, pages need no frontmatter and a README is its folder's page", () => {
  const source = `
//- _config.yml
theme: jekyll-theme-cayman
//- a.md
# A
//- README.md
# Home
//- docs/README.md
# Docs
//- docs/index.md
# Index
//- people/README.md
---
title: With frontmatter
---
//- LICENSE.md
# No page
//- _hidden.md
# No page
`;
  expect(routes(source)).toEqual([
    "a.md /a.html",
    "README.md /",
    "docs/README.md undefined",
    "docs/index.md /docs/",
    "people/README.md /people/README.html",
    "LICENSE.md undefined",
  ]);
  expect(
    verdicts(jekyll, source, "a.md", [
      "README.md",
      "docs/README.md",
      "docs/",
      "LICENSE.md",
      "b.md",
      "/assets/x.css",
    ]),
  ).toEqual([
    "ok README.md",
    "ok docs/README.md",
    "ok docs/index.md",
    "ok LICENSE.md",
    "missing-page /b.md",
    "unknown",
  ]);
});

test("which plugins build the site is read from the Gemfile, the configuration, or what speaks for GitHub Pages", () => {
  const why = (source: string) => handbook(jekyll, `${source}//- a.md\n# A\n`).site.model.version;
  expect(why("\n//- _config.yml\ntitle: x\n")).toBe("3, by no Gemfile, for GitHub Pages");
  expect(why("\n//- _config.yml\ntitle: x\n//- Gemfile\ngem 'jekyll', '~> 4.2'\n")).toBe("4, by the Gemfile");
  expect(
    why(
      "\n//- _config.yml\ntitle: x\n//- Gemfile\ngem 'github-pages'\n//- Gemfile.lock\n    jekyll (3.9.5)\n",
    ),
  ).toBe("3, by the gem github-pages in the Gemfile");
  expect(why("\n//- _config.yml\nplugins: [jekyll-relative-links]\n")).toBe(
    "4, by the plugins that the configuration names",
  );
  expect(
    why("\n//- _config.yml\nremote_theme: just-the-docs/just-the-docs\nplugins: [jekyll-feed]\n"),
  ).toContain("remote_theme");
});

const liquid = `
//- _config.yml
title: Handbook
url: https://h.example
baseurl: /hb
docs: {path: /docs}
plugins: [jekyll-redirect-from]
//- docs/a.md
---
title: Page A
redirect_from: [/old-a, older/]
---
# {{ site.title }}: {{ page.title }}

## Pay
{% assign where = "/docs/a.html" %}
//- docs/b.md
---
title: B
redirect_to: /docs/a.html#pay
---
//- docs/circle.md
---
redirect_to: /docs/circle2.html
---
//- docs/circle2.md
---
redirect_to: /docs/circle.html
---
//- _posts/2024-01-02-hello.md
${page}//- files/x.pdf
`;

test("Liquid's addresses count with their values; what needs more than the configuration and the page is unknown", () => {
  expect(
    verdicts(jekyll, liquid, "docs/a.md", [
      '{{ "/docs/a.html" | relative_url }}',
      '{{ "/docs/a#pay" | absolute_url }}',
      "{{ '/docs/a#no' | relative_url }}",
      "{{ site.baseurl }}{{ site.docs.path }}/a",
      "{{ site.url }}{{ site.baseurl }}/docs/z.html",
      "{% link docs/a.md %}#pay",
      "{% link docs/z.md %}",
      "{% link files/x.pdf %}",
      "{% post_url 2024-01-02-hello %}",
      "{% post_url 2024-01-02-bye %}",
      "{{ page.url | prepend: site.baseurl }}",
      "{{ where | relative_url }}",
      "{{ site.data.links.home }}",
      "{{ include.url }}",
      "{{ site.nothing }}/docs/a.html",
      "{{ 'https://other.example' }}/x",
    ]),
  ).toEqual(
    [
      "ok docs/a.md",
      "ok docs/a.md",
      "missing-anchor #no",
      "ok docs/a.md",
      "missing-page /docs/z.html",
      "ok docs/a.md # Pay",
      "missing-page docs/z.md",
      "ok files/x.pdf",
      "ok _posts/2024-01-02-hello.md",
      "missing-page 2024-01-02-bye",
      "ok docs/a.md",
      "ok docs/a.md",
      "unknown",
      "unknown",
      "missing-page /docs/a.html",
      "external {{ 'https://other.example' }}/x",
    ].map((line) =>
      line.replace("external {{ 'https://other.example' }}/x", "external https://other.example/x"),
    ),
  );
  expect(pageOf(handbook(jekyll, liquid), "docs/a.md").headingIds).toEqual(["handbook-page-a", "pay"]);
});

test("redirects of pages are followed to their end, also in circles", () => {
  expect(
    verdicts(jekyll, liquid, "docs/a.md", [
      "/hb/old-a",
      "/hb/older/#pay",
      "/hb/docs/b",
      "b.html",
      "/hb/docs/circle.html",
      "/docs/a",
      "/hb",
    ]),
  ).toEqual([
    "redirect /old-a > /hb/docs/a.html = docs/a.md",
    "redirect /older/ > /hb/docs/a.html = docs/a.md # Pay",
    "redirect /docs/b > /hb/docs/a.html#pay = docs/a.md # Pay",
    "redirect /docs/b.html > /hb/docs/a.html#pay = docs/a.md # Pay",
    "missing-page redirect-loop: /docs/circle.html > /docs/circle2.html > /docs/circle.html",
    "missing-page /docs/a",
    "missing-page /",
  ]);
});

test("`{% link %}` has the base path from Jekyll 4 on only", () => {
  const old = liquid.replace("//- docs/a.md", "//- Gemfile\ngem 'jekyll', '3.9.0'\n//- docs/a.md");
  const both = ["{% link docs/a.md %}", "{{ site.baseurl }}{% link docs/a.md %}"];
  expect(verdicts(jekyll, liquid, "docs/a.md", both)).toEqual([
    "ok docs/a.md",
    "missing-page /hb/docs/a.html",
  ]);
  expect(verdicts(jekyll, old, "docs/a.md", both)).toEqual(["missing-page /docs/a.html", "ok docs/a.md"]);
});

test("defaults count by path and type, the more specific first; a folder may be included or left out", () => {
  expect(
    routes(`
//- _config.yml
plugins: [jekyll-sitemap]
include: [_pages]
exclude: [private, "*.tmp.md"]
defaults:
  - {scope: {path: ""}, values: {permalink: "/all/:basename"}}
  - {scope: {path: docs, type: pages}, values: {permalink: "/docs-:basename/"}}
  - {scope: {path: "docs/*/deep"}, values: {permalink: "/deep/:basename/"}}
  - {scope: {path: docs, type: posts}, values: {permalink: "/never"}}
//- a.md
${page}//- docs/b.md
${page}//- docs/x/deep/c.md
${page}//- _pages/d.md
${page}//- private/e.md
${page}//- f.tmp.md
${page}//- node_modules/g.md
${page}//- _other/h.md
${page}`),
  ).toEqual(["a.md /all/a", "docs/b.md /docs-b/", "docs/x/deep/c.md /deep/c/", "_pages/d.md /all/d"]);
});

test("what plugins, a theme or the site's own code may serve is unknown", () => {
  const source = (more: string) => `
//- _config.yml
plugins: [jekyll-sitemap${more}]
theme: minima
//- a.md
${page}`;
  const links = ["/nowhere/", "/assets/main.css", "/sitemap.xml", "/feed.xml"];
  expect(verdicts(jekyll, source(""), "a.md", links)).toEqual([
    "missing-page /nowhere/",
    "unknown",
    "ok /sitemap.xml",
    "missing-page /feed.xml",
  ]);
  expect(verdicts(jekyll, source(", jekyll-polyglot"), "a.md", ["/nowhere/"])).toEqual(["unknown"]);
  const own = `${source("")}//- _plugins/make.rb\nclass Make < Jekyll::Generator\nend\n`;
  expect(verdicts(jekyll, own, "a.md", ["/nowhere/"])).toEqual(["unknown"]);
});

test("ids of layouts and includes are a page's own; unseen includes may bring any", () => {
  const source = `
//- _config.yml
plugins: [jekyll-sitemap]
defaults: [{scope: {path: ""}, values: {layout: doc}}]
//- _layouts/doc.html
---
layout: base
---
<main id="content">{{ content }}</main>
//- _layouts/base.html
{% include foot.html %}{{ content }}
//- _includes/foot.html
<footer id="foot"></footer>
//- _includes/part.md
## Part
//- a.md
${page}{% include part.md %}
//- b.md
${page}{% include gone.md %}
`;
  const ids = ["#content", "#foot", "#part", "#none"];
  expect(verdicts(jekyll, source, "a.md", ids)).toEqual([
    "ok a.md # A",
    "ok a.md # A",
    "ok _includes/part.md # Part",
    "missing-anchor #none",
  ]);
  expect(verdicts(jekyll, source, "b.md", ["#none"])).toEqual(["unknown"]);
});

test("navigation comes from _data, from minima's header pages and from just-the-docs' keys, each entry with its place", () => {
  const source = `
//- _config.yml
remote_theme: just-the-docs/just-the-docs
baseurl: /hb
header_pages: [b.md, none.md]
//- _data/navigation.yml
main:
  - title: A
    url: /a.html
    children:
      - {title: B, url: /b/}
      - {title: Out, url: "https://x.example"}
//- a.md
---
title: A
nav_order: 2
---
//- b.md
---
title: B
nav_order: 1
---
//- c.md
---
title: C
parent: A
---
`;
  const { site, texts } = handbook(jekyll, source);
  const navigation = site.model.navigation?.(site);
  const lines = (navigation?.entries ?? []).flatMap(function show({
    label,
    target,
    written,
    children,
  }): string[] {
    const text = written && texts.get(written.file)?.slice(written.span.start, written.span.end);
    const to = target?.kind === "page" ? target.page.path : (target?.kind ?? "");
    return [`${label} ${text ?? ""} ${to}`.trim(), ...children.flatMap(show).map((line) => `- ${line}`)];
  });
  expect(lines).toEqual([
    "B b.md b.md",
    "none.md none.md missing",
    "A /a.html a.md",
    "- B /b/ missing",
    "- Out https://x.example external",
    "B  b.md",
    "A  a.md",
    "- C  c.md",
  ]);
});

test("links that we write arrive, whatever the style", () => {
  const { site } = handbook(jekyll, liquid);
  const pages = [...site.pages.values()].filter(({ route }) => route !== undefined);
  for (const from of pages)
    for (const target of pages)
      for (const form of ["site-root", "relative"] as const)
        for (const extension of [true, false]) {
          const href = hrefTo(site, from, target, { form, extension, trailingSlash: false });
          expect(resolveLink(site, from, href)).toMatchObject({ kind: "page", page: { path: target.path } });
        }
});

test("broken configuration leaves Jekyll's defaults and never throws", () => {
  for (const config of [
    "[[[",
    "collections: 3",
    "defaults: {a: [1, {scope: 4}]}",
    "permalink: [a]\nexclude: x\nkramdown: 1",
    "baseurl: 7",
    "source: ../..",
    "plugins: {a: b}",
    "",
  ])
    expect(routes(`\n//- _config.yml\n${config}\n//- a.md\n${page}`).at(-1)).toMatch(
      /^a\.md (?:\/a|undefined)/,
    );
  expect(routes(`\n//- a.md\n${page}//- _posts/2024-13-45-x.md\n${page}`)).toHaveLength(2);
});

test("a site is found by its configuration or its Gemfile, not by Hexo's or Jupyter Book's", () => {
  const detector = modelDetectors.find(({ id }) => id === "jekyll");
  const roots = (files: Readonly<Record<string, string>>) =>
    detector?.findRoots({
      root: "file:///x",
      files: new Set(Object.keys(files) as FilePath[]),
      texts: new Map(Object.entries(files) as [FilePath, string][]),
    });
  expect(roots({ "docs/_config.yml": "", "docs/a.md": "", "README.md": "" })).toEqual(["docs"]);
  expect(roots({ "site/Gemfile": 'gem "jekyll"', "site/a.md": "" })).toEqual(["site"]);
  expect(roots({ "_config.yml": "skip_render: x", "source/a.md": "" })).toEqual([]);
  expect(roots({ "book/_config.yml": "", "book/_toc.yml": "", "book/a.md": "" })).toEqual([]);
  expect(roots({ "_config.yml": "", "a.txt": "" })).toEqual([]);
});

test("a plugin that GitHub Pages does not run, and code in _plugins, make the site no site of its", () => {
  const book = (more: string) => `
//- _config.yml
title: A
${more}
//- a.md
---
---
//- CNAME
handbook.example.net
`;
  const toB = (source: string) => verdicts(jekyll, source, "a.md", ["a.md"]);
  expect(toB(book(""))).toEqual(["ok a.md"]);
  expect(toB(book("gems: [jekyll-toc]"))).toEqual(["missing-page /a.md"]);
  expect(toB(`${book("")}//- _plugins/shout.rb\nmodule Shout\nend\n`)).toEqual(["missing-page /a.md"]);
});

test("CNAME names the host where url has none of the site's own", () => {
  const hosts = (url: string) =>
    handbook(jekyll, `\n//- _config.yml\nurl: ${url}\n//- CNAME\nold.example.net\n//- a.md\n${page}`).site
      .model.hosts;
  expect(hosts("https://docs.example.net")).toEqual(["docs.example.net"]);
  expect(hosts("https://northwind.github.io")).toEqual(["northwind.github.io", "old.example.net"]);
  expect(hosts('""')).toEqual(["old.example.net"]);
});
