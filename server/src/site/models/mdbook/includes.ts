// Files that a chapter shows: `{{#include file.md}}` (mdBook guide, format/mdbook). Some lines of one are
// `file.md:2:10`; parts with a name (`file.md:anchor`) can't be told apart here.

import type { Shortcode } from "../../../markdown/markdownScan.ts";
import type { PagePath, ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, isMarkdown, joinPath } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { Inclusion } from "../../siteModel.ts";
import { linePart } from "../common/linePart.ts";

export function includedFiles(page: ScannedPage, files: ReadonlySet<FilePath>): readonly Inclusion[] {
  return page.shortcodes.flatMap((shortcode) => {
    const { path, part, whole } = shownBy(shortcode, page);
    if (path === undefined || !whole || !isMarkdown(path) || !files.has(path as FilePath)) return [];
    return [{ path: path as PagePath, offset: shortcode.span.start, ...(part && { part }) }];
  });
}

/** What the page shows that is not here, or not as a whole: headings in it may have ids. */
export function unseenInclude(page: ScannedPage, files: ReadonlySet<FilePath>): string | undefined {
  return page.shortcodes.find((one) => {
    const { path, whole } = shownBy(one, page);
    if (one.name !== "#include" || (path !== undefined && !isMarkdown(path))) return false;
    return !whole || path === undefined || !files.has(path as FilePath);
  })?.args;
}

interface Shown {
  readonly path: string | undefined;
  readonly part?: Inclusion["part"];
  /** Is it known what is shown of the file? */
  readonly whole: boolean;
}

/** `file.md`, `file.md:2` (that line), `file.md:2:` and `file.md:2:10`. */
function shownBy({ name, args }: Shortcode, page: ScannedPage): Shown {
  const [file = "", first, last] = args.trim().split(":");
  const path = name === "#include" ? joinPath(folderOf(page.path), file) : undefined;
  if (first === undefined) return { path, whole: true };
  if (!/^\d*$/.test(first) || !/^\d*$/.test(last ?? "")) return { path, whole: false };
  const end = last === undefined ? Number(first) : last === "" ? undefined : Number(last);
  return { path, part: linePart(Number(first || 1), end), whole: true };
}
