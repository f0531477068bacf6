// Routes, ids and links of a Hugo site, beyond what its conformance sites (test/sites/hugo) show of version 0.111.

import { expect, test } from "vitest";
import { hrefOf } from "../../../server/src/cli/facts.ts";
import { hrefTo } from "../../../server/src/site/hrefTo.ts";
import { resolveLink } from "../../../server/src/site/resolveLink.ts";
import type { NavigationEntry } from "../../../server/src/site/siteModel.ts";
import { handbook, pageOf } from "../../support/handbook.ts";
import { hugo, model } from "../../support/models.ts";
import { linkRows, pageRows } from "../../truth/rows.ts";
import { verdicts } from "../verdicts.ts";

const config = `
//- hugo.toml
baseURL = "https://handbook.northwind.example/"
staticDir = ["static", "files"]
[markup.goldmark.renderer]
unsafe = true
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

test("the three types of ids, and none at all", () => {
  const ids = (settings: string) =>
    pageRows(
      handbook(
        hugo,
        `//- hugo.toml\n[markup.goldmark.parser]\n${settings}\n//- content/a.md\n## Ça & là, 1.5\n## 日本\n## {#x}\n`,
      ).site,
    )[0]?.heading_ids;
  expect(ids("")).toEqual(["ça--là-15", "日本", "x"]);
  expect(ids('autoIDType = "github-ascii"')).toEqual(["ca--la-15", "heading", "x"]);
  expect(ids('autoHeadingIDType = "blackfriday"')).toEqual(["ça-là-1-5", "日本", "x"]);
  expect(ids("autoHeadingID = false")).toEqual(["x"]);
  expect(ids("[markup.goldmark.parser.attribute]\ntitle = false")).toEqual(["ça--là-15", "日本", "x"]);
});

test("terms of definition lists have ids where the configuration asks for them, counted after the headings'", () => {
  const source = "//- content/a.md\nPay\n: x\n\n## Pay\n";
  const asked = "//- hugo.toml\n[markup.goldmark.parser]\nautoDefinitionTermID = true\n";
  expect(verdicts(hugo, asked + source, "content/a.md", ["#pay", "#pay-1", "#pay-2"])).toEqual([
    "ok content/a.md # Pay",
    "ok content/a.md anchor",
    "missing-anchor #pay-2",
  ]);
  expect(verdicts(hugo, `//- hugo.toml\n${source}`, "content/a.md", ["#pay-1"])).toEqual([
    "missing-anchor #pay-1",
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
      "https://handbook.northwind.example/people",
      "https://handbook.northwind.example/people/slugged.md",
      "/tags/x",
      "/tags",
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
    "ok assets/includes/notes.md # Note",
    "ok content/people/slugged.md",
    "ok content/People/_index.md",
    "missing-page /people/slugged.md",
    "missing-page /tags/x",
    "ok /tags/",
  ]);
});

const lookup = `${config}
//- content/a/_index.md
//- content/a/Page One.md
//- content/a/bundle/index.md
//- content/a/bundle/extra.txt
//- content/b/page-two.md
`;

test("from 0.124 slashes at the end and blanks do not matter, and files are found from where they lie", () => {
  const links = [
    "/A/Page-One/",
    "/a/page one",
    "../b/Page-Two/",
    "bundle/",
    "page one.md/",
    "/content/b/page-two.md",
  ];
  expect(verdicts(hugo, lookup.replace("0.123", "0.124"), "content/a/Page One.md", links)).toEqual([
    "ok content/a/Page One.md",
    "ok content/a/Page One.md",
    "ok content/b/page-two.md",
    "ok content/a/bundle/index.md",
    "ok content/a/Page One.md",
    "missing-page /content/b/page-two.md",
  ]);
  expect(verdicts(hugo, lookup, "content/a/Page One.md", links)).toEqual([
    "missing-page /A/Page-One/",
    "ok content/a/Page One.md",
    "ok content/b/page-two.md",
    "ok content/a/bundle/index.md",
    "ok content/a/Page One.md",
    "ok content/b/page-two.md",
  ]);
});

