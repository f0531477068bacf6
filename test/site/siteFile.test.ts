// `.handbook.yaml`: what authors say of their site themselves.

import { expect, test } from "vitest";
import { detectSites } from "../../server/src/site/detectSites.ts";
import type { FilePath } from "../../server/src/site/site.ts";
import type { SiteOverrides } from "../../server/src/site/siteModel.ts";
import { checkDiagnostics } from "../support/checkDiagnostics.ts";
import { handbook } from "../support/handbook.ts";
import { parseHandbook } from "../support/handbookText.ts";
import { hugo, model, plain, type TestModel } from "../support/models.ts";
import { verdicts } from "./verdicts.ts";

function detected(source: string, overrides = {}) {
  const { texts } = parseHandbook(source);
  const files = new Set([...texts.keys()] as FilePath[]);
  return detectSites(
    { root: "file:///w", files, texts: texts as ReadonlyMap<FilePath, string> },
    { enable: "auto", overrides },
  ).map(({ root, model }) => `${root || "."} ${model.id} ${model.contentRoots.join(",")}`);
}

test("a folder with a .handbook.yaml is a handbook, of the kind that it names", () => {
  expect(detected("\n//- team/.handbook.yaml\ncontentRoots: [pages]\n//- team/pages/a.md\n# A\n")).toEqual([
    "team plain pages",
  ]);
  expect(
    detected("\n//- .handbook.yaml\nmodel: hugo\n//- content/a.md\n# A\n//- mkdocs.yml\nsite_name: x\n")[0],
  ).toBe(". hugo content");
});

test("an editor's settings win over the file", () => {
  const source = "\n//- .handbook.yaml\nmodel: hugo\ncontentRoots: [a]\n//- a/x.md\n# A\n//- b/y.md\n";
  expect(detected(source)).toEqual([". hugo a"]);
  expect(detected(source, { contentRoots: ["b"] })).toEqual([". hugo b"]);
});

test("hosts, routes that something else serves, and pages to leave out are taken from it", () => {
  const book = `
//- .handbook.yaml
hosts: handbook.example.org
externalRoutes: [/api/**]
ignore: ["content/drafts/**"]
//- content/a.md
# A
//- content/drafts/b.md
# B
`;
  const links = ["https://handbook.example.org/a", "/api/x", "/drafts/b"];
  expect(verdicts(hugo, book, "content/a.md", links)).toEqual([
    "ok content/a.md",
    "unknown",
    "missing-page /drafts/b",
  ]);
});

test("what is wrong in the file is told in it, and the rest of it counts", () =>
  checkDiagnostics(
    hugo,
    `
//- .handbook.yaml
host: handbook.example.org
^^^^ site-config-unread: There is no setting host. There are model, contentRoots, base, hosts, externalRoutes, trailingSlash, slugger, ignore.
trailingSlash: sometimes
               ^^^^^^^^^ site-config-unread: trailingSlash takes true or false.
contentRoots: pages
//- pages/a.md
[b](/b)
    ^^ link-missing-page: No page is served at /b.
`,
  ));

test("what changes nothing for the kind of site is told at its place, or for the settings", () => {
  checkDiagnostics(
    model("mkdocs"),
    `
//- .handbook.yaml
trailingSlash: true
^^^^^^^^^^^^^ site-config-unread: trailingSlash changes nothing for this kind of site (MkDocs). Remove it.
contentRoots: [docs, more]
                     ^^^^ site-config-unread: This kind of site (MkDocs) has one folder of pages: the first one counts.
//- mkdocs.yml
site_name: A
//- docs/index.md
# A
//- more/a.md
`,
  );
  const notes = (kind: string, overrides: SiteOverrides) =>
    handbook(model(kind, overrides), "\n//- docs/index.md\n# A\n//- x/a.md\n").site.model.notes;
  expect(notes("mkdocs", { trailingSlash: true, contentRoots: ["docs", "x"] })).toEqual([
    "The setting handbook.site.trailingSlash changes nothing for this kind of site (MkDocs).",
    "Of the folders in handbook.site.contentRoots only the first counts. This kind of site (MkDocs) has one folder of pages: the first one counts.",
  ]);
  expect(notes("docusaurus", { trailingSlash: true, contentRoots: ["docs", "x"] })).toBeUndefined();
  expect(notes("wiki", { slugger: "github" })).toHaveLength(1);
});

