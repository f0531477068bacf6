// What .astro files bring to a page: the ids in their markup, and whether they may make others that only running them tells.

import type { ScannedPage } from "../../../page/scannedPage.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree } from "../../siteModel.ts";
import { modulePath } from "../common/modules.ts";
import { isContent } from "./collections.ts";

export interface ComponentIds {
  readonly ids: readonly string[];
  /** The file that makes ids by code, if one does. */
  readonly unseen: string | undefined;
}

/** How deep components are followed into one another. */
const deepest = 5;

/** The ids of a component's file and of those that it imports. */
export function componentIds(file: FilePath, tree: FileTree, depth = 0): ComponentIds {
  const text = tree.texts.get(file);
  if (text === undefined || depth > deepest) return { ids: [], unseen: undefined };
  const inner = importsOf(text).flatMap((from) => {
    const path = modulePath(from, file, tree);
    return path?.endsWith(".astro") ? [componentIds(path, tree, depth + 1)] : [];
  });
  return {
    ids: [...literalIds(text), ...inner.flatMap(({ ids }) => ids)],
    unseen: makesIds.test(text) ? file : inner.find(({ unseen }) => unseen !== undefined)?.unseen,
  };
}

/** What an MDX page imports and is code: each `.astro` file with its ids; other code can't be seen. */
export function importedIds(page: ScannedPage, tree: FileTree): ComponentIds {
  const ids: string[] = [];
  let unseen: string | undefined;
  for (const { from } of page.imports) {
    const path = modulePath(from, page.path as string as FilePath, tree);
    if (path === undefined || isContent(path)) continue;
    if (path.endsWith(".astro")) {
      const found = componentIds(path, tree);
      ids.push(...found.ids);
      unseen ??= found.unseen;
    } else if (/\.(?:[jt]sx|vue|svelte)$/.test(path)) unseen ??= path;
  }
  return { ids, unseen };
}

/** Content from elsewhere, ids from variables. */
const makesIds = /\bid=\{|\bset:html=|<Content\b|\brender\(|\bAstro\.glob\(/;

function literalIds(text: string): readonly string[] {
  return [...text.matchAll(/\sid=(?:"([^"]+)"|'([^']+)'|\{\s*["'`]([^"'`${}]+)["'`]\s*\})/g)].map(
    ([, double, single, braced]) => double ?? single ?? braced ?? "",
  );
}

function importsOf(text: string): readonly string[] {
  return [...text.matchAll(/^\s*import\s[^"';]*?from\s*["']([^"']+)["']/gm)].map(([, from = ""]) => from);
}
