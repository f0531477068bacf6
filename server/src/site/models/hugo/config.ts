// What the configuration of a Hugo site says, as far as it decides routes, ids and links. What is absent or unreadable
// has Hugo's own default.

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
import type { FileTree, SiteOverrides, UnreadConfig } from "../../siteModel.ts";
import { isCodeHost } from "../common/codeHosts.ts";
import { missingPaths } from "../common/namedPaths.ts";
import { readConfigFiles } from "./configFiles.ts";
import { type DateRules, readDateRules } from "./dates.ts";
import { type GoldmarkRules, readGoldmark } from "./goldmark.ts";
import { type Languages, readLanguages } from "./languages.ts";
import { type LinkHook, readLinkHook } from "./linkHook.ts";
import { type Mounts, namedFolders, readMounts } from "./mounts.ts";
import { type Permalinks, readPermalinks } from "./permalinks.ts";
import { readThemes } from "./themes.ts";
import { type HugoVersion, readVersion } from "./version.ts";

export interface HugoConfig {
  /** The files that were read. */
  readonly files: readonly FilePath[];
  readonly value: DataValue;
  readonly version: HugoVersion;
  /** "https://handbook.example.org" of `baseURL`; undefined where it names no host of the site's own. */
  readonly origin: string | undefined;
  /** The path of `baseURL`, without a slash at its end: "/docs", mostly "". */
  readonly base: string;
  /** Are addresses that begin with a slash read below the base? (`canonifyURLs`) */
  readonly canonify: boolean;
  readonly languages: Languages;
  readonly mounts: Mounts;
  /** `x.html` instead of `x/`: everywhere, or in the sections of these names. */
  readonly ugly: boolean | ReadonlySet<string>;
  readonly keepCase: boolean;
  readonly dropAccents: boolean;
  readonly goldmark: GoldmarkRules;
  readonly linkHook: LinkHook;
  /** Plural names of the taxonomies: "tags". */
  readonly taxonomies: readonly string[];
  readonly permalinks: Permalinks;
  readonly dates: DateRules;
  /** What the configuration itself hands down to all pages. */
  readonly cascade: DataValue | undefined;
  /** Kinds of pages that are not made, lower case: "taxonomy". */
  readonly disabledKinds: ReadonlySet<string>;
  readonly emoji: boolean;
  /** Are aliases answered: by pages that Hugo writes, or by a `_redirects` that a template makes of them? */
  readonly aliases: boolean;
  /** Does Hugo write a robots.txt? */
  readonly robots: boolean;
  readonly unread: readonly UnreadConfig[];
}

export function readHugoConfig(tree: FileTree, overrides: SiteOverrides): HugoConfig {
  const { files, value } = readConfigFiles(tree.texts);
  const languages = readLanguages(value);
  const themes = readThemes(value, tree);
  const mounts = withRoots(
    readMounts(value, languages, { themes, files: tree.files }),
    overrides.contentRoots,
  );
  const version = readVersion(tree.texts, value, themes);
  const { origin, base } = readBase(stringAt(value, "baseurl") ?? "");
  return {
    files,
    value,
    version,
    origin,
    base: overrides.base === undefined ? base : overrides.base.replace(/\/+$/, ""),
    canonify: booleanAt(value, "canonifyurls") === true,
    languages,
    mounts,
    ugly: readUgly(at(value, "uglyurls")),
    keepCase: booleanAt(value, "disablepathtolower") === true,
    dropAccents: booleanAt(value, "removepathaccents") === true,
    goldmark: readGoldmark(value, version),
    linkHook: readLinkHook(value, { tree, mounts, version, languages }),
    taxonomies: readTaxonomies(at(value, "taxonomies")),
    permalinks: readPermalinks(value),
    dates: readDateRules(value, tree.now),
    cascade: at(value, "cascade"),
    disabledKinds: new Set(stringsAt(value, "disablekinds").map((kind) => kind.toLowerCase())),
    emoji: booleanAt(value, "enableemoji") === true,
    aliases: booleanAt(value, "disablealiases") !== true || writesRedirects(value),
    robots: booleanAt(value, "enablerobotstxt") === true,
    unread: missingPaths(namedFolders(value, mounts), files[0] ?? ("hugo.toml" as FilePath), tree.files),
  };
}

function withRoots(mounts: Mounts, roots: readonly string[] | undefined): Mounts {
  if (!roots) return mounts;
  return { ...mounts, content: roots.map((source) => ({ source, target: "", language: undefined })) };
}

/** A placeholder such as example.org is no host of the site's own; its path may yet be. */
function readBase(url: string): { readonly origin: string | undefined; readonly base: string } {
  const found = /^((?:https?:)?\/\/[^/?#]+)?([^?#]*)/i.exec(url);
  const origin = found?.[1];
  if (isCodeHost(origin?.replace(/^.*\/\//, "").toLowerCase() ?? "")) return { origin: undefined, base: "" };
  const path = (found?.[2] ?? "").replace(/\/+$/, "");
  return {
    origin: origin === undefined || isPlaceholder(origin) ? undefined : origin.replace(/^\/\//, "https://"),
    base: path === "" || path.startsWith("/") ? path : `/${path}`,
  };
}

function isPlaceholder(origin: string): boolean {
  return /\/\/(?:localhost|127\.|0\.0\.0\.0)|\/\/(?:www\.)?example\.(?:org|com|net)$/i.test(origin);
}

/** An output format whose file is a host's list of redirects. */
function writesRedirects(value: DataValue): boolean {
  return entriesAt(value, "outputformats").some((one) => stringAt(one.value, "basename") === "_redirects");
}

function readUgly(value: DataValue | undefined): boolean | ReadonlySet<string> {
  if (value?.kind === "boolean") return value.value;
  return new Set(
    entriesAt(value).flatMap(({ key, value: one }) => (one.kind === "boolean" && one.value ? [key] : [])),
  );
}

function readTaxonomies(value: DataValue | undefined): readonly string[] {
  if (value?.kind !== "map") return ["tags", "categories"];
  return value.entries.flatMap((entry) =>
    itemsAt(entry.value).flatMap((one) => stringAt(one)?.toLowerCase() ?? []),
  );
}
