// Which HTML files a page of a VitePress site becomes, and the address of each: `guide/setup.md` is `guide/setup.html`, served
// as `/guide/setup.html` or, with `cleanUrls`, as `/guide/setup`.

import { folderOf } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import { globMatcher } from "../common/globs.ts";
import type { VitepressConfig } from "./config.ts";
import { type DynamicRoutes, dynamicRoutes, isDynamic } from "./dynamicRoutes.ts";

export interface Routes {
  /** The path of a file below the folder of pages; undefined for what lies outside. */
  below(path: string): string | undefined;
  /** Is the file built, or left out (`srcExclude`, hidden folders)? */
  isPage(path: string): boolean;
  /** `guide/setup.html`: the files that a page becomes; undefined where its data can't be read. */
  outputs(path: string): readonly string[] | undefined;
  /** `/guide/` of `guide/index.html`. */
  routeOf(output: string): string;
}

export function vitepressRoutes(
  config: VitepressConfig,
  files: ReadonlySet<FilePath>,
  texts: ReadonlyMap<FilePath, string>,
): Routes {
  const { srcDir, cleanUrls, rewrites } = config;
  const dynamic: DynamicRoutes = dynamicRoutes(files, texts);
  const isExcluded = exclusion(config.srcExclude);
  const below = (path: string) =>
    srcDir === "" ? path : path.startsWith(`${srcDir}/`) ? path.slice(srcDir.length + 1) : undefined;
  const isPage = (path: string) => {
    const own = below(path);
    return own?.endsWith(".md") === true && !isHidden(own) && !isExcluded(own);
  };
  return {
    below,
    isPage,
    outputs(path) {
      const own = below(path);
      if (own === undefined || !isPage(path)) return [];
      const paths = isDynamic(own) ? dynamic(path)?.flatMap((one) => below(one) ?? []) : [own];
      return paths?.map((one) => rewrites.apply(one).replace(/\.md$/, ".html"));
    },
    routeOf(output) {
      const route = `/${output}`.normalize("NFC");
      if (/\/index\.html$/.test(route)) return route.slice(0, -"index.html".length);
      return cleanUrls ? route.replace(/\.html$/, "") : route;
    },
  };
}

/** What VitePress never looks into (its `resolvePages`, and its glob's own rule for names with a dot). */
function isHidden(path: string): boolean {
  return /(?:^|\/)(?:\.|node_modules\/|dist\/)/.test(path);
}

/** A folder that a pattern names is left out with all that it holds. */
function exclusion(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false;
  const matches = globMatcher(
    patterns.map((pattern) => pattern.replace(/^\.\//, "")),
    { dot: true },
  );
  return (path) => {
    for (let one = path; one !== ""; one = folderOf(one)) if (matches(one)) return true;
    return false;
  };
}
