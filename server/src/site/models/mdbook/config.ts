// book.toml, as the mdBook guide (format/configuration) describes it.

import { readData } from "../../../data/readData.ts";
import { at, booleanAt, type DataValue, entriesAt, stringAt } from "../../../data/value.ts";
import { joinPath } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree, SiteOverrides, UnreadConfig } from "../../siteModel.ts";
import { folderOfPages, missingPaths } from "../common/namedPaths.ts";

export interface BookConfig {
  readonly value: DataValue | undefined;
  readonly src: string;
  readonly hosts: readonly string[];
  /** "" or "/book". */
  readonly base: string;
  /** Is README.md the page of its folder (the preprocessor `index`)? */
  readonly readmeIsIndex: boolean;
  /** Are files shown by `{{#include}}` (the preprocessor `links`)? */
  readonly includes: boolean;
  /** A version before 0.5: its keys are still there. */
  readonly older: boolean;
  /** Are quotes, dashes and dots made typographic before ids are made of them? */
  readonly typographic: boolean;
  readonly unread: readonly UnreadConfig[];
}

export const bookFile = "book.toml" as FilePath;

export function readBook(tree: FileTree, overrides: SiteOverrides): BookConfig {
  const value = readData(bookFile, tree.texts.get(bookFile) ?? "");
  const html = at(value, "output", "html");
  const url = stringAt(html, "site-url") ?? "/";
  const host = stringAt(html, "cname") ?? /^https?:\/\/([^/]+)/.exec(url)?.[1];
  const base = (overrides.base ?? url.replace(/^https?:\/\/[^/]+/, "")).replace(/\/+$/, "");
  const older = isOlder(value);
  const src = sourceFolder(value, tree.files);
  const defaults = booleanAt(value, "build", "use-default-preprocessors") !== false;
  const has = (name: string) => defaults || at(value, "preprocessor", name) !== undefined;
  return {
    value,
    src: (overrides.contentRoots?.[0] ?? src).replace(/^\.?\/+|\/+$/g, ""),
    hosts: overrides.hosts ?? (host === undefined ? [] : [host.toLowerCase()]),
    base: base === "" || base.startsWith("/") ? base : `/${base}`,
    readmeIsIndex: has("index"),
    includes: has("links"),
    older,
    unread: missingPaths(
      [{ value: at(value, "book", "src"), path: namedFolder(value), instead: src }],
      bookFile,
      tree.files,
    ),
    typographic: booleanAt(html, "smart-punctuation") ?? booleanAt(html, "curly-quotes") ?? !older,
  };
}

/** As it is named, from the book's folder. */
function namedFolder(value: DataValue | undefined): string | undefined {
  return joinPath("", stringAt(value, "book", "src") ?? "src");
}

/** The folder with the book's SUMMARY.md: the one that is named, else the one that was meant, or the usual one. */
export function sourceFolder(value: DataValue | undefined, files: FileTree["files"], root = ""): string {
  const below = (folder: string) => [root, folder].filter((part) => part !== "").join("/");
  const hasSummary = (folder: string) =>
    files.has(`${below(folder)}/SUMMARY.md`.replace(/^\//, "") as FilePath);
  return folderOfPages(namedFolder(value) ?? "src", ["src"], files, hasSummary);
}

/** Version 0.5 refuses these keys (mdBook's CHANGELOG, 0.5.0). */
function isOlder(value: DataValue | undefined): boolean {
  const html = at(value, "output", "html");
  return (
    at(value, "book", "multilingual") !== undefined ||
    entriesAt(html).some(
      ({ key }) => key === "curly-quotes" || key === "google-analytics" || key === "copy-fonts",
    )
  );
}
