// What an Eleventy configuration says of folders, passthrough copies and heading ids, read without running it: the values
// that it returns or exports, and the calls that it makes (11ty.dev/docs/config).

import { readScript, type Script } from "../../../data/readScript.ts";
import { at, type DataValue, entriesAt, stringAt, stringsAt } from "../../../data/value.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree, SiteOverrides, UnreadConfig } from "../../siteModel.ts";
import { globMatcher, unmatchedGlobs } from "../common/globs.ts";
import { folderOfPages, isThere, missingPaths } from "../common/namedPaths.ts";
import { type EleventyMarkdown, readMarkdown } from "./markdown.ts";

export interface EleventyConfig {
  readonly file: FilePath | undefined;
  /** Folder of the templates, "" for the project's own. */
  readonly input: string;
  /** Folders of the input that hold no pages: includes, layouts, data, output. */
  readonly besides: readonly string[];
  /** "/docs", or "". */
  readonly base: string;
  /** Does a plugin put the base before site-root paths, so that authors write them without? */
  readonly addsBase: boolean;
  readonly copies: readonly { readonly from: string; readonly to: string | undefined }[];
  readonly ignores: (path: string) => boolean;
  readonly markdown: EleventyMarkdown;
  /** Is the plugin there that makes addresses of the paths of files? */
  readonly byFile: boolean;
  /** Are pages with `draft: true` left out of the build (a preprocessor of the site's own: 11ty.dev/docs/config-preprocessors)? */
  readonly leavesOutDrafts: boolean;
  /** Data that every template has: `addGlobalData("permalink", …)`. */
  readonly permalink: DataValue | undefined;
  /** Endings of the templates that are written; undefined: those that Eleventy knows. */
  readonly formats: readonly string[] | undefined;
  readonly unread: readonly UnreadConfig[];
}

/** Modules that a configuration imports for Markdown: `config/markdown.js`, `src/_11ty/plugins/index.js`. */
const modules =
  /^(?:[^/]+\/){0,3}(?:[^/]*(?:markdown|eleventy|11ty)[^/]*|_?(?:md|plugins|libraries)(?:\/index)?)\.(?:[cm]?js|[cm]?ts)$/i;

export function isEleventyModule(path: string): boolean {
  return modules.test(path) && !/\.(?:test|spec|d)\.[cm]?[jt]s$/.test(path);
}

const names = /^(?:\.eleventy\.[cm]?js|eleventy\.config\.(?:[cm]?js|[cm]?ts))$/;

export function isEleventyConfig(name: string): boolean {
  return names.test(name);
}

export function readEleventyConfig({ texts, files }: FileTree, overrides: SiteOverrides): EleventyConfig {
  const file = [...texts.keys()].find((path) => names.test(path));
  const source = (file && texts.get(file)) ?? "";
  const script = readScript(file ?? "", source, (path) => texts.get(path as FilePath));
  const settings = script.named.get("config") ?? script.main;
  const imported = importedBy(source, texts);
  const scripts = [script, ...imported.map(([path, text]) => readScript(path, text))];
  const text = [source, ...imported.map(([, one]) => one)].join("\n");
  const folder = (name: keyof typeof setters): DataValue | undefined =>
    called(script, setters[name]) ?? at(settings, "dir", name);
  const dir = (name: keyof typeof setters) => stringAt(folder(name));
  const named = trimmed(overrides.contentRoots?.[0] ?? dir("input") ?? "");
  const input = folderOfPages(named, [], files, (one) => isThere(one, files));
  const inside = (name: string) => (input === "" ? name : `${input}/${name}`);
  const besides = [
    inside(trimmed(dir("includes") ?? "_includes")),
    inside(trimmed(dir("layouts") ?? "_includes")),
    inside(trimmed(dir("data") ?? "_data")),
    trimmed(dir("output") ?? "_site"),
    "node_modules",
  ];
  const prefix = trimmed(overrides.base ?? stringAt(settings, "pathPrefix") ?? "");
  return {
    file,
    input,
    besides,
    base: prefix === "" ? "" : `/${prefix}`,
    addsBase: /\bHtmlBasePlugin\b/.test(text),
    copies: copiesOf(script),
    ignores: ignoresOf(script, texts),
    markdown: readMarkdown(scripts, text, overrides.slugger),
    byFile: /\bInputPathToUrlTransformPlugin\b/.test(text),
    leavesOutDrafts: scripts
      .flatMap((one) => one.callsTo(/^addPreprocessor$/))
      .some(({ arguments: [name] }) => /draft/i.test(stringAt(name) ?? "")),
    permalink: scripts
      .flatMap((one) => one.callsTo(/^addGlobalData$/))
      .find(({ arguments: [name] }) => stringAt(name) === "permalink")?.arguments[1],
    formats: at(settings, "templateFormats") && stringsAt(settings, "templateFormats"),
    unread:
      file === undefined
        ? []
        : [
            ...unreadOf(settings, file, overrides),
            ...unmatchedOf(script, file),
            ...missingPaths(
              [{ value: folder("input"), path: trimmed(dir("input") ?? ""), instead: input }],
              file,
              files,
            ),
          ],
  };
}

