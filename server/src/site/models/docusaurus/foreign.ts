// What other plugins may serve. Their code is not read; their options name addresses and folders often enough, and a plugin of
// the site's own is mostly named after what it serves.

import { at, type DataValue, entriesAt, itemsAt, stringAt } from "../../../data/value.ts";
import { joinPath, nameOf, routeKey } from "../../routeKey.ts";
import type { UnreadConfig } from "../../siteModel.ts";
import { type DocusaurusConfig, unreadAt } from "./config.ts";
import { joinUrl } from "./joinUrl.ts";
import type { PluginUse } from "./plugins.ts";

/** Why an address or a file that is not there may be there in the build. */
export interface ForeignRoutes {
  route(route: string): string | undefined;
  /** A file below the root that a plugin may write before the build: `docs/api/pay.md`. */
  file(path: string): string | undefined;
}

interface Foreign {
  readonly plugin: string;
  readonly route?: string;
  readonly folder?: string;
}

export function foreignRoutes(config: DocusaurusConfig): ForeignRoutes {
  const all = [...config.plugins.flatMap((use) => foreignOf(use, config)), ...searchPage(config)];
  return {
    route: (route) => {
      const key = routeKey(route);
      const met = all.find((one) => one.route !== undefined && isAtOrBelow(key, one.route));
      return met && `The plugin ${met.plugin} may serve this address.`;
    },
    file: (path) => {
      const met = all.find((one) => one.folder !== undefined && isAtOrBelow(path, one.folder));
      return met && `The plugin ${met.plugin} may write this file when the site is built.`;
    },
  };
}

function isAtOrBelow(path: string, start: string): boolean {
  return path === start || path.startsWith(`${start}/`);
}

/** Plugins that serve no pages: statistics, styles, images, diagrams. */
const silent =
  /gtag|analytics|tag-manager|sitemap|svgr|ideal-image|image-zoom|pwa|sass|less|tailwind|mermaid|live-codeblock|css-cascade|debug|rsdoctor|vercel|posthog|hotjar|consent|cookie|llms|matomo|clarity|theme-classic|codeblock|webpack|loader/i;

const routeKeys = /^(?:route|routes|routePath|routeBasePath|basePath|baseRoute|permalink)$/;
const folderKeys = /^(?:out|outDir|outputDir|output)$/;

function foreignOf(use: PluginUse, config: DocusaurusConfig): readonly Foreign[] {
  if (use.kind === "search") return [{ plugin: use.name, route: "/search" }];
  if (use.kind !== "other" || silent.test(use.name)) return [];
  const plugin = use.name || "of the configuration";
  const named = isOwn(use.name) ? wordsOf(use.name).map((word) => ({ plugin, route: `/${word}` })) : [];
  return [...named, ...optionsOf(use.options, plugin, config, 0)];
}

/** Plugins that code makes, of which not even the name is known: what they serve may be anywhere. */
export function unreadPlugins(config: DocusaurusConfig): readonly UnreadConfig[] {
  return config.plugins.flatMap(({ kind, name, value }) => {
    const made = value?.kind === "list" ? value.items[0] : value;
    if (kind !== "other" || name !== "" || made?.kind !== "unread") return [];
    return servesNothing(made) ? [] : [unreadAt(made, config.file, "externalRoutes", "addresses")];
  });
}

/** A function that returns a plugin without the hooks that add routes (docusaurus.io/docs/api/plugin-methods/lifecycle-apis). */
function servesNothing(made: DataValue & { readonly kind: "unread" }): boolean {
  if (/^\w+$/.test(made.expression) || silent.test(made.expression)) return true;
  const hooks = entriesAt(made.returned).map(({ key }) => key);
  return hooks.length > 0 && !hooks.some((key) => key === "..." || /contentLoaded$/i.test(key));
}

/** Strings under keys that name an address or a folder for output, at any depth. */
function optionsOf(
  value: DataValue | undefined,
  plugin: string,
  config: DocusaurusConfig,
  depth: number,
): readonly Foreign[] {
  if (depth > 6) return [];
  if (value?.kind === "list")
    return itemsAt(value).flatMap((item) => optionsOf(item, plugin, config, depth + 1));
  return entriesAt(value).flatMap(({ key, value: inner }) => {
    if (inner.kind !== "string") return optionsOf(inner, plugin, config, depth + 1);
    if (routeKeys.test(key)) {
      const route = routeKey(joinUrl(inner.value));
      return route === "/" ? [] : [{ plugin, route }];
    }
    if (!folderKeys.test(key) || inner.value === "") return [];
    // Some count from the site's folder, typedoc's from the docs'.
    return [inner.value, `docs/${inner.value}`].flatMap((path) => {
      const folder = joinPath(config.siteDir, path);
      return folder ? [{ plugin, folder }] : [];
    });
  });
}

function isOwn(name: string): boolean {
  return /^[./]|^@site\/|\/(?:src|plugins)\//.test(name);
}

/** `changelog` of `./src/plugins/changelog-plugin/index.js`. */
function wordsOf(name: string): readonly string[] {
  const path = name.replace(/(?:\/index)?\.[cm]?[jt]s$/, "").replace(/\/index$/, "");
  return nameOf(path)
    .split(/[-_.]/)
    .filter((word) => word.length > 2 && !/^(?:docusaurus|plugin|plugins|pages?|custom|my)$/.test(word));
}

/** theme-search-algolia: `/search`, unless it is named otherwise or switched off. */
function searchPage({ data }: DocusaurusConfig): readonly Foreign[] {
  const algolia = at(data, "themeConfig", "algolia");
  const path = at(algolia, "searchPagePath");
  if (algolia === undefined || (path?.kind === "boolean" && !path.value)) return [];
  return [{ plugin: "theme-search-algolia", route: routeKey(joinUrl(stringAt(path) ?? "search")) }];
}
