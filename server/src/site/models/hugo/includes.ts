// Shortcodes that show another file within the page: its headings' ids are ids of the page.

import type { Shortcode } from "../../../markdown/markdownScan.ts";
import type { PagePath, ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, joinPath } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";

const including = /include|readfile|import|transclude|partial/i;

/** Files shown by `{{% include "includes/x.md" %}}`, `{{% readfile file="x.md" %}}`: of assets/, the root, or beside the page. */
export function includedFiles(
  page: ScannedPage,
  files: ReadonlySet<FilePath>,
): readonly { readonly path: PagePath; readonly offset: number }[] {
  return page.shortcodes.flatMap((shortcode) => {
    const file = fileOf(shortcode, page, files);
    return file === undefined ? [] : [{ path: file as string as PagePath, offset: shortcode.span.start }];
  });
}

/** The name of a shortcode that brings in something which is no file here; undefined when there is none. */
export function unseenInclude(page: ScannedPage, files: ReadonlySet<FilePath>): string | undefined {
  return page.shortcodes.find((one) => isIncluding(one) && fileOf(one, page, files) === undefined)?.name;
}

function isIncluding({ name }: Shortcode): boolean {
  return including.test(name) && !name.startsWith("/");
}

function fileOf(shortcode: Shortcode, page: ScannedPage, files: ReadonlySet<FilePath>): FilePath | undefined {
  if (!isIncluding(shortcode)) return undefined;
  const name = /["`]([^"`]+)["`]|([^\s"`=]+)/.exec(shortcode.args.replace(/^\w+\s*=\s*/, ""));
  const path = (name?.[1] ?? name?.[2] ?? "").replace(/^\//, "");
  if (path === "") return undefined;
  const places = [`assets/${path}`, `assets/includes/${path}`, path, joinPath(folderOf(page.path), path)];
  return places.find((place): place is FilePath => place !== undefined && files.has(place as FilePath)) as
    | FilePath
    | undefined;
}
