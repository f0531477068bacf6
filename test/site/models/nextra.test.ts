import { expect, test } from "vitest";
import { detectSites } from "../../../server/src/site/detectSites.ts";
import { navigationOf } from "../../../server/src/site/navigation.ts";
import { hrefTo } from "../../../server/src/site/queries.ts";
import { resolveLink } from "../../../server/src/site/resolveLink.ts";
import { shownHeadings } from "../../../server/src/site/shown.ts";
import type { FilePath } from "../../../server/src/site/site.ts";
import { handbook, pageOf } from "../../support/handbook.ts";
import { parseHandbook } from "../../support/handbookText.ts";
import { model } from "../../support/models.ts";
import { verdicts } from "../verdicts.ts";

const nextra = model("nextra");

const routes = (source: string) =>
  [...handbook(nextra, source).site.pages.values()].map(({ path, route }) => `${path} ${route}`);

const config = (options: string, more = "") => `
//- next.config.mjs
import nextra from "nextra";
const withNextra = nextra({ ${more} });
export default withNextra({ ${options} });
`;

const pages = `
//- content/index.mdx
# Home
//- content/people/index.mdx
# People
//- content/people/pay.mdx
# Pay
## Raises
`;

test("Markdown of content/ and of app/ is served by its path; code pages and handlers by theirs", () => {
  const source = `${config("")}${pages}
//- app/[[...mdxPath]]/page.jsx
import { importPage } from "nextra/pages";
//- app/(group)/terms/page.mdx
//- app/_private/x/page.mdx
//- app/blog/[slug]/page.tsx
//- app/api/hook/route.ts
//- app/sitemap.ts
//- app/favicon.ico
//- README.md
`;
  expect(routes(source)).toEqual([
    "content/index.mdx /",
    "content/people/index.mdx /people",
    "content/people/pay.mdx /people/pay",
    "app/(group)/terms/page.mdx /terms",
    "app/_private/x/page.mdx undefined",
  ]);
  const links = ["/terms", "/blog/x", "/blog", "/api/hook", "/sitemap.xml", "/favicon.ico", "/x", "/x/page"];
  expect(verdicts(nextra, source, "content/index.mdx", links)).toEqual([
    "ok app/(group)/terms/page.mdx",
    "unknown",
    "missing-page /blog",
    "ok /api/hook",
    "ok /sitemap.xml",
    "ok /favicon.ico",
    "missing-page /x",
    "missing-page /x/page",
  ]);
});

test("a catch-all page below a folder serves the content there", () => {
  const page = "\n//- app/docs/[[...mdxPath]]/page.tsx\nimport { importPage } from 'nextra/pages'\n";
  expect(routes(config("") + pages + page)[2]).toBe("content/people/pay.mdx /docs/people/pay");
  expect(routes(config("", 'contentDirBasePath: "/book"') + pages)[1]).toBe(
    "content/people/index.mdx /book/people",
  );
});

test("up to version 3 the pages are those of pages/; languages are folders, or the end of the name", () => {
  const source = `${config('i18n: { locales: ["en", "de"], defaultLocale: "en" }')}
//- pages/_app.mdx
//- pages/index.en.mdx
//- pages/index.de.mdx
//- pages/guide.de.mdx
//- pages/api/x.md
//- pages/fr/plain.md
//- pages/shop.tsx
[shop](/shop)
`;
  expect(routes(source)).toEqual([
    "pages/_app.mdx undefined",
    "pages/index.en.mdx /",
    "pages/index.de.mdx /de",
    "pages/guide.de.mdx /de/guide",
    "pages/fr/plain.md /fr/plain",
  ]);
  expect(verdicts(nextra, source, "pages/index.en.mdx", ["/shop", "/de/guide.mdx"])).toEqual([
    "ok /shop",
    "ok pages/guide.de.mdx",
  ]);
});

