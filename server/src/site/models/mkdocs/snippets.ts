// Files that a page shows within it: by `--8<--` (pymdownx/snippets.py), and by the plugin mkdocs-include-markdown.

import type { Shortcode } from "../../../markdown/markdownScan.ts";
import type { PagePath, ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, joinPath, nameOf } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { Inclusion } from "../../siteModel.ts";
import { linePart } from "../common/linePart.ts";
import type { MkdocsConfig } from "./config.ts";
import { isMkdocsPage } from "./configFile.ts";

type Files = ReadonlySet<FilePath>;

export function shownFiles(page: ScannedPage, config: MkdocsConfig, files: Files): readonly Inclusion[] {
  const own = page.shortcodes.flatMap((shortcode) => {
    const path = fileOf(shortcode, page, config, files);
    if (path === undefined || !isMkdocsPage(path)) return [];
    const part = lineRange(shortcode);
    return [
      { path: path as string as PagePath, offset: shortcode.span.start, ...(part && { part: part.of }) },
    ];
  });
  const appended = (config.markdown.snippets?.append ?? []).flatMap((written) => {
    const path = snippetFile(written, config, files);
    return path !== undefined && isMkdocsPage(path) && path !== (page.path as string)
      ? [{ path: path as string as PagePath, offset: page.lines.length }]
      : [];
  });
  return [...own, ...appended];
}

/** What a page shows that can't be seen here: a remote file, a part of a file. */
export function unseenFile(page: ScannedPage, config: MkdocsConfig, files: Files): string | undefined {
  return page.shortcodes.find(
    (one) => isIncluding(one) && (fileOf(one, page, config, files) === undefined || isPart(one)),
  )?.args;
}

/** May the file be shown within pages? It is Markdown below one of the folders that snippets are looked for in. */
export function mayBeShown(path: string, config: MkdocsConfig): boolean {
  const { snippets } = config.markdown;
  if (!isMkdocsPage(path) || (!snippets && !config.plugins.has("include-markdown"))) return false;
  if (/(?:^|\/)(?:node_modules|\.[^/]+)\//.test(path)) return false;
  return (snippets?.bases ?? ["."]).some((base) => {
    const folder = baseFolder(base, config);
    if (folder === path) return true;
    if (folder === undefined) return false;
    // Where all of the repository may be shown, what lies deep in it rarely is.
    if (folder === "")
      return !path.includes("/") || /(?:^|\/)(?:includes?|snippets?|partials?|docs)\//.test(path);
    return path.startsWith(`${folder}/`);
  });
}

function isIncluding({ name }: Shortcode): boolean {
  return name === "--8<--" || name === "include-markdown" || name === "include";
}

/** `file.md:section`, and what stands between marks of include-markdown: parts that only the file's text tells. */
function isPart(shortcode: Shortcode): boolean {
  const { name, args } = shortcode;
  if (name !== "--8<--") return /\b(?:start|end)\s*=/.test(args);
  return lineRange(shortcode) === undefined && /^(?!https?:).*:[\w-]+$/.test(args);
}

/** `file.md:3:10`, `file.md:3` and `file.md::10` show some lines. */
function lineRange({
  name,
  args,
}: Shortcode): { readonly file: string; readonly of: Inclusion["part"] } | undefined {
  const found = name === "--8<--" ? /^(?!https?:)(.*?):(\d*)(?::(\d*))?$/.exec(args) : null;
  if (!found) return undefined;
  const [, file = "", first = "", last = ""] = found;
  return { file, of: linePart(Number(first || 1), last === "" ? undefined : Number(last)) };
}

function fileOf(
  shortcode: Shortcode,
  page: ScannedPage,
  config: MkdocsConfig,
  files: Files,
): FilePath | undefined {
  const { name, args } = shortcode;
  if (!isIncluding(shortcode) || isPart(shortcode)) return undefined;
  if (name === "--8<--") return snippetFile(lineRange(shortcode)?.file ?? args, config, files);
  const written = /^["']([^"']+)["']/.exec(args)?.[1];
  if (written === undefined) return undefined;
  const places = [
    joinPath(folderOf(page.path), written),
    joinPath(config.docsDir, written.replace(/^\//, "")),
  ];
  return places.find((place): place is FilePath => place !== undefined && files.has(place as FilePath)) as
    | FilePath
    | undefined;
}

/** The file in the first of the folders that has it; a base that is a file has that one only. */
function snippetFile(written: string, config: MkdocsConfig, files: Files): FilePath | undefined {
  for (const base of config.markdown.snippets?.bases ?? []) {
    const folder = baseFolder(base, config);
    if (folder === undefined) continue;
    const isFile = files.has(folder as FilePath);
    if (isFile && nameOf(folder) === written) return folder as FilePath;
    const path = isFile ? undefined : joinPath(folder, written);
    if (path !== undefined && files.has(path as FilePath)) return path as FilePath;
  }
  return undefined;
}

/** A base path is read from the folder of mkdocs.yml; `!relative $config_dir` names it. */
function baseFolder(base: string, config: MkdocsConfig): string | undefined {
  const below = base.replace(/^\$config_dir\/?|^\$docs_dir/, (name) =>
    name === "$docs_dir" ? config.docsDir : "",
  );
  return joinPath(folderOf(config.file ?? ""), below);
}
