// What a Fumadocs site says of itself: its collections in source.config.*, where their pages are served in lib/source.*,
// and, on Next, base path and redirects in next.config.*. Read, never run.

import { readScript } from "../../../data/readScript.ts";
import {
  at,
  calledAt,
  type DataCall,
  type DataValue,
  itemsAt,
  stringAt,
  stringsAt,
} from "../../../data/value.ts";
import { joinPath, nameOf } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree, SiteOverrides, UnreadConfig } from "../../siteModel.ts";
import { missingPaths, type NamedPath } from "../common/namedPaths.ts";
import { readPathRules, type VercelRules } from "../common/redirects/readVercel.ts";

/** A folder of pages, and the address that they are served below. */
export interface Section {
  /** "content/docs" */
  readonly dir: string;
  /** "/docs"; "" for the root. */
  readonly baseUrl: string;
  readonly schema: DataValue | undefined;
}

export interface Languages {
  readonly all: readonly string[];
  readonly fallback: string;
  /** Whose addresses have no language in them. */
  readonly hidden: "never" | "default" | "always";
  /** Does a file's name tell its language (`a.cn.mdx`), or its first folder? */
  readonly by: "name" | "folder";
}

export interface FumadocsConfig {
  readonly file: FilePath | undefined;
  readonly sections: readonly Section[];
  readonly languages: Languages | undefined;
  /** Do slugs come from the frontmatter (`slugsFromData`)? */
  readonly slugKey: string | undefined;
  /** Are slugs made by code that we can't run? */
  readonly ownSlugs: boolean;
  readonly base: string;
  readonly rules: VercelRules;
  /** Does next.config have rewrites that we can't read? */
  readonly rewrites: boolean;
  /** Do pages resolve `./other.mdx` by file (`createRelativeLink`)? */
  readonly linksByFile: boolean;
  readonly unread: readonly UnreadConfig[];
}

export const sourceConfig = /^source\.config\.[cm]?[jt]s$/;
const loaderFile = /(?:^|\/)source(?:\/index)?\.[jt]sx?$/;
const nextConfig = /^next\.config\.[cm]?[jt]s$/;

export function isRead(path: string): boolean {
  const name = nameOf(path);
  return (
    sourceConfig.test(name) ||
    nextConfig.test(name) ||
    loaderFile.test(path) ||
    /(?:^|\/)i18n\.[jt]s$/.test(path) ||
    /(?:^|\/)meta\.(?:json|ya?ml)$/.test(path) ||
    /(?:^|\/)meta\.[\w-]+\.json$/.test(path) ||
    /(?:^|\/)\[\[?\.\.\.[\w-]+\]\]?\/page\.[jt]sx?$/.test(path)
  );
}

export function readFumadocs({ texts, files }: FileTree, overrides: SiteOverrides): FumadocsConfig {
  const file = [...texts.keys()].find((path) => sourceConfig.test(path));
  const collections = read(file, texts);
  const loaders = loadersOf(texts);
  const next = [...texts.keys()].find((path) => nextConfig.test(path));
  const nextValue = next && readScript(next, texts.get(next) ?? "", textAt(texts)).main;
  const [first] = loaders;
  const slugs = at(first?.options, "slugs");
  return {
    file,
    sections: sectionsOf(collections, loaders, overrides),
    languages: languagesOf(at(first?.options, "i18n"), texts),
    slugKey:
      slugs?.kind === "unread" && slugs.call?.name === "slugsFromData"
        ? (stringAt(slugs.call.arguments[0]) ?? "slug")
        : undefined,
    ownSlugs:
      (slugs !== undefined && !(slugs.kind === "unread" && slugs.call?.name === "slugsFromData")) ||
      at(first?.options, "url") !== undefined,
    base: pathOf(overrides.base ?? stringAt(nextValue, "basePath") ?? ""),
    rules: next ? readPathRules(redirectsOf(nextValue), next) : noRules,
    rewrites: at(nextValue, "rewrites") !== undefined,
    linksByFile: [...texts].some(
      ([path, text]) => /\/page\.[jt]sx?$/.test(path) && text.includes("createRelativeLink"),
    ),
    unread: [
      ...loaders.flatMap(({ options, file: path }) => unreadBase(options, path)),
      ...(file === undefined ? [] : missingPaths([...collections.values()].flatMap(namedBy), file, files)),
    ],
  };
}

const noRules: VercelRules = readPathRules(undefined, "" as FilePath);

function textAt(texts: FileTree["texts"]) {
  return (path: string) => texts.get(path as FilePath);
}

function read(file: FilePath | undefined, texts: FileTree["texts"]): ReadonlyMap<string, DataValue> {
  return file ? readScript(file, texts.get(file) ?? "", textAt(texts)).named : new Map();
}

interface Loader {
  readonly options: DataValue;
  readonly file: FilePath;
}

