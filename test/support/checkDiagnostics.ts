import { expect } from "vitest";
import { type Config, defaultConfig } from "../../server/src/config.ts";
import { checkPage } from "../../server/src/diagnostics/index.ts";
import type { PagePath } from "../../server/src/page/scannedPage.ts";
import { handbook } from "./handbook.ts";
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
  const noPages = book.underlines.filter((one) => !book.site.pages.has(one.path as PagePath));
  expect(noPages).toEqual([]);
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
