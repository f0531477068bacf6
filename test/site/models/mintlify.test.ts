import { expect, test } from "vitest";
import { detectSites } from "../../../server/src/site/detectSites.ts";
import { resolveLink } from "../../../server/src/site/resolveLink.ts";
import type { FilePath } from "../../../server/src/site/site.ts";
import { handbook, pageOf, testRoot } from "../../support/handbook.ts";
import { model } from "../../support/models.ts";
import { verdicts } from "../verdicts.ts";

const mintlify = model("mintlify");

const book = `
//- docs.json
{
  "$schema": "https://mintlify.com/docs.json",
  "name": "Fern",
  "navigation": {
    "languages": [
      { "language": "en", "groups": [
        { "group": "Start", "pages": ["welcome", "gone", { "group": "Money", "root": "people/pay", "pages": ["people/index"] }] },
        { "group": "API", "openapi": "openapi.json", "pages": ["GET /users"] }
      ] }
    ],
    "global": { "anchors": [{ "anchor": "Shop", "href": "https://x.example" }] }
  },
  "redirects": [
    { "source": "old", "destination": "/welcome#who" },
    { "source": "/team/:slug*", "destination": "/people/:slug*" },
    { "source": "/a/:one/b", "destination": "/people/:one" },
    { "source": "/help-*", "destination": "/people/*" },
    { "source": "/circle", "destination": "/circle" },
    { "source": "/welcome", "destination": "/gone" }
  ]
}
//- .mintignore
/private/
*.draft.mdx
//- welcome.mdx
## Who
//- people/index.mdx
## All
//- people/pay.md
---
hidden: true
---
## Raises
//- people/new.draft.mdx
# New
//- private/a.mdx
# A
//- work/tools.mdx
# Tools
//- README.md
# Read me
//- snippets/note.mdx
## Note
`;

test("pages are files, without those that Mintlify or .mintignore leaves out", () => {
  const { site } = handbook(mintlify, book);
  expect([...site.pages.values()].map(({ path, route }) => `${path} ${route}`)).toEqual([
    "welcome.mdx /welcome",
    "people/index.mdx /people",
    "people/pay.md /people/pay",
    "work/tools.mdx /work/tools",
    "snippets/note.mdx undefined",
  ]);
});

test("links by route, by file and through redirects", () => {
  expect(
    verdicts(mintlify, book, "people/index.mdx", [
      "/people/pay#raises",
      "./pay.md#raises",
      "./pay",
      "../welcome.mdx",
      "people/pay",
      "pay",
      "nobody",
      "/",
      "/old",
      "/team/pay",
      "/a/pay/b",
      "/help-pay",
      "/help-me",
      "/circle",
      "/welcome",
      "/private/a",
      "/README.md",
      "/work",
      "/api-reference/users",
      "/snippets/note",
      "/rss.xml",
      "/welcome/rss.xml",
      "/people/index",
      "../../../welcome",
    ]),
  ).toEqual([
    "ok people/pay.md # Raises",
    "ok people/pay.md # Raises",
    "ok people/pay.md",
    "ok welcome.mdx",
    "ok people/pay.md",
    "missing-page /pay",
    "missing-page /nobody",
    "redirect / > /welcome = welcome.mdx",
    "redirect /old > /welcome#who = welcome.mdx # Who",
    "redirect /team/pay > /people/pay = people/pay.md",
    "redirect /a/pay/b > /people/pay = people/pay.md",
    "redirect /help-pay > /people/pay = people/pay.md",
    "missing-page dead-redirect: /help-me > /people/me",
    "missing-page redirect-loop: /circle > /circle",
    "ok welcome.mdx",
    "missing-page /private/a",
    "missing-page /README.md",
    "unknown",
    "unknown",
    "missing-page /snippets/note",
    "missing-page rss.xml",
    "ok /welcome/rss.xml",
    "ok people/index.mdx",
    "ok welcome.mdx",
  ]);
});

test("a link without a dot that only a browser finds is not known", () => {
  expect(verdicts(mintlify, book, "people/pay.md", ["index", "pay"])).toEqual(["unknown", "unknown"]);
});

