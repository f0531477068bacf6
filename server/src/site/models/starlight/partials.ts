// Markdown that an MDX page imports and shows: `import Vpn from "../partials/vpn.mdx"` and `<Vpn />`. Each file counts its own ids.

import type { PagePath, ScannedPage } from "../../../page/scannedPage.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree, Inclusion } from "../../siteModel.ts";
import { isContent } from "./collections.ts";
import { modulePath } from "./components.ts";

export function importedPages(page: ScannedPage, tree: FileTree): readonly Inclusion[] {
  if (page.imports.length === 0) return [];
  const shown = new Map<string, PagePath>();
  for (const { name, from } of page.imports) {
    const path = modulePath(from, page.path as string as FilePath, tree);
    if (path !== undefined && isContent(path)) shown.set(name, path as string as PagePath);
  }
  return page.components.flatMap(({ name, span }) => {
    const path = shown.get(name.replace(/\.Content$/, ""));
    return path === undefined ? [] : [{ path, offset: span.start }];
  });
}
