import { describe, expect, test } from "vitest";
import { detectSites, readsAny } from "../../../server/src/site/detectSites.ts";
import { hrefTo } from "../../../server/src/site/queries.ts";
import { resolveLink } from "../../../server/src/site/resolveLink.ts";
import type { FilePath } from "../../../server/src/site/site.ts";
import type { LinkStyle } from "../../../server/src/site/siteModel.ts";
import { handbook, pageOf } from "../../support/handbook.ts";
import { model } from "../../support/models.ts";
import { verdicts } from "../verdicts.ts";

const plain = model("plain");

const book = `
//- content/index.md
# Home
<a name="Trains"></a> <a name="user-content-cars"></a>
//- content/pay.md
# Pay
## Raises
Text.
//- content/people/README.md
# People
//- content/people/a:b.md
# Odd name
//- content/people/quiet hours (new).md
# Quiet
//- content/code/rota.ts
export {};
//- notes/plan.md
# Plan
//- README.md
# Repository
`;

describe("detection", () => {
  const five = ["a", "b", "c", "d", "e"].map((name) => `content/${name}.md`);

  function detect(files: readonly string[], texts: Readonly<Record<string, string>> = {}): readonly string[] {
    const tree = {
      root: "file:///w",
      files: new Set([...files, ...Object.keys(texts)] as FilePath[]),
      texts: new Map((Object.entries(texts) as [FilePath, string][]).filter(([path]) => readsAny(path))),
    };
    return detectSites(tree, { enable: "auto", overrides: {} }).map((one) => `${one.root}: ${one.model.id}`);
  }

  test("five pages in a content folder are a handbook; four, or five that are READMEs or packages', are none", () => {
    expect(detect(five)).toEqual([": plain"]);
    expect(detect(five.slice(1))).toEqual([]);
    expect(detect(five.map((path) => path.replace(".md", "/README.md")))).toEqual([]);
    expect(detect(five.map((path) => path.replace("content/", "content/node_modules/")))).toEqual([]);
    expect(detect(five.map((path) => `deeper/${path}`))).toEqual([]);
  });

  test.each([
    ["hugo", { "hugo.toml": "" }],
    ["mkdocs", { "mkdocs.yml": "site_name: A\ndocs_dir: content\n" }],
    ["mdbook", { "book.toml": '[book]\nsrc = "content"\n', "content/SUMMARY.md": "- [A](a.md)\n" }],
    ["vitepress", { "content/.vitepress/config.ts": "export default {};\n" }],
    [
      "docusaurus",
      {
        "docusaurus.config.js": 'module.exports = { presets: [["classic", { docs: { path: "content" } }]] };',
      },
    ],
    ["eleventy", { "eleventy.config.js": "export default function () {}\n" }],
    ["jekyll", { "_config.yml": "title: A\ntheme: minima\n", "index.md": "---\n---\n" }],
    ["gitbook", { ".gitbook.yaml": "root: ./content\n" }],
    ["nextra", { "next.config.mjs": 'import nextra from "nextra";\nexport default nextra({})({});\n' }],
    [
      "mintlify",
      {
        "docs.json":
          '{ "name": "Old", "theme": "mint", "colors": { "primary": "#123456" }, "navigation": { "pages": ["old"] } }',
      },
    ],
    ["gatsby", { "gatsby-config.js": "" }],
  ])("the configuration of %s wins over the looks of the folder", (id, texts) => {
    const found = detect(five, texts as unknown as Record<string, string>);
    expect(found.filter((one) => one.endsWith(`: ${id}`))).toHaveLength(1);
    expect(found.filter((one) => one.startsWith(": "))).not.toContain(": plain");
  });

  test("the authors' own file wins over a configuration that is no longer used", () => {
    expect(detect(five, { "hugo.toml": "", ".handbook.yaml": "model: plain\n" })).toEqual([": plain"]);
  });
});

test("lines of a file that is no page are never broken; of a page only where its source is shown", () => {
  const lines = ["#L10", "#L10-L20", "#L10C1-L20C5", "#L10-20"];
  const at = (path: string) => lines.map((line) => path + line);
  expect(verdicts(plain, book, "content/index.md", at("code/rota.ts"))).toEqual(
    lines.map(() => "ok content/code/rota.ts"),
  );
  expect(verdicts(plain, book, "content/index.md", at("pay.md?plain=1"))).toEqual(
    lines.map(() => "ok content/pay.md anchor"),
  );
  expect(verdicts(plain, book, "content/index.md", at("pay.md"))).toEqual(
    lines.map((line) => `missing-anchor ${line}`),
  );
  expect(
    verdicts(plain, book, "content/index.md", [
      "pay.md?plain=10#L1",
      "pay.md?plain=1",
      "pay.md?plain=1#raises",
      "pay.md?raw=true",
      "pay.md?plain=1#Lx",
      "gone.md?plain=1#L1",
    ]),
  ).toEqual([
    "missing-anchor #L1",
    "ok content/pay.md",
    "ok content/pay.md # Raises",
    "ok content/pay.md",
    "missing-anchor #Lx",
    "missing-page /content/gone",
  ]);
});

