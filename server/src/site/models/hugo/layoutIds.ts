// Ids that the templates of a site and its themes give a page beside its content: those that stand in them as they are, and
// the kinds of pages whose own templates make ids. Which template a page gets is not followed; so such an id may be there.

import type { FilePath } from "../../site.ts";
import type { Mounts } from "./mounts.ts";

export interface LayoutIds {
  readonly fixed: ReadonlySet<string>;
  /** Types of pages (folders of layouts/) whose templates write ids that they compute. */
  readonly types: ReadonlySet<string>;
}

/** The templates of pages; those of shortcodes and of Markdown's own elements are read elsewhere. */
export function isPageTemplate(path: string): boolean {
  return /(?:^|\/)layouts\/.+\.html$/.test(path) && !/\/(?:_?shortcodes|_markup)\//.test(path);
}

/** Folders of layouts/ that are no type's. */
const shared = /^(?:_?partials|_default|_internal|taxonomy|[^/]*\.html$)/;

export function readLayoutIds(texts: ReadonlyMap<FilePath, string>, { layouts }: Mounts): LayoutIds {
  const fixed = new Set<string>();
  const types = new Set<string>();
  for (const [path, text] of texts) {
    const root = layouts.find(({ source }) => path.startsWith(`${source}/`));
    if (!root || !isPageTemplate(path)) continue;
    for (const [, id = ""] of text.matchAll(/<[a-zA-Z][^<>]*?\sid=["']?([^"'{}\s>]+)["'\s>]/g)) fixed.add(id);
    const below = path.slice(root.source.length + 1);
    if (!shared.test(below) && /\sid=["']?\{\{/.test(text)) types.add(below.split("/")[0] ?? "");
  }
  return { fixed, types };
}
