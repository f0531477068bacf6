import { expect, test } from "vitest";
import { defaultConfig } from "../../../server/src/config.ts";
import { checkPage, fixesFor } from "../../../server/src/diagnostics/index.ts";
import { detectSites } from "../../../server/src/site/detectSites.ts";
import { hrefTo } from "../../../server/src/site/queries.ts";
import { resolveLink, resolveWritten, verdictOf } from "../../../server/src/site/resolveLink.ts";
import type { FilePath } from "../../../server/src/site/site.ts";
import { handbook, pageOf } from "../../support/handbook.ts";
import { model } from "../../support/models.ts";

const wiki = model("wiki");

/** Verdicts of the links on a page, as they are written there. */
function written(source: string, path: string): readonly string[] {
  const book = handbook(wiki, source);
  const page = pageOf(book, path);
  return page.scanned.links.map((link) => {
    const target = resolveWritten(book.site, page, link);
    const where =
      target.kind === "page"
        ? ` ${target.page.path}${target.heading ? ` # ${target.heading.text}` : target.anchor ? " anchor" : ""}`
        : target.kind === "file"
          ? ` ${target.path}`
          : "";
    return `${link.destination.raw}: ${verdictOf(target)}${where}`;
  });
}

function detected(files: Readonly<Record<string, string>>): readonly string[] {
  const texts = new Map(Object.entries(files)) as unknown as ReadonlyMap<FilePath, string>;
  const tree = { root: "file:///x", files: new Set(texts.keys()), texts };
  return detectSites(tree, { enable: "auto", overrides: {} }).map(
    (site) => `${site.root}: ${site.model.id}, ${site.model.name}`,
  );
}

test("each kind of wiki is found by what its tool leaves in the folder", () => {
  expect(detected({ ".obsidian/app.json": "{}", "a.md": "" })).toEqual([": wiki, An Obsidian vault"]);
  expect(detected({ "notes/.obsidian/app.json": "", "notes/a.md": "" })).toEqual([
    "notes: wiki, An Obsidian vault",
  ]);
  expect(detected({ ".foam/templates/new.md": "", "a.md": "" })).toEqual([": wiki, A Foam workspace"]);
  const recommended = '{ // ours\n "recommendations": ["foam.foam-vscode"] }';
  expect(detected({ ".vscode/extensions.json": recommended, "a.md": "" })).toEqual([
    ": wiki, A Foam workspace",
  ]);
  expect(detected({ "Home.md": "", "_Footer.md": "" })).toEqual([": wiki, A wiki on GitHub"]);
  expect(detected({ "home.md": "", "_sidebar.md": "" })).toEqual([": wiki, A wiki on GitLab"]);
});

test("nothing is a wiki without such evidence", () => {
  expect(detected({ "Home.md": "", "a.md": "[[a]]" })).toEqual([]);
  expect(detected({ ".vscode/extensions.json": "{", "a.md": "" })).toEqual([]);
  expect(detected({ ".vscode/extensions.json": '{"recommendations": 3}', "a.md": "" })).toEqual([]);
  expect(detected({ ".obsidian/app.json": "{}" })).toEqual([]);
});

test("a generator's site that its author opens in Obsidian stays that generator's", () => {
  const mkdocs = { "mkdocs.yml": "site_name: x\n", "docs/index.md": "# A" };
  expect(detected({ ...mkdocs, ".obsidian/app.json": "{}" })).toEqual([": mkdocs, MkDocs"]);
  expect(detected({ ...mkdocs, "docs/.obsidian/app.json": "{}" })).toEqual([": mkdocs, MkDocs"]);
});

const vault = `
//- .obsidian/app.json
{}
//- Pay.md
# Pay
//- people/Start.md
[[Pay]] [[pay|text]] [[people/pay]] [[./Pay#Gross]] [[../Pay]] [[../../x]]
[[#here]] [[#Nowhere]] [[v1.2]] [[Q: a]] [[What now?]] [[50% off#A % b]] [[]] [[|x]]
[md](Pay.md) [md](../people/Pay#gross) [[https://x.example|out]] [[Pay#^b1]] [[./Pay#^B2]] [[Pay#]]
## Here
//- people/Pay.md
# Pay
## Gross
- item ^b1

| a |
| - |

^b2
//- v1.2.md
# v
//- Q: a.md
# q
//- 50% off.md
# A % b
`;