test("the navigation has its places in docs.json, whatever it nests", () => {
  const { site, texts } = handbook(mintlify, book);
  const navigation = site.model.navigation?.(site);
  const lines = (navigation?.entries ?? []).flatMap(function show(entry): string[] {
    const { label, target, written, children } = entry;
    const text = written && texts.get(written.file)?.slice(written.span.start, written.span.end);
    return [
      `${label} ${text ?? ""} ${target?.kind ?? ""}`.trim(),
      ...children.flatMap(show).map((one) => `- ${one}`),
    ];
  });
  expect(lines).toEqual([
    "en",
    "- Start",
    "- - welcome page",
    "- - gone missing",
    "- - Money people/pay page",
    "- - - people/index page",
    "- API",
    "- - GET /users GET /users unknown",
    "Shop https://x.example external",
  ]);
  expect(navigation?.covers?.(pageOf({ site, texts, underlines: [] }, "people/pay.md"))).toBe(false);
});

test("ids as Mintlify's own packages make them", () => {
  const source = `
//- docs.json
{}
//- a.mdx
## A "quoted" word, and 'single' ones
## Use \`it's\` here
## Rock 'n' roll
## 1.2.3 (beta): what's/new?
## snake_case & kebab-case
## Setup
## Setup
## Setup 2
## Setup!
## ![logo](x.png) With image
## a--b --- c ... d
## T's and S's
## 🚀
## Naïve Ünïcode ß
## [link](x) *and* ~~no~~
##### five
## Own {#My-id!}
## Español ¿qué?
## "Turned" either way
`;
  expect(pageOf(handbook(mintlify, source), "a.mdx").headingIds).toEqual([
    "a-“quoted”-word-and-‘single’-ones",
    "use-its-here",
    "rock-‘n’-roll",
    "1-2-3-beta--what’s/new",
    "snake_case-&-kebab-case",
    "setup",
    "setup-2",
    "setup-2-2",
    "setup-3",
    "with-image",
    "a—b-c-…-d",
    "t’s-and-s’s",
    undefined,
    "naïve-ünïcode-ß",
    "link-and-no",
    undefined,
    "My-id",
    "español-¿qué",
    undefined,
  ]);
  expect(verdicts(mintlify, source, "a.mdx", ["#turned-either-way"])).toEqual(["unknown"]);
});

test("ids of components, and of those that can't be seen", () => {
  const source = `
//- docs.json
{}
//- a.mdx
## Same

<Accordion title="Über uns: wer">
  x
</Accordion>
<Update label="Same">
  x
</Update>
<Step title="Later">
  x
</Step>
<ResponseField name="userID">
  x
</ResponseField>
<ResponseField name="userID">
  x
</ResponseField>
<Tab title="C++">
  x
</Tab>
//- b.mdx
---
openapi: GET /users
---
//- c.mdx
export const Own = () => <p id="x" />

<Own />
//- d.mdx
<h2>Pay</h2>
//- e.mdx
<h2 id="pay">Pay</h2>
`;
  expect(
    verdicts(mintlify, source, "a.mdx", [
      "#ueber-uns-wer",
      "#same-2",
      "#later",
      "#other",
      "#param-user-id",
      "#param-user-id-1",
      "#c++",
      "./b#x",
      "./c#x",
      "./d#pay",
      "./e#pay",
      "./e#x",
    ]),
  ).toEqual([
    "ok a.mdx # Same",
    "ok a.mdx # Same",
    "unknown",
    "missing-anchor #other",
    "ok a.mdx # Same",
    "ok a.mdx # Same",
    "ok a.mdx # Same",
    "unknown",
    "unknown",
    "unknown",
    "ok e.mdx anchor",
    "missing-anchor #x",
  ]);
});

test("every link that it writes leads to its page", () => {
  const { site } = handbook(mintlify, book);
  const pages = [...site.pages.values()].filter(({ route }) => route !== undefined);
  for (const form of ["site-root", "relative"] as const)
    for (const extension of [true, false])
      for (const from of pages)
        for (const to of pages) {
          const link = site.model.linkTo(to, from, { form, extension, trailingSlash: false });
          const target = resolveLink(site, from, link);
          expect([link, target.kind === "page" && target.page.path]).toEqual([link, to.path]);
        }
});

function rootsOf(texts: Readonly<Record<string, string>>): readonly string[] {
  const map = new Map(Object.entries(texts) as [FilePath, string][]);
  const tree = { root: testRoot, files: new Set(map.keys()), texts: map };
  return detectSites(tree, { enable: "auto", overrides: {} }).map((one) => `${one.root} ${one.model.id}`);
}

