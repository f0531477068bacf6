// Redirects of the host lie before every generator's pages.

import { expect, test } from "vitest";
import { checkDiagnostics } from "../../support/checkDiagnostics.ts";
import { hugo, model, plain } from "../../support/models.ts";
import { verdicts } from "../verdicts.ts";

const pages = `
//- hugo.toml
baseURL = "https://handbook.example.org/"
//- content/_index.md
# Home
//- content/new.md
## Here
//- content/kept.md
# Kept
`;

test("a _redirects file: pages win unless a rule is forced, placeholders and splats are filled in", () => {
  const book = `${pages}
//- static/_redirects
# comment
/old            /new#here
/kept           /new
/forced         /new           301!
/kept-forced/*  /new
/blog/:year/*   /:splat
/gone           /nowhere
/round          /round-again
/round-again    /round
/by-country     /new           302   Country=de
/search  id=:id /new
/out            https://example.com/x
/api/*          https://api.example.com/:splat  200
/*              /index.html    200
`;
  const links = [
    "/old",
    "/kept/",
    "/forced",
    "/blog/2024/new",
    "/gone",
    "/round",
    "/by-country",
    "/search",
    "/out",
  ];
  expect(verdicts(hugo, book, "content/_index.md", [...links, "/api/x", "/nothing", "/old#there"])).toEqual([
    "redirect /old > /new#here = content/new.md # Here",
    "ok content/kept.md",
    "redirect /forced > /new = content/new.md",
    "redirect /blog/2024/new > /new = content/new.md",
    "missing-page dead-redirect: /gone > /nowhere",
    "missing-page redirect-loop: /round > /round-again > /round",
    "unknown",
    "unknown",
    "redirect /out > https://example.com/x = https://example.com/x",
    "unknown",
    "missing-page /nothing",
    "redirect /old > /new#here = content/new.md # Here",
  ]);
});

test("netlify.toml: a rule without force yields to pages; conditions make it uncertain", () => {
  const book = `${pages}
//- netlify.toml
[[redirects]]
from = "/old/*"
to = "/:splat"
[[redirects]]
from = "/kept"
to = "/new"
status = 302
force = true
[[redirects]]
from = "/maybe"
to = "/new"
conditions = {Language = ["de"]}
[[redirects]]
from = "/missing"
to = "/404.html"
status = 404
`;
  expect(verdicts(hugo, book, "content/_index.md", ["/old/new/", "kept", "/maybe", "/missing"])).toEqual([
    "redirect /old/new/ > /new = content/new.md",
    "redirect /kept/ > /new = content/new.md",
    "unknown",
    "missing-page /missing",
  ]);
});

test("vercel.json and static.json redirect pages of any generator, and win over them", () => {
  const book = `
//- a.md
# A
//- b.md
# B
//- vercel.json
{ "redirects": [{ "source": "/a", "destination": "/b" }, { "source": "/v/:p*", "destination": "/:p*" }] }
//- static.json
{ "redirects": { "/s/": { "url": "/b" } } }
`;
  expect(verdicts(plain, book, "b.md", ["/a", "/v/b", "/s", "/v/c"])).toEqual([
    "redirect /a > /b = b.md",
    "redirect /v/b > /b = b.md",
    "redirect /s > /b = b.md",
    "missing-page dead-redirect: /v/c > /c",
  ]);
});

test("half-written redirect files leave the site as it is", () => {
  for (const [file, text] of [
    ["vercel.json", '{ "redirects": [{ "source": "/a", '],
    ["vercel.json", '{ "redirects": [{ "source": "/(((", "destination": "/b" }] }'],
    ["netlify.toml", "[[redirects]\nfrom ="],
    ["_redirects", "/only-one\n\u0000\n/x /y 999 !!\n"],
    ["static.json", "[]"],
  ])
    expect(verdicts(plain, `\n//- b.md\n# B\n//- ${file}\n${text}\n`, "b.md", ["/b"])).toEqual(["ok b.md"]);
});

