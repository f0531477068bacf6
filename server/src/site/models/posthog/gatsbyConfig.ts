// What gatsby-config.js says of routes and hosts, read without running it.

import { readData } from "../../../data/readData.ts";
import { at, itemsAt, stringAt, stringsAt, unreadIn } from "../../../data/value.ts";
import type { FilePath } from "../../site.ts";
import type { UnreadConfig } from "../../siteModel.ts";

export interface GatsbyConfig {
  /** Name of the file that was read. */
  readonly file: FilePath | undefined;
  readonly hosts: readonly string[];
  /** Patterns of routes whose pages come from another repository. */
  readonly externalRoutes: readonly string[];
  readonly unread: readonly UnreadConfig[];
}

const name = /^gatsby-config\.[cm]?[jt]s$/;

export function readGatsbyConfig(texts: ReadonlyMap<FilePath, string>): GatsbyConfig {
  const file = [...texts.keys()].find((path) => name.test(path));
  if (file === undefined) return { file, hosts: [], externalRoutes: [], unread: [] };
  const config = readData(file, texts.get(file) ?? "", (path) => texts.get(path as FilePath));
  const address = at(config, "siteMetadata", "siteUrl");
  const host = address?.kind === "string" ? hostOf(address.value) : undefined;
  const routes = itemsAt(config, "plugins")
    .filter((plugin) => stringAt(plugin, "resolve") === "gatsby-source-git")
    .flatMap((plugin) => stringsAt(plugin, "options", "patterns").map(gitSourceRoute));
  const unread = unreadIn(address).map(({ span, expression }) => ({
    file,
    span,
    expression,
    setting: "hosts" as const,
  }));
  return { file, hosts: host === undefined ? [] : [host], externalRoutes: [...new Set(routes)], unread };
}

function hostOf(address: string): string | undefined {
  return /^https?:\/\/([^/?#\s]+)/i.exec(address)?.[1]?.toLowerCase();
}

/**
 * A `gatsby-source-git` entry: `{ name: "posthog-main-repo", remote, patterns: "docs/published/**" }`. Its pages are served
 * below the folder that follows the pattern's first part; where none follows, the pattern does not tell: PostHog's are the engineers'.
 */
function gitSourceRoute(pattern: string): string {
  const fixed = /^docs\/published\/?([^*{]*)/.exec(pattern)?.[1];
  const route = `/${fixed || "handbook/engineering"}`.replace(/\/[^/]*\.[^/]*$/, "").replace(/\/$/, "");
  return route === "" ? "/handbook/engineering" : route;
}
