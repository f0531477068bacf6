// Markdown files that a page imports and shows: `import Note from "./_note.mdx"` or `from "@site/docs/_note.mdx"`, with `<Note />`.

import type { ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, isMarkdown, joinPath } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { Inclusion } from "../../siteModel.ts";
import { importedPartials } from "../common/importedPartials.ts";

export function shownPartials(page: ScannedPage, siteDir: string): readonly Inclusion[] {
  return importedPartials(page, (from) => siteFile(from, siteDir));
}

/** An imported Markdown file that is not among the files that we see. */
export function unseenPartial(
  page: ScannedPage,
  siteDir: string,
  files: ReadonlySet<FilePath>,
): string | undefined {
  const used = new Set(page.components.map(({ name }) => name));
  return page.imports.find(({ name, from }) => {
    if (!used.has(name) || !isMarkdown(from) || from.includes("!")) return false;
    const path = from.startsWith(".") ? joinPath(folderOf(page.path), from) : siteFile(from, siteDir);
    return path === undefined || !files.has(path as FilePath);
  })?.from;
}

function siteFile(from: string, siteDir: string): string | undefined {
  return from.startsWith("@site/") ? joinPath(siteDir, from.slice("@site/".length)) : undefined;
}
