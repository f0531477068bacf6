// The content plugins' options, with Docusaurus' defaults: plugin-content-docs/src/options.ts, plugin-content-blog/src/options.ts,
// plugin-content-pages/src/options.ts.

import { at, booleanAt, type DataValue, itemsAt, stringAt, stringsAt } from "../../../data/value.ts";
import { joinPath } from "../../routeKey.ts";
import type { UnreadConfig } from "../../siteModel.ts";
import { globMatcher, unmatchedGlobs } from "../common/globs.ts";
import type { NamedPath } from "../common/namedPaths.ts";
import { type DocusaurusConfig, unreadAt } from "./config.ts";
import type { ContentKind, PluginUse } from "./plugins.ts";

export interface Instance {
  readonly kind: ContentKind;
  /** "default", or the `id` by which several of a kind are told apart. */
  readonly id: string;
  /** The folder of its files, below the root. */
  readonly folder: string;
  /** Where its pages begin: "docs", "/". */
  readonly routeBase: string;
  /** Is the file (path below the folder) a page of it? */
  readonly includes: (path: string) => boolean;
  readonly numberPrefixes: boolean;
  /** Of the sidebars; `false` for none, undefined: each folder lists itself. */
  readonly sidebarPath: string | false | undefined;
  readonly options: DataValue | undefined;
}

const defaults: Readonly<
  Record<ContentKind, { path: string; routeBasePath: string; include: readonly string[] }>
> = {
  docs: { path: "docs", routeBasePath: "docs", include: ["**/*.{md,mdx}"] },
  blog: { path: "blog", routeBasePath: "blog", include: ["**/*.{md,mdx}"] },
  pages: { path: "src/pages", routeBasePath: "/", include: ["**/*.{js,jsx,ts,tsx,md,mdx}"] },
};

export function usualFolder(kind: ContentKind): string {
  return defaults[kind].path;
}

/** utils/src/globUtils.ts: files and folders that begin with `_`, and tests. */
const excluded = ["**/_*.{js,jsx,ts,tsx,md,mdx}", "**/_*/**", "**/*.test.{js,jsx,ts,tsx}", "**/__tests__/**"];

export function readInstances(config: DocusaurusConfig): readonly Instance[] {
  return config.plugins.flatMap(({ kind, options }) => {
    if (kind !== "docs" && kind !== "blog" && kind !== "pages") return [];
    const instance = readInstance(kind, options, config.siteDir);
    return instance ? [instance] : [];
  });
}

/** Where a configuration can't be read and lies in a folder of its own: docs are often beside it. */
export function withDocsBeside(instances: readonly Instance[], folder: string): readonly Instance[] {
  return instances.map((one) => (one.kind === "docs" ? { ...one, folder } : one));
}

function readInstance(
  kind: ContentKind,
  options: DataValue | undefined,
  siteDir: string,
): Instance | undefined {
  const { path, routeBasePath, include } = defaults[kind];
  const folder = joinPath(siteDir, stringAt(options, "path") ?? path);
  if (folder === undefined) return undefined;
  const included = at(options, "include") ? stringsAt(options, "include") : include;
  const left = at(options, "exclude") ? stringsAt(options, "exclude") : excluded;
  return {
    kind,
    id: stringAt(options, "id") ?? "default",
    folder,
    routeBase: stringAt(options, "routeBasePath") ?? routeBasePath,
    includes: matcher(included, left),
    numberPrefixes: booleanAt(options, "numberPrefixParser") ?? true,
    sidebarPath: sidebarOf(options, siteDir),
    options,
  };
}

/** Folders that the settings name instead: those of a plugin stay what they are, others are docs. */
export function withContentRoots(
  instances: readonly Instance[],
  folders: readonly string[] | undefined,
): readonly Instance[] {
  if (folders === undefined) return instances;
  const docs = instances.find(({ kind }) => kind === "docs") ?? readInstance("docs", undefined, "");
  return folders.flatMap((folder) => {
    const own = instances.filter((one) => one.folder === folder);
    return own.length > 0 || !docs ? own : [{ ...docs, folder }];
  });
}

/** Options whose value decides where pages are, with the setting that helps; the sidebars decide of their categories alone. */
const matters = {
  "...": "contentRoots",
  path: "contentRoots",
  routeBasePath: "externalRoutes",
  numberPrefixParser: "externalRoutes",
  lastVersion: "externalRoutes",
  versions: "externalRoutes",
  sidebarPath: "externalRoutes",
} as const;

/** An option that is no text, though it must be one: what the model assumes instead may be wrong. */
export function unreadOptions(config: DocusaurusConfig): readonly UnreadConfig[] {
  return config.plugins.flatMap(({ kind, options }: PluginUse) => {
    if (kind === "other" || kind === "search") return [];
    if (options?.kind === "unread") return [unreadAt(options, config.file, matters.path, "addresses")];
    return [
      ...Object.entries(matters).flatMap(([key, setting]) => {
        const value = at(options, key);
        const decides = key === "sidebarPath" ? undefined : "addresses";
        return value?.kind === "unread" ? [unreadAt(value, config.file, setting, decides)] : [];
      }),
      ...unmatchedGlobs(at(options, "include"), config.file),
      ...unmatchedGlobs(at(options, "exclude"), config.file),
    ];
  });
}

/** The folders and sidebars' files that the configuration names; `instances` have what is read. */
export function namedPaths(config: DocusaurusConfig, instances: readonly Instance[]): readonly NamedPath[] {
  const { siteDir } = config;
  const named = config.plugins.flatMap(({ kind, options }) => {
    if (kind === "other" || kind === "search" || kind === "redirects") return [];
    const instead = instances.find((one) => one.options === options)?.folder;
    return [
      {
        value: at(options, "path"),
        path: joinPath(siteDir, stringAt(options, "path") ?? ""),
        ...(instead !== undefined && { instead }),
      },
      { value: at(options, "sidebarPath"), path: joinPath(siteDir, stringAt(options, "sidebarPath") ?? "") },
    ];
  });
  const dirs = itemsAt(config.data, "staticDirectories").map((value) => ({
    value,
    path: joinPath(siteDir, stringAt(value) ?? ""),
  }));
  return [...named, ...dirs];
}

function sidebarOf(options: DataValue | undefined, siteDir: string): string | false | undefined {
  const value = at(options, "sidebarPath");
  if (value?.kind === "boolean" && !value.value) return false;
  return value?.kind === "string" ? joinPath(siteDir, value.value) : undefined;
}

/** globby with `ignore`, as micromatch reads patterns; a hidden file is only matched by what is left out. */
function matcher(include: readonly string[], exclude: readonly string[]): (path: string) => boolean {
  const negated = include.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
  const wanted = matchAny(
    include.filter((pattern) => !pattern.startsWith("!")),
    false,
  );
  const left = matchAny([...exclude, ...negated], true);
  return (path) => wanted(path) && !left(path);
}

function matchAny(patterns: readonly string[], dot: boolean): (path: string) => boolean {
  return globMatcher(
    patterns.map((pattern) => pattern.replace(/^\.\//, "")),
    { dot },
  );
}
