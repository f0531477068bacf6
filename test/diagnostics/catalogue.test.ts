import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { type Config, type DiagnosticCode, defaultConfig, defaultLevels } from "../../server/src/config.ts";
import {
  checkFiles,
  fileRules,
  fixesForFile,
  type LevelledFileFinding,
} from "../../server/src/diagnostics/files.ts";
import type { Fix } from "../../server/src/diagnostics/finding.ts";
import { checkPage, fixesFor, type LevelledFinding, rules } from "../../server/src/diagnostics/index.ts";
import type { PagePath } from "../../server/src/page/scannedPage.ts";
import { textsAfter } from "../support/appliedFix.ts";
import { checkDiagnostics } from "../support/checkDiagnostics.ts";
import { type Handbook, handbook } from "../support/handbook.ts";
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
  expect([...rules, ...fileRules].flatMap((rule) => rule.codes).sort()).toEqual([...codes].sort());
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
    checkDiagnostics(model(modelId), source, { config: configFor(code) });
  }
});

test.each(codes)("the first fix of the example of %s mends it and breaks nothing", (code) => {
  for (const { modelId, source } of examples(code)) {
    const book = handbook(model(modelId), source);
    const before = findingsOf(book, code);
    const finding = before.find((one) => one.code === code);
    if (!finding) continue;
    const fixes = fixesOf(book, finding);
    const fix = fixes.find((one) => one.preferred) ?? fixes[0];
    if (!fix) {
      expect(withoutFix).toContain(code);
      continue;
    }
    expect(fixes.filter((one) => one.preferred).length).toBeLessThan(2);
    const texts = textsAfter(book.texts, fix, finding.path);
    const mended = handbook(
      model(modelId),
      [...texts].map(([name, text]) => `//- ${name}\n${text}`).join("\n"),
    );
    const after = findingsOf(mended, code);
    expect(after.length, after.map((one) => one.message).join("\n")).toBeLessThan(before.length);
    expect(before.map((one) => one.code)).toEqual(expect.arrayContaining(after.map((one) => one.code)));
  }
});

/** Codes of which some example has nothing that could be mended by machine. */
const withoutFix: readonly string[] = [
  "frontmatter-syntax",
  "link-redirect-loop",
  "route-conflict",
  "site-config-unread",
];

/** What is off by default is looked for at its own request. */
function configFor(code: DiagnosticCode): Config {
  return defaultLevels[code] === "off"
    ? { ...defaultConfig, diagnostics: { [code]: "warning" } }
    : defaultConfig;
}

type Found = (LevelledFinding | LevelledFileFinding) & { readonly path: string };

function findingsOf({ site }: Handbook, code: DiagnosticCode): readonly Found[] {
  const config = configFor(code);
  const onPages = [...site.pages.values()].flatMap((page) =>
    checkPage(site, page, config).map((finding) => ({ ...finding, path: page.path })),
  );
  return [...onPages, ...checkFiles(site, config).map((finding) => ({ ...finding, path: finding.file }))];
}

function fixesOf({ site, texts }: Handbook, finding: Found): readonly Fix[] {
  const text = texts.get(finding.path) ?? "";
  if ("file" in finding) return fixesForFile(site, finding, text);
  const page = site.pages.get(finding.path as PagePath);
  return page ? fixesFor(site, page, finding, text) : [];
}
