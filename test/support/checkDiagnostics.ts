import { expect } from "vitest";
import { type Config, defaultConfig } from "../../server/src/config.ts";
import { checkFiles } from "../../server/src/diagnostics/files.ts";
import { checkPage } from "../../server/src/diagnostics/index.ts";
import type { PagePath } from "../../server/src/page/scannedPage.ts";
import { type Handbook, handbook } from "./handbook.ts";
import { type Underline, underlined } from "./handbookText.ts";
import type { TestModel } from "./models.ts";

export interface CheckOptions {
  readonly config?: Config;
  /** Look at these codes only; otherwise at all of them. */
  readonly only?: readonly string[];
}

/**
 * Are exactly the underlined places of the handbook reported, and nothing else? An underline without a message takes
 * any; one of a single caret stands for an empty span too; of a finding over several lines the first is underlined.
 */
export function checkDiagnostics(model: TestModel, source: string, options: CheckOptions = {}): void {
  const book = handbook(model, source);
  checkOtherFiles(book, options);
  for (const page of book.site.pages.values()) {
    const text = book.texts.get(page.path) ?? "";
    const expected = book.underlines.filter((one) => one.path === page.path);
    const found = checkPage(book.site, page, options.config ?? defaultConfig)
      .filter(({ code }) => !options.only || options.only.includes(code))
      .map(({ span, code, message }) => ({ path: page.path, span, code, message }));
    expect(`//- ${page.path}\n${underlined(text, quietened(found, expected, text))}`).toBe(
      `//- ${page.path}\n${underlined(text, expected)}`,
    );
  }
}

/** The same for the files that are no pages. */
function checkOtherFiles({ site, texts, underlines }: Handbook, options: CheckOptions): void {
  const found = checkFiles(site, options.config ?? defaultConfig).filter(
    ({ code }) => !options.only || options.only.includes(code),
  );
  for (const [path, text] of texts) {
    const expected = underlines.filter((one) => one.path === path && !site.pages.has(path as PagePath));
    const here = found
      .filter(({ file }) => file === path)
      .map(({ span, code, message }) => ({ path, span, code, message }));
    // A finding on a whole file stands at its beginning, also where that file is a page.
    if (site.pages.has(path as PagePath)) expect(here.map(({ code }) => code)).toEqual([]);
    else
      expect(`//- ${path}\n${underlined(text, quietened(here, expected, text))}`).toBe(
        `//- ${path}\n${underlined(text, expected)}`,
      );
  }
}

/** Drops the message of a finding where the test names none. */
function quietened(
  found: readonly Underline[],
  expected: readonly Underline[],
  text: string,
): readonly Underline[] {
  const quiet = new Set(
    expected.filter((one) => one.message === undefined).map((one) => underlined(text, [one])),
  );
  return found.map((one) => {
    const bare = { ...one, message: undefined };
    return quiet.has(underlined(text, [bare])) ? bare : one;
  });
}
