// Files that a chapter shows: `{{#include file.md}}` (mdBook guide, format/mdbook). Parts of files (`file.md:2:10`, `file.md:anchor`)
// can't be told apart here.

import type { Shortcode } from "../../../markdown/markdownScan.ts";
import type { PagePath, ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, isMarkdown, joinPath } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { Inclusion } from "../../siteModel.ts";

export function includedFiles(page: ScannedPage, files: ReadonlySet<FilePath>): readonly Inclusion[] {
  return page.shortcodes.flatMap((shortcode) => {
    const path = fileOf(shortcode, page);
    if (path === undefined || !isMarkdown(path) || !files.has(path as FilePath)) return [];
    return [{ path: path as PagePath, offset: shortcode.span.start }];
  });
}

/** What the page shows that is not here as a whole: headings in it may have ids. */
export function unseenInclude(page: ScannedPage, files: ReadonlySet<FilePath>): string | undefined {
  return page.shortcodes.find((one) => {
    const [file = "", ...parts] = one.args.split(":");
    if (one.name !== "#include" || !isMarkdown(file)) return false;
    const path = joinPath(folderOf(page.path), file);
    return parts.length > 0 || path === undefined || !files.has(path as FilePath);
  })?.args;
}

function fileOf({ name, args }: Shortcode, page: ScannedPage): string | undefined {
  return name === "#include" && !args.includes(":") ? joinPath(folderOf(page.path), args.trim()) : undefined;
}
