// "Did you mean …?" in the words of each generator: a doc's id, a file, a route, as that place takes it.

import { expect, test } from "vitest";
import { defaultConfig } from "../../server/src/config.ts";
import { checkFiles, fixesForFile } from "../../server/src/diagnostics/files.ts";
import type { Site } from "../../server/src/site/site.ts";
import { applyEdits } from "../../server/src/text/textEdit.ts";
import { siteOf } from "../support/handbook.ts";
import { parseHandbook } from "../support/handbookText.ts";
import { model } from "../support/models.ts";

/** The dead entry of a handbook, "written → offered", and the line that the first fix makes of its own. */
function mended(modelId: string, source: string): readonly string[] {
  const { texts } = parseHandbook(source);
  const site = siteOf(model(modelId), texts);
  return checkFiles(site, defaultConfig).flatMap((finding) => {
    if (finding.code !== "navigation-missing-page") return [];
    const text = texts.get(finding.file) ?? "";
    const [fix] = fixesForFile(site, finding, text);
    const said = /leads to (.+), where no page is served\.(?: Did you mean (.+)\?)?$/.exec(finding.message);
    if (!fix) return [`${said?.[1]} → ${said?.[2] ?? "nothing"}`];
    const edit = fix.edits[0] ?? { span: { start: 0, end: 0 }, newText: "" };
    expect(fix.title).toBe(`Change to ${said?.[2]}`);
    const after = applyEdits(text, fix.edits);
    const mendedSite = siteOf(model(modelId), new Map([...texts, [finding.file, after]]));
    const same = (one: Site) =>
      checkFiles(one, defaultConfig).filter(({ message }) => message === finding.message);
    expect(same(mendedSite).length).toBe(same(site).length - 1);
    const start = after.lastIndexOf("\n", edit.span.start) + 1;
    return [`${said?.[1]} → ${said?.[2]}`, after.slice(start).split("\n", 1)[0]?.trim() ?? ""];
  });
}

test("PostHog: a route", () =>
  expect(
    mended(
      "posthog",
      `
//- src/navs/index.js
export const sidebar = [
  { name: "It's Q&A", url: '/handbook/it-qa/' },
]
//- contents/handbook/it-q&a.md
---
title: It
---
`,
    ),
  ).toEqual(["/handbook/it-qa/ → /handbook/it-q%26a/", `{ name: "It's Q&A", url: '/handbook/it-q%26a/' },`]));

const docusaurus = (sidebar: string) => `
//- docusaurus.config.js
export default { presets: [["classic", { docs: { sidebarPath: "./sidebars.js" } }]], themeConfig: { navbar: { items: [
  { type: "doc", docId: "guides/instal", label: "Install" },
  { to: "/docs/guides/instal", label: "Install" },
] } } };
//- docs/guides/01-install.md
# Install
//- sidebars.js
${sidebar}
`;

test("Docusaurus: a doc's id in a sidebar, an address in a link", () => {
  expect(mended("docusaurus", docusaurus("export default { docs: [\n'guides/instal',\n] };"))).toEqual([
    "guides/instal → guides/install",
    '{ type: "doc", docId: "guides/install", label: "Install" },',
    "/docs/guides/instal → /docs/guides/install",
    '{ to: "/docs/guides/install", label: "Install" },',
    "guides/instal → guides/install",
    "'guides/install',",
  ]);
});

test("MkDocs: a file below the docs folder, in quotes where YAML wants them", () => {
  const config = (entry: string) => `
//- mkdocs.yml
nav:
  - Home: index.md
  - ${entry}
//- docs/index.md
# Home
//- docs/guide/set up.md
# Set up
//- docs/guide/@live.md
# Live
`;
  expect(mended("mkdocs", config("guide/set-up.md"))).toEqual([
    "guide/set-up.md → guide/set up.md",
    "- guide/set up.md",
  ]);
  expect(mended("mkdocs", config('Live: "guide/live.md"'))).toEqual([
    "guide/live.md → guide/@live.md",
    'Live: "guide/@live.md"'.replace("Live", "- Live"),
  ]);
});

test("GitBook, mdBook, Docsify and wikis: a destination as Markdown has it", () => {
  expect(
    mended(
      "gitbook",
      "\n//- .gitbook.yaml\nroot: ./docs\n//- docs/SUMMARY.md\n* [Pay](people/payy.md)\n* [x](people/pay.md)\n//- docs/people/pay.md\n# Pay\n",
    ),
  ).toEqual(["people/payy.md → people/pay.md", "* [Pay](people/pay.md)"]);
  expect(
    mended(
      "mdbook",
      "\n//- book.toml\n[book]\n//- src/SUMMARY.md\n- [Pay](people/payy.md)\n- [x](people/pay.md)\n//- src/people/pay.md\n# Pay\n",
    ),
  ).toEqual(["people/payy.md → people/pay.md", "- [Pay](people/pay.md)"]);
  expect(
    mended(
      "docsify",
      "\n//- index.html\n<script>window.$docsify = { loadSidebar: true }</script>\n//- _sidebar.md\n- [Pay](people/payy.md)\n- [x](/people/payy)\n//- README.md\n# H\n//- people/pay.md\n# Pay\n",
    ),
  ).toEqual([
    "people/payy.md → people/pay.md",
    "- [Pay](people/pay.md)",
    "/people/payy → /people/pay",
    "- [x](/people/pay)",
  ]);
  expect(
    mended(
      "wiki",
      "\n//- Home.md\n[[Time off]]\n//- _Sidebar.md\n- [[Days off|Time of]]\n- [x](Time-of)\n//- Time-off.md\n# Time off\n",
    ),
  ).toEqual(["Time of → Time off", "- [[Days off|Time off]]", "Time-of → Time-off", "- [x](Time-off)"]);
});

