import fc from "fast-check";
import { expect, test } from "vitest";
import type { PagePath } from "../../../server/src/page/scannedPage.ts";
import { detectSites } from "../../../server/src/site/detectSites.ts";
import { starlight as detector } from "../../../server/src/site/models/starlight/index.ts";
import { navigationOf } from "../../../server/src/site/navigation.ts";
import { resolveLink } from "../../../server/src/site/resolveLink.ts";
import type { FilePath } from "../../../server/src/site/site.ts";
import type { LinkStyle, NavigationEntry, SiteOverrides } from "../../../server/src/site/siteModel.ts";
import { handbook, pageOf } from "../../support/handbook.ts";
import { model } from "../../support/models.ts";
import { verdicts } from "../verdicts.ts";

const starlight = model("starlight");
const docs = "src/content/docs";

/** A handbook with this Starlight configuration, and pages of a title each. */
function book(config: string, pages: readonly string[], more = ""): string {
  return [
    `//- astro.config.mjs\nexport default defineConfig({ ${config} });`,
    ...pages.map((path) => `//- ${docs}/${path}\n---\ntitle: ${path}\n---\n## Part\n`),
    more,
  ].join("\n");
}

const routes = (source: string, overrides: SiteOverrides = {}) =>
  [...handbook(model("starlight", overrides), source).site.pages.values()].map(({ route }) => route);

test("each part of a path is slugged, an index is its folder, and `slug` is taken as it is", () => {
  const source = book(
    "integrations: [starlight({ title: 'A' })]",
    ["index.md", "Guides/My First.md", "guides/index.mdx", "v1.2/a_b.markdown", "_a.md", "_b/c.md", "404.md"],
    `//- ${docs}/x.md\n---\ntitle: X\nslug: /Own Place/index\n---\n//- ${docs}/y.md\n---\ntitle: Y\nslug: 2024\n---\n`,
  );
  expect(routes(source)).toEqual([
    "/",
    "/guides/my-first/",
    "/guides/",
    "/v12/a_b/",
    undefined,
    "/_b/c/",
    "/404",
    "/Own Place/",
    "/2024/",
  ]);
});

test("routes end as the configuration has it", () => {
  const starlightPage = (config: string) =>
    routes(book(`${config}, integrations: [starlight({ title: 'A' })]`, ["a.md"]));
  expect(starlightPage("trailingSlash: 'always'")).toEqual(["/a/"]);
  expect(starlightPage("trailingSlash: 'never'")).toEqual(["/a"]);
  expect(starlightPage("build: { format: 'file' }")).toEqual(["/a"]);
  expect(routes(book("integrations: [starlight({})]", ["a.md"]), { trailingSlash: false })).toEqual(["/a"]);
});

test("where pages are files, an address with a slash is none", () => {
  const source = book("build: { format: 'file' }, integrations: [starlight({})]", ["a/b.md", "a/index.md"]);
  expect(
    verdicts(starlight, source, `${docs}/a/b.md`, ["/a/b", "/a/b.html", "/a/b/", "b", "../a", "/a/"]),
  ).toEqual([
    `ok ${docs}/a/b.md`,
    `ok ${docs}/a/b.md`,
    "missing-page /a/b/",
    `ok ${docs}/a/b.md`,
    `ok ${docs}/a/index.md`,
    "missing-page /a/",
  ]);
});

test("a language without the page shows the default language's, whose folder may be any", () => {
  const locales = (more: string) =>
    `integrations: [starlight({ ${more}, locales: { en: { label: "E" }, de: { label: "D" } } })]`;
  const source = book(locales("defaultLocale: 'en'"), ["en/a.md", "en/index.md", "de/b.md"]);
  expect(
    verdicts(starlight, source, `${docs}/de/b.md`, ["/de/a/#part", "/de/a/#x", "/de/", "/en/b/", "/", "/a/"]),
  ).toEqual([
    `ok ${docs}/en/a.md # Part`,
    "missing-anchor #x",
    `ok ${docs}/en/index.md`,
    "missing-page /en/b/",
    "missing-page /",
    "missing-page /a/",
  ]);
  const root = `integrations: [starlight({ defaultLocale: "de", locales: { root: { label: "E", lang: "en" }, de: {} } })]`;
  expect(
    verdicts(starlight, book(root, ["de/a.md", "b.md"]), `${docs}/b.md`, ["/a/", "/de/b/", "/de/a/"]),
  ).toEqual([`ok ${docs}/de/a.md`, "missing-page /de/b/", `ok ${docs}/de/a.md`]);
  const astro = `i18n: { defaultLocale: "en", locales: ["en", { path: "de", codes: ["de-DE"] }] }, integrations: [starlight({})]`;
  expect(verdicts(starlight, book(astro, ["a.md"]), `${docs}/a.md`, ["/de/a/", "/en/a/"])).toEqual([
    `ok ${docs}/a.md`,
    "missing-page /en/a/",
  ]);
});

