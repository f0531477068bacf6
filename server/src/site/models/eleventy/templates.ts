// The files of an Eleventy project beside its Markdown: data that folders hand down to their templates, templates in other
// languages, and files that are copied as they are.

import { readData } from "../../../data/readData.ts";
import { at, type DataValue } from "../../../data/value.ts";
import type { Frontmatter } from "../../../frontmatter/frontmatter.ts";
import { entryOf, stringKey } from "../../../frontmatter/keys.ts";
import { scanFrontmatter } from "../../../frontmatter/scanFrontmatter.ts";
import { folderOf, nameOf, routeKey } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { EleventyConfig } from "./config.ts";
import { type Permalink, type Written, writtenAt } from "./permalink.ts";

const languages = /\.(?:html|liquid|njk|hbs|ejs|mustache|haml|pug|webc|11ty\.[cm]?[jt]s)$/;

/** Is it a file whose text tells where a template is written, or what a folder hands down? */
export function tellsOfTemplates(path: string): boolean {
  return /\.(?:njk|liquid)$|\.11tydata\.(?:json|[cm]?js)$|(?:^|\/)eleventyComputed\.[cm]?js$|(?:^|\/)([^/]+)\/\1\.json$|(?:^|\/)\.eleventyignore$/.test(
    path,
  );
}

/** The path below the input folder; undefined for what is no template there. */
export function belowInput(path: string, config: EleventyConfig): string | undefined {
  const { input, besides, ignores } = config;
  if (input !== "" && !path.startsWith(`${input}/`)) return undefined;
  if (besides.some((folder) => path.startsWith(`${folder}/`)) || ignores(path)) return undefined;
  return input === "" ? path : path.slice(input.length + 1);
}

export interface HandedDown {
  /** The `permalink` that a template takes from the data of its own file and of the folders above it; the nearest counts. */
  permalink(path: string): Permalink | undefined;
  /** That of `eleventyComputed`, which wins over the template's own (11ty.dev/docs/data-computed). */
  computed(path: string): Permalink | undefined;
}

export function handedDown(texts: ReadonlyMap<FilePath, string>, config: EleventyConfig): HandedDown {
  const values = new Map<string, DataValue>();
  const computed = new Map<string, DataValue>();
  for (const [path, text] of texts) {
    if (!/\.11tydata\.|\.json$|\/eleventyComputed\.[cm]?js$/.test(path)) continue;
    const data = readData(path, text);
    const global = /(?:^|\/)eleventyComputed\.\w+$/.test(path);
    const owner = global
      ? ""
      : `${folderOf(path)}/${nameOf(path).replace(/(?:\.11tydata)?\.\w+$/, "")}`.replace(/^\//, "");
    const value = at(data, "permalink") ?? (data?.kind === "unread" && !global ? data : undefined);
    if (global && value) computed.set("", value);
    else if (value && value.kind !== "null") values.set(owner, value);
    const made = at(data, "eleventyComputed", "permalink");
    if (made) computed.set(owner, made);
  }
  return {
    permalink: (path) => nearest(values, path) ?? config.permalink,
    computed: (path) => nearest(computed, path),
  };
}

function nearest(values: ReadonlyMap<string, DataValue>, path: string): DataValue | undefined {
  const own = values.get(path.replace(/\.\w+$/, ""));
  let folder = folderOf(path);
  for (let found = own; ; folder = folderOf(folder)) {
    found ??= values.get(folder === "" ? "" : `${folder}/${nameOf(folder)}`);
    if (found || folder === "") return found ?? values.get("");
  }
}

/** The permalink that counts for a template, its own frontmatter among what may say it. */
export function permalinkOf(
  path: string,
  frontmatter: Frontmatter | undefined,
  inherited: HandedDown,
): Permalink | undefined {
  return (
    valueAt(frontmatter, "eleventyComputed", "permalink") ??
    inherited.computed(path) ??
    entryOf(frontmatter, "permalink")?.value ??
    inherited.permalink(path)
  );
}

function valueAt(frontmatter: Frontmatter | undefined, outer: string, key: string): Permalink | undefined {
  const value = entryOf(frontmatter, outer)?.value;
  return value?.kind === "map" ? value.entries.findLast((entry) => entry.key === key)?.value : undefined;
}

export interface OtherTemplates {
  readonly routes: ReadonlySet<string>;
  /** The address of each, by its path. */
  readonly byPath: ReadonlyMap<string, string>;
  /** What the addresses of templates begin with that make several pages, or whose place can't be read. */
  readonly prefixes: readonly string[];
}

/** Where templates in other languages than Markdown are written. */
export function otherTemplates(
  files: ReadonlySet<FilePath>,
  texts: ReadonlyMap<FilePath, string>,
  config: EleventyConfig,
  inherited: HandedDown,
): OtherTemplates {
  const routes = new Set<string>();
  const byPath = new Map<string, string>();
  const prefixes: string[] = [];
  for (const path of files) {
    const below = languages.test(path) && isWritten(path, config) ? belowInput(path, config) : undefined;
    if (below === undefined) continue;
    const { frontmatter } = scanFrontmatter(texts.get(path) ?? "");
    const permalink = permalinkOf(path, frontmatter, inherited);
    const stem = below.replace(languages, "");
    const written: Written = writtenAt(permalink, { stem, title: stringKey(frontmatter, "title") });
    const several = entryOf(frontmatter, "pagination") !== undefined || path.includes(".11ty.");
    if (written === "unread" || several) prefixes.push(fixedStart(permalink, written));
    if (written === "none" || written === "unread") continue;
    routes.add(routeKey(written.route));
    byPath.set(path, written.route);
  }
  return { routes, byPath, prefixes };
}

function isWritten(path: string, { formats }: EleventyConfig): boolean {
  return formats === undefined || formats.length === 0 || formats.some((one) => path.endsWith(`.${one}`));
}

function fixedStart(permalink: Permalink | undefined, written: Written): string {
  if (permalink?.kind === "string")
    return `/${permalink.value.replace(/^\//, "").replace(/[^/]*\{.*$/s, "")}`;
  return typeof written === "object" ? written.route : "/";
}