test("a vault finds notes by name, headings by text and blocks by id", () => {
  expect(written(vault, "people/Start.md")).toEqual([
    "Pay: ok Pay.md",
    "pay: ok Pay.md",
    "people/pay: ok people/Pay.md",
    "./Pay#Gross: ok people/Pay.md # Gross",
    "../Pay: ok Pay.md",
    "../../x: missing-page",
    "#here: ok people/Start.md # Here",
    "#Nowhere: missing-anchor",
    "v1.2: ok v1.2.md",
    "Q: a: ok Q: a.md",
    "What now?: missing-page",
    "50% off#A % b: ok 50% off.md # A % b",
    "Pay.md: ok Pay.md",
    "../people/Pay#gross: ok people/Pay.md # Gross",
    "https://x.example: external",
    "Pay#^b1: missing-anchor",
    "./Pay#^B2: ok people/Pay.md anchor",
    "Pay#: ok Pay.md",
  ]);
});

const gitlab = `
//- home.md
[[Team Structure]] [[us|people/pay]] [pay](people/pay) [root](/people/pay#gross-net) [[Lost]] [[team structure]]
//- _sidebar.md
- [[home]]
//- .gitlab/redirects.yml
people/salary: people/pay
old: older
//- Team-Structure.md
# T
[[salary|people/salary#gross-net]] [[old]] [[../x]]
//- people/pay.md
[[home]] [start](../home) [x](pay) [no](home) [[#gross-net]]
## Gross & net
`;

test("GitLab's wiki goes by path", () => {
  expect(written(gitlab, "home.md")).toEqual([
    "Team Structure: ok Team-Structure.md",
    "people/pay: ok people/pay.md",
    "people/pay: ok people/pay.md",
    "/people/pay#gross-net: ok people/pay.md # Gross & net",
    "Lost: missing-page",
    "team structure: ok Team-Structure.md",
  ]);
  expect(written(gitlab, "Team-Structure.md")).toEqual([
    "people/salary#gross-net: redirect",
    "old: missing-page",
    "../x: unknown",
  ]);
  const { site, texts } = handbook(wiki, gitlab);
  const rule = site.model.redirects?.[0];
  expect(rule && texts.get(rule.file)?.slice(rule.destinationSpan.start, rule.destinationSpan.end)).toBe(
    "people/pay",
  );
  expect(written(gitlab, "people/pay.md")).toEqual([
    "home: ok home.md",
    "../home: ok home.md",
    "pay: unknown",
    "home: ok home.md",
    "#gross-net: ok people/pay.md # Gross & net",
  ]);
});

const github = `
//- Home.md
[[Team Structure]] [[TEAM structure|Pay]] [[Pay#Gross pay]] [[Pay#gross-pay]] [x](/Pay) [x](a/Pay) [x](../../pulls) [[Old page]]
//- _Sidebar.md
- [[Home]]
- [[The team|Team Structure]]
  - [[Gone]]
//- about/Team-Structure.md
# T
//- Pay.md
## Gross pay
//- Old-page.rst
Old
`;

test("GitHub's wiki has one namespace", () => {
  expect(written(github, "Home.md")).toEqual([
    "Team Structure: ok about/Team-Structure.md",
    "Pay: ok Pay.md",
    "Pay#Gross pay: unknown",
    "Pay#gross-pay: ok Pay.md # Gross pay",
    "/Pay: unknown",
    "a/Pay: unknown",
    "../../pulls: unknown",
    "Old page: ok Old-page.rst",
  ]);
});

