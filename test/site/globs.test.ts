// Globs beside picomatch, those that it would take for ever over among them.

import picomatch from "picomatch/posix";
import { expect, test } from "vitest";
import { defaultConfig, parseConfig } from "../../server/src/config.ts";
import { checkFiles } from "../../server/src/diagnostics/files.ts";
import { globMatcher, isUnmatched } from "../../server/src/site/models/common/globs.ts";
import { stepwiseGlob } from "../../server/src/site/models/common/stepwiseGlob.ts";
import { handbook } from "../support/handbook.ts";
import { model } from "../support/models.ts";

/** Numbers below `most`, the same in each run. */
function numbers(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
}

test("wildcards, sets and lists in braces match step by step what they match as an expression", () => {
  const number = numbers(7);
  const some = (letters: readonly string[], most = 4) =>
    Array.from({ length: 1 + number(most) }, () => letters[number(letters.length)]).join("");
  const letters = ["a", "b", ".", "-"];
  const signs = [...letters, "*", "?", "[ab]", "[^a]", "[!a]", "{a,-b}"];
  const several = (one: () => string) => Array.from({ length: 1 + number(4) }, one).join("/");
  const wrong: string[] = [];
  for (let count = 0; count < 3_000; count++) {
    const glob = several(() => (number(5) === 0 ? "**" : some(signs)));
    const path = several(() => some(letters));
    // `**{a,b}` has a meaning of its own to picomatch, and no path has empty steps.
    if (/\*\*\{|^(?:\.\/)+/.test(glob) || /(?:^|\/)\.\.?(?:\/|$)/.test(path)) continue;
    for (const dot of [true, false])
      if (stepwiseGlob(glob, dot)?.(path) !== picomatch(glob, { dot })(path))
        wrong.push(`${glob} ${path} ${dot}`);
  }
  expect(wrong).toEqual([]);
});

test("globs with many wildcards match, and soon", () => {
  const matches = globMatcher(["notes/*-*-*-*-*-*.md", "**/x/**/x/**/x/**/x/**/x/**/x/**/x/**"], {
    dot: true,
  });
  expect(matches("notes/2024-05-17-all-hands-call.md")).toBe(true);
  expect(matches("notes/2024-05-17-call.md")).toBe(false);
  expect(matches(`${"a/x/".repeat(7)}b`)).toBe(true);
  const start = performance.now();
  expect(globMatcher(["*a*a*a*a*a*a*b"], { dot: true })("a".repeat(5000))).toBe(false);
  expect(globMatcher([`${"**/a/".repeat(100)}b`], { dot: true })("a/".repeat(2000))).toBe(false);
  expect(performance.now() - start).toBeLessThan(2_000);
});

test("what repeats groups, or has no end, is known to match nothing", () => {
  const unmatched = [
    "((a+)+)+b",
    "+(a*)b",
    "x".repeat(1001),
    `${"{a,b}".repeat(20)}a*b*c*d*e*f`,
    "{1..3}*a*b*c*d*e",
  ];
  expect(unmatched.filter((glob) => !isUnmatched(glob))).toEqual([]);
  expect(["", "*.md", "*-*-*-*-*.md", "@(a|b)/**", "[", "{a"].filter(isUnmatched)).toEqual([]);
});

test("a glob that is not matched is told where it stands", () => {
  const told = "site-config-unread: This pattern repeats groups or is too long";
  const said = (kind: string, source: string) =>
    checkFiles(handbook(model(kind), source).site, defaultConfig)
      .filter(({ code }) => code === "site-config-unread")
      .map(({ code, file, message }) => `${file} ${code}: ${message}`);
  const cases: Readonly<Record<string, string>> = {
    plain: `//- .handbook.yaml\nignore: ["a/*", "+(a*)b"]\n//- content/a.md\n# A`,
    docusaurus: `//- docusaurus.config.js\nmodule.exports = { presets: [["classic", { docs: { exclude: ["+(a*)b"] } }]] };\n//- docs/a.md\n# A`,
    vitepress: `//- .vitepress/config.js\nexport default { srcExclude: ["+(a*)b"] };\n//- a.md\n# A`,
    eleventy: `//- .eleventy.js\nmodule.exports = (config) => { config.ignores.add("+(a*)b"); };\n//- a.md\n# A`,
    starlight: `//- astro.config.mjs\nexport default {};\n//- src/content.config.ts\nconst c = defineCollection({ loader: glob({ pattern: "+(a*)b", base: "d" }) });\nexport const collections = { c };\n//- d/a.md\n# A`,
  };
  for (const [kind, source] of Object.entries(cases)) {
    const found = said(kind, `\n${source}\n`);
    expect(found, kind).toHaveLength(1);
    expect(found[0], kind).toContain(told);
  }
  expect(parseConfig({ site: { ignore: ["a/*", "+(a*)b"] } }).problems).toEqual([
    expect.stringContaining("handbook.site.ignore: +(a*)b: This pattern"),
  ]);
});
