// Folders and files that a configuration names and that are not there: told at their place, and the handbook is read all the same.

import { expect, test } from "vitest";
import { detectSites } from "../../server/src/site/detectSites.ts";
import type { FilePath } from "../../server/src/site/site.ts";
import { checkDiagnostics } from "../support/checkDiagnostics.ts";
import { handbook } from "../support/handbook.ts";
import { parseHandbook } from "../support/handbookText.ts";
import { model } from "../support/models.ts";

const link = "//- docs/index.md\n---\ntitle: A\n---\n[b](b.md)\n    ^^^^ link-missing-page\n";

/** The configuration file with what is said in it, by model; the pages are in docs/ and each has a broken link. */
const cases: readonly (readonly [string, string])[] = [
  [
    "mkdocs",
    `//- mkdocs.yml
docs_dir: doc
          ^^^ site-config-unread: There is no "doc" here, or nothing is in it. Until that is mended, Handbook reads docs/ instead.
theme: { name: material, custom_dir: overrides }
                                     ^^^^^^^^^ site-config-unread: There is no "overrides" here, or nothing is in it.
`,
  ],
  [
    "hugo",
    `//- hugo.toml
contentDir = "doc"
             ^^^^^ site-config-unread: There is no "doc" here, or nothing is in it. Until that is mended, Handbook reads docs/ instead.
`,
  ],
  [
    "docusaurus",
    `//- docusaurus.config.js
module.exports = {
  presets: [["classic", {
    docs: { path: "./doc", sidebarPath: "./sidebar.js" },
                  ^^^^^^^ site-config-unread: There is no "doc" here, or nothing is in it. Until that is mended, Handbook reads docs/ instead.
                                        ^^^^^^^^^^^^^^ site-config-unread: There is no "sidebar.js" here, or nothing is in it.
    blog: false,
  }]],
  staticDirectories: ["assets"],
                      ^^^^^^^^ site-config-unread: There is no "assets" here, or nothing is in it.
};
`,
  ],
  [
    "gitbook",
    `//- .gitbook.yaml
root: ./doc/
      ^^^^^^ site-config-unread: There is no "doc" here, or nothing is in it. Until that is mended, Handbook reads the whole folder instead.
`,
  ],
  [
    "vitepress",
    `//- .vitepress/config.js
export default { srcDir: "./doc" };
                         ^^^^^^^ site-config-unread: There is no "doc" here, or nothing is in it. Until that is mended, Handbook reads docs/ instead.
`,
  ],
  [
    "eleventy",
    `//- .eleventy.js
module.exports = () => ({ dir: { input: "doc" } });
                                        ^^^^^ site-config-unread: There is no "doc" here, or nothing is in it. Until that is mended, Handbook reads docs/ instead.
`,
  ],
  [
    "jekyll",
    `//- _config.yml
source: doc
        ^^^ site-config-unread: There is no "doc" here, or nothing is in it. Until that is mended, Handbook reads the whole folder instead.
collections_dir: collection
                 ^^^^^^^^^^ site-config-unread: There is no "collection" here, or nothing is in it.
`,
  ],
  [
    "docsify",
    `//- index.html
<script>window.$docsify = { basePath: "/doc/", homepage: "home.md" }</script>
                                      ^^^^^^^ site-config-unread: There is no "doc" here, or nothing is in it. Until that is mended, Handbook reads the whole folder instead.
                                                         ^^^^^^^^^ site-config-unread: There is no "home.md" here, or nothing is in it.
`,
  ],
  [
    "plain",
    `//- .handbook.yaml
contentRoots: [doc, docs]
               ^^^ site-config-unread: There is no "doc" here, or nothing is in it. Did you mean docs?
`,
  ],
];

test.each(cases)(
  "%s: a folder that is not there is told where it is named, and the pages are checked",
  (kind, config) => {
    checkDiagnostics(model(kind), `\n${config}${link}`, {
      only: ["site-config-unread", "link-missing-page"],
    });
  },
);

test("mdBook, Astro and Fumadocs: folders of the book, of static files and of collections", () => {
  checkDiagnostics(
    model("mdbook"),
    `
//- book.toml
[book]
src = "source"
      ^^^^^^^^ site-config-unread: There is no "source" here, or nothing is in it. Until that is mended, Handbook reads src/ instead.
//- src/SUMMARY.md
- [A](a.md)
//- src/a.md
# A
`,
    { only: ["site-config-unread"] },
  );
  checkDiagnostics(
    model("starlight"),
    `
//- astro.config.mjs
export default { publicDir: "./static" };
                            ^^^^^^^^^^ site-config-unread: There is no "static" here, or nothing is in it.
//- src/content.config.ts
const guides = defineCollection({ loader: glob({ pattern: "**/*.md", base: "./guide" }) });
                                                                           ^^^^^^^^^ site-config-unread: There is no "guide" here, or nothing is in it. Did you mean guides?
export const collections = { guides };
//- guides/a.md
`,
    { only: ["site-config-unread"] },
  );
  checkDiagnostics(
    model("fumadocs"),
    `
//- source.config.ts
export const docs = defineDocs({ dir: "content/doc" });
                                      ^^^^^^^^^^^^^ site-config-unread: There is no "content/doc" here, or nothing is in it. Did you mean content/docs?
//- content/docs/a.mdx
`,
    { only: ["site-config-unread"] },
  );
});

test("a folder whose pages can't be found by its configuration is taken for a handbook all the same", () => {
  for (const [kind, config] of cases.slice(0, -1)) {
    const { texts } = parseHandbook(`\n${config}${link}`);
    const files = new Set([...texts.keys()] as FilePath[]);
    const tree = { root: "file:///w", files, texts: texts as ReadonlyMap<FilePath, string> };
    const found = detectSites(tree, { enable: "auto", overrides: {} });
    expect(found.map(({ model: { id } }) => id)).toEqual([kind]);
  }
});

test("what is outside of the folder, a tool's or made by the build is not called missing, nor what is not written", () => {
  for (const [kind, config] of [
    [
      "hugo",
      '//- hugo.toml\nstaticDir = ["static", "../shared"]\n[module]\n[[module.mounts]]\nsource = "node_modules/x"\ntarget = "static/x"\n//- static/a.png\n',
    ],
    ["mkdocs", "//- mkdocs.yml\nsite_name: A\n"],
    ["docusaurus", "//- docusaurus.config.js\nmodule.exports = { presets: [['classic', { docs: {} }]] };\n"],
    ["jekyll", "//- _config.yml\ntitle: A\n"],
    ["vitepress", "//- .vitepress/config.js\nexport default { srcDir: '../content' };\n"],
  ] as const) {
    const { site } = handbook(model(kind), `\n${config}//- docs/index.md\n# A\n`);
    expect(site.model.unread ?? [], kind).toEqual([]);
  }
});

test("folders that the settings name and that are not there are noted, and the configuration's own count", () => {
  const { site } = handbook(
    model("mkdocs", { contentRoots: ["pages"] }),
    "\n//- mkdocs.yml\nsite_name: A\n//- docs/index.md\n# A\n",
  );
  expect([...site.pages.keys()]).toEqual(["docs/index.md"]);
  expect(site.model.notes).toEqual([
    'There is no "pages" here, which handbook.site.contentRoots names, or nothing is in it.',
  ]);
});
