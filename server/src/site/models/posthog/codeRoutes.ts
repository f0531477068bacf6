// Routes that the site's code makes: src/pages/*, and the few that PostHog's own scripts make.

import { routeKey } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";

/** "exact" for a route that code serves, "pattern" where a page with parameters may. */
export type CodeRoutes = (route: string) => "exact" | "pattern" | undefined;

/** The site's home and the handbook's first page come from code. */
const own = ["/", "/handbook"];

export function codeRoutes(files: ReadonlySet<FilePath>): CodeRoutes {
  const exact = new Set(own);
  const prefixes: string[] = [];
  for (const file of files) {
    const page = /^src\/pages\/(.+)\.(?:[jt]sx?|mdx?)$/.exec(file)?.[1];
    if (page === undefined) continue;
    const route = `/${page}`.replace(/\/index$/, "");
    const parameter = route.search(/\/[^/]*[[{]/);
    if (parameter >= 0) prefixes.push(`${route.slice(0, parameter)}/`);
    else exact.add(routeKey(route || "/"));
  }
  return (route) => {
    if (exact.has(routeKey(route))) return "exact";
    return prefixes.some((prefix) => route.startsWith(prefix)) ? "pattern" : undefined;
  };
}