test("without Hugo's hook an address is what a browser makes of it; a hook's template says what it does", () => {
  const source = (settings: string) =>
    `//- hugo.toml\n${settings}\n//- content/a/one.md\n//- content/a/two.md\n`;
  const by = (settings: string) =>
    verdicts(hugo, source(settings), "content/a/one.md", ["two.md", "../two/"]);
  const plain = ["missing-page /a/one/two.md", "ok content/a/two.md"];
  const found = ["ok content/a/two.md", "ok content/a/two.md"];
  expect(by("")).toEqual(plain);
  expect(by("[markup.goldmark.renderHooks.link]\nenableDefault = true")).toEqual(found);
  expect(by('theme = "unseen"')).toEqual(found);
  expect(by("[languages.en]\n[languages.fr]")).toEqual(found);
  expect(by("[markup.goldmark]\nduplicateResourceFiles = true\n[languages.en]\n[languages.fr]")).toEqual(
    plain,
  );
  const hook = "//- layouts/_default/_markup/render-link.html\n";
  expect(by(`${hook}<a href="{{ .Destination | safeURL }}">`)).toEqual(plain);
  expect(by(`${hook}{{ with .Page.GetPage .Destination }}`)).toEqual(found);
  expect(by(`theme = "unseen"\n${hook}<a href="{{ .Destination | safeURL }}">`)).toEqual(plain);
});

test("HTML's addresses are no files, and HTML is dropped unless the configuration keeps it", () => {
  const page =
    '//- content/b.md\n//- content/a.md\n<a href="b.md">b</a> <a id="here" href="../b/">c</a> [d](#here)\n';
  const rows = (source: string) =>
    linkRows(handbook(hugo, source).site).map(({ href, verdict }) => `${href} ${verdict}`);
  expect(rows(config + page)).toEqual(["b.md missing-page", "../b/ ok", "#here ok"]);
  expect(rows(config.replace("unsafe = true", "") + page)).toEqual(["#here missing-anchor"]);
});

test("headless pages and those that are not rendered have no address: links to them stay on the page", () => {
  const source = `${config}
//- content/a.md
//- content/headless/index.md
---
headless: true
---
//- content/never.md
---
_build: {render: never}
---
//- content/link.md
---
_build: {render: link}
---
//- content/build.md
---
build: {render: never}
---
`;
  const links = ["headless/index.md", "never.md", "link.md", "build.md", "/headless/", '{{< ref "never" >}}'];
  expect(verdicts(hugo, source, "content/a.md", links)).toEqual([
    "ok content/a.md",
    "ok content/a.md",
    "missing-page /a/link.md",
    "ok content/build.md",
    "missing-page /headless/",
    "ok content/a.md",
  ]);
  expect(verdicts(hugo, source.replace("0.123", "0.145"), "content/a.md", ["build.md"])).toEqual([
    "ok content/a.md",
  ]);
});

const shortcodes = `${config}
//- layouts/shortcodes/note.html
<div>{{ .Inner | .Page.RenderString }}</div>
//- layouts/shortcodes/home.html
{{ .Inner | markdownify }}
//- layouts/_shortcodes/box.html
<section>{{ .Inner }}</section>
//- layouts/shortcodes/read.html
{{ readFile (.Get 0) }}
//- content/b.md
//- content/s/a.md
{{< note >}}
## Note
[1](../b.md)
{{< /note >}}

{{< home >}}[2](a.md) [3](b.md){{< /home >}}

{{< box >}}
## Box
[4](../gone.md)
{{< /box >}}

{{< unseen >}}
## Unseen
[5](../gone.md) [6](../b.md)
{{< /unseen >}}

## Note
{{% read "parts/x.md" %}}
//- parts/x.md
## Note
{{% read "parts/x.md" %}}
`;

test("a shortcode's text is what its template makes of it; where that can't be seen, nothing is called broken", () => {
  const rows = (source: string) =>
    linkRows(handbook(hugo, source).site).map(({ href, verdict }) => `${href} ${verdict}`);
  expect(rows(shortcodes)).toEqual(["../b.md ok", "a.md missing-page", "b.md ok"]);
  const themed = shortcodes.replace("baseURL", 'theme = "unseen"\nbaseURL');
  expect(rows(themed)).toEqual(["../b.md ok", "a.md missing-page", "b.md ok", "../b.md ok"]);
  expect(pageRows(handbook(hugo, themed).site).at(-1)?.heading_ids).toEqual(["note", "note", "note-1"]);
  expect(verdicts(hugo, themed, "content/s/a.md", ["#unseen", "#box", "#note-1", "#note-2"])).toEqual([
    "unknown",
    "missing-anchor #box",
    "ok parts/x.md # Note",
    "missing-anchor #note-2",
  ]);
});