test("a link to lines of a page's source leads to these lines", () => {
  const { site, texts } = handbook(plain, book);
  const from = pageOf(handbook(plain, book), "content/index.md");
  const found = resolveLink(site, from, "pay.md?plain=1#L2-L3");
  const span = found.kind === "page" ? found.anchor : undefined;
  expect(span && texts.get("content/pay.md")?.slice(span.start, span.end)).toBe("## Raises\nText.\n");
});

test("anchors are found in any case and with GitHub's prefix, or without it where it is written", () => {
  expect(
    verdicts(plain, book, "content/index.md", [
      "#Trains",
      "#user-content-Trains",
      "#cars",
      "#user-content-cars",
      "#CARS",
      "pay.md#RAISES",
      "#planes",
    ]),
  ).toEqual([
    "ok content/index.md anchor",
    "ok content/index.md # Home",
    "ok content/index.md # Home",
    "ok content/index.md anchor",
    "ok content/index.md # Home",
    "ok content/pay.md # Raises",
    "missing-anchor #planes",
  ]);
});

test("settings name the content, the hosts and what something else serves", () => {
  const own = model("plain", {
    contentRoots: ["content", "notes"],
    hosts: ["handbook.example"],
    externalRoutes: ["/jobs/**"],
  });
  expect(
    verdicts(own, book, "content/index.md", [
      "/plan.md",
      "../notes/plan.md",
      "https://handbook.example/pay#raises",
      "https://handbook.example/gone",
      "https://elsewhere.example/gone",
      "/jobs/cook",
      "/job/cook",
    ]),
  ).toEqual([
    "ok notes/plan.md",
    "ok notes/plan.md",
    "ok content/pay.md # Raises",
    "missing-page /gone",
    "external https://elsewhere.example/gone",
    "unknown",
    "missing-page /job/cook",
  ]);
});

test("a link that we write leads to its page or file, from any page and in any style", () => {
  const { site } = handbook(model("plain", { contentRoots: ["content", "notes"] }), book);
  const styles = (["site-root", "relative"] as const).flatMap((form) =>
    [true, false].flatMap((extension) =>
      [true, false].map((trailingSlash): LinkStyle => ({ form, extension, trailingSlash })),
    ),
  );
  for (const from of site.pages.values())
    for (const style of styles) {
      for (const target of site.pages.values()) {
        const found = resolveLink(site, from, hrefTo(site, from, target, style));
        expect(found.kind === "page" && found.page.path).toBe(target.path);
      }
      const file = "content/code/rota.ts" as FilePath;
      expect(resolveLink(site, from, hrefTo(site, from, file, style))).toEqual({ kind: "file", path: file });
    }
});

const many = ["a", "b", "c", "d", "e"].map((name) => `//- content/${name}.md\n# ${name}\n`).join("");

test("a repository that GitLab shows has GitLab's ids, with their case", () => {
  const source = (host: string) => `${many}//- content/pay.md
## Raises & bonus
## 12
//- ${host}
x
`;
  const hrefs = [
    "#raises-bonus",
    "#raises--bonus",
    "#Raises-bonus",
    "#anchor-12",
    "#user-content-raises-bonus",
  ];
  expect(verdicts(plain, source(".gitlab-ci.yml"), "content/pay.md", hrefs)).toEqual([
    "ok content/pay.md # Raises & bonus",
    "unknown",
    "missing-anchor #Raises-bonus",
    "unknown",
    "ok content/pay.md # Raises & bonus",
  ]);
  expect(
    verdicts(
      plain,
      `${source(".gitlab-ci.yml")}//- .github/CODEOWNERS\nx`,
      "content/pay.md",
      hrefs.slice(0, 2),
    ),
  ).toEqual(["missing-anchor #raises-bonus", "ok content/pay.md # Raises & bonus"]);
});

test("what lies in a submodule is unknown", () => {
  const source = `${many}//- .gitmodules
[submodule "x"]
\tpath = content/x/
\turl = https://example.com
//- content/pay.md
# Pay
`;
  expect(verdicts(plain, source, "content/pay.md", ["x/a.md", "x", "/content/x/a.md", "xy/a.md"])).toEqual([
    "unknown",
    "unknown",
    "unknown",
    "missing-page /xy/a",
  ]);
});