test("a docs.json is Mintlify's where it says so; mint.json, too, in any folder", () => {
  const mint = '{ "name": "X", "colors": {}, "navigation": [] }';
  expect(rootsOf({ "docs/mint.json": mint, "docs/a.mdx": "", "README.md": "" })).toContain("docs mintlify");
  expect(rootsOf({ "docs.json": '{ "$schema": "https://mintlify.com/docs.json" }', "a.mdx": "" })).toEqual([
    " mintlify",
  ]);
  expect(rootsOf({ "docs.json": '{ "files": [] }', "a.mdx": "" })).not.toContain(" mintlify");
  expect(rootsOf({ "docs.json": '{ "navigation": {} }', "a.mdx": "" })).not.toContain(" mintlify");
});

test("mint.json's navigation is a list of groups; base and hosts from the settings", () => {
  const source = `
//- mint.json
{ "name": "X", "navigation": [{ "group": "G", "pages": ["a", { "group": "H", "pages": ["b"] }] }] }
//- a.mdx
# A
//- b.mdx
# B
`;
  const { site } = handbook(mintlify, source);
  expect(site.model.navigation?.(site).entries[0]?.children[1]?.children[0]?.target?.kind).toBe("page");
  const below = model("mintlify", { base: "/docs", hosts: ["x.example"] });
  expect(verdicts(below, source, "a.mdx", ["/b", "https://x.example/docs/b"])).toEqual([
    "ok b.mdx",
    "ok b.mdx",
  ]);
});

test("what stands in another file is not known", () => {
  const source = '\n//- docs.json\n{ "redirects": { "$ref": "./r.json" } }\n//- a.mdx\n# A\n';
  expect(verdicts(mintlify, source, "a.mdx", ["/old", "/a"])).toEqual(["unknown", "ok a.mdx"]);
  expect(handbook(mintlify, source).site.model.unread).toHaveLength(1);
});

test("parts of docs.json in other files are read, with their places, as long as they are no circle", () => {
  const source = `
//- docs.json
{ "navigation": { "$ref": "./config/navigation.json" }, "redirects": { "$ref": "./config/redirects.json" } }
//- config/navigation.json
{ "groups": [{ "group": "G", "pages": ["a"] }] }
//- config/redirects.json
[{ "source": "/old", "destination": "/a" }]
//- a.mdx
# A
`;
  expect(verdicts(mintlify, source, "a.mdx", ["/old", "/b"])).toEqual([
    "redirect /old > /a = a.mdx",
    "missing-page /b",
  ]);
  const { site, texts } = handbook(mintlify, source);
  const written = site.model.navigation?.(site).entries[0]?.children[0]?.written;
  expect([
    written?.file,
    texts.get(written?.file ?? "")?.slice(written?.span.start, written?.span.end),
  ]).toEqual(["config/navigation.json", "a"]);
  expect(site.model.redirects?.[0]?.file).toBe("config/redirects.json");
  const circle =
    '\n//- docs.json\n{"navigation":{"$ref":"nav.json"}}\n//- nav.json\n{"$ref":"nav.json"}\n//- a.mdx\n# A\n';
  expect(verdicts(mintlify, circle, "a.mdx", ["/b"])).toEqual(["unknown"]);
});

test("configuration of a wrong kind leaves Mintlify's defaults; by one that is broken nothing is called missing", () => {
  const found = (config: string) =>
    verdicts(mintlify, `\n//- docs.json\n${config}\n//- a.mdx\n# A\n`, "a.mdx", ["/a", "/b"]);
  for (const config of ["[[[", '{"navigation":{"groups":'])
    expect(found(config)).toEqual(["ok a.mdx", "unknown"]);
  for (const config of [
    "",
    "3",
    '{"navigation":3}',
    '{"navigation":{"pages":[3,null,{}]}}',
    '{"redirects":[{"source":3},{"source":"/:","destination":"/a"}]}',
    '{"redirects":{"a":1}}',
  ])
    expect(found(config)).toEqual(["ok a.mdx", "missing-page /b"]);
});

