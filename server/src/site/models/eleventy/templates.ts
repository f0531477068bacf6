// The files of an Eleventy project beside its Markdown: data that folders hand down to their templates, templates in other
// languages, and files that are copied as they are.

import { readData } from "../../../data/readData.ts";
import { at } from "../../../data/value.ts";
import type { FrontmatterValue } from "../../../frontmatter/frontmatter.ts";
import { entryOf, stringKey } from "../../../frontmatter/keys.ts";
import { scanFrontmatter } from "../../../frontmatter/scanFrontmatter.ts";
import { folderOf, nameOf, routeKey } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import { globMatcher } from "../common/globs.ts";
import type { EleventyConfig } from "./config.ts";
import { type Written, writtenAt } from "./permalink.ts";

const languages = /\.(?:html|liquid|njk|hbs|ejs|mustache|haml|pug|webc|11ty\.[cm]?[jt]s)$/;

/** Is it a file whose text tells where a template is written, or what a folder hands down? */
export function tellsOfTemplates(path: string): boolean {
  return /\.(?:njk|liquid)$|\.11tydata\.(?:json|[cm]?js)$|(?:^|\/)([^/]+)\/\1\.json$|(?:^|\/)\.eleventyignore$/.test(
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

export type HandedDown = (path: string) => FrontmatterValue | undefined;

/** The `permalink` that a template takes from the data of its own file and of the folders above it; the nearest counts. */
export function handedDown(texts: ReadonlyMap<FilePath, string>): HandedDown {
  const values = new Map<string, FrontmatterValue>();
  for (const [path, text] of texts) {
    if (!/\.11tydata\.|\.json$/.test(path)) continue;
    const value = at(readData(path, text), "permalink");
    const owner = `${folderOf(path)}/${nameOf(path).replace(/(?:\.11tydata)?\.\w+$/, "")}`.replace(/^\//, "");
    if (value && value.kind !== "unread" && value.kind !== "list" && value.kind !== "map")
      values.set(owner, value);
  }
  return (path) => {
    const own = values.get(path.replace(/\.\w+$/, ""));
    let folder = folderOf(path);
    for (let found = own; ; folder = folderOf(folder)) {
      found ??= values.get(folder === "" ? "" : `${folder}/${nameOf(folder)}`);
      if (found || folder === "") return found;
    }
  };
}

export interface OtherTemplates {
  readonly routes: ReadonlySet<string>;
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
  const prefixes: string[] = [];
  for (const path of files) {
    const below = languages.test(path) ? belowInput(path, config) : undefined;
    if (below === undefined) continue;
    const { frontmatter } = scanFrontmatter(texts.get(path) ?? "");
    const permalink = entryOf(frontmatter, "permalink")?.value ?? inherited(path);
    const stem = below.replace(languages, "");
    const written: Written = writtenAt(permalink, { stem, title: stringKey(frontmatter, "title") });
    const several = entryOf(frontmatter, "pagination") !== undefined || path.includes(".11ty.");
    if (written === "unread" || several) prefixes.push(fixedStart(permalink, written));
    if (written !== "none" && written !== "unread") routes.add(routeKey(written.route));
  }
  return { routes, prefixes };
}

function fixedStart(permalink: FrontmatterValue | undefined, written: Written): string {
  if (permalink?.kind === "string")
    return `/${permalink.value.replace(/^\//, "").replace(/[^/]*\{.*$/s, "")}`;
  return typeof written === "object" ? written.route : "/";
}

/** The file that is copied to an address. */
export function copiedFile(
  files: ReadonlySet<FilePath>,
  address: string,
  config: EleventyConfig,
): FilePath | undefined {
  for (const { from, to } of config.copies) {
    const glob = /[*?{[]/.test(from);
    if (glob && to === undefined) {
      const path = `${config.input === "" ? "" : `${config.input}/`}${address.slice(1)}` as FilePath;
      if (files.has(path) && globMatcher([from], { dot: true })(path)) return path;
      continue;
    }
    const target = `/${to ?? withoutInput(from, config)}`.replace(/\/$/, "");
    if (address !== target && !address.startsWith(`${target}/`)) continue;
    const path = (from + address.slice(target.length)) as FilePath;
    if (files.has(path)) return path;
  }
  return undefined;
}

function withoutInput(path: string, { input }: EleventyConfig): string {
  return input !== "" && path.startsWith(`${input}/`) ? path.slice(input.length + 1) : path;
}
