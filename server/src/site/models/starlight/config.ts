// An Astro site's configuration, read and never run: astro.config.* with the options of its Starlight integration, and the
// version in package.json. What is absent or can't be read has Astro's own default.

import { readData } from "../../../data/readData.ts";
import { readJsonText } from "../../../data/readJsonText.ts";
import { at, booleanAt, type DataValue, entriesAt, itemsAt, stringAt } from "../../../data/value.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree, SiteOverrides, UnreadConfig } from "../../siteModel.ts";
import { missingPaths } from "../common/namedPaths.ts";
import type { IdRules } from "./headingIds.ts";
import { type Locales, readLocales } from "./locales.ts";
import { type AstroVersion, readMarkdown, versionOf } from "./markdown.ts";

export interface AstroConfig {
  readonly file: FilePath | undefined;
  /** Folders below the root, no slash at the end: "src", "public". */
  readonly srcDir: string;
  readonly publicDir: string;
  readonly hosts: readonly string[];
  /** Is `site` set? Then there is a sitemap. */
  readonly hasSite: boolean;
  /** "/docs"; "" for none. */
  readonly base: string;
  readonly trailingSlash: "ignore" | "always" | "never";
  /** Did the author say that the host serves pages at addresses without a slash, where a relative link reads differently? */
  readonly keepsBareAddresses: boolean;
  readonly format: "directory" | "file" | "preserve";
  readonly redirects: DataValue | undefined;
  /** The options of Starlight; undefined for a site of plain Astro. */
  readonly starlight: DataValue | undefined;
  readonly locales: Locales | undefined;
  readonly integrations: readonly DataValue[];
  readonly ids: IdRules;
  readonly version: AstroVersion;
  /** Does a plugin read relative links to `.md` files by file (astro-rehype-relative-markdown-links and its like)? */
  readonly linksByFile: boolean;
  readonly unread: readonly UnreadConfig[];
}

const configName = /^astro\.config\.[cm]?[jt]s$/;

/** Is it the file, at a site's root, that makes the folder a site of Astro's? */
export function isAstroConfig(name: string): boolean {
  return configName.test(name);
}

export function readAstroConfig({ texts, files }: FileTree, overrides: SiteOverrides): AstroConfig {
  const file = [...texts.keys()].find((path) => isAstroConfig(path));
  const config =
    file === undefined
      ? undefined
      : readData(file, texts.get(file) ?? "", (path) => texts.get(path as FilePath));
  const integrations = flatten(at(config, "integrations"));
  const starlight = starlightOptions(integrations);
  const site = stringAt(config, "site");
  const host = hostOf(site);
  const version = versionOf(readJsonText(texts.get("package.json" as FilePath) ?? ""));
  return {
    file,
    srcDir: folder(stringAt(config, "srcDir"), "src"),
    publicDir: folder(stringAt(config, "publicDir"), "public"),
    hosts: overrides.hosts ?? (host === undefined ? [] : [host]),
    hasSite: site !== undefined,
    base: pathOf(overrides.base ?? stringAt(config, "base") ?? ""),
    trailingSlash: slashes(overrides.trailingSlash) ?? oneOf(at(config, "trailingSlash"), trailingSlashes),
    keepsBareAddresses: overrides.trailingSlash === false,
    format: oneOf(at(config, "build", "format"), formats),
    redirects: at(config, "redirects"),
    starlight,
    locales: readLocales(starlight, at(config, "i18n")),
    integrations,
    ...readMarkdown(config, version),
    version,
    unread:
      file === undefined
        ? []
        : [
            ...unreadOf(file, config, starlight, overrides),
            ...missingPaths(
              ["srcDir", "publicDir"].map((key) => ({
                value: at(config, key),
                path: folder(stringAt(config, key), ""),
              })),
              file,
              files,
            ),
          ],
  };
}

const trailingSlashes = ["ignore", "always", "never"] as const;
const formats = ["directory", "file", "preserve"] as const;

