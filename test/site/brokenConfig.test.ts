// Configuration that is broken when a handbook is opened: what was not read makes no link a broken one, and the author is told why.

import { expect, test } from "vitest";
import { coverageOf } from "../../server/src/site/coverage.ts";
import { checkDiagnostics } from "../support/checkDiagnostics.ts";
import { handbook } from "../support/handbook.ts";
import { hugo, model, plain } from "../support/models.ts";
import { verdicts } from "./verdicts.ts";

const page = "---\ntitle: A\n---\n# A\n\n[b](b.md) [gone](/gone) [gone](gone.md) [x](#x) [file](x.png)\n";

test.each([
  ["mkdocs", "mkdocs.yml", 'site_name: "A\nsite_url: https://x.example/docs/\n', "docs/a.md"],
  ["hugo", "hugo.toml", 'baseURL = "https://x.example/docs/\n[permalinks]\n', "content/a.md"],
  [
    "docusaurus",
    "docusaurus.config.js",
    "module.exports = { baseUrl: '/docs/', presets: [[ };\n",
    "docs/a.md",
  ],
  ["vitepress", ".vitepress/config.js", "export default { base: '/docs/', rewrites: { \n", "a.md"],
  ["jekyll", "_config.yml", "baseurl: /docs\ncollections: [\n", "a.md"],
  ["eleventy", ".eleventy.js", "module.exports = (config) => { return { dir: ;\n", "a.md"],
  ["posthog", "gatsby-config.js", "module.exports = { siteMetadata: \n", "contents/a.md"],
  ["mintlify", "docs.json", '{ "name": "A", "navigation": [ \n', "a.mdx"],
])("%s: only that is told", (kind, file, text, path) => {
  const other = path.replace(/a(\.mdx?)$/, "b$1");
  const book = `\n//- ${file}\n${text}//- ${path}\n${page}//- ${other}\n---\ntitle: B\n---\n# B\n`;
  const { site } = handbook(model(kind), book);
  expect(site.model.broken).toEqual([file]);
  expect(site.model.notes?.at(-1)).toContain(`Until ${file} is mended, no link is called broken`);
  const { checked, skipped } = coverageOf(site);
  expect(checked["missing-page"] + checked["missing-anchor"]).toBe(0);
  expect(skipped.map(({ why }) => why).join()).toContain(`${file} is broken`);
});

test("what is found is checked, what is broken in the file is told, and nothing else of it", () => {
  checkDiagnostics(
    hugo,
    `
//- hugo.toml
baseURL = "https://x.example/
                            ^ site-config-unread: hugo.toml is broken here. Until it is mended, Handbook goes by what it can read of it.
//- vercel.json
{ "redirects": [{ "source": "/a", "destination": "/zzz" }] }
//- content/a.md
---
title: A
---
[Gone](/gone), [no text]()
                        ^^ link-empty
`,
    { only: ["site-config-unread", "link-empty", "link-missing-page", "redirect-dead"] },
  );
});

test("files that decide on little, and those of other generators, leave the verdicts as they are", () => {
  const links = ["/gone", "b.md"];
  const docusaurus =
    '\n//- docusaurus.config.js\nmodule.exports = { presets: [["classic", {}]] };\n//- docs/x/_category_.json\n{ "label": \n//- docs/a.md\n# A\n//- docs/b.md\n# B\n';
  expect(verdicts(model("docusaurus"), docusaurus, "docs/a.md", links)).toEqual([
    "missing-page /gone",
    "ok docs/b.md",
  ]);
  const other = "\n//- mkdocs.yml\nsite_name: [\n//- a.md\n# A\n//- b.md\n# B\n";
  expect(verdicts(plain, other, "a.md", links)).toEqual(["missing-page /gone", "ok b.md"]);
  const host = '\n//- vercel.json\n{ "redirects": [\n//- a.md\n# A\n//- b.md\n# B\n';
  expect(verdicts(plain, host, "a.md", links)).toEqual(["unknown", "ok b.md"]);
});
