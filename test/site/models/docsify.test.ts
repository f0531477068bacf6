import { expect, test } from "vitest";
import { modelDetectors } from "../../../server/src/site/models/index.ts";
import type { FilePath } from "../../../server/src/site/site.ts";
import { handbook, pageOf } from "../../support/handbook.ts";
import { model } from "../../support/models.ts";
import { verdicts } from "../verdicts.ts";

const docsify = model("docsify");

const site = (options: string, script = "docsify@4") => `
//- index.html
<script>window.$docsify = { ${options} }</script>
<script src="//cdn.jsdelivr.net/npm/${script}"></script>
//- README.md
# Home
//- guide.md
# Guide
## Q & A
## Custom :id=own
//- people/README.md
# People
//- people/pay.md
# Pay
[x](#/guide) <a href="#/guide?id=own">y</a> <a href="#/nowhere">z</a>
//- files/form.pdf
`;

test("links are routes from the root, or from the page where the site says so", () => {
  const links = [
    "pay.md",
    "people/pay.md",
    "../guide.md#own",
    "/guide?id=q-amp-a",
    "/guide?id=q-a",
    "/",
    "/people",
    "/people/",
  ];
  expect(verdicts(docsify, site(""), "people/pay.md", links)).toEqual([
    "missing-page /pay",
    "ok people/pay.md",
    "ok guide.md # Custom :id=own",
    "ok guide.md",
    "missing-anchor #q-a",
    "ok README.md",
    "missing-page /people",
    "ok people/README.md",
  ]);
  expect(verdicts(docsify, site("relativePath: true"), "people/pay.md", links).slice(0, 3)).toEqual([
    "ok people/pay.md",
    "missing-page /people/people/pay",
    "ok guide.md # Custom :id=own",
  ]);
});

test("routes after the hash are read in HTML and in full addresses", () => {
  const own = model("docsify", { hosts: ["h.example"] });
  expect(
    verdicts(own, site(""), "people/pay.md", [
      "#/guide?id=own",
      "#/nowhere",
      "https://h.example/#/people/pay",
      "https://h.example/#/people/gone",
      "https://h.example/",
    ]),
  ).toEqual([
    "ok guide.md",
    "missing-page /nowhere",
    "ok people/pay.md",
    "missing-page /people/gone",
    "ok README.md",
  ]);
});

test("the home page, aliases, the extension and other sites' content follow the configuration", () => {
  const source = site(
    "homepage: 'guide.md', alias: { '/faq': '/guide', '/log': 'https://raw.example/LOG' }, basePath: '/'",
  );
  expect(pageOf(handbook(docsify, source), "guide.md").route).toBe("/");
  expect(verdicts(docsify, source, "guide.md", ["/", "/faq", "/log", "/README"])).toEqual([
    "ok guide.md",
    "ok guide.md",
    "unknown",
    "ok guide.md",
  ]);
});

test("ids of version 5 are made of the source, without emoji", () => {
  const ids = (script: string) => {
    const source = site("", script).replace("## Q & A", "## Q & A 🎉\n## 1. What's new");
    return pageOf(handbook(docsify, source), "guide.md").headingIds;
  };
  expect(ids("docsify@4")).toEqual(["guide", "q-amp-a-🎉", "_1-what39s-new", "own"]);
  expect(ids("docsify@5")).toEqual(["guide", "q--a-", "_1-whats-new", "own"]);
});

test("the sidebar is the navigation; what can't be read is said", () => {
  const source = `${site("loadSidebar: true, alias: makeAlias()")}//- _sidebar.md\n* [Guide](guide.md)\n  * [Gone](gone.md)\n`;
  const { site: made } = handbook(docsify, source);
  const [entry] = made.model.navigation?.(made).entries ?? [];
  expect(entry).toMatchObject({ label: "Guide", target: { kind: "page" }, written: { value: "guide.md" } });
  expect(entry?.children[0]?.target?.kind).toBe("missing");
  expect(made.model.unread?.map(({ expression }) => expression)).toEqual(["makeAlias()"]);
});

test("a site is found by its script, and broken configuration leaves the defaults", () => {
  const detector = modelDetectors.find(({ id }) => id === "docsify");
  const roots = (html: string) =>
    detector?.findRoots({
      root: "file:///x",
      files: new Set(["docs/index.html", "docs/a.md"] as FilePath[]),
      texts: new Map([["docs/index.html" as FilePath, html]]),
    });
  expect(roots('<script src="https://unpkg.com/docsify/lib/docsify.min.js"></script>')).toEqual(["docs"]);
  expect(roots("<script>window.$docsify = {</script>")).toEqual(["docs"]);
  expect(roots("<p>docsify</p>")).toEqual([]);
  for (const options of ["alias: [", "basePath: f()", "}}}", "alias: { '/(': '/x' }"])
    expect(pageOf(handbook(docsify, site(options)), "guide.md").route).toBe("/guide");
});

test("patterns of the configuration that would never end are matched in linear time", () => {
  const source = `
//- index.html
<script>window.$docsify = {
  alias: { "/(a+)+b": "/x", "/old/(.*)": "/$1", "/(?=c)c": "/guide" },
  noCompileLinks: ["(a|a)*c"], routes: { "/(a*)*d": true }, ext: ".(a+)+$" }</script>
<script src="//cdn.jsdelivr.net/npm/docsify@4"></script>
//- README.md
# Home
`;
  const start = performance.now();
  const found = verdicts(docsify, source, "README.md", [`#/${"a".repeat(40)}`, `${"a".repeat(40)}`]);
  expect(found.length).toBe(2);
  expect(performance.now() - start).toBeLessThan(1_000);
});