test("the base is part of an address, and the settings may name it", () => {
  const source = book("site: 'https://a.example', base: 'docs/', integrations: [starlight({})]", [
    "a.md",
    "b.md",
  ]);
  expect(
    verdicts(starlight, source, `${docs}/a.md`, [
      "/docs/b",
      "/b/",
      "../b/",
      "https://a.example/docs/b/",
      "/docs",
      "/docsx/b",
    ]),
  ).toEqual([
    `ok ${docs}/b.md`,
    "missing-page /b/",
    `ok ${docs}/b.md`,
    `ok ${docs}/b.md`,
    "missing-page /",
    "missing-page /docsx/b",
  ]);
  const bare = book("base: process.env.BASE, integrations: [starlight({})]", ["a.md", "b.md"]);
  expect(handbook(starlight, bare).site.model.unread).toMatchObject([
    { expression: "process.env.BASE", setting: "base" },
  ]);
  const set = model("starlight", { base: "/x/", hosts: ["h.example"], externalRoutes: ["/blog"] });
  expect(handbook(set, bare).site.model.unread).toEqual([]);
  expect(verdicts(set, bare, `${docs}/a.md`, ["/x/b/", "https://h.example/x/b/", "/blog/x"])).toEqual([
    `ok ${docs}/b.md`,
    `ok ${docs}/b.md`,
    "unknown",
  ]);
});

test("redirects: literal, with parameters, chained, to nothing, in a circle, over a page", () => {
  const config = `redirects: {
    "/old": "/a/", "/older": { status: 302, destination: "/old" }, "/dead": "/nowhere", "/r1": "/r2", "/r2": "/r1",
    "/v1/[...slug]": "/[...slug]", "/u/[name]/x": "/[name]", "/out": "https://b.example/", "/b": "/a/#part", [key]: "/a" },
    integrations: [starlight({})]`;
  const source = book(config, ["a.md", "b.md", "c/index.md"]);
  const a = `${docs}/a.md`;
  expect(
    verdicts(starlight, source, a, [
      "/old/",
      "/older#part",
      "/dead",
      "/r1",
      "/v1/c/",
      "/v1/x",
      "/v1",
      "/u/a/x",
      "/out",
      "/b/",
    ]),
  ).toEqual([
    `redirect /old/ > /a/ = ${a}`,
    `redirect /older > /old > /a/ = ${a} # Part`,
    "missing-page dead-redirect: /dead > /nowhere",
    "missing-page redirect-loop: /r1 > /r2 > /r1",
    `redirect /v1/c/ > /c/ = ${docs}/c/index.md`.replace("/c/ =", "/c ="),
    "missing-page dead-redirect: /v1/x > /x",
    "missing-page dead-redirect: /v1 > /",
    `redirect /u/a/x > /a = ${a}`,
    "redirect /out > https://b.example/ = https://b.example/",
    `redirect /b/ > /a/#part = ${a} # Part`,
  ]);
  const { site, texts } = handbook(starlight, source);
  const rule = site.model.redirects?.[1];
  const text = texts.get("astro.config.mjs") ?? "";
  expect(rule && text.slice(rule.sourceSpan.start, rule.sourceSpan.end)).toBe("/older");
  expect(rule && text.slice(rule.destinationSpan.start, rule.destinationSpan.end)).toBe("/old");
  expect(pageOf(handbook(starlight, source), `${docs}/b.md`).route).toBeUndefined();
});

