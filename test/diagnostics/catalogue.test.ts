import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { type DiagnosticCode, defaultConfig, defaultLevels } from "../../server/src/config.ts";
import { checkPage, fixesFor, rules } from "../../server/src/diagnostics/index.ts";
import { applyEdits } from "../../server/src/text/textEdit.ts";
import { checkDiagnostics } from "../support/checkDiagnostics.ts";
import { handbook } from "../support/handbook.ts";
import { model } from "../support/models.ts";

const folder = fileURLToPath(new URL("../../docs/diagnostics/", import.meta.url));
const codes = Object.keys(defaultLevels) as DiagnosticCode[];

function read(name: string): string {
  return readFileSync(folder + name, "utf8");
}

/** The examples of a code's page: ```` ```handbook posthog ````. */
function examples(code: string): readonly { readonly modelId: string; readonly source: string }[] {
  return [...read(`${code}.md`).matchAll(/^(`{3,})handbook (\w+)\n([\s\S]*?)^\1$/gm)].map((match) => ({
    modelId: match[2] ?? "",
    source: match[3] ?? "",
  }));
}

test("every code has a rule, and no rule has a code that is not in the catalogue", () => {
  expect(rules.flatMap((rule) => rule.codes).sort()).toEqual([...codes].sort());
});

test("every code has its page in the documentation, and no page is left over", () => {
  expect(
    readdirSync(folder)
      .filter((name) => name !== "README.md")
      .sort(),
  ).toEqual(codes.map((code) => `${code}.md`).sort());
});

test.each(codes)("the list of diagnostics names %s with its level", (code) => {
  expect(read("README.md")).toContain(`| [${code}](${code}.md) | ${defaultLevels[code]} |`);
});

test.each(codes)("the page about %s says what, why, how to fix and how to turn off", (code) => {
  const text = read(`${code}.md`);
  expect(text.startsWith(`# ${code}\n`)).toBe(true);
  for (const heading of ["Why", "Example", "How to fix", "How to turn off"])
    expect(text).toMatch(new RegExp(`^## ${heading}`, "m"));
  expect(text).toContain(`"${code}"`);
});

test.each(codes)("the example of %s shows what is found, and nothing else is", (code) => {
  const found = examples(code);
  expect(found.length).toBeGreaterThan(0);
  for (const { modelId, source } of found) {
    expect(source).toMatch(new RegExp(`\\^ ${code}\\b`));
    checkDiagnostics(model(modelId), source);
  }
});

test.each(codes)("the first fix of the example of %s mends it and breaks nothing", (code) => {
  for (const { modelId, source } of examples(code)) {
    const book = handbook(model(modelId), source);
    for (const page of book.site.pages.values()) {
      const text = book.texts.get(page.path) ?? "";
      const before = checkPage(book.site, page, defaultConfig);
      const finding = before.find((one) => one.code === code);
      if (!finding) continue;
      const fixes = fixesFor(book.site, page, finding, text);
      const fix = fixes.find((one) => one.preferred) ?? fixes[0];
      if (!fix) {
        expect(withoutFix).toContain(code);
        continue;
      }
      expect(fixes.filter((one) => one.preferred).length).toBeLessThan(2);
      const mended = handbook(model(modelId), rewritten(book.texts, page.path, applyEdits(text, fix.edits)));
      const after = [...mended.site.pages.values()].flatMap((one) =>
        checkPage(mended.site, one, defaultConfig).filter(() => one.path === page.path),
      );
      expect(after.length, after.map((one) => one.message).join("\n")).toBeLessThan(before.length);
      expect(before.map((one) => one.code)).toEqual(expect.arrayContaining(after.map((one) => one.code)));
    }
  }
});

/** Codes of which some example has nothing that could be mended by machine. */
const withoutFix: readonly string[] = ["frontmatter-syntax"];

function rewritten(texts: ReadonlyMap<string, string>, path: string, text: string): string {
  return [...texts].map(([name, old]) => `//- ${name}\n${name === path ? text : old}`).join("\n");
}