test("20,000 rules cost what a few do", () => {
  const rules = Array.from({ length: 20_000 }, (_, i) => `/old-${i} /new-${i}\n/p${i}/* /q/:splat\n`).join(
    "",
  );
  const started = performance.now();
  const links = Array.from({ length: 50 }, (_, i) => `/old-${i * 300}`);
  verdicts(plain, `\n//- b.md\n# B\n//- _redirects\n${rules}`, "b.md", links);
  expect(performance.now() - started).toBeLessThan(5000);
});

test("below a base path the host is asked for whole paths, and its rules are judged as such", async () => {
  const rule = '//- vercel.json\n{"redirects":[{"source":"/docs/old","destination":"/docs/new"}]}\n';
  const vitepress = `\n//- .vitepress/config.js\nexport default { base: "/docs/", cleanUrls: true }\n${rule}//- new.md\n# A\n`;
  expect(verdicts(model("vitepress"), vitepress, "new.md", ["/old"])).toEqual([
    "redirect /docs/old > /docs/new = new.md",
  ]);
  await checkDiagnostics(model("vitepress"), vitepress);
  const hugoSite = `\n//- hugo.toml\nbaseURL = "https://x.org/docs/"\n${rule}//- content/new.md\n# A\n`;
  expect(
    verdicts(model("hugo"), hugoSite, "content/new.md", ["/docs/old", "https://x.org/docs/old"]),
  ).toEqual([
    "redirect /docs/old > /docs/new = content/new.md",
    "redirect /docs/old > /docs/new = content/new.md",
  ]);
});

test("an address beside the base is not redirected by a rule for the one below it, nor the other way round", () => {
  const rules = `//- vercel.json
{ "redirects": [
  { "source": "/docs/old", "destination": "/docs/new" },
  { "source": "/beside", "destination": "/docs/new" },
  { "source": "/docs/away", "destination": "/shop" }
] }
`;
  const hugoSite = `\n//- hugo.toml\nbaseURL = "https://x.org/docs/"\n${rules}//- content/new.md\n# A\n`;
  const links = ["/docs/old", "/old", "/beside", "/docs/beside", "https://x.org/beside", "/docs/away"];
  expect(verdicts(hugo, hugoSite, "content/new.md", links)).toEqual([
    "redirect /docs/old > /docs/new = content/new.md",
    "missing-page /old",
    "redirect /beside > /docs/new = content/new.md",
    // A proxy may take the base off before it asks the host.
    "unknown",
    "redirect /beside > /docs/new = content/new.md",
    // Another site of the same host may be there.
    "unknown /docs/away > /shop =",
  ]);
  const starlight = `\n//- astro.config.mjs\nexport default { base: "/docs", integrations: [starlight({ title: "A" })] };\n${rules}//- src/content/docs/new.md\n---\ntitle: A\n---\n`;
  expect(verdicts(model("starlight"), starlight, "src/content/docs/new.md", links.slice(0, 4))).toEqual([
    "redirect /docs/old > /docs/new = src/content/docs/new.md",
    "missing-page /old",
    "redirect /beside > /docs/new = src/content/docs/new.md",
    "unknown",
  ]);
});

test("a page below a base path is hidden by the rule for its whole address alone", () => {
  const hugoSite = `
//- hugo.toml
baseURL = "https://x.org/docs/"
//- vercel.json
{ "redirects": [{ "source": "/docs/a/", "destination": "/docs/b/" }, { "source": "/b", "destination": "/docs/a/" }] }
//- content/a.md
# A
  ^ page-shadowed: Readers never see this page: a redirect in vercel.json sends them from /a/ to /docs/b/. Remove the redirect or the page.
//- content/b.md
# B
`;
  checkDiagnostics(hugo, hugoSite, { only: ["page-shadowed"] });
});

test("a rule for another domain answers no address of the site", () => {
  const book = `${pages}
//- static/_redirects
https://old.example.net/*        https://handbook.example.org/:splat 301!
https://handbook.example.org/old /new
`;
  expect(verdicts(hugo, book, "content/kept.md", ["/nowhere", "/old"])).toEqual([
    "missing-page /nowhere",
    "unknown",
  ]);
});
