// What gatsby-config.js says of routes and hosts, read without running it; what is no literal is left to the settings.

import { readData } from "../../../data/readData.ts";
import { type DataValue, itemsAt, stringAt, stringsAt } from "../../../data/value.ts";
import type { FilePath } from "../../site.ts";

export interface GatsbyConfig {
  /** Name of the file that was read. */
  readonly file: string | undefined;
  readonly hosts: readonly string[];
  /** Patterns of routes whose pages come from another repository. */
  readonly externalRoutes: readonly string[];
}

export function readGatsbyConfig(texts: ReadonlyMap<FilePath, string>): GatsbyConfig {
  const file = [...texts.keys()].find((path) => /^gatsby-config\.[cm]?[jt]s$/.test(path));
  const text = file && texts.get(file);
  const config =
    text === undefined ? undefined : readData(file ?? "", text, (path) => texts.get(path as FilePath));
  const address = stringAt(config, "siteMetadata", "siteUrl");
  const host = /^https?:\/\/([^/\s]+)/i.exec(address ?? "")?.[1]?.toLowerCase();
  return { file, hosts: host ? [host] : [], externalRoutes: gitSourceRoutes(config) };
}

/**
 * A `gatsby-source-git` entry: `{ name: "posthog-main-repo", remote, patterns: "docs/published/**" }`. Its pages are served
 * below the folder that follows the pattern's last fixed part; what follows is not told by the pattern.
 */
function gitSourceRoutes(config: DataValue | undefined): readonly string[] {
  const routes = itemsAt(config, "plugins")
    .filter((plugin) => stringAt(plugin, "resolve") === "gatsby-source-git")
    .flatMap((plugin) => stringsAt(plugin, "options", "patterns"))
    .map((pattern) => {
      const fixed = /^docs\/published\/?([^*{]*)/.exec(pattern)?.[1];
      return `/${fixed || "handbook/engineering"}`.replace(/\/[^/]*\.[^/]*$/, "").replace(/\/$/, "");
    });
  return [...new Set(routes)].filter((route) => route !== "");
}