test("`ref` and `relref` stand for addresses", () => {
  const source = book.replace(
    "# Home",
    '# Home\n[a]({{< ref "slugged#x" >}}) [b]({{% relref "people/moved.md" %}}#y) [c](d)',
  );
  const { site } = handbook(hugo, source);
  const home = pageOf(handbook(hugo, source), "content/_index.md");
  expect(home.scanned.links.map((link) => hrefOf(site, home, link))).toEqual([
    "https://handbook.northwind.example/people/other/#x",
    "/elsewhere/#y",
    "d",
  ]);
  expect(
    verdicts(hugo, source, "content/_index.md", [
      '{{< ref "gone" >}}',
      '{{< ref path="slugged.md" lang="xx" >}}',
      '{{< relref "#home" >}}',
      '{{< relref "people#gone" >}}',
      '{{< ref "people" >}}team-pay/',
      "{{< param base >}}/x",
      '{{< ref "moved" >}}/',
    ]),
  ).toEqual([
    "missing-page gone",
    "missing-page slugged.md",
    "ok content/_index.md # Home",
    "missing-anchor #gone",
    "ok content/People/Team Pay.md",
    "unknown",
    "missing-page /elsewhere//",
  ]);
});

test("menus come first, with their places and by weight; then each section lists what is in it", () => {
  const source = `
//- hugo.yaml
menus:
  main:
    - {name: Team, pageRef: /team, weight: 2}
    - {name: News, url: /news/, weight: 1}
    - {identifier: out, name: Out, url: "https://out.example/"}
    - {name: Loop, parent: Loop, url: /x}
//- content/_index.md
# Home
//- content/team/_index.md
---
title: Team
weight: 2
---
//- content/team/b.md
---
title: B
weight: 1
menu: {main: {parent: out, name: Bee}}
---
//- content/team/a.md
# A
//- content/news.md
---
title: News
weight: 1
---
`;
  const { site, texts } = handbook(hugo, source);
  const navigation = site.model.navigation?.(site);
  const shown = (entries: readonly NavigationEntry[]): readonly unknown[] =>
    entries.map(({ label, target, children }) => {
      const end = target?.kind === "page" ? target.page.path.slice(8) : target?.kind;
      return children.length > 0 ? [`${label}: ${end}`, shown(children)] : `${label}: ${end}`;
    });
  expect(shown(navigation?.entries ?? [])).toEqual([
    "News: news.md",
    "Team: team/_index.md",
    ["Out: external", ["Bee: team/b.md"]],
    ["Home: _index.md", ["News: news.md", ["Team: team/_index.md", ["B: team/b.md", "A: team/a.md"]]]],
  ]);
  expect(navigation?.exhaustive).toBe(false);
  const written = navigation?.entries.flatMap((entry) => entry.written ?? []) ?? [];
  expect(written.map(({ file, span }) => texts.get(file)?.slice(span.start, span.end))).toEqual([
    "/news/",
    "/team",
    "https://out.example/",
  ]);
});

test("a link that is written to a page leads to it, in every style, with and without Hugo's hook", () => {
  const files = ["_index", "a/_index", "a/one", "a/b/index", "a/b c", "d", "fr/x.fr", "a/one.fr"];
  const pages = files.map((file) => `//- content/${file}.md\n# T\n`).join("");
  const variants = [
    "",
    "[markup.goldmark.renderHooks.link]\nuseEmbedded = 'always'\n",
    "uglyURLs = true\n",
    "baseURL = 'https://x.example/base/'\n",
    "baseURL = 'https://x.example/base/'\ncanonifyURLs = true\n",
    "baseURL = 'https://x.example/base/'\n[module.hugoVersion]\nmin = '0.111'\n[languages.en]\n[languages.fr]\n[markup.goldmark.renderHooks.link]\nenableDefault = true\n",
  ];
  for (const settings of variants) {
    const { site } = handbook(hugo, `//- hugo.toml\n${settings}${pages}//- static/x/y.pdf\n`);
    const all = [...site.pages.values()];
    for (const from of all)
      for (const target of [...all, "static/x/y.pdf" as never])
        for (const form of ["relative", "site-root"] as const)
          for (const extension of [true, false])
            for (const trailingSlash of [true, false]) {
              const href = hrefTo(site, from, target, { form, extension, trailingSlash });
              const found = resolveLink(site, from, href);
              const end = found.kind === "page" ? found.page : found.kind === "file" ? found.path : found;
              expect([settings, from.path, href, end]).toEqual([settings, from.path, href, target]);
            }
  }
});