function slashes(wanted: boolean | undefined): AstroConfig["trailingSlash"] | undefined {
  return wanted === undefined ? undefined : wanted ? "always" : "never";
}

/** The value where it is one of these, else the first of them. */
function oneOf<T extends string>(value: DataValue | undefined, allowed: readonly [T, ...(readonly T[])]): T {
  const written = value?.kind === "string" ? value.value : undefined;
  return allowed.find((one) => one === written) ?? allowed[0];
}

/** Integrations may stand in nested lists, and a condition may leave `false` among them. */
function flatten(value: DataValue | undefined): readonly DataValue[] {
  return itemsAt(value).flatMap((item) => (item.kind === "list" ? flatten(item) : [item]));
}

/** By its usual name, else by what only Starlight takes: a call with a title and a sidebar or social links. */
function starlightOptions(integrations: readonly DataValue[]): DataValue | undefined {
  for (const item of integrations) {
    if (item.kind !== "unread" || !item.call) continue;
    const [options] = item.call.arguments;
    if (/starlight$/i.test(item.call.name)) return options ?? item;
    if (stringAt(options, "title") !== undefined && (at(options, "sidebar") ?? at(options, "social")))
      return options;
  }
  return undefined;
}

function hostOf(address: string | undefined): string | undefined {
  return /^https?:\/\/([^/?#\s]+)/i.exec(address ?? "")?.[1]?.toLowerCase();
}

/** "src" of "./src/" and of `new URL("./src", import.meta.url)`. */
function folder(written: string | undefined, otherwise: string): string {
  return (written ?? otherwise).replace(/^(?:\.?\/)+|\/+$/g, "");
}

/** "/docs" of "docs/", "" of "/". */
function pathOf(written: string): string {
  const bare = written.replace(/^https?:\/\/[^/]*/i, "").replace(/^\/+|\/+$/g, "");
  return bare === "" ? "" : `/${bare}`;
}

function unreadOf(
  file: FilePath,
  config: DataValue | undefined,
  starlight: DataValue | undefined,
  overrides: SiteOverrides,
): readonly UnreadConfig[] {
  const say = (
    value: DataValue | undefined,
    rest: Pick<UnreadConfig, "setting" | "decides"> = {},
  ): readonly UnreadConfig[] =>
    value?.kind === "unread"
      ? [
          {
            file: (value.file ?? file) as FilePath,
            span: value.span,
            expression: value.expression,
            ...rest,
          },
        ]
      : [];
  const anywhere = { decides: "addresses" } as const;
  return [
    ...say(config, anywhere),
    ...say(at(config, "..."), anywhere),
    ...say(at(config, "srcDir"), anywhere),
    ...(overrides.hosts ? [] : say(at(config, "site"), { setting: "hosts" })),
    ...(overrides.base === undefined ? say(at(config, "base"), { setting: "base", decides: "base" }) : []),
    ...(overrides.trailingSlash === undefined
      ? say(at(config, "trailingSlash"), { setting: "trailingSlash" })
      : []),
    ...say(at(config, "redirects"), { setting: "externalRoutes", ...anywhere }),
    ...say(at(config, "redirects", "..."), { setting: "externalRoutes", ...anywhere }),
    ...say(starlight, { decides: "languages" }),
    ...say(at(starlight, "..."), { decides: "languages" }),
    ...say(at(starlight, "sidebar")),
    ...say(at(starlight, "locales"), { decides: "languages" }),
    ...say(at(config, "i18n", "locales"), { decides: "languages" }),
    ...entriesAt(config, "redirects").flatMap(({ key, value }) => (key === "..." ? [] : say(value))),
  ];
}

/** Does Starlight leave out its own page for what is not found? */
export function has404({ starlight }: AstroConfig): boolean {
  return starlight !== undefined && booleanAt(starlight, "disable404Route") !== true;
}