const api = (operations: string) => `
//- docs.json
{ "$schema": "https://mintlify.com/docs.json", "navigation": { "groups": [
  { "group": "Some", "pages": ["a", "GET /sheets"], "openapi": { "source": "/openapi.json", "directory": "some" } },
  { "group": "All", "openapi": "openapi.json" },
  { "group": "Other", "openapi": { "source": "https://x.example/openapi.json", "directory": "other" } }
] } }
//- openapi.json
{ "openapi": "3.1.0", "paths": { ${operations} }, "webhooks": { "sheetSent": { "post": { "tags": ["on"] } } } }
//- a.mdx
# A
`;

test("pages of OpenAPI documents are where Mintlify's packages make them", () => {
  const source = api(`
    "/sheets": { "get": { "tags": ["Time sheets"], "summary": "List sheets" }, "post": { "summary": "List sheets" } },
    "/sheets/{id}/hours": { "get": {}, "put": { "summary": "Twice" }, "delete": { "summary": "Twice", "x-excluded": true } },
    "/sheets/{id}": { "get": { "summary": "Own", "x-mint": { "href": "/own/Sheet.mdx" } }, "put": { "summary": "Twice" } }`);
  expect(
    verdicts(mintlify, source, "a.mdx", [
      "/some/time-sheets/list-sheets",
      "/some/list-sheets",
      "/api-reference/time-sheets/list-sheets",
      "/api-reference/list-sheets",
      "/api-reference/get-sheets-hours",
      "/api-reference/twice",
      "/api-reference/twice-1",
      "/api-reference/twice-2",
      "/own/sheet",
      "/api-reference/on/sheetsent",
      "/other/anything",
    ]),
  ).toEqual([
    "ok /some/time-sheets/list-sheets",
    "missing-page /some/list-sheets",
    "ok /api-reference/time-sheets/list-sheets",
    "ok /api-reference/list-sheets",
    "ok /api-reference/get-sheets-hours",
    "ok /api-reference/twice",
    "ok /api-reference/twice-1",
    "missing-page /api-reference/twice-2",
    "ok /own/sheet",
    "ok /api-reference/on/sheetsent",
    "unknown",
  ]);
});

test("a document whose operations stand elsewhere, or that an overlay may change, leaves its folder unknown", () => {
  const elsewhere = api(`"/x": { "$ref": "./x.json" }`);
  expect(verdicts(mintlify, elsewhere, "a.mdx", ["/api-reference/x", "/some/x"])).toEqual([
    "unknown",
    "unknown",
  ]);
  const overlaid = `${api(`"/x": { "get": {} }`)}//- api/overlay.yaml\noverlay: 1.0.0\n`;
  expect(verdicts(mintlify, overlaid, "a.mdx", ["/api-reference/get-x"])).toEqual(["unknown"]);
});

test("what a page imports is no page, wherever it lies; ids that components keep to themselves are none", () => {
  const source = `
//- docs.json
{ "$schema": "https://mintlify.com/docs.json", "navigation": { "pages": ["a"] } }
//- a.mdx
import Notice from "/parts/notice.mdx";
import Lunch from "./lunch.md";

<Notice />
<Lunch />
<Info id="info">x</Info>
<div id="div">x</div>

## Own {#own id!}

###### Six {#six}

## A "quote" after

## "Quoted" first
//- lunch.md
## Lunch
//- parts/notice.mdx
## Notice
//- parts/other.mdx
## Other
`;
  expect(
    verdicts(mintlify, source, "a.mdx", [
      "/parts/notice",
      "/lunch",
      "/parts/other",
      "#notice",
      "#lunch",
      "#info",
      "#div",
      "#own-id",
      "#own",
      "#six",
      "#a-“quote”-after",
      "#a-quote-after",
      "#“quoted”-first",
      "#quoted-first",
      "#quoted",
    ]),
  ).toEqual([
    "missing-page /parts/notice",
    "missing-page /lunch",
    "ok parts/other.mdx",
    "ok parts/notice.mdx # Notice",
    "ok lunch.md # Lunch",
    "missing-anchor #info",
    "ok a.mdx anchor",
    "ok a.mdx # Own",
    "missing-anchor #own",
    "unknown",
    'ok a.mdx # A "quote" after',
    "missing-anchor #a-quote-after",
    "unknown",
    "unknown",
    "missing-anchor #quoted",
  ]);
});
