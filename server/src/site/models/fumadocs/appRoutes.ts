// Routes of Next's app folder: pages and handlers by their folders. Folders in parentheses are left out, brackets are parameters.

import { escapeRegExp } from "../../../text/escapeRegExp.ts";
import { routeKey } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import { appFolder } from "./config.ts";

export interface AppRoutes {
  /** By `routeKey`. */
  readonly exact: ReadonlySet<string>;
  /** The page with parameters that may serve it, where that is not the documentation's own. */
  mayServe(route: string): string | undefined;
  /** Is there an app folder to know them from? */
  readonly known: boolean;
}

/** Files that Next itself turns into addresses. */
const special: Readonly<Record<string, string>> = {
  "sitemap.ts": "sitemap.xml",
  "sitemap.xml": "sitemap.xml",
  "robots.ts": "robots.txt",
  "robots.txt": "robots.txt",
  "manifest.ts": "manifest.webmanifest",
  "favicon.ico": "favicon.ico",
};

/** `baseUrls`: of the sections, whose own pages with parameters show nothing but what we know. */
export function appRoutes(files: ReadonlySet<FilePath>, baseUrls: readonly string[]): AppRoutes {
  const app = appFolder(files);
  const exact = new Set<string>();
  const patterns: { readonly written: string; readonly test: RegExp }[] = [];
  for (const file of app === undefined ? [] : files) {
    const below = file.startsWith(`${app}/`) ? file.slice((app ?? "").length + 1) : undefined;
    const route = below === undefined ? undefined : routeOf(below);
    if (route === undefined) continue;
    if (!route.includes("[")) exact.add(routeKey(route));
    else if (!isSections(route, baseUrls)) patterns.push({ written: route, test: testOf(route) });
  }
  return {
    exact,
    mayServe: (route) => patterns.find(({ test }) => test.test(routeKey(route)))?.written,
    known: app !== undefined,
  };
}

function routeOf(below: string): string | undefined {
  const parts = below.split("/");
  const name = parts.pop() ?? "";
  if (parts.some((part) => part.startsWith("_") || part.startsWith("@"))) return undefined;
  const folders = parts.filter((part) => !/^\(.+\)$/.test(part));
  if (/^(?:page|route)\.[jt]sx?$/.test(name)) return `/${folders.join("/")}`;
  const own = special[name];
  return own === undefined ? undefined : `/${[...folders, own].join("/")}`;
}

/** `/docs/[[...slug]]`, with a language before it or not. */
function isSections(route: string, baseUrls: readonly string[]): boolean {
  return baseUrls.some((base) =>
    new RegExp(`^(?:/\\[[\\w-]+\\])?${escapeRegExp(base)}/\\[?\\[\\.\\.\\.[\\w-]+\\]\\]?$`).test(route),
  );
}

function testOf(route: string): RegExp {
  const source = route
    .split("/")
    .slice(1)
    .map((part) => {
      if (/^\[\[\.\.\./.test(part)) return "(?:/.*)?";
      if (/^\[\.\.\./.test(part)) return "/.+";
      return part.startsWith("[") ? "/[^/]+" : `/${escapeRegExp(part)}`;
    })
    .join("");
  return new RegExp(`^${source}$`);
}