test("the ids of headings are those of the version that package.json names", () => {
  const ids = (version: string, config = "", name = "a.md") => {
    const source = `${book(`${config} integrations: [starlight({})]`, [])}
//- package.json
{ "dependencies": { "astro": "${version}" } }
//- ${docs}/${name}
---
title: The Title
tags: [one]
---
## A -- b
## A --- b
## End!? -
## ![pic](/p.png) and [ref]
## Explicit {#own}
## \`a--b\` [^n]
## {frontmatter.title} {frontmatter.tags[0]} {x}

[ref]: /r--s
[^n]: note
`;
    return pageOf(handbook(starlight, source), `${docs}/${name}`).headingIds;
  };
  expect(ids("^5.2.0")).toEqual([
    "a--b",
    "a-----b",
    "end-",
    "-and-ref",
    "explicit-own",
    "a--b-1",
    "frontmattertitle-frontmattertags0-x",
  ]);
  expect(ids("6.0.0").slice(2, 3)).toEqual(["end--"]);
  expect(ids("5.2.0", "experimental: { headingIdCompat: true },").slice(2, 3)).toEqual(["end--"]);
  expect(ids("latest").slice(0, 2)).toEqual(["a--b", "a--b-1"]);
  expect(ids("7.0.0", "markdown: { processor: unified({}) },").slice(0, 3)).toEqual([
    "a--b",
    "a-----b",
    "end--",
  ]);
  expect(ids("7.0.0", "markdown: { smartypants: false },").slice(0, 2)).toEqual(["a----b", "a-----b"]);
  expect(ids("5.0.0", "markdown: { remarkPlugins: [remarkHeadingId] },")[4]).toBe("own");
  expect(ids("7.0.0", "", "a.mdx").slice(4)).toEqual(["explicit-own", "a--b-1-1", "the-title-one-x"]);
});

test("what an MDX page imports brings its headings, ids and links; code that makes ids is not second-guessed", () => {
  const source = book(
    "integrations: [starlight({})]",
    ["b.md"],
    `//- src/parts/vpn.mdx
import Inner from "./inner.md";

## Part
[b](../b/#part)

<Inner />
//- src/parts/inner.md
## Inside
//- src/components/Map.astro
---
import Pin from "./Pin.astro";
---
<div id="map"></div>
//- src/components/Pin.astro
<i id='pin'></i>
//- src/components/Code.astro
<i id={Astro.props.id}></i>
//- ${docs}/a.mdx
---
title: A
---
import Vpn from "../../parts/vpn.mdx";
import Map from "~/components/Map.astro";

<Vpn /> <Map />

## Part
//- ${docs}/c.mdx
---
title: C
---
import Code from "../../components/Code.astro";

<Code id="x" />
`,
  );
  const book_ = handbook(starlight, source);
  expect(
    verdicts(starlight, source, `${docs}/a.mdx`, ["#part", "#inside", "#map", "#pin", "#pins", "../b/#part"]),
  ).toEqual([
    `ok ${docs}/a.mdx # Part`,
    `ok src/parts/inner.md # Inside`,
    `ok ${docs}/a.mdx anchor`,
    `ok ${docs}/a.mdx anchor`,
    "missing-anchor #pins",
    `ok ${docs}/b.md # Part`,
  ]);
  expect(verdicts(starlight, source, `${docs}/c.mdx`, ["#y"])).toEqual(["unknown"]);
  expect(pageOf(book_, "src/parts/vpn.mdx").route).toBeUndefined();
});

test("pages of src/pages: by file, by pattern, by collection; plugins serve what they are told to", () => {
  const source = book(
    "integrations: [starlight({ plugins: [starlightBlog(), starlightOpenAPI([{ base: 'api', schema: 'x.json' }])] })]",
    ["a.md", "index.md"],
    `//- src/pages/index.astro
//- src/pages/_hidden/x.astro
//- src/pages/pricing.astro
//- src/pages/data.json.ts
//- src/pages/team/[id].astro
//- src/pages/lang/[lang].astro
---
export const getStaticPaths = () => [{ params: { lang: "en" } }];
---
//- ${docs}/ref.mdoc
//- public/a b.txt
`,
  );
  expect(
    verdicts(starlight, source, `${docs}/a.md`, [
      "/",
      "/_hidden/x/",
      "/pricing/",
      "/data.json",
      "/team/x/",
      "/team/x/y/",
      "/lang/en/",
      "/lang/de/",
      "/blog/x/",
      "/api/y/",
      "/ref/",
      "/a%20b.txt",
      "/404.html",
      "/sitemap-index.xml",
    ]),
  ).toEqual([
    "ok /",
    "missing-page /_hidden/x/",
    "ok /pricing/",
    "ok /data.json",
    "unknown",
    "missing-page /team/x/y/",
    "ok /lang/en/",
    "missing-page /lang/de/",
    "unknown",
    "unknown",
    "ok /ref/",
    "ok public/a b.txt",
    "ok /404.html",
    "missing-page /sitemap-index.xml",
  ]);
});

