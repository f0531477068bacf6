// Which folders hold a Hugo site: by its configuration, and Markdown below it.

import { folderOf, isMarkdown, nameOf } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree } from "../../siteModel.ts";
import { isPageTemplate } from "./layoutIds.ts";
import { isMarkupHook } from "./linkHook.ts";
import { isShortcodeTemplate } from "./shortcodeTemplates.ts";
import { isThemeFile } from "./themes.ts";
import { mayPinVersion } from "./version.ts";

const config =
  /(?:^|\/)(?:hugo|config)\.(?:toml|ya?ml|json)$|(?:^|\/)config\/(?:_default|production)\/.+\.(?:toml|ya?ml|json)$/;

export function readsForHugo(path: FilePath): boolean {
  return (
    config.test(path) ||
    mayPinVersion(path) ||
    isThemeFile(path) ||
    isMarkupHook(path) ||
    isShortcodeTemplate(path) ||
    isPageTemplate(path)
  );
}

/** `hugo.*` and `config/_default/` are Hugo's alone; `config.*` is taken where it names something of Hugo's, and content is there. */
export function findHugoRoots(tree: FileTree): readonly string[] {
  const roots = new Set<string>();
  for (const file of tree.files) {
    const [folder, name] = [folderOf(file), nameOf(file)];
    if (!/\.(?:toml|ya?ml|json)$/.test(name)) continue;
    if (/(?:^|\/)config\/_default$/.test(folder)) roots.add(folderOf(folderOf(folder)));
    else if (name.startsWith("hugo.") || (name.startsWith("config.") && isHugos(tree.texts.get(file))))
      roots.add(folder);
  }
  return [...roots].filter((root) => !isTheme(root, roots) && hasContent(tree, root));
}

function isHugos(text: string | undefined): boolean {
  return (
    text !== undefined &&
    /^\s*["']?(?:baseURL|languageCode|contentDir|publishDir|staticDir|defaultContentLanguage)["']?\s*[:=]/im.test(
      text,
    )
  );
}

/** A theme has a configuration of its own, and perhaps an example site. */
function isTheme(root: string, roots: ReadonlySet<string>): boolean {
  const site = /^(.*?)(?:^|\/)(?:themes|_vendor)\//.exec(`${root}/`)?.[1];
  return site !== undefined && roots.has(site);
}

function hasContent(tree: FileTree, root: string): boolean {
  const before = root === "" ? "" : `${root}/`;
  for (const file of tree.files) if (isMarkdown(file) && file.startsWith(before)) return true;
  return false;
}
