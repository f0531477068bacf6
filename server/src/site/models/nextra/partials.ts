// `import Contacts from "./contacts.mdx"` and `<Contacts />`: the file is shown where its component stands. Each file numbers
// its own ids.

import type { PagePath, ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, joinPath } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { Inclusion } from "../../siteModel.ts";

export function shownPartials(page: ScannedPage, files: ReadonlySet<FilePath>): readonly Inclusion[] {
  const paths = importedFiles(page);
  return page.components.flatMap(({ name, span }) => {
    const path = paths.get(name);
    return path !== undefined && files.has(path as FilePath)
      ? [{ path: path as PagePath, offset: span.start }]
      : [];
  });
}

/** The first import of Markdown that leads to nothing we see: an alias, a package, a folder outside. */
export function unseenPartial(page: ScannedPage, files: ReadonlySet<FilePath>): string | undefined {
  const paths = importedFiles(page);
  const used = new Set(page.components.map(({ name }) => name));
  return page.imports.find(
    ({ name, from }) =>
      used.has(name) && /\.mdx?$/.test(from) && !files.has((paths.get(name) ?? "") as FilePath),
  )?.from;
}

function importedFiles(page: ScannedPage): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const { name, from } of page.imports) {
    if (!/\.mdx?$/.test(from)) continue;
    const path = from.startsWith(".")
      ? joinPath(folderOf(page.path), from)
      : /^[@~]\/(?=.)/.test(from)
        ? from.slice(2)
        : undefined;
    if (path !== undefined) paths.set(name, path);
  }
  return paths;
}