test("a collection is served where a page lists it, by the form that Astro's documentation shows", () => {
  const source = (paths: string, config = "") => `
//- astro.config.mjs
export default {}
//- src/content/config.ts
export const collections = { blog: defineCollection({ ${config} schema: z.object({ title: z.string(), tags: z.array(z.string()).optional() }) }) };
//- src/content/blog/First.md
---
title: A
---
//- src/content/blog/_x/no.md
//- src/pages/blog/[...slug].astro
---
export async function getStaticPaths() { ${paths} }
---
`;
  const listed =
    'const posts = await getCollection("blog"); return posts.map((post) => ({ params: { slug: post.slug } }));';
  expect(routes(source(listed))).toEqual(["/blog/first/", undefined]);
  expect(verdicts(starlight, source(listed), "src/content/blog/First.md", ["/blog/other/"])).toEqual([
    "missing-page /blog/other/",
  ]);
  const other = source("return makePaths(await getCollection('blog'));");
  expect(routes(other)).toEqual([undefined, undefined]);
  expect(verdicts(starlight, other, "src/content/blog/First.md", ["/blog/other/", "/x/"])).toEqual([
    "unknown",
    "missing-page /x/",
  ]);
  expect(handbook(starlight, source(listed)).site.model.frontmatter).toMatchObject({
    required: true,
    keys: { title: { required: true }, tags: { types: ["list"], required: false } },
  });
});

const sidebar = `integrations: [starlight({ title: "A", sidebar: [
  "index", { slug: "b/two", label: "Two!" }, { slug: "gone" },
  { label: "Group", items: [{ label: "Out", link: "https://x.example" }, { label: "In", link: "/a/#part" }, { autogenerate: { directory: "b" } }] },
  { label: "Old", autogenerate: { directory: "b/c" } },
  ...more ] })]`;

function outline(entries: readonly NavigationEntry[]): unknown {
  return entries.map(({ label, target, children }) =>
    target === undefined
      ? { [label]: outline(children) }
      : `${label} ${target.kind === "page" ? target.page.path.slice(docs.length + 1) : target.kind}`,
  );
}

test("the sidebar: entries by id, links, groups and folders that list themselves, each with its place", () => {
  const more = `//- ${docs}/b/three.md
---
title: Three
sidebar: { order: 1, label: First }
---
//- ${docs}/b/hidden.md
---
title: Hidden
sidebar: { hidden: true }
---
`;
  const source = book(sidebar, ["index.md", "a.md", "b/two.md", "b/c/four.md"], more);
  const { site, texts } = handbook(starlight, source);
  const navigation = site.model.navigation?.(site);
  expect(outline(navigation?.entries ?? [])).toEqual([
    "index.md index.md",
    "Two! b/two.md",
    " missing",
    {
      Group: [
        "Out external",
        "In page".replace("page", "a.md"),
        "First b/three.md",
        { c: ["b/c/four.md b/c/four.md"] },
        "b/two.md b/two.md",
      ],
    },
    { Old: ["b/c/four.md b/c/four.md"] },
  ]);
  expect(navigation?.exhaustive).toBe(true);
  const places = (navigation?.entries ?? []).flatMap(({ written }) => written ?? []);
  const text = texts.get("astro.config.mjs") ?? "";
  expect(places.map(({ span }) => text.slice(span.start, span.end))).toEqual(["index", "b/two", "gone"]);
  expect(navigationOf(site)?.places.get(`${docs}/b/two.md` as PagePath)?.entry.label).toBe("Two!");
});

test("without a sidebar the site lists its folders", () => {
  const { site } = handbook(
    starlight,
    book("integrations: [starlight({})]", ["z.md", "b/index.md", "b/a.md", "a.md"]),
  );
  const navigation = site.model.navigation?.(site);
  expect(navigation?.exhaustive).toBe(false);
  expect(outline(navigation?.entries ?? [])).toEqual([
    "a.md a.md",
    { b: ["b/index.md b/index.md", "b/a.md b/a.md"] },
    "z.md z.md",
  ]);
});

