// What a Next.js configuration that uses Nextra says of addresses: next.config.*, read and never run
// (nextjs.org/docs/app/api-reference/config/next-config-js, nextra.site/docs).

import { readData } from "../../../data/readData.ts";
import {
  at,
  booleanAt,
  calledAt,
  type DataValue,
  stringAt,
  stringsAt,
  unreadIn,
} from "../../../data/value.ts";
import type { FilePath } from "../../site.ts";
import type { RedirectRule, SiteOverrides, UnreadConfig } from "../../siteModel.ts";
import { readRedirect } from "../common/redirects/readVercel.ts";

export interface NextraConfig {
  readonly file: FilePath | undefined;
  /** "/docs", or "". */
  readonly base: string;
  readonly trailingSlash: boolean;
  readonly hosts: readonly string[];
  /** Of a site in several languages; empty for one. */
  readonly locales: readonly string[];
  readonly defaultLocale: string | undefined;
  /** Where the pages of content/ are served, where the configuration says so: "/docs". */
  readonly contentBase: string | undefined;
  readonly math: boolean;
  readonly redirects: readonly RedirectRule[];
  /** Routes, or patterns of them, that a rewrite serves from elsewhere; undefined where rewrites can't be read. */
  readonly rewritten: readonly string[] | undefined;
  readonly unread: readonly UnreadConfig[];
}

export function isConfigFile(path: string): boolean {
  return /(?:^|\/)next\.config\.[cm]?[jt]s$/.test(path);
}

/** The root layout, in which the site's own address may stand (`metadataBase`). */
export function isLayoutFile(path: string): boolean {
  return /(?:^|\/)app\/(?:\[\w+\]\/)?layout\.[jt]sx?$/.test(path);
}

/** A Next.js configuration names Nextra where it uses it. */
export function usesNextra(text: string | undefined): boolean {
  return text !== undefined && /["'](?:nextra|nextra-theme-\w+)["']/.test(text);
}

export function readNextraConfig(
  texts: ReadonlyMap<FilePath, string>,
  overrides: SiteOverrides,
): NextraConfig {
  const file = [...texts.keys()].find((path) => isConfigFile(path) && !path.includes("/"));
  const text = (file && texts.get(file)) ?? "";
  const value = file && readData(file, text, (path) => texts.get(path as FilePath));
  const redirects = calledAt(value, "redirects");
  const rewrites = calledAt(value, "rewrites");
  const base = overrides.base ?? stringAt(value, "basePath") ?? "";
  return {
    file,
    base: base.startsWith("/") ? base.replace(/\/+$/, "") : "",
    trailingSlash: overrides.trailingSlash ?? booleanAt(value, "trailingSlash") ?? false,
    hosts: overrides.hosts ?? hostsIn(texts),
    locales: stringsAt(value, "i18n", "locales"),
    defaultLocale: stringAt(value, "i18n", "defaultLocale"),
    contentBase: /\bcontentDirBasePath\s*:\s*["'](\/[^"']*)["']/.exec(text)?.[1]?.replace(/\/$/, ""),
    math: /\blatex\s*:\s*(?:true|\{)/.test(text),
    redirects:
      file && redirects?.kind === "list" ? redirects.items.flatMap((one) => toRule(one, file, base)) : [],
    rewritten: rewrites === undefined ? [] : rewrittenBy(rewrites),
    unread: file === undefined ? [] : unreadOf(value, redirects, file),
  };
}

function hostsIn(texts: ReadonlyMap<FilePath, string>): readonly string[] {
  for (const [path, text] of texts) {
    const host = isLayoutFile(path)
      ? /\bmetadataBase\s*:\s*new\s+URL\(\s*["'`]https?:\/\/([^"'`/?#$]+)/.exec(text)?.[1]?.toLowerCase()
      : undefined;
    if (host !== undefined && !/^localhost\b/.test(host)) return [host];
  }
  return [];
}

/** `{ source, destination, permanent, has }`; one with `basePath: false` is for paths outside of the site's base. */
function toRule(value: DataValue, file: FilePath, base: string): readonly RedirectRule[] {
  if (base !== "" && booleanAt(value, "basePath") === false) return [];
  return readRedirect(value, (value.file ?? file) as FilePath);
}

/** A list, or one for each time at which Next.js looks: before files, after them, at last. */
function rewrittenBy(rewrites: DataValue): readonly string[] | undefined {
  if (unreadIn(rewrites).length > 0) return undefined;
  const lists = rewrites.kind === "map" ? rewrites.entries.map((entry) => entry.value) : [rewrites];
  return lists.flatMap((list) =>
    list.kind === "list" ? list.items.flatMap((item) => stringAt(item, "source") ?? []) : [],
  );
}

function unreadOf(
  value: DataValue | undefined,
  redirects: DataValue | undefined,
  file: FilePath,
): readonly UnreadConfig[] {
  const parts = [
    ...(value?.kind === "unread" ? [{ found: value, decides: "addresses" as const }] : []),
    ...unreadIn(at(value, "...")).map((found) => ({ found, decides: "addresses" as const })),
    ...unreadIn(at(value, "basePath")).map((found) => ({
      found,
      setting: "base" as const,
      decides: "base" as const,
    })),
    ...unreadIn(at(value, "trailingSlash")).map((found) => ({ found, setting: "trailingSlash" as const })),
    ...unreadIn(redirects).map((found) => ({ found, decides: "addresses" as const })),
  ];
  return parts.map(({ found, ...setting }) => ({
    file: (found.file ?? file) as FilePath,
    span: found.span,
    expression: found.expression,
    ...setting,
  }));
}
