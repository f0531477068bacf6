// Routes that src/pages serves by code: .astro and .html pages, endpoints, and patterns with parameters. Markdown pages there
// are pages like others (routes.ts). Files and folders that begin with `_` are none (Astro: "Excluding pages").

import { readScript } from "../../../data/readScript.ts";
import { entriesAt, itemsAt, stringAt } from "../../../data/value.ts";
import { routeKey } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree } from "../../siteModel.ts";
import { type Collection, isContent, withoutContentExtension } from "./collections.ts";
import { parameterNames, patternOf } from "./routePattern.ts";

export interface CodeRoutes {
  /** By `routeKey`. */
  readonly exact: ReadonlySet<string>;
  /** Is there a page with parameters that may serve it? The pattern, "/team/[name]". */
  mayServe(route: string): string | undefined;
  /** The pattern that a collection's entries are served at, and the name of its parameter for their ids. */
  readonly collections: ReadonlyMap<string, CollectionRoute>;
  /** The files that serve collections, by collection: their ids are on each page. */
  readonly layouts: readonly FilePath[];
}

export interface CollectionRoute {
  /** "/blog/[...slug]" */
  readonly pattern: string;
  readonly parameter: string;
  readonly file: FilePath;
  readonly leavesOutDrafts: boolean;
}

/** The route of a file in src/pages: "/legal/terms", "/team/[name]", "/feed.xml"; undefined for what is no page. */
export function pageRoute(path: string, srcDir: string): string | undefined {
  const before = `${srcDir}/pages/`;
  if (!path.startsWith(before)) return undefined;
  const below = path.slice(before.length);
  if (below.split("/").some((part) => part.startsWith("_"))) return undefined;
  const bare = isContent(below)
    ? withoutContentExtension(below)
    : below.replace(/\.(?:astro|html|[cm]?[jt]s)$/, "");
  return bare === below ? undefined : `/${bare}`.replace(/\/index$/, "") || "/";
}

export function codeRoutes(tree: FileTree, srcDir: string, collections: readonly Collection[]): CodeRoutes {
  const exact = new Set<string>();
  const patterns: { readonly written: string; readonly test: RegExp }[] = [];
  const served = new Map<string, CollectionRoute>();
  for (const file of tree.files) {
    const route = pageRoute(file, srcDir);
    if (route === undefined || isContent(file)) continue;
    if (!route.includes("[")) {
      exact.add(routeKey(route));
      continue;
    }
    const script = scriptOf(tree.texts.get(file) ?? "");
    const found = collectionRoute(route, file, script, collections);
    const literal = found ? undefined : literalRoutes(route, script);
    if (found) served.set(found.name, found.route);
    else if (literal) for (const one of literal) exact.add(routeKey(one));
    else patterns.push({ written: route, test: patternOf(route).test });
  }
  return {
    exact,
    mayServe: (route) => patterns.find(({ test }) => test.test(routeKey(route)))?.written,
    collections: served,
    layouts: [...served.values()].map(({ file }) => file),
  };
}

/** The code between the `---` of an .astro file. */
function scriptOf(text: string): string {
  return /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? text;
}

const draftFilter = /getCollection\(\s*["']\w+["']\s*,[\s\S]{0,200}?\bdraft\b/;

/**
 * `getStaticPaths` over one collection, each entry's id (or slug) its only parameter: the form that Astro's documentation
 * shows. Whatever else it does, a page with parameters stays a pattern that may serve anything.
 */
function collectionRoute(
  pattern: string,
  file: FilePath,
  script: string,
  collections: readonly Collection[],
): { readonly name: string; readonly route: CollectionRoute } | undefined {
  const names = new Set(
    [...script.matchAll(/getCollection\(\s*["']([\w-]+)["']/g)].map(([, name = ""]) => name),
  );
  const [name = ""] = names;
  const [parameter, ...others] = parameterNames(pattern);
  if (names.size !== 1 || parameter === undefined || others.length > 0) return undefined;
  if (!collections.some((collection) => collection.name === name)) return undefined;
  const given = /\bparams\s*:\s*\{\s*(\w+)\s*:\s*[\w$]+\.(?:id|slug)\s*,?\s*\}/.exec(script)?.[1];
  if (given !== parameter) return undefined;
  return { name, route: { pattern, parameter, file, leavesOutDrafts: draftFilter.test(script) } };
}

/** The routes of a `getStaticPaths` that returns a plain list of `{ params }`. */
function literalRoutes(pattern: string, script: string): readonly string[] | undefined {
  const paths = readScript("page.ts", script).named.get("getStaticPaths");
  if (paths?.kind !== "list") return undefined;
  const routes = itemsAt(paths).map((item) => {
    const values = Object.fromEntries(
      entriesAt(item, "params").map(({ key, value }) => [key, stringAt(value) ?? ""]),
    );
    return parameterNames(pattern).every((name) => (values[name] ?? "") !== "")
      ? patternOf(pattern).fill(values)
      : undefined;
  });
  return routes.every((route) => route !== undefined) ? routes : undefined;
}
