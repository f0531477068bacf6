// Features are asked at any place of any text, half-written or broken: they answer, and what they answer can be applied.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultConfig } from "../../server/src/config.ts";
import { completion } from "../../server/src/features/completion.ts";
import type { Cursor } from "../../server/src/features/cursor.ts";
import { definition } from "../../server/src/features/definition.ts";
import { documentLinks } from "../../server/src/features/documentLinks.ts";
import { documentSymbols } from "../../server/src/features/documentSymbols.ts";
import { foldingRanges } from "../../server/src/features/foldingRanges.ts";
import { hover, hoverNeeds } from "../../server/src/features/hover.ts";
import { selectionRanges } from "../../server/src/features/selectionRanges.ts";
import { offsetAt } from "../../server/src/text/lineIndex.ts";
import { handbook, pageOf } from "../support/handbook.ts";
import { hugo, plain, posthog, type TestModel } from "../support/models.ts";

const seed = 20_261_124;

/** A handbook in which the text is one page beside a few others; the page and its text as the features get them. */
function bookWith(model: TestModel, folder: string, text: string) {
  const other = "---\ntitle: Other [page]\n---\n# One\n## Two (2)\n";
  const clean = text
    .replaceAll("$0", "")
    .replace(/^\/\/- /gm, "")
    .replace(/^\s*\^+ /gm, "");
  const book = handbook(
    model,
    `//- ${folder}other page.md\n${other}//- ${folder}img/a (1).png\n//- ${folder}a.md\n${clean}\n`,
  );
  const page = pageOf(book, `${folder}a.md`);
  return { book, page, text: book.texts.get(`${folder}a.md`) ?? "" };
}

function askEverything(cursor: Cursor): void {
  const { page, text, offset } = cursor;
  definition(cursor);
  definition(cursor, { leaveToEditor: true });
  hoverNeeds(cursor);
  hover(cursor, text);
  hover(cursor, undefined);
  selectionRanges(page, text, [offset]);
  for (const item of completion(cursor, defaultConfig).items) {
    const range = item.textEdit && "range" in item.textEdit ? item.textEdit.range : undefined;
    if (!range) throw new Error(`${item.label} has no edit`);
    const start = offsetAt(page.scanned.lines, range.start);
    expect(range.start.line).toBe(range.end.line);
    expect(start <= offset && offset <= offsetAt(page.scanned.lines, range.end)).toBe(true);
    expect(item.filterText?.startsWith(text.slice(start, offset).trimStart())).toBe(true);
  }
}

const models = [
  [plain, ""],
  [posthog, "contents/"],
  [hugo, "content/"],
] as const;

const piece = fc.constantFrom(
  ...'[ ] ( ) ]( ][ ]: [x]: < > <a href=" <Link to={" ![ ` ``` ~~~ <!-- --> # ## /other #two ./ ../ \\ " \' { } {{< >}} --- \n \r\n \t \u00a0 😀 é | - > 1. = & &amp; %20 % https:// https://a.b/ mailto:x \ud800 \0 title: other page'.split(
    " ",
  ),
  " ",
  "words",
);

test("every feature answers at every place of a broken page", () => {
  fc.assert(
    fc.property(fc.constantFrom(...models), fc.array(piece, { maxLength: 30 }), ([model, folder], pieces) => {
      const { book, page, text } = bookWith(model, folder, pieces.join(""));
      documentLinks(book.site, page);
      documentSymbols(page);
      foldingRanges(page, text);
      for (let offset = 0; offset <= text.length; offset++)
        askEverything({ site: book.site, page, text, offset });
    }),
    { seed, numRuns: 150 },
  );
});

const corpora = fileURLToPath(new URL("../../../shared/corpora/sourcegraph-handbook/", import.meta.url));

test("every feature answers on pages of a real handbook, cut off anywhere", (context) => {
  if (!existsSync(corpora) && !process.env["CI"]) return context.skip("the corpora are not here");
  const files = readdirSync(corpora, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".md"),
  );
  expect(files.length).toBeGreaterThan(100);
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.double({ min: 0, max: 1, noNaN: true }), (file, share) => {
      const whole = readFileSync(`${corpora}/${file}`, "utf8").slice(0, 20_000);
      const { book, page, text } = bookWith(plain, "", whole.slice(0, Math.ceil(whole.length * share)));
      for (let offset = 0; offset <= text.length; offset += 1 + Math.floor(text.length / 60)) {
        askEverything({ site: book.site, page, text, offset });
      }
      askEverything({ site: book.site, page, text, offset: text.length });
    }),
    { seed, numRuns: 40 },
  );
});

test("a line of five megabytes and ten thousand open brackets are answered at once", () => {
  for (const text of [
    "x".repeat(5_000_000),
    "[".repeat(10_000),
    "](".repeat(5_000),
    "<a href='".repeat(5_000),
  ]) {
    const { book, page, text: written } = bookWith(plain, "", text);
    const before = performance.now();
    askEverything({ site: book.site, page, text: written, offset: written.length - 1 });
    expect(performance.now() - before).toBeLessThan(1000);
  }
});
