// What gatsby-config.js says of routes and hosts, read without running it: the few literals that matter are looked for
// in its text, and what is not a literal is left to the settings.

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
  const text = withoutComments((file && texts.get(file)) ?? "");
  const address = /\bsiteUrl\s*:\s*(["'`])(https?:\/\/[^"'`$\s]+)\1/.exec(text)?.[2];
  const host = address
    ?.replace(/^https?:\/\//, "")
    .split("/")[0]
    ?.toLowerCase();
  return { file, hosts: host ? [host] : [], externalRoutes: gitSourceRoutes(text) };
}

/**
 * A `gatsby-source-git` entry: `{ name: "posthog-main-repo", remote, patterns: "docs/published/**" }`. Its pages are served
 * below the folder that follows the pattern's last fixed part; what follows is not told by the pattern.
 */
function gitSourceRoutes(text: string): readonly string[] {
  const routes: string[] = [];
  for (const entry of text.split(/["'`]gatsby-source-git["'`]/).slice(1)) {
    const patterns = /\bpatterns\s*:\s*(\[[^\]]*\]|["'`][^"'`]*["'`])/.exec(entry.slice(0, 2000))?.[1] ?? "";
    for (const [, pattern = ""] of patterns.matchAll(/["'`]([^"'`]+)["'`]/g)) {
      const fixed = /^docs\/published\/?([^*{]*)/.exec(pattern)?.[1];
      routes.push(`/${fixed || "handbook/engineering"}`.replace(/\/[^/]*\.[^/]*$/, "").replace(/\/$/, ""));
    }
  }
  return [...new Set(routes)].filter((route) => route !== "");
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(^|[\s,;{])\/\/[^\n]*/g, "$1");
}
