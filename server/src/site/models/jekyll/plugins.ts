// Which plugins build the site: those that the configuration names, those of the Gemfile, and on GitHub Pages the ones that
// are always on. Without a Gemfile nothing says where the site is built; what speaks for GitHub Pages is listed below.

import {
  at,
  booleanAt,
  type DataValue,
  entriesAt,
  itemsAt,
  stringAt,
  stringsAt,
} from "../../../data/value.ts";
import type { FilePath } from "../../site.ts";
import { type NamePattern, namePattern } from "./glob.ts";

export interface Plugins {
  /** For the author: where the set comes from. */
  readonly why: string;
  readonly onGitHub: boolean;
  /** Jekyll's major version. `{% link %}` begins with the base path from 4 on. */
  readonly major: 3 | 4;
  readonly redirectFrom: boolean;
  readonly relativeLinks: false | { readonly collections: boolean; readonly exclude: readonly NamePattern[] };
  readonly readmeIndex: false | { readonly withFrontmatter: boolean; readonly removes: boolean };
  readonly optionalFrontmatter: false | { readonly removes: boolean };
  readonly sitemap: boolean;
  readonly feed: string | undefined;
  readonly paginate: boolean;
  /** Permalink templates by kind ("tag": "/tag/:name/") of jekyll-archives, those that are enabled. */
  readonly archives: ReadonlyMap<string, string>;
  /** A theme that is no part of the folder: it may bring files below /assets/ and ids of its layouts. */
  readonly theme: string | undefined;
  /** Something that may make pages which no file shows. */
  readonly unseen: string | undefined;
}

/** On GitHub Pages these are always on (github-pages, lib/github-pages/plugins.rb). */
const always = [
  "jekyll-optional-front-matter",
  "jekyll-readme-index",
  "jekyll-relative-links",
  "jekyll-titles-from-headings",
  "jekyll-default-layout",
];

/** The others that GitHub Pages allows (pages.github.com/versions); any other makes it no site of its. */
const allowed =
  /^(?:jekyll-(?:avatar|coffeescript|commonmark-ghpages|feed|gist|github-metadata|include-cache|mentions|octicons|paginate|redirect-from|remote-theme|sass-converter|seo-tag|sitemap|swiss|theme-.*)|jemoji|minima|github-pages)$/;

/** These make no pages beyond what the model knows. */
const harmless =
  /^(?:jekyll-(?:optional-front-matter|readme-index|relative-links|titles-from-headings|default-layout|redirect-from|sitemap|feed|seo-tag|archives|paginate|coffeescript|gist|github-metadata|mentions|avatar|include-cache|remote-theme|toc|last-modified-at|commonmark(?:-ghpages)?|sass-converter|watch|compose|admin|data|swiss|octicons|spaceship|target-blank|email-protect|minifier|assets|postcss|figure|image-size|picture-tag|responsive-image|scholar|katex|mermaid|plantuml|diagrams|emoji|jupyter-notebook|tidy|brotli|gzip|algolia|lunr-js-search|theme-.*)|jemoji|minima|just-the-docs|minimal-mistakes-jekyll|html-proofer|octopress-.*|github-pages|kramdown-.*|rouge|webrick)$/;

export function readPlugins(
  data: DataValue | undefined,
  texts: ReadonlyMap<FilePath, string>,
  files: ReadonlySet<FilePath>,
): Plugins {
  const gemfile = texts.get("Gemfile" as FilePath);
  const lock = texts.get("Gemfile.lock" as FilePath) ?? "";
  const named = ["plugins", "gems", "whitelist"].flatMap((key) => stringsAt(data, key));
  const grouped = gemfile === undefined ? [] : pluginsOfGemfile(gemfile);
  const { onGitHub, why } = whereBuilt(data, { gemfile, named, texts });
  const all = new Set([...named, ...grouped, ...(onGitHub ? always : [])]);
  const on = (name: string, key: string) => all.has(name) && booleanAt(data, key, "enabled") !== false;
  const required = booleanAt(data, "require_front_matter") === true;
  return {
    why,
    onGitHub,
    major: majorOf(onGitHub, `${gemfile ?? ""}\n${lock}`),
    redirectFrom: all.has("jekyll-redirect-from"),
    relativeLinks: on("jekyll-relative-links", "relative_links") && {
      collections: booleanAt(data, "relative_links", "collections") === true,
      exclude: stringsAt(data, "relative_links", "exclude").map(namePattern),
    },
    readmeIndex: on("jekyll-readme-index", "readme_index") && {
      withFrontmatter: booleanAt(data, "readme_index", "with_frontmatter") === true,
      removes: booleanAt(data, "readme_index", "remove_originals") === true,
    },
    optionalFrontmatter: on("jekyll-optional-front-matter", "optional_front_matter") &&
      !required && { removes: booleanAt(data, "optional_front_matter", "remove_originals") === true },
    sitemap: all.has("jekyll-sitemap"),
    feed: all.has("jekyll-feed")
      ? `/${(stringAt(data, "feed", "path") ?? "feed.xml").replace(/^\//, "")}`
      : undefined,
    paginate: all.has("jekyll-paginate"),
    archives: all.has("jekyll-archives") ? readArchives(data) : new Map(),
    theme: themeOf(data, onGitHub),
    unseen: unseenOf([...all], onGitHub ? noFiles : { texts, files }),
  };
}

