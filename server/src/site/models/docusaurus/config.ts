// docusaurus.config.*, read and never run. What is absent, of a wrong type or unreadable has Docusaurus' own default
// (core/src/server/configValidation.ts).

import { readData } from "../../../data/readData.ts";
import { at, booleanAt, type DataValue, entriesAt, stringAt, stringsAt } from "../../../data/value.ts";
import { folderOf, joinPath, nameOf } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree, SiteOverrides, UnreadConfig } from "../../siteModel.ts";
import { joinUrl } from "./joinUrl.ts";
import { type PluginUse, pluginUses } from "./plugins.ts";

export interface DocusaurusConfig {
  readonly file: FilePath;
  /** Its folder, which the paths in it are relative to; "" is the root itself. */
  readonly siteDir: string;
  /** All of it, for the parts that read more. */
  readonly data: DataValue | undefined;
  readonly hosts: readonly string[];
  /** "/" or "/docs/". */
  readonly base: string;
  /** Undefined: pages are written as folders, addresses stay as they are. */
  readonly trailingSlash: boolean | undefined;
  readonly staticDirs: readonly string[];
  readonly locales: readonly Locale[];
  /** How `.md` and `.mdx` files are read. */
  readonly format: "mdx" | "md" | "detect";
  readonly math: boolean;
  /** Do heading ids keep capitals? */
  readonly maintainCase: boolean;
  readonly plugins: readonly PluginUse[];
  readonly unread: readonly UnreadConfig[];
}

export interface Locale {
  readonly name: string;
  /** What its addresses begin with, without the site's base: "" of the default locale, "/fr". */
  readonly prefix: string;
  /** Its folder of translations; undefined where it has none. */
  readonly folder: string | undefined;
}

export const configName = /^docusaurus\.config\.[cm]?[jt]s$/;

/** The configuration files of a tree, the outermost first; of several in one folder the first that Docusaurus looks for. */
export function configFiles(files: ReadonlySet<FilePath>): readonly FilePath[] {
  const byFolder = new Map<string, FilePath>();
  for (const file of files) {
    if (!configName.test(nameOf(file)) || /(?:^|\/)node_modules\//.test(file)) continue;
    const other = byFolder.get(folderOf(file));
    if (other === undefined || rank(file) < rank(other)) byFolder.set(folderOf(file), file);
  }
  const depth = (file: string) => file.split("/").length;
  return [...byFolder.values()].sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
}

const order = [".ts", ".mts", ".cts", ".js", ".mjs", ".cjs"];

function rank(file: string): number {
  return order.indexOf(file.slice(file.lastIndexOf(".")));
}

export function readConfig(file: FilePath, tree: FileTree): DocusaurusConfig {
  const text = tree.texts.get(file) ?? "";
  const data = readData(file, text, (path) => tree.texts.get(path as FilePath));
  const siteDir = folderOf(file);
  const base = joinUrl("/", stringAt(data, "baseUrl") ?? "/", "/");
  const format = stringAt(data, "markdown", "format");
  const trailingSlash = booleanAt(data, "trailingSlash");
  const dirs = at(data, "staticDirectories") ? stringsAt(data, "staticDirectories") : ["static"];
  return {
    file,
    siteDir,
    data,
    hosts: hostsOf(data),
    base,
    trailingSlash,
    staticDirs: dirs.flatMap((dir) => joinPath(siteDir, dir) ?? []),
    locales: readLocales(data, siteDir, base, tree),
    format: format === "md" || format === "detect" ? format : "mdx",
    math: /remark-?math/i.test(text),
    maintainCase: booleanAt(data, "markdown", "anchors", "maintainCase") ?? false,
    plugins: pluginUses(data),
    unread: unreadSettings(data, file),
  };
}

function hostsOf(data: DataValue | undefined): readonly string[] {
  const urls = [
    stringAt(data, "url"),
    ...entriesAt(data, "i18n", "localeConfigs").map(({ value }) => stringAt(value, "url")),
  ];
  const hosts = urls.flatMap((url) => /^https?:\/\/([^/?#]+)/i.exec(url ?? "")?.[1]?.toLowerCase() ?? []);
  // What the starter template has, and what stands for no address at all.
  return [...new Set(hosts)].filter(
    (host) => !/^(?:your-docusaurus-site\.example\.com|localhost(?::\d+)?)$/.test(host),
  );
}

/** Source: core/src/server/i18n.ts. */
function readLocales(
  data: DataValue | undefined,
  siteDir: string,
  base: string,
  tree: FileTree,
): readonly Locale[] {
  const main = stringAt(data, "i18n", "defaultLocale") ?? "en";
  const listed = stringsAt(data, "i18n", "locales");
  const names = [main, ...listed.filter((name) => name !== main)];
  const i18n = stringAt(data, "i18n", "path") ?? "i18n";
  return names.map((name) => {
    const own = at(data, "i18n", "localeConfigs", name);
    const address = stringAt(own, "baseUrl");
    const inferred = name === main ? "" : joinUrl(name);
    const prefix = address === undefined ? inferred : withoutBase(joinUrl(address), base);
    const folder = joinPath(siteDir, `${i18n}/${stringAt(own, "path") ?? name}`);
    const translated = booleanAt(own, "translate") ?? hasFilesIn(tree.files, folder);
    return {
      name,
      prefix: prefix === "/" ? "" : prefix.replace(/\/$/, ""),
      folder: translated ? folder : undefined,
    };
  });
}

/** `/fr` of `/docs/fr` where the base is `/docs/`. */
export function withoutBase(path: string, base: string): string {
  if (base === "/") return path;
  if (`${path}/` === base) return "/";
  return path.startsWith(base) ? path.slice(base.length - 1) : path;
}

function hasFilesIn(files: ReadonlySet<FilePath>, folder: string | undefined): boolean {
  if (folder === undefined) return false;
  for (const file of files) if (file.startsWith(`${folder}/`)) return true;
  return false;
}

/** What can't be read, the setting that says it instead, and what depends on it. */
const settings: readonly (readonly [
  readonly string[],
  keyof SiteOverrides | undefined,
  UnreadConfig["decides"]?,
])[] = [
  [[], "contentRoots", "addresses"],
  [["..."], "contentRoots", "addresses"],
  [["baseUrl"], "base", "base"],
  [["url"], "hosts"],
  [["trailingSlash"], "trailingSlash"],
  [["presets"], "contentRoots", "addresses"],
  [["plugins"], "externalRoutes", "addresses"],
  [["i18n"], undefined, "languages"],
  [["i18n", "locales"], undefined, "languages"],
];

function unreadSettings(data: DataValue | undefined, file: FilePath): readonly UnreadConfig[] {
  return settings.flatMap(([keys, setting, decides]) => {
    const value = at(data, ...keys);
    return value?.kind === "unread" ? [unreadAt(value, file, setting, decides)] : [];
  });
}

export function unreadAt(
  value: DataValue & { readonly kind: "unread" },
  file: FilePath,
  setting: keyof SiteOverrides | undefined,
  decides?: UnreadConfig["decides"],
): UnreadConfig {
  return {
    file: (value.file ?? file) as FilePath,
    span: value.span,
    expression: value.expression,
    ...(setting && { setting }),
    ...(decides && { decides }),
  };
}