test("in several languages, the middleware sends a reader to the own one", () => {
  const source = `${config('i18n: { locales: ["en", "de"], defaultLocale: "en" }')}
//- middleware.js
//- content/en/a.mdx
//- content/en/b.mdx
//- content/de/a.mdx
`;
  expect(verdicts(nextra, source, "content/de/a.mdx", ["/a", "/b", "/en/b", "/c"])).toEqual([
    "redirect /a > /de/a = content/de/a.mdx",
    "missing-page /b",
    "ok content/en/b.mdx",
    "missing-page /c",
  ]);
});

test("the base is Next.js's to add, but not in a bare tag; a slash at the end is as configured", () => {
  const source = `${config('basePath: "/book", trailingSlash: true')}${pages}
//- content/links.mdx
import { Cards } from "nextra/components"

<a href="/people/pay/">a</a> <a href="/book/people/pay">b</a> <Cards.Card href="/people">c</Cards.Card>
`;
  const { site } = handbook(nextra, source);
  const page = pageOf({ site } as never, "content/links.mdx");
  expect([site.model.base, page.route]).toEqual(["/book", "/links/"]);
  const verdict = (href: string, form: "html" | "markdown") => resolveLink(site, page, href, form).kind;
  expect([
    verdict("/people/pay", "markdown"),
    verdict("/book/people/pay", "markdown"),
    verdict("../people/pay/", "markdown"),
    verdict("../people/pay", "markdown"),
    verdict("/people/pay/", "html"),
    verdict("/book/people/pay", "html"),
    verdict("/people", "html"),
  ]).toEqual(["page", "missing", "page", "redirect", "missing", "redirect", "page"]);
  for (const target of site.pages.values())
    for (const form of ["site-root", "relative"] as const) {
      const href = hrefTo(site, page, target, { form, extension: false, trailingSlash: false });
      expect(resolveLink(site, page, href)).toMatchObject({ kind: "page", page: { path: target.path } });
    }
});

test("redirects are those of the configuration; rewrites may serve anything below their source", () => {
  const source = `${config(`
    redirects: async () => [
      { source: "/old/:path*", destination: "/people/:path*", permanent: true },
      { source: "/a", destination: "/b", permanent: false },
      { source: "/b", destination: "/a", permanent: false },
      { source: "/beta", has: [{ type: "cookie", key: "x" }], destination: "/people", permanent: false },
    ],
    rewrites() { return { beforeFiles: [], fallback: [{ source: "/app/:path*", destination: "https://x.y/:path*" }] } },
  `)}${pages}`;
  expect(
    verdicts(nextra, source, "content/index.mdx", ["/old/pay#raises", "/a", "/beta", "/app/x", "/ap"]),
  ).toEqual([
    "redirect /old/pay > /people/pay = content/people/pay.mdx # Raises",
    "missing-page redirect-loop: /a > /b > /a",
    "unknown",
    "unknown",
    "missing-page /ap",
  ]);
  const { site, texts } = handbook(nextra, source);
  const text = texts.get("next.config.mjs") ?? "";
  expect(site.model.redirects?.map(({ sourceSpan: { start, end } }) => text.slice(start, end))).toEqual([
    "/old/:path*",
    "/a",
    "/b",
    "/beta",
  ]);
});

test("redirects and rewrites that code makes are told, and leave the question open", () => {
  const source = `${config("redirects: () => readRules(), rewrites: () => proxied")}${pages}`;
  expect(verdicts(nextra, source, "content/index.mdx", ["/gone", "/gone.pdf"])).toEqual([
    "unknown",
    "unknown",
  ]);
  const { site } = handbook(nextra, source);
  expect(site.model.unread?.map(({ expression }) => expression)).toEqual(["readRules()"]);
});

