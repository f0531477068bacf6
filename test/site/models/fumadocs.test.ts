import { expect, test } from "vitest";
import { detectSites } from "../../../server/src/site/detectSites.ts";
import { fumadocs as detector } from "../../../server/src/site/models/fumadocs/index.ts";
import { resolveLink } from "../../../server/src/site/resolveLink.ts";
import type { FilePath } from "../../../server/src/site/site.ts";
import type { LinkStyle, NavigationEntry, SiteOverrides } from "../../../server/src/site/siteModel.ts";
import { handbook, pageOf } from "../../support/handbook.ts";
import { model } from "../../support/models.ts";
import { verdicts } from "../verdicts.ts";

const fumadocs = model("fumadocs");

function book(pages: readonly string[], more = ""): string {
  return [
    "//- app/layout.tsx",
    ...pages.map((path) => `//- ${path}\n---\ntitle: ${path}\n---\n## Part\n`),
    more,
  ].join("\n");
}

const routes = (source: string, overrides: SiteOverrides = {}) =>
  [...handbook(model("fumadocs", overrides), source).site.pages.values()].map(({ route }) => route);

test("sections are served below their loader's address; groups and index are left out", () => {
  const config = `//- source.config.ts
export const docs = defineDocs();
export const notes = defineCollections({ type: "doc", dir: "./notes/" });
export const unused = defineCollections({ type: "doc", dir: "unused" });
//- lib/source.ts
export const source = loader({ baseUrl: "/", source: docs.toFumadocsSource() });
export const other = loader(toFumadocsSource(notes, []), { baseUrl: "/notes" });
`;
  const pages = ["content/docs/(a)/b/index.mdx", "content/docs/X y.md", "notes/n.mdx", "unused/u.mdx"];
  expect(routes(book(pages, config))).toEqual(["/b", "/X y", "/notes/n", undefined]);
  expect(routes(book(["content/docs/a.mdx"]))).toEqual(["/docs/a"]);
  expect(routes(book(["handbook/a.mdx"]), { contentRoots: ["handbook"] })).toEqual(["/docs/a"]);
});

test("slugs may come from the frontmatter, or from code that is not run", () => {
  const source = (slugs: string) =>
    book(
      ["content/docs/a.mdx"],
      `//- lib/source.ts
export const source = loader({ baseUrl: "/docs", source: docs.toFumadocsSource(), slugs: ${slugs} });
//- content/docs/b.mdx
---
title: B
slug: own/place
---
`,
    );
  expect(routes(source("slugsFromData()"))).toEqual(["/docs/a", "/docs/own/place"]);
  expect(verdicts(fumadocs, source("(file) => [file.path]"), "content/docs/a.mdx", ["/docs/x"])).toEqual([
    "unknown",
  ]);
});

test("languages: by the file's name or its folder, hidden or not, with the default one's pages for what is missing", () => {
  const i18n = (more: string) => `//- lib/i18n.ts
export const i18n = defineI18n({ defaultLanguage: "en", languages: ["en", "cn"], ${more} });
//- lib/source.ts
import { i18n } from "@/lib/i18n";
export const source = loader({ baseUrl: "/docs", i18n, source: docs.toFumadocsSource() });
`;
  const named = book(["content/docs/a.mdx", "content/docs/a.cn.mdx", "content/docs/b.mdx"], i18n(""));
  expect(routes(named)).toEqual(["/en/docs/a", "/cn/docs/a", "/en/docs/b"]);
  expect(
    verdicts(fumadocs, named, "content/docs/a.mdx", ["/cn/docs/b#part", "/cn/docs/b#x", "/cn/docs/c"]),
  ).toEqual(["ok content/docs/b.mdx # Part", "missing-anchor #x", "missing-page /cn/docs/c"]);
  const folders = book(
    ["content/docs/en/a.mdx", "content/docs/cn/a.mdx"],
    i18n('parser: "dir", hideLocale: "default-locale"'),
  );
  expect(routes(folders)).toEqual(["/docs/a", "/cn/docs/a"]);
});

test("next.config: base path, redirects, rewrites; the app folder's pages and patterns", () => {
  const source = book(
    ["content/docs/a.mdx", "content/docs/b.mdx"],
    `//- next.config.mjs
const config = {
  basePath: "/base",
  redirects: async () => [{ source: "/old/:x", destination: "/docs/:x", permanent: true }],
  async rewrites() { return [] },
};
export default withMDX(config);
//- app/(home)/page.tsx
//- app/blog/[slug]/page.tsx
//- app/[lang]/docs/[[...slug]]/page.tsx
//- app/llms.txt/route.ts
//- app/sitemap.ts
//- app/_x/page.tsx
`,
  );
  const set = model("fumadocs", { hosts: ["o.example"] });
  const a = "content/docs/a.mdx";
  expect(
    verdicts(set, source, a, [
      "b",
      "/",
      "/old/b",
      "/old/c",
      "/blog/x",
      "/llms.txt",
      "/sitemap.xml",
      "/_x",
      "/docs/b.mdx",
      "/docs/c",
      "https://o.example/base/docs/b/",
    ]),
  ).toEqual([
    "ok content/docs/b.mdx",
    "ok /",
    "redirect /old/b > /docs/b = content/docs/b.mdx",
    "missing-page dead-redirect: /old/c > /docs/c",
    "unknown",
    "ok /llms.txt",
    "ok /sitemap.xml",
    "missing-page /_x",
    "unknown",
    "missing-page /docs/c",
    "ok content/docs/b.mdx",
  ]);
  const { site, texts } = handbook(fumadocs, source);
  const [rule] = site.model.redirects ?? [];
  const text = texts.get("next.config.mjs") ?? "";
  expect(rule && text.slice(rule.sourceSpan.start, rule.sourceSpan.end)).toBe("/old/:x");
});

