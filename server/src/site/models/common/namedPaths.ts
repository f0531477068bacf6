// Folders and files that a configuration names: what is read where one is not there, and what the author is told.

import type { DataValue } from "../../../data/value.ts";
import { closeness } from "../../closeness.ts";
import { folderOf } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { UnreadConfig } from "../../siteModel.ts";
import { foldersOf } from "./fileTargets.ts";

type Files = ReadonlySet<FilePath>;

/** Is there such a file, or such a folder with files in it? */
export function isThere(path: string, files: Files): boolean {
  const normal = path.normalize("NFC");
  return files.has(normal as FilePath) || foldersOf(files).has(normal);
}

/** The folder beside a missing one whose name comes nearest to it. */
function nearest(path: string, files: Files): string | undefined {
  const parent = folderOf(path);
  const [best] = [...foldersOf(files)]
    .filter((folder) => folder !== "" && folderOf(folder) === parent)
    .map((folder) => ({ folder, score: closeness(folder, path) }))
    .sort((a, b) => b.score - a.score);
  return best && best.score >= 0.7 ? best.folder : undefined;
}

/**
 * The folder of pages that a configuration names. Where no pages are there, the one that was probably meant, or the usual
 * one: what else is wrong in the handbook can be told all the same.
 */
export function folderOfPages(
  named: string,
  usual: readonly string[],
  files: Files,
  hasPages: (folder: string) => boolean,
): string {
  if (hasPages(named)) return named;
  const near = nearest(named, files);
  const found = [...(near === undefined ? [] : [near]), ...usual].find(hasPages);
  return found ?? named;
}

export interface NamedPath {
  readonly value: DataValue | undefined;
  /** What it comes to, from the site's folder; undefined where that is outside of it. */
  readonly path: string | undefined;
  /** What is read in its place. */
  readonly instead?: string;
}

/** What is to be said of paths that lead nowhere; each is a text of the configuration in `file`. */
export function missingPaths(
  named: readonly NamedPath[],
  file: FilePath,
  files: Files,
): readonly UnreadConfig[] {
  return named.flatMap(({ value, path, instead }) => {
    if (value?.kind !== "string" || path === undefined || mayBeUnseen.test(path) || isThere(path, files))
      return [];
    return [
      {
        file: (value.file ?? file) as FilePath,
        span: value.span,
        expression: value.value,
        message: sentence(path, instead, files),
      },
    ];
  });
}

/** Folders whose files are left out where they are a tool's or a build's, and what a template makes of a name. */
const mayBeUnseen =
  /(?:^|\/)(?:node_modules|vendor|dist|build|public|out|site|_site|_book|\.[^/]*)(?:\/|$)|[{}$*]/;

function sentence(path: string, instead: string | undefined, files: Files): string {
  const near = nearest(path, files);
  const missing = `There is no "${path}" here, or nothing is in it.`;
  if (instead !== undefined && instead !== path)
    return `${missing} Until that is mended, Handbook reads ${instead === "" ? "the whole folder" : `${instead}/`} instead.`;
  return near === undefined ? missing : `${missing} Did you mean ${near}?`;
}
