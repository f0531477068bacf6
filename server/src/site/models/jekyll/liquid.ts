// The part of Liquid that addresses and headings are written with: values of the configuration and the page, tags that name
// a file, and the filters for addresses and plain text. Nothing is run; what is not understood has no value here.

import { at, type DataValue } from "../../../data/value.ts";
import type { PagePath, ScannedPage } from "../../../page/scannedPage.ts";
import type { FilePath, Page } from "../../site.ts";
import type { JekyllConfig } from "./config.ts";
import { kindOf } from "./kinds.ts";
import { slugify } from "./url.ts";
import { keyValue, textOf } from "./values.ts";

export interface LiquidContext {
  readonly config: JekyllConfig;
  readonly page: ScannedPage;
  readonly route: string | undefined;
  /** The address (without base path) of the file that `{% link %}` or `{% post_url %}` names; undefined where there is none. */
  readonly linked?: (tag: "link" | "post_url", name: string) => string | undefined;
}

/** "unknown": it depends on more than we read; "nothing": a tag names a file that there is not, on which the build fails. */
export type LiquidText = { readonly text: string } | { readonly name: string } | undefined;

const part = /\{\{-?\s*((?:[^}]|\}(?!\}))*?)\s*-?\}\}|\{%-?\s*(\w+)\s*((?:[^%]|%(?!\}))*?)\s*-?%\}/g;

/** The text with the values of its Liquid in their place; undefined where one is not known, `name` where a tag names nothing. */
export function fillLiquid(text: string, context: LiquidContext): LiquidText {
  let known = true;
  let missing: string | undefined;
  const filled = text.replace(
    part,
    (_, output: string | undefined, tag: string | undefined, args: string) => {
      const value = output !== undefined ? outputValue(output, context) : tagValue(tag ?? "", args, context);
      if (value === undefined) known = false;
      else if (typeof value !== "string") missing = value.name;
      return typeof value === "string" ? value : "";
    },
  );
  if (missing !== undefined) return { name: missing };
  return known ? { text: filled } : undefined;
}

export function hasLiquid(text: string): boolean {
  return text.includes("{{") || text.includes("{%");
}

function tagValue(tag: string, args: string, context: LiquidContext): string | { name: string } | undefined {
  if (tag === "raw" || tag === "endraw") return "";
  if (tag !== "link" && tag !== "post_url") return undefined;
  const named = hasLiquid(args) ? fillLiquid(args, context) : { text: args };
  if (!named || !("text" in named)) return named;
  const url = context.linked?.(tag, named.text.trim().replace(/^\//, ""));
  if (url === undefined) return context.linked ? { name: named.text.trim() } : undefined;
  // Jekyll 3 leaves the base path to the author.
  return context.config.plugins.major === 3 ? url : context.config.base + url;
}

function outputValue(expression: string, context: LiquidContext): string | undefined {
  const [first = "", ...filters] = splitOutside(expression, "|");
  let value = operand(first.trim(), context);
  for (const filter of filters) {
    const [, name = "", args = ""] = /^\s*(\w+)\s*:?([\s\S]*)$/.exec(filter) ?? [];
    const given =
      args.trim() === "" ? [] : splitOutside(args, ",").map((one) => operand(one.trim(), context));
    if (name === "default" && (value === undefined || value === "")) value = given[0];
    else if (value === undefined || given.includes(undefined)) return undefined;
    else value = applyFilter(name, value, given as readonly string[], context.config);
  }
  return value;
}

function applyFilter(
  name: string,
  value: string,
  [first = "", second = ""]: readonly string[],
  config: JekyllConfig,
): string | undefined {
  const filters: Readonly<Record<string, () => string>> = {
    relative_url: () => withBase(value, config),
    absolute_url: () => withOrigin(value, config),
    append: () => value + first,
    prepend: () => first + value,
    replace: () => (first === "" ? value : value.replaceAll(first, second)),
    replace_first: () => value.replace(first, () => second),
    remove: () => (first === "" ? value : value.replaceAll(first, "")),
    remove_first: () => value.replace(first, ""),
    strip_index: () => value.replace(/\/index\.html?$/, "/"),
    downcase: () => value.toLowerCase(),
    upcase: () => value.toUpperCase(),
    capitalize: () => value.charAt(0).toUpperCase() + value.slice(1).toLowerCase(),
    strip: () => value.trim(),
    lstrip: () => value.trimStart(),
    rstrip: () => value.trimEnd(),
    slugify: () =>
      slugify(
        value,
        first === "pretty" || first === "ascii" || first === "raw" ? first : "default",
      ).toLowerCase(),
    default: () => value,
    escape: () => value,
    escape_once: () => value,
    xml_escape: () => value,
    uri_escape: () => value,
    url_encode: () => value,
    cgi_escape: () => value,
  };
  return filters[name]?.();
}

function withBase(value: string, { base }: JekyllConfig): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(value)) return value;
  return base + (value === "" || value.startsWith("/") ? value : `/${value}`);
}

function withOrigin(value: string, config: JekyllConfig): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(value)) return value;
  return (textOf(at(config.data, "url")) ?? "").replace(/\/$/, "") + withBase(value, config);
}

