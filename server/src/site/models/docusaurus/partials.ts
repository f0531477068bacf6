// Markdown files that a page imports and shows: `import Note from "./_note.mdx"` with `<Note />`.

import type { PagePath, ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, joinPath } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { Inclusion } from "../../siteModel.ts";

/** Each place where an imported file is shown. */
export function importedPartials(
  page: ScannedPage,
  siteDir: string,
  files: ReadonlySet<FilePath>,
): readonly Inclusion[] {
  if (page.imports.length === 0) return [];
  const byName = new Map(page.imports.map(({ name, from }) => [name, fileOf(from, page, siteDir)]));
  return page.components.flatMap(({ name, span }) => {
    const path = byName.get(name);
    return path !== undefined && files.has(path)
      ? [{ path: path as string as PagePath, offset: span.start }]
      : [];
  });
}

/** An imported Markdown file that is not among the files that we see. */
export function unseenPartial(
  page: ScannedPage,
  siteDir: string,
  files: ReadonlySet<FilePath>,
): string | undefined {
  const used = new Set(page.components.map(({ name }) => name));
  return page.imports.find(({ name, from }) => {
    if (!used.has(name) || !/\.mdx?$/i.test(from) || from.includes("!")) return false;
    const path = fileOf(from, page, siteDir);
    return path === undefined || !files.has(path);
  })?.from;
}

function fileOf(from: string, page: ScannedPage, siteDir: string): FilePath | undefined {
  if (!/\.mdx?$/i.test(from)) return undefined;
  if (from.startsWith("@site/"))
    return joinPath(siteDir, from.slice("@site/".length)) as FilePath | undefined;
  return /^\.\.?\//.test(from) ? (joinPath(folderOf(page.path), from) as FilePath | undefined) : undefined;
}
