// Docsify's routes: what a browser shows after `#`, and the file that is fetched for it (src/core/router/history/base.js).

import { joinPath, nameOf } from "../../routeKey.ts";
import type { DocsifyConfig } from "./config.ts";

/** `_sidebar.md`, `_navbar.md`, `_coverpage.md` and the like are parts of every page. */
export function isPart(path: string): boolean {
  return nameOf(path).startsWith("_");
}

/** The path below the folder of pages; undefined outside. */
export function belowRoot(path: string, { root }: DocsifyConfig): string | undefined {
  if (root === "") return path;
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined;
}

/** `/guide` of guide.md, `/people/` of people/README.md, `/` of the home page. */
export function docsifyRoute(path: string, config: DocsifyConfig): string | undefined {
  const below = belowRoot(path, config);
  if (below === undefined || isPart(path) || !below.endsWith(config.extension)) return undefined;
  if (below === config.homepage) return "/";
  const bare = below.slice(0, -config.extension.length);
  if (bare === "README") return config.homepage === "README.md" ? "/" : "/README";
  return nameOf(bare) === "README" ? `/${bare.slice(0, -"README".length)}` : `/${bare}`;
}

/** The file below the site's folder that is fetched for a route; undefined for an address elsewhere. */
export function fileOfRoute(route: string, config: DocsifyConfig): string | undefined {
  const aliased = throughAlias(route, config);
  if (/:|\/{2}/.test(aliased)) return undefined;
  const file =
    aliased.endsWith(config.extension) || aliased.endsWith(".html")
      ? aliased
      : aliased.endsWith("/")
        ? `${aliased}README${config.extension}`
        : aliased + config.extension;
  const own = file === `/README${config.extension}` ? `/${config.homepage}` : file;
  return joinPath(config.root, withinRoot(own));
}

/** A browser takes `/../a` for `/a`. */
function withinRoot(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** Aliases of aliases count, up to a circle. */
function throughAlias(route: string, { alias }: DocsifyConfig): string {
  let here = route;
  for (let step = 0; step < 10; step++) {
    const met = alias.find(({ from }) => from.test(here));
    const next = met ? met.from.replace(here, met.to) : here;
    if (next === here) return here;
    here = next;
  }
  return here;
}
