// What an Eleventy configuration says of folders, passthrough copies and heading ids, read without running it: the values
// that it returns or exports, and the calls that it makes (11ty.dev/docs/config).

import { readScript, type Script } from "../../../data/readScript.ts";
import { at, type DataValue, entriesAt, stringAt } from "../../../data/value.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree, SiteOverrides, UnreadConfig } from "../../siteModel.ts";
import { globMatcher, unmatchedGlobs } from "../common/globs.ts";
import { folderOfPages, isThere, missingPaths } from "../common/namedPaths.ts";

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
  /** How headings get ids: Eleventy's own plugin, markdown-it-anchor as it comes, not at all, or in a way that can't be read. */
  readonly ids: "plugin" | "anchor" | "none" | "unread";
  readonly unread: readonly UnreadConfig[];
}

const names = /^(?:\.eleventy\.[cm]?js|eleventy\.config\.(?:[cm]?js|[cm]?ts))$/;

export function isEleventyConfig(name: string): boolean {
  return names.test(name);
}

export function readEleventyConfig({ texts, files }: FileTree, overrides: SiteOverrides): EleventyConfig {
  const file = [...texts.keys()].find((path) => names.test(path));
  const text = (file && texts.get(file)) ?? "";
  const script = readScript(file ?? "", text, (path) => texts.get(path as FilePath));
  const settings = script.named.get("config") ?? script.main;
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
    ids: idsOf(text, overrides.slugger),
    unread:
      file === undefined
        ? []
        : [
            ...unreadOf(script, file),
            ...missingPaths(
              [{ value: folder("input"), path: trimmed(dir("input") ?? ""), instead: input }],
              file,
              files,
            ),
          ],
  };
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

function unreadOf(script: Script, file: FilePath): readonly UnreadConfig[] {
  return script.calls.flatMap(({ callee, arguments: [what] }) =>
    callee === "add" || callee === "addPassthroughCopy" ? unmatchedGlobs(what, file) : [],
  );
}

/** By the names of the two plugins that give ids; where a slug function is handed in, what it does is not known. */
function idsOf(text: string, rule: string | undefined): EleventyConfig["ids"] {
  if (rule !== undefined) return "plugin";
  const custom = /\bslugify\s*[:(,]|\bslugify\s*}/.test(text.replace(/addFilter\([^)]*\)/g, ""));
  if (/\bIdAttributePlugin\b/.test(text)) return custom ? "unread" : "plugin";
  if (/markdown-it-anchor/.test(text)) return custom ? "unread" : "anchor";
  return "none";
}

function trimmed(path: string): string {
  return path.replace(/^(?:\.?\/)+|\/+$/g, "").replace(/^\.$/, "");
}