/** What would change addresses if it could be read. */
function unreadOf(
  settings: DataValue | undefined,
  file: FilePath,
  overrides: SiteOverrides,
): readonly UnreadConfig[] {
  const matters = [
    { value: at(settings, "pathPrefix"), setting: "base", decides: "base" },
    { value: at(settings, "dir", "input"), setting: "contentRoots", decides: "addresses" },
  ] as const;
  return matters.flatMap(({ value, ...rest }) =>
    value?.kind === "unread" && overrides[rest.setting] === undefined
      ? [{ file: (value.file ?? file) as FilePath, span: value.span, expression: value.expression, ...rest }]
      : [],
  );
}

/** Modules of the project that the configuration imports and that have to do with Markdown or with templates. */
function importedBy(source: string, texts: ReadonlyMap<FilePath, string>): readonly [FilePath, string][] {
  return [...texts].filter(([path, text]) => {
    const name = /([^/]+?)(?:\/index)?\.\w+$/.exec(path)?.[1] ?? path;
    return isEleventyModule(path) && !names.test(path) && importsName(source, name) && matters.test(text);
  });
}

const matters = /markdown-?it|IdAttributePlugin|InputPathToUrl|addPreprocessor|addGlobalData|HtmlBasePlugin/i;

function importsName(source: string, name: string): boolean {
  return new RegExp(`["']\\.[^"']*/${name.replace(/[^\w-]/g, ".")}(?:/index)?(?:\\.\\w+)?["']`).test(source);
}

/** The calls that set a folder, and win over the values that are returned. */
const setters = {
  input: "setInputDirectory",
  includes: "setIncludesDirectory",
  layouts: "setLayoutsDirectory",
  data: "setDataDirectory",
  output: "setOutputDirectory",
} as const;

function called(script: Script, name: string): DataValue | undefined {
  const [value] = script.calls.find(({ callee }) => callee === name)?.arguments ?? [];
  return value?.kind === "string" ? value : undefined;
}

function copiesOf(script: Script): EleventyConfig["copies"] {
  return script.calls
    .filter(({ callee }) => callee === "addPassthroughCopy")
    .flatMap(({ arguments: [what] }): EleventyConfig["copies"] => {
      if (what?.kind === "string") return [{ from: trimmed(what.value), to: undefined }];
      return entriesAt(what).map(({ key, value }) => ({
        from: trimmed(key),
        to: trimmed(stringAt(value) ?? ""),
      }));
    });
}

/** `eleventyConfig.ignores.add("drafts/**")` and the lines of `.eleventyignore`. */
function ignoresOf(script: Script, texts: ReadonlyMap<FilePath, string>): (path: string) => boolean {
  const added = script.calls.flatMap(({ callee, arguments: [what] }) =>
    callee === "add" && what?.kind === "string" ? [what.value] : [],
  );
  const lines = (texts.get(".eleventyignore" as FilePath) ?? "").split(/\r?\n/);
  const globs = [...added, ...lines]
    .map((line) => trimmed(line.trim()))
    .filter((line) => line !== "" && !line.startsWith("#"))
    .flatMap((line) => [line, `${line}/**`]);
  return globMatcher(globs, { dot: true });
}

/** Patterns that can't be matched. */
function unmatchedOf(script: Script, file: FilePath): readonly UnreadConfig[] {
  return script.calls.flatMap(({ callee, arguments: [what] }) =>
    callee === "add" || callee === "addPassthroughCopy" ? unmatchedGlobs(what, file) : [],
  );
}

function trimmed(path: string): string {
  return path.replace(/^(?:\.?\/)+|\/+$/g, "").replace(/^\.$/, "");
}
