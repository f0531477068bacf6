// Configuration that only running it would tell: what depends on it is unknown, never missing.

import { expect, test } from "vitest";
import { model } from "../support/models.ts";
import { verdicts } from "./verdicts.ts";

const pages = (folder: string) => `
//- ${folder}a.md
---
title: A
---
# A
//- ${folder}b.md
---
title: B
---
# B
`;

const docusaurus = (config: string) =>
  `\n//- docusaurus.config.js\nmodule.exports = { title: "t", url: "https://e.example", ${config} };${pages("docs/")}`;

const classic = (docs: string) => `baseUrl: "/", presets: [["classic", { docs: ${docs}, blog: false }]]`;

test("where a setting that decides addresses can't be read, nothing is called missing", () => {
  const links = ["b.md", "/docs/b", "/handbook/b", "/nothing"];
  for (const config of [
    classic("{ routeBasePath: where() }"),
    classic("{ path: folder() }"),
    classic("options()"),
    classic("{ ...shared }"),
    classic("{ versions: versions() }"),
    'baseUrl: "/", presets: makePresets()',
    `${classic("{}")}, ...more`,
    `${classic("{}")}, plugins: [...made()]`,
    `${classic("{}")}, plugins: [function own() { return { name: "x", contentLoaded() {} }; }]`,
  ])
    expect([
      config,
      ...verdicts(model("docusaurus"), docusaurus(config), "docs/a.md", links).slice(2),
    ]).toEqual([config, "unknown", "unknown"]);
});

test("what decides no address leaves the verdicts", () => {
  for (const config of [
    classic("{ editUrl: () => url() }"),
    `${classic("{}")}, title: title()`,
    `${classic("{}")}, plugins: [function tailwind() { return { name: "x", configurePostCss() {} }; }]`,
  ])
    expect(verdicts(model("docusaurus"), docusaurus(config), "docs/a.md", ["/docs/b", "/x"])).toEqual([
      "ok docs/b.md",
      "missing-page /x",
    ]);
});

test("a plugin that is required by its path may serve what it is named after", () => {
  const config = `${classic("{}")}, plugins: [require("./plugins/changelog"), [require.resolve("./src/plugins/team"), {}]]`;
  expect(
    verdicts(model("docusaurus"), docusaurus(config), "docs/a.md", ["/changelog/1", "/team", "/x"]),
  ).toEqual(["unknown", "unknown", "missing-page /x"]);
});

test("languages that can't be read may have any page below their name", () => {
  const config = `${classic("{}")}, i18n: { defaultLocale: "en", locales: readdirSync("i18n") }`;
  expect(
    verdicts(model("docusaurus"), docusaurus(config), "docs/a.md", ["/pt-BR/docs/b", "/de", "/docsx/b"]),
  ).toEqual(["unknown", "unknown", "missing-page /docsx/b"]);
});

test("below a base that can't be read, a path is unknown where its rest is a page", () => {
  const vitepress = `\n//- .vitepress/config.ts\nexport default { base: baseOf() };${pages("guide/")}`;
  expect(
    verdicts(model("vitepress"), vitepress, "guide/a.md", ["/repo/guide/b", "/guide/b", "/repo/guide/c"]),
  ).toEqual(["unknown", "ok guide/b.md", "missing-page /repo/guide/c.html"]);
  const starlight = `\n//- astro.config.mjs\nexport default defineConfig({ base: baseOf(), integrations: [starlight({ title: "t" })] });${pages("src/content/docs/guide/")}`;
  expect(
    verdicts(model("starlight"), starlight, "src/content/docs/guide/a.md", ["/repo/guide/b/", "/guide/b/"]),
  ).toEqual(["unknown", "ok src/content/docs/guide/b.md"]);
});

test("the setting that says it settles it", () => {
  const source = docusaurus(classic("{ routeBasePath: where() }"));
  expect(
    verdicts(model("docusaurus", { externalRoutes: ["/api"] }), source, "docs/a.md", ["/x", "/api/y"]),
  ).toEqual(["missing-page /x", "unknown"]);
});

test("of configurations that a call merges, what can be read counts", () => {
  const vitepress = (first: string) =>
    `\n//- .vitepress/config.ts\nimport { mergeConfig } from "vite";\nimport shared from "@x/shared";\nexport default mergeConfig(${first}, { cleanUrls: true });${pages("docs/")}`;
  expect(verdicts(model("vitepress"), vitepress("shared"), "docs/a.md", ["/docs/b", "/x"])).toEqual([
    "ok docs/b.md",
    "unknown",
  ]);
  expect(
    verdicts(model("vitepress"), vitepress('{ srcDir: "docs" }'), "docs/a.md", ["/b", "/docs/b"]),
  ).toEqual(["ok docs/b.md", "missing-page /docs/b"]);
});

test("Docsify: aliases and folders that a script computes leave the question open", () => {
  const docsify = `\n//- index.html\n<script>window.$docsify = { alias: window.aliases };</script>\n<script src="//cdn.jsdelivr.net/npm/docsify@4"></script>${pages("")}`;
  expect(verdicts(model("docsify"), docsify, "a.md", ["b.md", "x.md"])).toEqual(["ok b.md", "unknown"]);
});