test("VitePress and Starlight: a link or a slug, without base and language", () => {
  expect(
    mended(
      "vitepress",
      '\n//- .vitepress/config.js\nexport default { base: "/docs/", themeConfig: { sidebar: [\n{ text: "G", base: "/guide", items: [\n{ text: "Setup", link: "/setpu" },\n] }] } };\n//- guide/setup.md\n# Setup\n',
    ),
  ).toEqual(["/setpu → /setup", '{ text: "Setup", link: "/setup" },']);
  const astro = (item: string) =>
    `\n//- astro.config.mjs\nexport default defineConfig({ integrations: [starlight({ sidebar: [\n${item},\n] })] });\n//- src/content.config.ts\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n//- src/content/docs/guides/setup.md\n---\ntitle: Setup\n---\n`;
  expect(mended("starlight", astro("'guides/setpu'"))).toEqual([
    "guides/setpu → guides/setup",
    "'guides/setup',",
  ]);
  expect(mended("starlight", astro('{ label: "S", link: "/guides/setpu/" }'))).toEqual([
    "/guides/setpu/ → /guides/setup/",
    '{ label: "S", link: "/guides/setup/" },',
  ]);
});

test("Mintlify and Fumadocs: a file without its ending, or a folder", () => {
  expect(
    mended(
      "mintlify",
      '\n//- docs.json\n{ "navigation": { "pages": [\n"guides/setpu"\n] } }\n//- guides/setup.mdx\n---\ntitle: Setup\n---\n',
    ),
  ).toEqual(["guides/setpu → guides/setup", '"guides/setup"']);
  const fumadocs = (pages: string) =>
    `\n//- source.config.ts\nexport const docs = defineDocs({ dir: 'content/docs' });\n//- lib/source.ts\nexport const source = loader({ baseUrl: '/docs', source: docs.toFumadocsSource() });\n//- content/docs/meta.json\n{ "pages": [\n${pages}\n] }\n//- content/docs/setup.mdx\n# Setup\n`;
  expect(mended("fumadocs", fumadocs('"setpu", "setup"'))).toEqual(["setpu → setup", '"setup", "setup"']);
  expect(mended("fumadocs", fumadocs('"[Setup](/docs/setpu)", "setup"'))).toEqual([
    "/docs/setpu → /docs/setup",
    '"[Setup](/docs/setup)", "setup"',
  ]);
});

test("Nextra: a key of the folder, in quotes where it needs some", () =>
  expect(
    mended(
      "nextra",
      "\n//- next.config.mjs\nimport nextra from 'nextra'\n//- content/guide/go-live.mdx\n# Go live\n//- content/guide/_meta.js\nexport default {\n  golive: 'Go live',\n  'go-lives': '',\n}\n",
    ),
  ).toEqual(["golive → go-live", `'go-live': 'Go live',`, "go-lives → go-live", "'go-live': '',"]));

test("Jekyll and Hugo: an address or a page's path, as the others are written", () => {
  expect(
    mended(
      "jekyll",
      "\n//- _config.yml\nbaseurl: /docs\n//- _data/nav.yml\n- title: Pay\n  url: people/payy/\n//- people/pay.md\n---\npermalink: /people/pay/\n---\n",
    ),
  ).toEqual(["people/payy/ → people/pay/", "url: people/pay/"]);
  expect(
    mended(
      "hugo",
      '\n//- hugo.toml\nbaseURL = "https://a.example/docs/"\n[[menus.main]]\nname = "Pay"\npageRef = "people/payy"\n[[menus.main]]\nname = \'Pay\'\nurl = \'/people/payy/\'\n//- content/people/pay.md\n---\ntitle: Pay\n---\n',
    ),
  ).toEqual([
    "people/payy → people/pay",
    'pageRef = "people/pay"',
    "/people/payy/ → /people/pay/",
    "url = '/people/pay/'",
  ]);
});

test("what an expression makes is not rewritten", () =>
  expect(
    mended(
      "vitepress",
      '\n//- .vitepress/config.js\nconst guide = "/guide/";\nexport default { themeConfig: { sidebar: [{ text: "Setup", link: guide + "setpu" }, { text: "S", link: [guide, "setpu"].join("") }] } };\n//- guide/setup.md\n# Setup\n',
    ),
  ).toEqual(["/guide/setpu → /guide/setup"]));
