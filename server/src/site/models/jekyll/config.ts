// A Jekyll site's `_config.yml`, with Jekyll's own value for whatever is absent or unreadable (lib/jekyll/configuration.rb).

import { readData } from "../../../data/readData.ts";
import { at, booleanAt, type DataValue, entriesAt, stringAt, stringsAt } from "../../../data/value.ts";
import { joinPath } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { SiteOverrides, UnreadConfig } from "../../siteModel.ts";
import { isCodeHost } from "../common/codeHosts.ts";
import { missingPaths, type NamedPath } from "../common/namedPaths.ts";
import { existingFolder } from "../common/treeFolders.ts";
import { type DefaultSet, readDefaults } from "./defaults.ts";
import { type NamePattern, namePattern } from "./glob.ts";
import { type Plugins, readPlugins } from "./plugins.ts";
import { type Sending, sendingLayouts } from "./sendingLayouts.ts";

export interface JekyllConfig {
  /** The file that was read, undefined where there is none. */
  readonly file: FilePath | undefined;
  readonly data: DataValue | undefined;
  /** Folder of the site's files below the root: "" or "docs". */
  readonly source: string;
  readonly hosts: readonly string[];
  /** `baseurl`, without a slash at its end. */
  readonly base: string;
  /** A style's name or a template. */
  readonly permalink: string;
  /** By label; `posts` among them. */
  readonly collections: ReadonlyMap<string, Collection>;
  readonly collectionsDir: string;
  readonly defaults: readonly DefaultSet[];
  readonly include: readonly NamePattern[];
  /** Without those that `include` names. */
  readonly exclude: readonly NamePattern[];
  /** With their dot, lower case. */
  readonly markdownExtensions: ReadonlySet<string>;
  readonly drafts: boolean;
  readonly unpublished: boolean;
  readonly future: boolean;
  readonly folders: { readonly includes: string; readonly layouts: string; readonly data: string };
  /** Layouts that send readers on, by name. */
  readonly sending: ReadonlyMap<string, Sending>;
  readonly kramdown: KramdownOptions;
  /** `markdown: kramdown`, or another converter whose ids are GitHub's or not known. */
  readonly converter: "kramdown" | "github" | "unknown";
  readonly plugins: Plugins;
  readonly paginate: number;
  readonly paginatePath: string;
  /** Does the host take the slash at the end of a page's address, or its absence, as the same? */
  readonly lenientSlash: boolean;
  readonly unread: readonly UnreadConfig[];
}

export interface Collection {
  readonly output: boolean;
  readonly permalink: string | undefined;
}

export interface KramdownOptions {
  readonly input: "gfm" | "kramdown";
  readonly parseBlockHtml: boolean;
  readonly autoIds: boolean;
  readonly idPrefix: string;
  readonly transliterated: boolean;
  /** Of its own parser: are ids made of a heading's text rather than of its source? */
  readonly idStripping: boolean;
}

const name = /^_config\.(?:ya?ml|toml)$/;