test("the sidebar is the wiki's navigation", () => {
  const { site, texts } = handbook(wiki, github);
  const entries = site.model.navigation?.(site).entries ?? [];
  const text = texts.get("_Sidebar.md") ?? "";
  const lines = entries
    .flatMap((entry) => [entry, ...entry.children])
    .map(({ label, target, written: place }) =>
      [label, place && text.slice(place.span.start, place.span.end), target?.kind].join(", "),
    );
  expect(lines).toEqual(["Home, Home, page", "The team, Team Structure, page", "Gone, Gone, missing"]);
  expect(pageOf({ site, texts, underlines: [] }, "_Sidebar.md").route).toBeUndefined();
});

test("links that we write arrive, in every kind of wiki", () => {
  for (const source of [vault, gitlab, github]) {
    const { site } = handbook(wiki, source);
    const pages = [...site.pages.values()].filter(({ route }) => route !== undefined);
    for (const from of pages)
      for (const target of pages)
        for (const form of ["relative", "site-root"] as const)
          for (const extension of [true, false]) {
            const href = hrefTo(site, from, target, { form, extension, trailingSlash: false });
            const found = resolveLink(site, from, href);
            expect([href, found.kind === "page" && found.page.path]).toEqual([href, target.path]);
          }
  }
});

test("broken redirects and sidebars change nothing else", () => {
  for (const redirects of ["[[[", "a: [b]", "- x", "a: a", "a: b\nb: a"])
    expect(
      written(
        `\n//- home.md\n[[home]]\n//- _sidebar.md\n[[\n//- .gitlab/redirects.yml\n${redirects}\n`,
        "home.md",
      ),
    ).toEqual(["home: ok home.md"]);
});

test("what is wrong in a wiki's link is changed to a name, not to an address", () => {
  const source = `
//- .obsidian/app.json
{}
//- work/Pay.md
[[/people/First day]] [[Pay#Gross & net]] [[Why not?#x]]
//- First day.md
# First day
//- people/Pay.md
## Gross & net
`;
  const book = handbook(wiki, source);
  const page = pageOf(book, "work/Pay.md");
  const text = book.texts.get(page.path) ?? "";
  const changes = checkPage(book.site, page, defaultConfig).map((finding) => [
    text.slice(finding.span.start, finding.span.end),
    fixesFor(book.site, page, finding, text)[0]?.edits[0]?.newText,
  ]);
  expect(changes).toEqual([
    ["/people/First day", "/First day"],
    ["Gross & net", "../people/Pay#Gross & net"],
    ["Why not?", undefined],
  ]);
});

const foam = `
//- .foam/templates/new.md
# \${FOAM_TITLE}
//- Start.md
[[pay]] [[Pay]] [[a/pay]] [[team/roles]] [[b]] [[./b]] [[c]] [[Notes.MD]]
[[a/pay#Raises for us]] [[a/pay#raises for us]] [[a/pay#Use ]] [[a/pay#^x]] [[a/pay#^X]] [[#Here]] [[#here]]
[md](a/pay) [md](a/pay.md#raises-for-us) [md](a/pay.md#Raises%20for%20us) [md](b/) [md](a/table.csv) [md](lost.md) [md](#here)
[[table.csv]] [[plan.png]] [[../Start]] [[/Start]]
## Here
//- a/pay.md
## Raises for us
## Use \`npm\`
- item ^x
//- c/pay.md
# Pay
//- a/team/roles.md
# Roles
//- c/team/roles.md
# Roles
//- b/README.md
# B
//- a/table.csv
x
//- a/plan.png
x
//- notes.md
# Notes
`;

