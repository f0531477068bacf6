// What a VitePress configuration says of pages and addresses, read and never run: `.vitepress/config.*` or
// `.vitepress/config/index.*` (vitepress.dev/reference/site-config). What is absent or can't be read has VitePress's default.

import { readData } from "../../../data/readData.ts";
import { at, booleanAt, type DataValue, stringAt, stringsAt, unreadIn } from "../../../data/value.ts";
import { splitDestination } from "../../destination.ts";
import { joinPath } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree, SiteOverrides, UnreadConfig } from "../../siteModel.ts";
import { unmatchedGlobs } from "../common/globs.ts";
import { folderOfPages, missingPaths } from "../common/namedPaths.ts";
import { extendedConfig } from "./extended.ts";
import { type MarkdownRules, readMarkdownRules } from "./markdownRules.ts";
import { type Rewrites, readRewrites } from "./rewrites.ts";

export interface VitepressConfig {
  readonly file: FilePath | undefined;
  /** The whole of it, for the navigation. */
  readonly value: DataValue | undefined;
  /** The folder of the pages, and that of the static files. */
  readonly srcDir: string;
  readonly publicDir: string;
  readonly srcExclude: readonly string[];
  /** "/docs", or "". */
  readonly base: string;
  readonly cleanUrls: boolean;
  readonly rewrites: Rewrites;
  readonly hosts: readonly string[];
  readonly hasSitemap: boolean;
  /** May code of the site's own write further files when it is built (feeds, `llms.txt`)? */
  readonly writesFiles: boolean;
  readonly markdown: MarkdownRules;
  readonly unread: readonly UnreadConfig[];
}

const configName = /(?:^|\/)\.vitepress\/config(?:\/index)?\.m?[jt]s$/;

/** Is it the file in which VitePress looks for its configuration? */
export function isConfigFile(path: string): boolean {
  return configName.test(path);
}

/** Of the folder that holds `.vitepress/`: "docs" of `docs/.vitepress/config.ts`. */
export function folderOfConfig(path: string): string {
  const end = path.startsWith(".vitepress/") ? 0 : path.indexOf("/.vitepress/");
  return path.slice(0, Math.max(end, 0));
}

/** The configuration that lies highest in the tree; of several in one folder, the one that VitePress takes (its `resolveUserConfig`). */
export function configFileOf(paths: Iterable<string>): FilePath | undefined {
  const order = (path: string) =>
    ["js", "ts", "mjs", "mts"].indexOf(path.slice(path.lastIndexOf(".") + 1)) * 2 +
    (path.includes("/config/index.") ? 0 : 1);
  const depth = (path: string) => folderOfConfig(path).length;
  const [first] = [...paths].filter(isConfigFile).sort((a, b) => depth(a) - depth(b) || order(a) - order(b));
  return first as FilePath | undefined;
}

/** The value of a configuration file. */
export function readConfigValue(file: FilePath, texts: ReadonlyMap<FilePath, string>): DataValue | undefined {
  const value = readData(file, texts.get(file) ?? "", (path) => texts.get(path as FilePath));
  return value && extendedConfig(value);
}

/** The folder of the pages: as it is named, else the one that was probably meant. */
export function sourceFolder(
  folder: string,
  value: DataValue | undefined,
  files: ReadonlySet<FilePath>,
): string {
  const named = joinPath(folder, stringAt(value, "srcDir") ?? "") ?? folder;
  return folderOfPages(named, [], files, (one) => hasPages(files, one));
}

export function hasPages(files: ReadonlySet<FilePath>, folder: string): boolean {
  const before = folder === "" ? "" : `${folder}/`;
  for (const file of files) if (file.endsWith(".md") && file.startsWith(before)) return true;
  return false;
}

export function readVitepressConfig({ texts, files }: FileTree, overrides: SiteOverrides): VitepressConfig {
  const file = configFileOf(texts.keys());
  const value = file && readConfigValue(file, texts);
  const folder = file === undefined ? "" : folderOfConfig(file);
  const srcDir = overrides.contentRoots?.[0] ?? sourceFolder(folder, value, files);
  const host = splitDestination(stringAt(value, "sitemap", "hostname") ?? "").host;
  return {
    file,
    value,
    srcDir,
    publicDir: joinPath(srcDir, stringAt(value, "vite", "publicDir") ?? "public") ?? "public",
    srcExclude: stringsAt(value, "srcExclude"),
    base: baseOf(overrides.base ?? stringAt(value, "base")),
    cleanUrls: booleanAt(value, "cleanUrls") ?? false,
    rewrites: readRewrites(at(value, "rewrites")),
    hosts: overrides.hosts ?? (host === undefined ? [] : [host]),
    hasSitemap: host !== undefined,
    writesFiles: at(value, "buildEnd") !== undefined || at(value, "vite") !== undefined,
    markdown: {
      ...readMarkdownRules(
        at(value, "markdown"),
        [...texts].filter(([path]) => isSource(path)).map(([, text]) => text),
      ),
      ...(overrides.slugger !== undefined && { ownSlugs: false }),
    },
    unread:
      file === undefined
        ? []
        : [
            ...unreadOf(value, file, overrides),
            ...missingPaths(
              [
                {
                  value: at(value, "srcDir"),
                  path: joinPath(folder, stringAt(value, "srcDir") ?? ""),
                  instead: srcDir,
                },
              ],
              file,
              files,
            ),
          ],
  };
}

function isSource(path: string): boolean {
  return path.includes(".vitepress/");
}

/** `/docs` of "/docs/"; a base that is no path from the root (`./`) is none. */
function baseOf(base: string | undefined): string {
  return base?.startsWith("/") ? base.replace(/\/+$/, "") : "";
}

/** What would change addresses or ids if it could be read, with the setting that says it instead. */
const matters: readonly (Consequence & { readonly keys: readonly string[] })[] = [
  { keys: ["srcDir"], setting: "contentRoots", decides: "addresses" },
  { keys: ["base"], setting: "base", decides: "base" },
  { keys: ["sitemap", "hostname"], setting: "hosts" },
  { keys: ["srcExclude"], setting: "ignore" },
  { keys: ["cleanUrls"] },
  { keys: ["rewrites"], setting: "externalRoutes", decides: "addresses" },
  { keys: ["extends"], decides: "addresses" },
  { keys: ["..."], decides: "addresses" },
  { keys: ["markdown", "anchor", "slugify"], setting: "slugger" },
  { keys: ["themeConfig", "sidebar"] },
  { keys: ["themeConfig", "nav"] },
];

function unreadOf(
  value: DataValue | undefined,
  file: FilePath,
  overrides: SiteOverrides,
): readonly UnreadConfig[] {
  const whole: readonly Unread[] =
    value?.kind === "unread" ? [{ found: value, decides: "addresses" as const }] : [];
  const parts = matters.flatMap(({ keys, ...rest }): readonly Unread[] =>
    rest.setting !== undefined && overrides[rest.setting] !== undefined
      ? []
      : unreadIn(at(value, ...keys)).map((found) => ({ found, ...rest })),
  );
  const told = [...whole, ...parts].map(({ found, ...rest }) => ({
    file: (found.file ?? file) as FilePath,
    span: found.span,
    expression: found.expression,
    ...rest,
  }));
  return [...told, ...unmatchedGlobs(at(value, "srcExclude"), file)];
}

type Consequence = Pick<UnreadConfig, "setting" | "decides">;
type Unread = Consequence & { readonly found: ReturnType<typeof unreadIn>[number] };
