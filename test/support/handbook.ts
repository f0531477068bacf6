// `handbook(model, text)`: a Site made of one string, the way the server makes it of a folder. The notation is that of
// handbookText.ts; the models are those of models.ts.

import type { Cursor } from "../../server/src/features/cursor.ts";
import type { PagePath } from "../../server/src/page/scannedPage.ts";
import { scanPage } from "../../server/src/page/scanPage.ts";
import { makeSite } from "../../server/src/site/makeSite.ts";
import type { FilePath, Page, Site } from "../../server/src/site/site.ts";
import { indexLines } from "../../server/src/text/lineIndex.ts";
import { parseHandbook, type Underline } from "./handbookText.ts";
import type { TestModel } from "./models.ts";

export interface Handbook {
  readonly site: Site;
  /** By path, of every file, without cursor and underlines. */
  readonly texts: ReadonlyMap<string, string>;
  readonly underlines: readonly Underline[];
  /** Where `$0` stood, when it stood on a page. */
  readonly cursor?: Cursor;
}

/** URI of every test handbook's root. */
export const testRoot = "file:///handbook";

export function handbook(model: TestModel, source: string): Handbook {
  const { texts, underlines, cursor } = parseHandbook(source);
  const site = siteOf(model, texts);
  const page = cursor && site.pages.get(cursor.path as PagePath);
  return {
    site,
    texts,
    underlines,
    ...(page && { cursor: { site, page, text: texts.get(page.path) ?? "", offset: cursor.offset } }),
  };
}

/** The site of some files, by their texts as they are. */
export function siteOf(model: TestModel, texts: ReadonlyMap<string, string>): Site {
  const files = new Set([...texts.keys()] as FilePath[]);
  const siteModel = model({ root: testRoot, files, texts: texts as ReadonlyMap<FilePath, string> });
  const pages = [...files].flatMap((path) => {
    const syntax = siteModel.syntaxOf(path);
    return syntax ? [scanPage(path as string as PagePath, texts.get(path) ?? "", syntax)] : [];
  });
  return makeSite({ root: testRoot, model: siteModel, files, pages });
}

/** The handbook's cursor; the test is wrong when there is none. */
export function cursorOf(book: Handbook): Cursor {
  if (!book.cursor) throw new Error("The handbook has no cursor ($0) on a page.");
  return book.cursor;
}

/** The page at the path; the test is wrong when there is none. */
export function pageOf(book: Handbook, path: string): Page {
  const page = book.site.pages.get(path as PagePath);
  if (!page)
    throw new Error(`The handbook has no page ${path}; it has ${[...book.site.pages.keys()].join(", ")}.`);
  return page;
}

/** For messages: `docs/install.md: # Install`, a file of the handbook and the line of it (trimmed) at a place. */
export function lineAt(book: Handbook, path: string, line: number): string {
  const text = book.texts.get(path);
  if (text === undefined) return `${path} (which is not in the handbook)`;
  const lines = indexLines(text);
  return `${path}: ${text.slice(lines.starts[line] ?? text.length, lines.starts[line + 1] ?? text.length).trim()}`;
}