test("without an app folder, what lies outside of the sections may be served by code", () => {
  const source = "//- content/docs/a.mdx\n# A\n";
  expect(verdicts(fumadocs, source, "content/docs/a.mdx", ["/pricing", "/docs/b"])).toEqual([
    "unknown",
    "missing-page /docs/b",
  ]);
});

test("a heading's id is its own, or made of its text as the syntax tree has it", () => {
  const source = book(
    [],
    "//- content/docs/a.md\n## A <b>x</b> -- `c`\n## B [#own-id]\n## ![p](/p.png)\n## A\n## A\n",
  );
  expect(pageOf(handbook(fumadocs, source), "content/docs/a.md").headingIds).toEqual([
    "a-bxb----c",
    "own-id",
    undefined,
    "a",
    "a-1",
  ]);
});

function outline(entries: readonly NavigationEntry[]): unknown {
  return entries.map(({ label, target, children }) => [
    `${label}${target ? ` ${target.kind}` : ""}`,
    ...(children.length > 0 ? [outline(children)] : []),
  ]);
}

test("the navigation is meta.json's, each entry with its place, and lists the rest where it says so", () => {
  const source = book(
    [
      "content/docs/index.mdx",
      "content/docs/z.mdx",
      "content/docs/b/index.mdx",
      "content/docs/b/c.mdx",
      "content/docs/d/e.mdx",
      "content/docs/hid.mdx",
    ],
    `//- content/docs/meta.json
{ "pages": ["z", "---More---", "[Out](https://x.example)", "gone", "...d", "!hid", "..."] }
//- content/docs/b/meta.json
{ "title": "Bees" }
`,
  );
  const { site, texts } = handbook(fumadocs, source);
  const navigation = site.model.navigation?.(site);
  expect(outline(navigation?.entries ?? [])).toEqual([
    ["content/docs/z.mdx page"],
    ["Out external"],
    ["gone missing"],
    ["content/docs/d/e.mdx page"],
    ["content/docs/index.mdx page"],
    ["Bees page", [["content/docs/b/c.mdx page"]]],
  ]);
  const text = texts.get("content/docs/meta.json") ?? "";
  expect(
    (navigation?.entries ?? []).flatMap(({ written }) =>
      written ? text.slice(written.span.start, written.span.end) : [],
    ),
  ).toEqual(["z", "https://x.example", "gone"]);
});

const styles: readonly LinkStyle[] = (["site-root", "relative"] as const).flatMap((form) =>
  [true, false].flatMap((extension) =>
    [true, false].map((trailingSlash) => ({ form, extension, trailingSlash })),
  ),
);

test.each(["", "createRelativeLink(source, page)"])("links that are written arrive: %s", (template) => {
  const source = book(
    ["content/docs/index.mdx", "content/docs/a.mdx", "content/docs/(g)/b c/index.mdx", "content/docs/b/ü.md"],
    `//- app/docs/[[...slug]]/page.tsx\n${template}\n//- public/x.pdf\n`,
  );
  const { site } = handbook(fumadocs, source);
  for (const from of site.pages.values())
    for (const target of site.pages.values())
      for (const style of styles) {
        const found = resolveLink(site, from, site.model.linkTo(target, from, style));
        expect(found.kind === "page" && found.page.path).toBe(target.path);
      }
});

test.each([
  "export const docs = defineDocs({ dir: 3 })",
  "export const docs = ",
  "",
  "export const a = loader(1)",
])("a configuration that can't be read leaves the defaults: %s", (config) => {
  const source = `//- source.config.ts\n${config}\n//- lib/source.ts\n${config}\n//- next.config.mjs\nexport default { redirects() {`;
  const { site } = handbook(
    fumadocs,
    `${source}\n//- content/docs/meta.json\n{ "pages": [1, "..\n//- content/docs/a.mdx\n# A\n`,
  );
  expect(pageOf({ site } as never, "content/docs/a.mdx").route).toBe("/docs/a");
  expect(() => site.model.navigation?.(site)).not.toThrow();
});

test("a site is found by source.config, where that is Fumadocs'", () => {
  const files = [
    "apps/docs/source.config.ts",
    "apps/docs/content/docs/a.mdx",
    "x/source.config.ts",
    "x/a.md",
  ];
  const tree = {
    root: "file:///x",
    files: new Set(files as FilePath[]),
    texts: new Map([
      ["apps/docs/source.config.ts" as FilePath, 'import { defineDocs } from "fumadocs-mdx/config";'],
      ["x/source.config.ts" as FilePath, "export const a = 1;"],
    ]),
  };
  expect(detector.findRoots(tree)).toEqual(["apps/docs"]);
  const found = detectSites(tree, { enable: "auto", overrides: {} });
  expect(found.map(({ root, model: { id } }) => `${root} ${id}`)).toEqual(["apps/docs fumadocs"]);
});