test("imported Markdown is shown where its component stands, with ids of its own", () => {
  const source = `${config("")}
//- content/a.mdx
import Part from "../parts/part.mdx"
import Lost from "some-package/x.mdx"
import Far from "@/parts/part.mdx"

## One

<Part />

## Two
//- content/b.mdx
import Lost from "some-package/x.mdx"

<Lost />
//- parts/part.mdx
## One
`;
  const book = handbook(nextra, source);
  expect(shownHeadings(book.site, pageOf(book, "content/a.mdx")).map(({ id }) => id)).toEqual([
    "one",
    "one",
    "two",
  ]);
  expect(verdicts(nextra, source, "content/a.mdx", ["#three", "./b#x"])).toEqual([
    "missing-anchor #three",
    "unknown",
  ]);
});

test("`_meta` files are the navigation: their order, links, menus, and keys that name no page", () => {
  const source = `${config("")}${pages}
//- content/people/leave.mdx
//- content/work/tools.mdx
//- app/_meta.global.js
export default { people: { items: { leave: "Leave", "pay": { title: "Pay" }, nobody: "Nobody" } } };
//- content/_meta.ts
const meta: MetaRecord = {
  "*": { theme: {} },
  people: "Us",
  "-": { type: "separator" },
  shop: { title: "Shop", href: "https://shop.example" },
  more: { type: "menu", title: "More", items: { pay: { title: "Pay", href: "/people/pay" } } },
};
export default meta;
`;
  const { site, texts } = handbook(nextra, source);
  const navigation = navigationOf(site);
  expect(
    navigation?.all.map(({ label, target, written }) => {
      const path = target?.kind === "page" ? target.page.path : target?.kind;
      const text = written && texts.get(written.file)?.slice(written.span.start, written.span.end);
      return `${label} ${path} ${text}`;
    }),
  ).toEqual([
    " content/index.mdx undefined",
    "Us undefined people",
    " content/people/index.mdx undefined",
    "Leave content/people/leave.mdx leave",
    "Pay content/people/pay.mdx pay",
    "Nobody missing nobody",
    "Shop external https://shop.example",
    "More undefined undefined",
    "Pay content/people/pay.mdx /people/pay",
    "work undefined undefined",
    " content/work/tools.mdx undefined",
  ]);
});

test.each([
  ["nothing", ""],
  ["half a file", "import nextra from 'nextra'; export default nextra({})({ basePath: '/x', "],
  [
    "wrong types",
    "export default { basePath: 3, i18n: [], redirects: 'x', rewrites: 3, trailingSlash: 'no' }",
  ],
  [
    "bad rules",
    "export default { redirects: () => [null, 1, {}, { source: '((', destination: 3 }, { source: '/:a(', destination: '/b' }] }",
  ],
])("a configuration with %s leaves Next.js's defaults", (what, text) => {
  const source = `\n//- next.config.js\n${text}\n//- content/a.mdx\n# A\n//- content/_meta.js\nexport default [1, {\n`;
  expect(routes(source)).toEqual(["content/a.mdx /a"]);
  const { site } = handbook(nextra, source);
  expect(() => navigationOf(site)).not.toThrow();
  expect(resolveLink(site, pageOf({ site } as never, "content/a.mdx"), "/a#a").kind).toBe(
    what === "half a file" ? "unknown" : "missing",
  );
});

test("a site is found by a Next.js configuration that names Nextra", () => {
  const source = `
//- docs/next.config.mjs
import nextra from "nextra";
export default nextra({})();
//- docs/content/a.mdx
//- app/next.config.js
module.exports = {};
//- app/content/a.md
//- old/next.config.js
module.exports = require("nextra")({ theme: "nextra-theme-docs" })();
//- old/pages/index.mdx
//- empty/next.config.js
require("nextra")
`;
  const texts = parseHandbook(source).texts as ReadonlyMap<FilePath, string>;
  const found = detectSites(
    { root: "file:///x", files: new Set(texts.keys()), texts },
    { enable: "auto", overrides: {} },
  );
  expect(found.map(({ root, model: { id } }) => `${root} ${id}`)).toEqual(["docs nextra", "old nextra"]);
});