function whereBuilt(
  data: DataValue | undefined,
  {
    gemfile,
    named,
    texts,
  }: {
    readonly gemfile: string | undefined;
    readonly named: readonly string[];
    readonly texts: ReadonlyMap<FilePath, string>;
  },
): { readonly onGitHub: boolean; readonly why: string } {
  if (gemfile !== undefined) {
    const onGitHub = /^\s*gem\s+["']github-pages["']/m.test(gemfile);
    return { onGitHub, why: onGitHub ? "the gem github-pages in the Gemfile" : "the Gemfile" };
  }
  if (named.some((name) => always.includes(name)))
    return { onGitHub: false, why: "the plugins that the configuration names" };
  const foreign = named.find((name) => !allowed.test(name)) ?? [...texts.keys()].find(isOwnPlugin);
  if (foreign !== undefined) return { onGitHub: false, why: `${foreign}, which GitHub Pages does not run` };
  if (named.includes("github-pages")) return { onGitHub: true, why: "the plugin github-pages" };
  const theme = stringAt(data, "theme") ?? "";
  const evidence =
    (at(data, "remote_theme") !== undefined && "remote_theme") ||
    (/^jekyll-theme-/.test(theme) && `the theme ${theme}`) ||
    (/\.github\.io\b/.test(stringAt(data, "url") ?? "") && "url") ||
    (at(data, "repository") !== undefined && "repository") ||
    (texts.has("CNAME" as FilePath) && "CNAME");
  if (evidence) return { onGitHub: true, why: `${evidence}, for GitHub Pages` };
  return named.length > 0
    ? { onGitHub: false, why: "the plugins that the configuration names" }
    : { onGitHub: true, why: "no Gemfile, for GitHub Pages" };
}

/** What stands in `group :jekyll_plugins`, which Jekyll loads by itself. */
function pluginsOfGemfile(gemfile: string): readonly string[] {
  const groups = [...gemfile.matchAll(/^\s*group\s+:jekyll_plugins\s+do\b([\s\S]*?)^\s*end\b/gm)].map(
    (one) => one[1],
  );
  const inline = gemfile.split("\n").filter((line) => /group:?\s*(?:=>)?\s*\[?\s*:jekyll_plugins/.test(line));
  return [...groups, ...inline].flatMap((text) =>
    [...(text ?? "").matchAll(/^\s*gem\s+["']([^"']+)["']/gm)].flatMap((one) => one[1] ?? []),
  );
}

function majorOf(onGitHub: boolean, gems: string): 3 | 4 {
  const exact =
    /^\s{4}jekyll \((\d+)\./m.exec(gems)?.[1] ??
    /gem\s+["']jekyll["']\s*,\s*["'][~>=\s]*(\d+)/.exec(gems)?.[1];
  if (exact !== undefined) return Number(exact) < 4 ? 3 : 4;
  return onGitHub ? 3 : 4;
}

/** jekyll-archives' own templates, for the kinds that `enabled` lists (or "all"). */
function readArchives(data: DataValue | undefined): ReadonlyMap<string, string> {
  const own: Readonly<Record<string, string>> = {
    year: "/:year/",
    month: "/:year/:month/",
    day: "/:year/:month/:day/",
    tag: "/tag/:name/",
    category: "/category/:name/",
  };
  const enabled = itemsAt(data, "jekyll-archives", "enabled").flatMap((one) =>
    one.kind === "string" ? [one.value] : one.kind === "boolean" && one.value ? ["all"] : [],
  );
  const kinds: Readonly<Record<string, string>> = { tags: "tag", categories: "category" };
  const wanted = enabled.includes("all") ? Object.keys(own) : enabled.map((one) => kinds[one] ?? one);
  const given = new Map(
    entriesAt(data, "jekyll-archives", "permalinks").map(({ key, value }) => [key, value]),
  );
  return new Map(
    wanted.flatMap((kind) => {
      const value = given.get(kind);
      const template = value?.kind === "string" ? value.value : own[kind];
      return template === undefined ? [] : [[kind, template] as const];
    }),
  );
}

function themeOf(data: DataValue | undefined, onGitHub: boolean): string | undefined {
  return (
    stringAt(data, "remote_theme") ??
    stringAt(data, "theme") ??
    (onGitHub ? "jekyll-theme-primer" : undefined)
  );
}

/** GitHub Pages runs no plugins of the site's own. */
const noFiles = { texts: new Map<FilePath, string>(), files: new Set<FilePath>() };

function unseenOf(
  names: readonly string[],
  { texts, files }: { readonly texts: ReadonlyMap<FilePath, string>; readonly files: ReadonlySet<FilePath> },
): string | undefined {
  const plugin = names.find((name) => !harmless.test(name));
  if (plugin !== undefined) return `the plugin ${plugin}`;
  for (const [path, text] of texts)
    if (isOwnPlugin(path) && /Generator\b|PageWithoutAFile|site\.pages\b|static_files\b/.test(text))
      return path;
  for (const path of files) if (isOwnPlugin(path) && !texts.has(path)) return path;
  return undefined;
}

function isOwnPlugin(path: string): boolean {
  return /^(?:[^/]+\/)?_plugins\/.+\.rb$/.test(path);
}
