// Partials that an MDX page shows by importing them: `import Steps from "./_steps.mdx"`, then `<Steps />`.

import type { PagePath, ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, isMarkdown, joinPath } from "../../routeKey.ts";
import type { Inclusion } from "../../siteModel.ts";

/** Each use of an imported Markdown file on the page. `resolve` finds what is not relative (`@site/…`). */
export function importedPartials(
  page: ScannedPage,
  resolve: (from: string) => string | undefined = () => undefined,
): readonly Inclusion[] {
  const paths = new Map<string, PagePath>();
  for (const { name, from } of page.imports) {
    const path = from.startsWith(".") ? joinPath(folderOf(page.path), from) : resolve(from);
    if (path !== undefined && isMarkdown(path)) paths.set(name, path as PagePath);
  }
  if (paths.size === 0) return [];
  return page.components.flatMap(({ name, span }) => {
    const path = paths.get(name);
    return path === undefined ? [] : [{ path, offset: span.start }];
  });
}