test("the rule for heading ids counts where the generator's own is not known", () => {
  for (const [kind, config] of [
    ["gatsby", "//- gatsby-config.js\nmodule.exports = {};"],
    ["jekyll", "//- _config.yml\nmarkdown: CustomConverter"],
    ["mkdocs", "//- mkdocs.yml\nmarkdown_extensions: [{ toc: { slugify: !!python/name:own.slug '' } }]"],
  ] as const) {
    const book = `\n${config}\n//- docs/index.md\n---\n---\n# A b\n`;
    const links = ["#a-b", "#gone"];
    expect(verdicts(model(kind), book, "docs/index.md", ["#gone"]), kind).toEqual(["unknown"]);
    const ruled = verdicts(model(kind, { slugger: "github" }), book, "docs/index.md", links);
    expect(ruled, kind).toEqual(["ok docs/index.md # A b", "missing-anchor #gone"]);
  }
});

test("a file that is half written changes nothing", () => {
  for (const text of ["", "model", "- a", "model: [", "\u0000", "model: hugo: x"])
    expect(
      detected(
        `\n//- content/a.md\n# A\n//- hugo.toml\nbaseURL = "https://x.example"\n//- .handbook.yaml\n${text}\n`,
      ),
    ).toEqual([". hugo content"]);
});

test("ids that a function makes are those of the rule that is named, and are judged", () => {
  const sites: readonly (readonly [TestModel, string, string])[] = [
    [
      model("vitepress"),
      "//- .vitepress/config.js\nexport default { markdown: { anchor: { slugify: mine } } }\n",
      "a.md",
    ],
    [
      model("mkdocs"),
      "//- mkdocs.yml\nmarkdown_extensions:\n  - toc:\n      slugify: !!python/name:our.slugs\n",
      "docs/a.md",
    ],
    [
      model("eleventy"),
      '//- eleventy.config.js\nconst anchor = require("markdown-it-anchor");\nlib.use(anchor, { slugify });\n',
      "a.md",
    ],
    [hugo, "//- hugo.toml\n[markup.goldmark.renderer]\nunsafe = true\n", "content/a.md"],
  ];
  const ids = { github: "été--more", "python-markdown": "ete-more", none: "own" };
  for (const [kind, config, page] of sites)
    for (const [rule, id] of Object.entries(ids)) {
      const book = `\n${config}//- .handbook.yaml\nslugger: ${rule}\n//- ${page}\n# Été & more\n\n<a id="own"></a>\n`;
      const found = verdicts(kind, book, page, [`#${id}`, "#x"]).map((one) => one.split(" ")[0]);
      expect([page, rule, ...found]).toEqual([page, rule, "ok", "missing-anchor"]);
    }
});

test("a rule that there is not is told, and the generator's own stays", () =>
  checkDiagnostics(
    plain,
    `
//- .handbook.yaml
slugger: githob
         ^^^^^^ site-config-unread: There is no slugger githob. There are github, goldmark, kramdown, kramdown-gfm, python-markdown, vitepress, none.
//- content/a.md
# Been there

[b](#been-there)
`,
  ));

test("where a configuration is broken is told, and no link is called broken by what can be read of it", () =>
  checkDiagnostics(
    hugo,
    `
//- hugo.toml
contentDir = "pages"
[params
      ^ site-config-unread: hugo.toml is broken here. Until it is mended, Handbook goes by what it can read of it.
//- pages/a.md
[b](/b)
`,
  ));