const styles: readonly LinkStyle[] = (["site-root", "relative"] as const).flatMap((form) =>
  [true, false].flatMap((extension) =>
    [true, false].map((trailingSlash) => ({ form, extension, trailingSlash })),
  ),
);

test.each([
  "integrations: [starlight({})]",
  "base: '/x', trailingSlash: 'never', integrations: [starlight({})]",
  "base: '/x', build: { format: 'file' }, integrations: [starlight({})]",
  "trailingSlash: 'always', integrations: [starlight({ defaultLocale: 'root', locales: { root: {}, de: {} } })]",
])("links that are written arrive: %s", (config) => {
  const source = book(
    config,
    ["index.md", "a.md", "b/index.md", "b/c d/ü.md", "de/a.md"],
    "//- public/x.pdf\n",
  );
  const { site } = handbook(starlight, source);
  for (const from of site.pages.values())
    for (const target of site.pages.values())
      for (const style of styles) {
        const found = resolveLink(site, from, site.model.linkTo(target, from, style));
        expect(found.kind === "page" && found.page.path).toBe(target.path);
      }
  const file = "public/x.pdf" as FilePath;
  for (const from of site.pages.values())
    for (const style of styles)
      expect(resolveLink(site, from, site.model.linkTo(file, from, style))).toEqual({
        kind: "file",
        path: file,
      });
});

test("sites are found by their configuration, each in its folder, with others' files beside", () => {
  const tree = (files: readonly string[]) => ({
    root: "file:///x",
    files: new Set(files as FilePath[]),
    texts: new Map(
      files.filter((file) => detector.reads(file as FilePath)).map((file) => [file as FilePath, ""]),
    ),
  });
  expect(
    detector.findRoots(
      tree([
        "apps/docs/astro.config.mjs",
        "apps/docs/src/content/docs/a.md",
        "apps/www/astro.config.ts",
        "apps/www/README.md",
        "handbook/astro.config.mts",
        "handbook/src/content.config.ts",
        "handbook/pages/a.md",
      ]),
    ),
  ).toEqual(["apps/docs", "handbook"]);
  const found = detectSites(
    tree(["astro.config.mjs", "src/content/docs/a.md", "package.json", "README.md", "content/b.md"]),
    { enable: "auto", overrides: {} },
  );
  expect(found.map(({ root, model: { id, name } }) => `${root} ${id} ${name}`)).toEqual([" starlight Astro"]);
});

test.each([
  "",
  "export default {",
  "export default { integrations: 3, redirects: [1], base: {}, build: null, i18n: 'x' }",
  "export default { integrations: [starlight], redirects: { a: 1, '/b': {} } }",
  "export default { integrations: [starlight({ sidebar: [1, {}, { items: 3 }, { slug: 4 }], locales: [] })] }",
  "const a = b; const b = a; export default a",
])("a configuration that can't be read leaves the defaults: %s", (config) => {
  const source = `//- astro.config.mjs\n${config}\n//- src/content.config.ts\nexport const collections = { docs: 1, x: glob({`;
  const { site } = handbook(starlight, `${source}\n//- src/pages/a.md\n# A\n[b](/b)\n//- package.json\n{`);
  expect(pageOf({ site } as never, "src/pages/a.md").route).toBe("/a/");
  expect(() => site.model.navigation?.(site)).not.toThrow();
});

test("no configuration, cut off anywhere, makes the model throw", () => {
  const config = `export default defineConfig({ ${sidebar}, redirects: { "/a/[...x]": "/[...x]" } })`;
  const collections = `export const collections = { docs: defineCollection({ loader: glob({ pattern: ["**/*.md", "!x"], base: "./d" }), schema: docsSchema({ extend: z.object({ a: z.string() }) }) }) };`;
  fc.assert(
    fc.property(fc.nat(config.length), fc.nat(collections.length), (a, b) => {
      const texts = new Map([
        ["astro.config.mjs" as FilePath, config.slice(0, a)],
        ["src/content.config.ts" as FilePath, collections.slice(0, b)],
      ]);
      const tree = { root: "file:///x", files: new Set(texts.keys()), texts };
      detector.findRoots(tree);
      expect(detector.create(tree, {}).id).toBe("starlight");
    }),
    { numRuns: 60 },
  );
});