function operand(source: string, context: LiquidContext): string | undefined {
  const quoted = /^"([^"]*)"$|^'([^']*)'$/.exec(source);
  if (quoted) return quoted[1] ?? quoted[2] ?? "";
  if (/^-?\d+(?:\.\d+)?$/.test(source)) return source;
  const path = /^[A-Za-z_][\w-]*(?:\.[\w-]+|\["[^"]+"\]|\['[^']+'\])*$/.test(source)
    ? [...source.matchAll(/[\w-]+|(?<=["'])[^"']+(?=["'])/g)].map(([name]) => name)
    : undefined;
  const [object, ...keys] = path ?? [];
  if (object === "site") return siteValue(keys, context.config);
  if (object === "page") return pageValue(keys, context);
  return object !== undefined && keys.length === 0 ? assigned(object, context) : undefined;
}

/** What Jekyll fills in beside the configuration: not to be read from there. */
const filledIn = new Set([
  "data",
  "pages",
  "posts",
  "github",
  "time",
  "collections",
  "tags",
  "categories",
  "static_files",
]);

function siteValue(keys: readonly string[], config: JekyllConfig): string | undefined {
  const [first = ""] = keys;
  if (keys.length === 1 && first === "baseurl") return config.base;
  if (filledIn.has(first) || config.collections.has(first)) return undefined;
  const value = at(config.data, ...keys);
  // A key that the configuration has not is empty; a theme may bring one.
  if (value === undefined) return config.plugins.theme === undefined && config.data ? "" : undefined;
  return scalar(value);
}

function pageValue(keys: readonly string[], { page, route, config }: LiquidContext): string | undefined {
  const [key = ""] = keys;
  if (keys.length !== 1) return undefined;
  if (key === "url") return route;
  if (key === "path") return page.path;
  if (key === "dir" && route !== undefined) return route.slice(0, route.lastIndexOf("/") + 1);
  const kind = kindOf(page.path, config);
  if (kind.kind === "none" || kind.kind === "include") return undefined;
  const value = keyValue(page, kind, config, key);
  if (value === undefined && !madeKeys.test(key) && config.plugins.unseen === undefined) return "";
  return value && scalar(value);
}

/** Keys that Jekyll and its plugins give a page by themselves (lib/jekyll/drops/, page.rb); of all others nothing is as good as empty. */
const madeKeys =
  /^(?:categories|category|collection|content|date|draft|excerpt|excerpt_separator|ext|id|image|lang|last_modified_at|last-modified-at|layout|locale|name|next|output|previous|relative_path|seo|size|slug|tags|title|description|author)$/;

function scalar(value: DataValue): string | undefined {
  return value.kind === "null" ? "" : textOf(value);
}

/** The value of a name that the page assigns once: `{% assign docs = "/docs" %}`. One that it never gives a value is empty. */
function assigned(name: string, context: LiquidContext): string | undefined {
  if (isUnset(name, context.page)) return "";
  const found = context.page.shortcodes.filter(
    (one) =>
      (one.name === "assign" || one.name === "capture") && new RegExp(`^${name}\\s*(?:=|$)`).test(one.args),
  );
  const [only] = found;
  if (found.length !== 1 || only?.name !== "assign") return undefined;
  const value = only.args.slice(only.args.indexOf("=") + 1).trim();
  return new RegExp(`\\b${name}\\b`).test(value) ? undefined : outputValue(value, context);
}

const ownNames =
  /^(?:include|layout|content|paginator|theme|jekyll|forloop|nil|null|true|false|empty|blank)$/;

/** Layouts are filled in after the page; what it includes may well give values to names. */
function isUnset(name: string, { shortcodes }: ScannedPage): boolean {
  const gives = new RegExp(`^${name}\\b`);
  return (
    !ownNames.test(name) &&
    !shortcodes.some(
      (one) => one.name.startsWith("include") || (giving.has(one.name) && gives.test(one.args)),
    )
  );
}

const giving = new Set(["assign", "capture", "for", "tablerow", "increment", "decrement"]);

function splitOutside(text: string, mark: string): readonly string[] {
  const parts: string[] = [];
  let quote = "";
  let from = 0;
  for (let pos = 0; pos < text.length; pos++) {
    const sign = text.charAt(pos);
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === mark) {
      parts.push(text.slice(from, pos));
      from = pos + 1;
    }
  }
  return [...parts, text.slice(from)];
}

/** Finds what the two tags name among the site's pages and files (lib/jekyll/tags/link.rb, post_url.rb). */
export function linkedUrl(
  tag: "link" | "post_url",
  name: string,
  site: { readonly pages: ReadonlyMap<PagePath, Page>; readonly files: ReadonlySet<FilePath> },
  config: JekyllConfig,
): string | undefined {
  const inSource = [config.source, name].filter((one) => one !== "").join("/");
  const inCollections = [config.source, config.collectionsDir, name].filter((one) => one !== "").join("/");
  if (tag === "link") {
    for (const path of [inSource, inCollections]) {
      const page = site.pages.get(path as PagePath);
      if (page?.route !== undefined) return page.route;
      const kind = kindOf(path, config);
      if (!page && kind.kind === "page" && site.files.has(path as FilePath)) return `/${kind.path}`;
    }
    return undefined;
  }
  const [, folder = "", file = ""] = /^(?:(.+)\/)?(\d+-\d+-\d+-.*)$/.exec(name) ?? [];
  for (const page of site.pages.values()) {
    const kind = kindOf(page.path, config);
    if (kind.kind !== "post" || page.route === undefined || file === "") continue;
    const inner = kind.path.replace(/\.[^./]+$/, "");
    const before = folder === "" ? "" : `${folder}/`;
    if (inner === `_posts/${before}${file}` || inner === `${before}_posts/${file}`) return page.route;
  }
  return undefined;
}
