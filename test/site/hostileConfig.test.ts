// Configuration that is hostile, or just being typed: every handbook of the folder goes on, and soon.

import { expect, test } from "vitest";
import { faultIn } from "../../server/src/data/faultIn.ts";
import { readData } from "../../server/src/data/readData.ts";
import { addToNavigation } from "../../server/src/site/addToNavigation.ts";
import { globMatcher } from "../../server/src/site/models/common/globs.ts";
import { ignorePatterns } from "../../server/src/site/models/mkdocs/ignorePatterns.ts";
import { checkDiagnostics } from "../support/checkDiagnostics.ts";
import { handbook } from "../support/handbook.ts";
import { model, plain } from "../support/models.ts";

const mkdocs = model("mkdocs");

function soon<T>(run: () => T): T {
  const start = performance.now();
  const value = run();
  expect(performance.now() - start).toBeLessThan(2_000);
  return value;
}

test("globs match what picomatch says; what is empty, too long or would not end as an expression matches nothing", () => {
  const matches = globMatcher(["drafts/**", "", "x".repeat(70_000), "[".repeat(50_000), "*.{md,mdx}"], {
    dot: true,
  });
  expect(["drafts/a/b.md", "c.mdx", "d.txt"].map(matches)).toEqual([true, true, false]);
  const name = "a".repeat(200);
  for (const glob of ["((a+)+)+b", "+(a*)b", "+(+(a))b", "*a*a*a*a*a*a*b", "**/a/".repeat(9)])
    expect(soon(() => globMatcher([glob], { dot: true })(name))).toBe(false);
  expect(soon(() => ignorePatterns("*a*a*a*a*a*a*b\n**\n!b\na/**/**/b")(name))).toBe(true);
});

test("an empty glob, as it stands while one is typed, leaves no handbook out", () =>
  checkDiagnostics(
    plain,
    `
//- .handbook.yaml
ignore: ["", "./"]
//- content/a.md
[b](/b)
    ^^ link-missing-page: No page is served at /b.
`,
  ));

test("headings that end in a number beyond counting get ids, and many equal ones soon", () => {
  const headings = "## x_9007199254740992\n\n## x_9007199254740992\n\n## x_12345678901234567890\n\n".repeat(
    2,
  );
  const source = `\n//- mkdocs.yml\nsite_name: A\n//- docs/index.md\n${headings}`;
  const [page] = handbook(mkdocs, source).site.pages.values();
  expect(new Set(page?.headingIds).size).toBe(6);
  expect(page?.headingIds[1]).toBe("x_9007199254740993");
  const many = `\n//- mkdocs.yml\nsite_name: A\n//- docs/index.md\n${"# a\n\n".repeat(20_000)}`;
  expect(soon(() => handbook(mkdocs, many).site.pages.size)).toBe(1);
});

test("nesting beyond every stack is read as far as it goes", () => {
  const deep = 50_000;
  expect(faultIn("vercel.json", "[".repeat(200_000))).toBeDefined();
  for (const script of [
    `a${".a".repeat(deep)}()`,
    `a${".a()".repeat(deep)}`,
    `module.exports = { ...a${".a".repeat(deep)} }`,
  ])
    expect(() => readData("site.config.js", script)).not.toThrow();
});

test("of two rules with one source, the second is not blamed for where the first leads", () =>
  checkDiagnostics(
    plain,
    `
//- .handbook.yaml
model: plain
//- vercel.json
{ "redirects": [
  { "source": "/a", "destination": "/zzz" },
                                    ^^^^ redirect-dead: /a is redirected to /zzz, where nothing is served.
  { "source": "/a", "destination": "/new" }
               ^^ redirect-conflict: An earlier rule redirects /a to /zzz, and the first one counts. Remove one of them.
] }
//- content/new.md
# New
`,
  ));

test("a page is added soon to a navigation of many entries, and to one that is nested deeply not at all", () => {
  const pages = "//- contents/h/a.md\n---\ntitle: A\n---\n//- contents/h/b.md\n---\ntitle: B\n---\n";
  const navs = (text: string) => `\n//- src/navs/index.js\nexport const x = ${text}\n${pages}`;
  const add = (source: string) => {
    const { site } = handbook(model("posthog"), source);
    const page = [...site.pages.values()].find(({ title }) => title === "B");
    return page && soon(() => addToNavigation(site, page));
  };
  const entry = '{ name: "A", url: "/h/a" }';
  const blanks = `${" ".repeat(50_000)}/* ${"*".repeat(50_000)} */`;
  expect(add(navs(`[${`${entry},\n`.repeat(5_000)}]`))?.edits.length).toBe(1);
  expect(add(navs(`[${entry}${blanks}, ${entry}]`))?.edits.length).toBe(1);
  expect(() => add(navs(`${"[".repeat(50_000)}${entry}`))).not.toThrow();
  const list = `\n//- _Sidebar.md\n${"- [[A]]\n".repeat(5_000)}//- A.md\n# A\n//- B.md\n# B\n//- Home.md\n`;
  const { site } = handbook(model("wiki"), list);
  const [page] = [...site.pages.values()].filter(({ title }) => title === "B");
  expect(page && soon(() => addToNavigation(site, page))?.edits.length).toBe(1);
});