/** `export const source = loader({ baseUrl: "/docs", source: docs.toFumadocsSource() })`, also with the source as first of two. */
function loadersOf(texts: FileTree["texts"]): readonly Loader[] {
  return [...texts.keys()]
    .filter((path) => loaderFile.test(path))
    .flatMap((file) =>
      [...read(file, texts).values()].flatMap((value) => {
        const call = value.kind === "unread" && value.call?.name === "loader" ? value.call : undefined;
        const options = call?.arguments.at(-1);
        return call && options ? [{ options: withSource(options, call), file }] : [];
      }),
    );
}

function withSource(options: DataValue, call: DataCall): DataValue {
  const [source] = call.arguments;
  if (call.arguments.length < 2 || options.kind !== "map" || !source) return options;
  return {
    ...options,
    entries: [...options.entries, { key: "source", keySpan: source.span, value: source }],
  };
}

/** A collection by the loader that names it; one that none names is served at `/docs` when it is the only one. */
function sectionsOf(
  collections: ReadonlyMap<string, DataValue>,
  loaders: readonly Loader[],
  overrides: SiteOverrides,
): readonly Section[] {
  const [first] = loaders;
  const common = pathOf(stringAt(first?.options, "baseUrl") ?? "/docs");
  if (overrides.contentRoots)
    return overrides.contentRoots.map((dir) => ({ dir, baseUrl: common, schema: undefined }));
  const found = [...collections].flatMap(([name, value]) => {
    if (!isCollection(value) || stringAt(value, "type") === "meta") return [];
    const loader = loaders.find(({ options }) => names(at(options, "source"), name));
    if (!loader && (loaders.length > 0 || name !== "docs")) return [];
    const baseUrl = pathOf(stringAt(loader?.options, "baseUrl") ?? "/docs");
    const schema = at(value, "docs", "schema") ?? at(value, "schema");
    return foldersOf(value).map((dir) => ({ dir, baseUrl, schema }));
  });
  return found.length > 0 ? found : [{ dir: "content/docs", baseUrl: common, schema: undefined }];
}

/** `defineDocs({ … })` is read as what it is given, `defineDocs()` as the call that it is. */
function isCollection(value: DataValue): boolean {
  return value.kind === "map" || (value.kind === "unread" && value.call?.name === "defineDocs");
}

function namedBy(collection: DataValue): readonly NamedPath[] {
  if (!isCollection(collection)) return [];
  return itemsAt(collection, "dir").map((value) => ({ value, path: joinPath("", stringAt(value) ?? "") }));
}

function foldersOf(collection: DataValue): readonly string[] {
  const written = stringsAt(collection, "dir");
  const folders = (written.length > 0 ? written : ["content/docs"]).flatMap((dir) => joinPath("", dir) ?? []);
  return folders;
}

/** Is it `docs`, `docs.toFumadocsSource()`, `toFumadocsSource(docs, meta)`, `createMDXSource(docs)`? */
function names(source: DataValue | undefined, name: string): boolean {
  if (source?.kind !== "unread") return false;
  const { expression, call } = source;
  return (
    expression === name ||
    new RegExp(`(?:^|[^\\w.])${name.replace(/[^\w]/g, "\\$&")}(?![\\w$])`).test(expression) ||
    (call?.arguments ?? []).some((one) => names(one, name))
  );
}

function languagesOf(value: DataValue | undefined, texts: FileTree["texts"]): Languages | undefined {
  if (value === undefined) return undefined;
  const file = [...texts.keys()].find((path) => /(?:^|\/)i18n\.[jt]s$/.test(path));
  const named = read(file, texts);
  const config = value.kind === "map" ? value : (named.get("i18n") ?? [...named.values()][0]);
  const all = stringsAt(config, "languages");
  const fallback = stringAt(config, "defaultLanguage") ?? all[0];
  if (fallback === undefined || all.length === 0) return undefined;
  const hide = stringAt(config, "hideLocale");
  return {
    all,
    fallback,
    hidden: hide === "always" ? "always" : hide === "default-locale" ? "default" : "never",
    by: stringAt(config, "parser") === "dir" ? "folder" : "name",
  };
}

/** What its `redirects()` returns. */
function redirectsOf(config: DataValue | undefined): DataValue | undefined {
  const list = calledAt(config, "redirects");
  if (!list) return undefined;
  return { kind: "map", span: list.span, entries: [{ key: "redirects", keySpan: list.span, value: list }] };
}

function unreadBase(options: DataValue, file: FilePath): readonly UnreadConfig[] {
  const base = at(options, "baseUrl");
  if (base?.kind !== "unread") return [];
  return [{ file, span: base.span, expression: base.expression, setting: "base", decides: "base" }];
}

/** "/docs" of "docs/", "" of "/". */
function pathOf(written: string): string {
  const bare = written.replace(/^\/+|\/+$/g, "");
  return bare === "" ? "" : `/${bare}`;
}

/** Is a folder's site one of Next's: has it an app folder with pages? */
export function appFolder(files: ReadonlySet<FilePath>): string | undefined {
  for (const file of files) {
    const found = /^((?:src\/)?app)\/(?:.*\/)?(?:page|layout)\.[jt]sx?$/.exec(file);
    if (found) return found[1];
  }
  return undefined;
}
