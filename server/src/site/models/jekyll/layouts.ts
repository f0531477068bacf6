// Ids that a page gets from its layout: those of the site's own layouts, read from their files, and of a few widely used
// themes, which are no part of the folder.

import { readYaml } from "../../../frontmatter/readYaml.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import type { FilePath } from "../../site.ts";
import type { JekyllConfig } from "./config.ts";
import { kindOf } from "./kinds.ts";
import { keyValue, textOf } from "./values.ts";

/** The ids around the content of a page, by the layout that it names. */
export function layoutIds(
  page: ScannedPage,
  config: JekyllConfig,
  texts: ReadonlyMap<FilePath, string>,
): readonly string[] {
  const kind = kindOf(page.path, config);
  if (kind.kind === "none" || kind.kind === "include") return [];
  const own = idsOfLayout(textOf(keyValue(page, kind, config, "layout")), config, texts);
  return [...own, ...themeIds(config.plugins.theme ?? "")];
}

const deepest = 6;

function idsOfLayout(
  layout: string | undefined,
  config: JekyllConfig,
  texts: ReadonlyMap<FilePath, string>,
): readonly string[] {
  const ids = new Set<string>();
  let name = layout;
  for (let depth = 0; name !== undefined && depth < deepest; depth++) {
    const text = textAt(`${config.folders.layouts}/${name}.html`, config, texts);
    if (text === undefined) break;
    collect(text, ids, config, texts, 0);
    const header = /^---\s*\n([\s\S]*?)\n---/.exec(text)?.[1] ?? "";
    name = textOf(readYaml(header, 0).entries.find(({ key }) => key === "layout")?.value);
  }
  return [...ids];
}

function collect(
  text: string,
  ids: Set<string>,
  config: JekyllConfig,
  texts: ReadonlyMap<FilePath, string>,
  depth: number,
): void {
  for (const [, , id = ""] of text.matchAll(/<[a-zA-Z][^>]*?\s(?:id|name)=(["'])([^"'{}\s]+)\1/g))
    ids.add(id);
  if (depth >= deepest) return;
  for (const [, name = ""] of text.matchAll(/\{%-?\s*include(?:_cached)?\s+([\w./-]+)/g)) {
    const included = textAt(`${config.folders.includes}/${name}`, config, texts);
    if (included !== undefined) collect(included, ids, config, texts, depth + 1);
  }
}

function textAt(
  path: string,
  { source }: JekyllConfig,
  texts: ReadonlyMap<FilePath, string>,
): string | undefined {
  return texts.get((source === "" ? path : `${source}/${path}`) as FilePath);
}

function themeIds(theme: string): readonly string[] {
  if (theme.includes("just-the-docs"))
    return [
      "main-content",
      "main-content-wrap",
      "main-header",
      "site-nav",
      "search-input",
      "search-results",
      "menu-button",
    ];
  if (theme.includes("minimal-mistakes")) return ["main", "site-nav", "main-title", "page-title"];
  return theme.includes("minima") ? ["nav-trigger"] : [];
}