test("Foam finds notes by the end of their path, folders by their readme and sections by their exact text", () => {
  expect(written(foam, "Start.md")).toEqual([
    "pay: ok a/pay.md",
    "Pay: missing-page",
    "a/pay: ok a/pay.md",
    "team/roles: missing-page",
    "b: ok b/README.md",
    "./b: missing-page",
    "c: missing-page",
    "Notes.MD: ok notes.md",
    "a/pay#Raises for us: ok a/pay.md # Raises for us",
    "a/pay#raises for us: missing-anchor",
    "a/pay#Use: missing-anchor",
    "a/pay#^x: ok a/pay.md anchor",
    "a/pay#^X: missing-anchor",
    "#Here: ok Start.md # Here",
    "#here: missing-anchor",
    "a/pay: ok a/pay.md",
    "a/pay.md#raises-for-us: ok a/pay.md # Raises for us",
    "a/pay.md#Raises%20for%20us: ok a/pay.md # Raises for us",
    "b/: ok b/README.md",
    "a/table.csv: ok a/table.csv",
    "lost.md: missing-page",
    "#here: ok Start.md # Here",
    "table.csv: missing-page",
    "plan.png: ok a/plan.png",
    "../Start: missing-page",
    "/Start: ok Start.md",
  ]);
});

test("a GitHub wiki's own address may be written in full, and a link may have one part too many", () => {
  const source = `
//- Home.md
[a](../wiki) [b](../wiki/Pay#raises) [c](../wiki/Lost) [d](../issues) [[a|Pay|b]] [[a|Lost|Pay]]
//- _Footer.md
x
//- Pay.md
## Raises
`;
  expect(written(source, "Home.md")).toEqual([
    "../wiki: ok Home.md",
    "../wiki/Pay#raises: ok Pay.md # Raises",
    "../wiki/Lost: missing-page",
    "../issues: unknown",
    "Pay: ok Pay.md",
    "Lost: missing-page",
  ]);
});

test("how GitLab spells some ids depends on its version, and its files are read from the page's folder", () => {
  const source = `
//- home.md
[a](#a--b) [b](#a-b) [c](#anchor-12) [d](#12) [e](#a----b) [f](work/plan.md) [g](uploads/x.pdf) [h](/uploads/1/x.pdf)
## A -- b
## 12
//- _sidebar.md
x
//- work/plan.md
[a](plan.md) [b](home.md) [c](uploads/x.pdf) [d](v1.2)
//- uploads/x.pdf
x
`;
  expect(written(source, "home.md")).toEqual([
    "#a--b: missing-anchor",
    "#a-b: ok home.md # A -- b",
    "#anchor-12: unknown",
    "#12: ok home.md # 12",
    "#a----b: unknown",
    "work/plan.md: ok work/plan.md",
    "uploads/x.pdf: ok uploads/x.pdf",
    "/uploads/1/x.pdf: unknown",
  ]);
  expect(written(source, "work/plan.md")).toEqual([
    "plan.md: ok work/plan.md",
    "home.md: missing-page",
    "uploads/x.pdf: ok uploads/x.pdf",
    "v1.2: missing-page",
  ]);
});

test("Obsidian's properties may be links, and its comments hold none", () => {
  const source = `
//- .obsidian/app.json
{}
//- Start.md
---
boss: "[[Pay|whoever]]"
team: ['[[Lost]]', "[[ Pay#Gross ]]", "[[Pay]] and more", Pay]
more: { inner: "[[Nobody]]", text: "[[a|b|c" }
bare: [[Lost in lists]]
---
%% [[Lost]] %% [[Pay]] \`%%\` [[Pay#Net]] %%
[[Lost]]

## Gone
%%
[[#Gone]] %% [[Pay#Gross]]
//- Pay.md
## Gross
`;
  expect(written(source, "Start.md")).toEqual([
    "Pay: ok Pay.md",
    "Lost: missing-page",
    "Pay#Gross: ok Pay.md # Gross",
    "Nobody: missing-page",
    "Pay: ok Pay.md",
    "Pay#Net: missing-anchor",
    "#Gone: missing-anchor",
    "Pay#Gross: ok Pay.md # Gross",
  ]);
  expect(written(source.replace(".obsidian/app.json\n{}", ".foam/templates/a.md\nx"), "Start.md")).toEqual([
    "Lost: missing-page",
    "Pay: ok Pay.md",
    "Pay#Net: missing-anchor",
    "Lost: missing-page",
    "#Gone: ok Start.md # Gone",
    "Pay#Gross: ok Pay.md # Gross",
  ]);
});