test("lists, feeds and files that Hugo makes are there; what it does not make is not", () => {
  const source = `${config}
//- content/a/one.md
---
tags: [X Y]
---
//- content/a/two.html
//- content/b/_index.md
//- static/robots.txt
`;
  const own = "https://handbook.northwind.example";
  const links = [
    "/a/",
    "/a/index.xml",
    "/b/index.xml",
    "/index.xml",
    `${own}/a/one/index.xml`,
    "/tags/x-y/index.xml",
  ];
  const more = [
    "/sitemap.xml",
    "/robots.txt",
    "/404.html",
    "/a/page/2/",
    "/a/one/page/2/",
    "/a/two/",
    "/c/",
    `${own}/a/one.html`,
  ];
  expect(verdicts(hugo, source, "content/a/one.md", [...links, ...more])).toEqual([
    "ok /a/",
    "ok /a/index.xml",
    "ok /b/index.xml",
    "ok /index.xml",
    "missing-page /a/one/index.xml",
    "ok /tags/x-y/index.xml",
    "ok /sitemap.xml",
    "ok static/robots.txt",
    "missing-page /404.html",
    "unknown",
    "missing-page /a/one/page/2/",
    "ok content/a/two.html",
    "missing-page /c/",
    "missing-page /a/one.html",
  ]);
  const bare = source.replace(
    "staticDir",
    'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "section"]\nstaticDir',
  );
  const gone = ["/a/", "/tags/", "/tags/x-y/", "/index.xml", "/sitemap.xml", "/b/"];
  expect(
    verdicts(
      hugo,
      bare,
      "content/a/one.md",
      gone.map((path) => own + path),
    ),
  ).toEqual(gone.map((path) => `missing-page ${path}`));
});

test("files lie beside the page of their folder, wherever that is served, and keep their language", () => {
  const source = `
//- hugo.toml
defaultContentLanguageInSubdir = true
[languages.en]
[languages.fr]
//- content/_index.md
//- content/_index.fr.md
//- content/a/_index.md
---
url: /moved/
---
//- content/a/f.txt
//- content/a/B C/g.txt
//- content/a/bundle/index.md
---
slug: other
---
//- content/a/bundle/index.fr.md
//- content/a/bundle/x/h.txt
//- content/a/bundle/notes.md
`;
  const links = ["/moved/f.txt", "/en/a/f.txt", "/en/a/B C/g.txt", "/fr/a/B C/g.txt", "/en/a/b-c/g.txt", "/"];
  const more = [
    "/en/a/other/x/h.txt",
    "/fr/a/bundle/x/h.txt",
    "/en/a/bundle/x/h.txt",
    "/en/a/other/notes.md",
    "/en/fr/",
  ];
  expect(verdicts(hugo, source, "content/_index.md", [...links, ...more])).toEqual([
    "ok content/a/f.txt",
    "missing-page /en/a/f.txt",
    "ok content/a/B C/g.txt",
    "missing-page /fr/a/B C/g.txt",
    "missing-page /en/a/b-c/g.txt",
    "ok content/_index.md",
    "ok content/a/bundle/x/h.txt",
    "ok content/a/bundle/x/h.txt",
    "missing-page /en/a/bundle/x/h.txt",
    "missing-page /en/a/other/notes.md",
    "missing-page /en/fr/",
  ]);
  const page = "content/a/_index.md";
  expect(
    verdicts(hugo, `${source}//- layouts/_default/_markup/render-link.html\n{{ .Destination }}\n`, page, [
      "/",
      "/en",
    ]),
  ).toEqual(["redirect / > /en/ = content/_index.md", "ok content/_index.md"]);
});

test("emoji may drop out of ids where they are enabled: neither form is called missing", () => {
  const source = "//- hugo.toml\nenableEmoji = true\n//- content/a.md\n## :tada: Party\n";
  expect(verdicts(hugo, source, "content/a.md", ["#tada-party", "#-party", "#party"])).toEqual([
    "ok content/a.md # :tada: Party",
    "unknown",
    "missing-anchor #party",
  ]);
});

test("circles of includes and of sections end", () => {
  const source = `${config}
//- content/a.md
{{% include "x.md" %}}
//- assets/includes/x.md
## X
{{% include "y.md" %}}
//- assets/includes/y.md
{{% include "x.md" %}}
`;
  expect(verdicts(hugo, source, "content/a.md", ["#x", "#y"])).toEqual([
    "ok assets/includes/x.md # X",
    "missing-anchor #y",
  ]);
  expect(
    verdicts(model("hugo", { contentRoots: [""] }), "//- a.md\n//- b/c.md\n", "a.md", ["../b/c/"]),
  ).toEqual(["ok b/c.md"]);
});
