// A Hugo site's configuration: hugo.* or config.* at the root, and the files of config/_default. Keys are compared without
// case, as Hugo does. What is absent or unreadable has Hugo's own default.

import { parse as parseJson } from "jsonc-parser";
import { getStaticTOMLValue, parseTOML } from "toml-eslint-parser";
import { parse as parseYaml } from "yaml";
import type { FilePath } from "../../site.ts";

export interface HugoConfig {
  /** The files that were read. */
  readonly files: readonly string[];
  readonly hosts: readonly string[];
  readonly contentDirs: readonly string[];
  readonly staticDirs: readonly string[];
  readonly uglyUrls: boolean;
  readonly keepCase: boolean;
  readonly ids: "github" | "github-ascii" | "blackfriday";
  /** Are ids made of a heading's source line rather than of its text (versions up to 0.144)? */
  readonly idsFromSource: boolean;
  /** Is the frontmatter key that rules building called `_build` alone (versions up to 0.144)? */
  readonly oldBuildKey: boolean;
  /** Do links go through Hugo's own link render hook, which finds pages by file? "maybe" where a theme or a hook of the site's own may do it. */
  readonly linkHook: "yes" | "maybe" | "no";
  /** Plural names of the taxonomies: "tags". */
  readonly taxonomies: readonly string[];
}

const main = /^(?:config\/_default\/)?(?:hugo|config)\.(?:toml|ya?ml|json)$/;
const part = /^config\/_default\/([^/.]+)\.(?:toml|ya?ml|json)$/;

/** Is this a file that holds configuration of a Hugo site at the root? */
export function isHugoConfig(path: string): boolean {
  return main.test(path) || part.test(path);
}

export function readHugoConfig(
  texts: ReadonlyMap<FilePath, string>,
  files: ReadonlySet<FilePath>,
): HugoConfig {
  const read = [...texts.keys()].filter((path) => isHugoConfig(path)).sort((a, b) => depth(b) - depth(a));
  let all: Table = {};
  for (const path of read) {
    const table = lowerKeys(parseConfig(path, texts.get(path) ?? ""));
    const name = part.exec(path)?.[1]?.toLowerCase();
    all = merge(all, main.test(path) || name === undefined ? table : { [name]: table });
  }
  return interpret(all, read, files);
}

type Table = Readonly<Record<string, unknown>>;

function interpret(all: Table, read: readonly string[], files: ReadonlySet<FilePath>): HugoConfig {
  const host = /^(?:https?:)?\/\/([^/?#]+)/i.exec(String(all["baseurl"] ?? ""))?.[1]?.toLowerCase();
  const ids = at(all, "markup", "goldmark", "parser", "autoheadingidtype");
  const taxonomies = all["taxonomies"];
  const old = !isNewer(at(all, "module", "hugoversion", "min"), 144);
  return {
    files: read,
    hosts: host === undefined || isPlaceholder(host) ? [] : [host],
    contentDirs: contentDirs(all),
    staticDirs: strings(all["staticdir"]) ?? ["static"],
    uglyUrls: all["uglyurls"] === true,
    keepCase: all["disablepathtolower"] === true,
    ids: ids === "github-ascii" || ids === "blackfriday" ? ids : "github",
    idsFromSource: old,
    oldBuildKey: old,
    linkHook: linkHook(all, files),
    taxonomies: isTable(taxonomies) ? Object.values(taxonomies).map(String) : ["tags", "categories"],
  };
}

function isPlaceholder(host: string): boolean {
  return /^(?:localhost|127\.|0\.0\.0\.0)|^(?:www\.)?example\.(?:org|com|net)$/.test(host);
}

function contentDirs(all: Table): readonly string[] {
  const languages = all["languages"];
  const own = isTable(languages)
    ? Object.values(languages).flatMap((one) => strings(at(one, "contentdir")) ?? [])
    : [];
  const mounts = at(all, "module", "mounts");
  const mounted = (Array.isArray(mounts) ? mounts : []).flatMap((mount) =>
    at(mount, "target") === "content" ? (strings(at(mount, "source")) ?? []) : [],
  );
  const found = [...(strings(all["contentdir"]) ?? []), ...own, ...mounted].map((dir) =>
    dir.replace(/^\.?\/+|\/+$/g, ""),
  );
  return found.length > 0 ? [...new Set(found)] : ["content"];
}

function linkHook(all: Table, files: ReadonlySet<FilePath>): HugoConfig["linkHook"] {
  const hook = at(all, "markup", "goldmark", "renderhooks", "link");
  const embedded = at(hook, "useembedded");
  if (embedded === "always" || embedded === "fallback" || at(hook, "enabledefault") === true) return "yes";
  for (const file of files)
    if (/^(?:themes\/[^/]+\/)?layouts\/.*render-link[^/]*\.html$/.test(file)) return "maybe";
  return all["theme"] !== undefined || at(all, "module", "imports") !== undefined ? "maybe" : "no";
}

/** Is the minimal version (0.123, "0.145.0", as number or text) above 0.minor? Where none is named, the newest is assumed. */
function isNewer(version: unknown, minor: number): boolean {
  const found = /^v?0\.(\d+)/.exec(String(version ?? ""))?.[1];
  return found === undefined || Number(found) > minor;
}

function parseConfig(path: string, text: string): unknown {
  try {
    if (path.endsWith(".toml")) return getStaticTOMLValue(parseTOML(text));
    return path.endsWith(".json")
      ? parseJson(text)
      : parseYaml(text, { logLevel: "silent", maxAliasCount: 100 });
  } catch {
    // Half-written configuration: the site keeps Hugo's defaults until it can be read.
    return {};
  }
}

function lowerKeys(value: unknown): Table {
  return isTable(value)
    ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key.toLowerCase(), lower(one)]))
    : {};
}

function lower(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lower);
  return isTable(value) ? lowerKeys(value) : value;
}

function merge(below: Table, above: Table): Table {
  const both = Object.entries(above).map(([key, value]) => {
    const other = below[key];
    return [key, isTable(value) && isTable(other) ? merge(other, value) : value] as const;
  });
  return { ...below, ...Object.fromEntries(both) };
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  let here = value;
  for (const key of keys) here = isTable(here) ? here[key] : undefined;
  return here;
}

function strings(value: unknown): readonly string[] | undefined {
  if (typeof value === "string") return [value];
  return Array.isArray(value) && value.every((one) => typeof one === "string") ? value : undefined;
}

function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function depth(path: string): number {
  return path.split("/").length;
}