export function readJekyllConfig(
  texts: ReadonlyMap<FilePath, string>,
  files: ReadonlySet<FilePath>,
  overrides: SiteOverrides,
): JekyllConfig {
  const file = ["_config.yml", "_config.yaml", "_config.toml"].find((one) => texts.has(one as FilePath)) as
    | FilePath
    | undefined;
  const data = file && readData(file, texts.get(file) ?? "");
  const [first] = overrides.contentRoots ?? [];
  const dir = (key: string, fallback: string) => trimmed(stringAt(data, key) ?? fallback);
  const source = existingFolder(joinPath("", first ?? stringAt(data, "source") ?? "") ?? "", files);
  const included = [".htaccess", ...stringsAt(data, "include").map(trimmed)];
  const left = [...stringsAt(data, "exclude").map((one) => one.replace(/^\.?\//, "")), ...excluded];
  const layouts = dir("layouts_dir", "_layouts");
  return {
    file,
    data,
    source,
    hosts: overrides.hosts ?? hostsOf(data, texts),
    base: baseOf(overrides.base ?? stringAt(data, "baseurl") ?? ""),
    permalink: stringAt(data, "permalink") ?? "date",
    collections: readCollections(data),
    collectionsDir: dir("collections_dir", ""),
    defaults: readDefaults(data, dir("collections_dir", "")),
    include: included.map(namePattern),
    exclude: left.filter((one) => !included.includes(one)).map(namePattern),
    markdownExtensions: extensionsOf(stringAt(data, "markdown_ext") ?? "markdown,mkdown,mkdn,mkd,md"),
    drafts: booleanAt(data, "show_drafts") ?? false,
    unpublished: booleanAt(data, "unpublished") ?? false,
    future: booleanAt(data, "future") ?? false,
    folders: {
      includes: dir("includes_dir", "_includes"),
      layouts,
      data: dir("data_dir", "_data"),
    },
    sending: sendingLayouts(texts, source === "" ? layouts : `${source}/${layouts}`),
    kramdown: readKramdown(data),
    converter: converterOf(stringAt(data, "markdown") ?? "kramdown", overrides),
    plugins: readPlugins(data, texts, files),
    paginate: numberAt(data, "paginate"),
    paginatePath: stringAt(data, "paginate_path") ?? "/page:num",
    lenientSlash: overrides.trailingSlash === true,
    unread: file === undefined ? [] : missingPaths(namedBy(data, source), file, files),
  };
}

function namedBy(data: DataValue | undefined, source: string): readonly NamedPath[] {
  const inside = ["collections_dir", "includes_dir", "layouts_dir", "data_dir"].map((key) => ({
    value: at(data, key),
    path: joinPath(source, stringAt(data, key) ?? ""),
  }));
  return [
    { value: at(data, "source"), path: joinPath("", stringAt(data, "source") ?? ""), instead: source },
    ...inside,
  ];
}

/** Is it the name of a file with a site's configuration? */
export function isJekyllConfig(fileName: string): boolean {
  return name.test(fileName);
}

const excluded = [
  ".sass-cache",
  ".jekyll-cache",
  "gemfiles",
  "Gemfile",
  "node_modules",
  "vendor/bundle/",
  "vendor/cache/",
  "vendor/gems/",
  "vendor/ruby/",
];

/** The host of `url`; that of GitHub Pages' CNAME file where `url` has none of the site's own. */
function hostsOf(data: DataValue | undefined, texts: ReadonlyMap<FilePath, string>): readonly string[] {
  const url = /^(?:https?:)?\/\/([^/?#]+)/i.exec(stringAt(data, "url") ?? "")?.[1]?.toLowerCase();
  const cname = texts
    .get("CNAME" as FilePath)
    ?.trim()
    .toLowerCase();
  const found = [url, cname].filter(
    (one): one is string => one !== undefined && /^[\w.-]+(?::\d+)?$/.test(one),
  );
  const own = [...new Set(found)].filter(
    (one) => !isCodeHost(one) && !/^(?:localhost|127\.|0\.0\.0\.0)|^(?:www\.)?example\.com$/.test(one),
  );
  return url !== undefined && own[0] === url && !url.endsWith(".github.io") ? [url] : own;
}

function baseOf(baseurl: string): string {
  const clean = baseurl.trim().replace(/\/+$/, "");
  return clean === "" || clean.startsWith("/") ? clean : `/${clean}`;
}

function readCollections(data: DataValue | undefined): ReadonlyMap<string, Collection> {
  const found = new Map<string, Collection>();
  const value = at(data, "collections");
  if (value?.kind === "list")
    for (const label of stringsAt(value)) found.set(label, { output: false, permalink: undefined });
  for (const { key, value: one } of entriesAt(value))
    found.set(key, {
      output: booleanAt(one, "output") ?? false,
      permalink: stringAt(one, "permalink"),
    });
  return found.set("posts", { output: true, permalink: found.get("posts")?.permalink });
}

function readKramdown(data: DataValue | undefined): KramdownOptions {
  const input = stringAt(data, "kramdown", "input") ?? "GFM";
  return {
    input: input === "GFM" ? "gfm" : "kramdown",
    parseBlockHtml: booleanAt(data, "kramdown", "parse_block_html") ?? false,
    autoIds: booleanAt(data, "kramdown", "auto_ids") ?? true,
    idPrefix: stringAt(data, "kramdown", "auto_id_prefix") ?? "",
    transliterated: booleanAt(data, "kramdown", "transliterated_header_ids") ?? false,
    idStripping: booleanAt(data, "kramdown", "auto_id_stripping") ?? false,
  };
}

/** With a rule for ids in the settings, nothing of another converter matters that is not GitHub's, too. */
function converterOf(markdown: string, { slugger }: SiteOverrides): JekyllConfig["converter"] {
  if (/^kramdown$/i.test(markdown)) return "kramdown";
  return slugger !== undefined || /^(?:gfm|commonmarkghpages)$/i.test(markdown) ? "github" : "unknown";
}

function extensionsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(",").map((one) => `.${one.trim().toLowerCase()}`));
}

function numberAt(data: DataValue | undefined, key: string): number {
  const value = at(data, key);
  return value?.kind === "number" ? value.value : 0;
}

/** A path of the configuration without `./` before and slashes around it. */
function trimmed(path: string): string {
  return path.replace(/^\.(?:\/|$)/, "").replace(/^\/+|\/+$/g, "");
}
