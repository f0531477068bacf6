// `checkAdded(model, handbook, page, text)`: what the navigation's file says once the page is added to it, and that nothing
// else is changed by that: in this handbook, and in others that are written a little differently.

import { expect } from "vitest";
import { defaultConfig } from "../../server/src/config.ts";
import { checkFiles } from "../../server/src/diagnostics/files.ts";
import { checkPage, fixesFor } from "../../server/src/diagnostics/index.ts";
import type { PagePath } from "../../server/src/page/scannedPage.ts";
import { addToNavigation } from "../../server/src/site/addToNavigation.ts";
import { pageOf } from "../../server/src/site/endOf.ts";
import { navigationOf } from "../../server/src/site/navigation.ts";
import type { Page, Site } from "../../server/src/site/site.ts";
import { applyEdits } from "../../server/src/text/textEdit.ts";
import { siteOf } from "./handbook.ts";
import { parseHandbook } from "./handbookText.ts";
import type { TestModel } from "./models.ts";

type Texts = ReadonlyMap<string, string>;

export function checkAdded(model: TestModel, source: string, path: string, expected: string): void {
  const { texts } = parseHandbook(source);
  const { file, text } = added(model, texts, path);
  expect(text).toBe(expected);
  for (const [how, variant] of variantsOf(file, texts.get(file) ?? "")) {
    const other = added(model, new Map([...texts, [file, variant]]), path);
    const lineEnds = new Set(other.text.match(/\r\n|\n|\r/g));
    expect(lineEnds.size, `${how}: ${JSON.stringify(other.text)}`).toBeLessThan(2);
  }
}

/** Is nothing offered? */
export function checkNotAdded(model: TestModel, source: string, path: string): void {
  const site = siteOf(model, parseHandbook(source).texts);
  expect(addToNavigation(site, at(site, path))).toBe(undefined);
}

/** The same file as others write it. */
function variantsOf(file: string, text: string): readonly (readonly [how: string, text: string])[] {
  const yaml = /\.ya?ml$/.test(file);
  return [
    ["CRLF", text.replaceAll("\n", "\r\n")],
    ["without a line end", text.trimEnd()],
    ["CRLF without a line end", text.trimEnd().replaceAll("\n", "\r\n")],
    ...(yaml ? [] : ([["with tabs", withTabs(text)]] as const)),
    ...(/\.(?:json|[cm]?[jt]sx?)$/.test(file) ? scriptVariants(text) : []),
  ];
}

function withTabs(text: string): string {
  const step = /^( +)\S/m.exec(text)?.[1]?.length ?? 2;
  return text.replace(/^ +/gm, (space) => "\t".repeat(Math.ceil(space.length / step)));
}

function scriptVariants(text: string): readonly (readonly [string, string])[] {
  const bare = text.replace(/,(\s*[\]}])/g, "$1");
  return [
    ["without trailing commas", bare],
    ["with trailing commas", bare.replace(/([^\s,[{(])(\s*[\]}])/g, "$1,$2")],
    ["with comments", bare.replace(/^(\s+.*[,\]}"'])$/gm, "$1 // about this one")],
    ["with comments between brackets", bare.replace(/(["'}\]])(,?)$/gm, "$1$2 /* a ] b */")],
    ["with blank lines", bare.replaceAll("\n", "\n\n")],
  ];
}

function added(
  model: TestModel,
  texts: Texts,
  path: string,
): { readonly file: string; readonly text: string } {
  const before = siteOf(model, texts);
  const page = at(before, path);
  const edit = addToNavigation(before, page);
  if (!edit) throw new Error(`Nothing is offered for ${path}: ${JSON.stringify([...texts.values()])}`);
  const { file } = edit;
  const text = applyEdits(texts.get(file) ?? "", edit.edits);
  const after = siteOf(model, new Map([...texts, [file, text]]));
  const wasOrphan = orphans(before).includes(path);
  expect(named(before)).not.toContain(path);
  // A folder's name may stand for its pages.
  if (!wasOrphan) expect(named(after), text).toContain(path);
  expect(others(after, path), text).toEqual(others(before, path));
  expect(deadEntries(after), text).toEqual(deadEntries(before));
  expect(orphans(after), text).toEqual(orphans(before).filter((one) => one !== path));
  if (wasOrphan) expect(fixed(before, page)).toEqual([{ path: file, edits: edit.edits }]);
  return { file, text };
}

function at(site: Site, path: string): Page {
  const page = site.pages.get(path as PagePath);
  if (!page) throw new Error(`There is no page ${path} among ${[...site.pages.keys()].join(", ")}.`);
  return page;
}

/** Paths of the pages that entries in some file name. */
function named(site: Site): readonly string[] {
  return (navigationOf(site)?.all ?? []).flatMap(({ target, written }) => {
    const page = written && pageOf(target);
    return page ? [page.path] : [];
  });
}

/** All entries but those that open the page, in order. */
function others(site: Site, path: string): readonly string[] {
  return (navigationOf(site)?.all ?? []).flatMap(({ label, target, written }) => {
    const page = pageOf(target);
    return page?.path === path ? [] : [`${label} → ${page?.path ?? target?.kind} ${written?.value ?? ""}`];
  });
}

function deadEntries(site: Site): readonly string[] {
  return checkFiles(site, defaultConfig).flatMap(({ code, message }) =>
    code === "navigation-missing-page" ? [message] : [],
  );
}

function orphans(site: Site): readonly string[] {
  return [...site.pages.values()].flatMap((page) =>
    checkPage(site, page, defaultConfig).some(({ code }) => code === "page-orphan") ? [page.path] : [],
  );
}

/** What the quick fix would do. */
function fixed(site: Site, page: Page): readonly unknown[] {
  const finding = checkPage(site, page, defaultConfig).find(({ code }) => code === "page-orphan");
  const fixes = finding ? fixesFor(site, page, finding, "") : [];
  return fixes.map(({ path, edits }) => ({ path, edits }));
}
