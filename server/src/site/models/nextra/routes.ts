// Where Nextra and Next.js serve a file: Markdown of content/ (version 4), `page.mdx` of app/, Markdown of pages/ (up to
// version 3). Code pages are known by their place.

import { escapeRegExp } from "../../../text/escapeRegExp.ts";
import { folderOf, isMarkdown, nameOf, withoutMarkdownExtension } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { NextraConfig } from "./config.ts";

export interface Routes {
  /** Folders with pages, for the author: "content". */
  readonly roots: readonly string[];
  /** The route of a Markdown page, without base; undefined for a file that is none. */
  routeOf(path: string): string | undefined;
  /** Is something else than Markdown served there: a page or a route handler written in code? "maybe" where its route has parameters. */
  codeAt(route: string): "yes" | "maybe" | "no";
}

export function nextraRoutes(
  config: NextraConfig,
  files: ReadonlySet<FilePath>,
  texts: ReadonlyMap<FilePath, string>,
): Routes {
  const has = (folder: string) => [...files].some((file) => file.startsWith(`${folder}/`));
  // Nextra takes the first of the two (its server/index.ts).
  const content = ["content", "src/content"].find(has);
  const apps = ["app", "src/app"].filter(has);
  const pages = ["pages", "src/pages"].filter(has);
  const base = config.contentBase ?? contentBaseOf(files, texts);
  const bare = (path: string): string | undefined => {
    const root = [content, ...apps, ...pages].find((one) => one !== undefined && path.startsWith(`${one}/`));
    if (root === undefined || !/\.mdx?$/.test(path)) return undefined;
    const below = path.slice(root.length + 1);
    if (root === content) return contentRoute(below, base, config);
    return apps.includes(root) ? appRoute(below, "page") : pagesRoute(below, config);
  };
  const code = codeRoutes([...files], texts, apps, pages);
  return {
    roots: [content, ...apps, ...pages].filter((one) => one !== undefined),
    routeOf(path) {
      const route = bare(path)?.normalize("NFC");
      if (route === undefined) return undefined;
      return config.trailingSlash && route !== "/" ? `${route}/` : route;
    },
    codeAt(route) {
      if (code.exact.has(route)) return "yes";
      return code.patterns.some((pattern) => pattern.test(route)) ? "maybe" : "no";
    },
  };
}

/** `/people` of `people/index.mdx`; with languages, their folder comes first, before the content's own base. */
function contentRoute(below: string, base: string, { locales }: NextraConfig): string {
  const [first = ""] = below.split("/");
  const locale = locales.includes(first) ? `/${first}` : "";
  const rest = locale === "" ? below : below.slice(first.length + 1);
  return joined(`${locale}${base}`, withoutIndex(rest));
}

function withoutIndex(path: string): string {
  const bare = withoutMarkdownExtension(path);
  return nameOf(bare) === "index" ? folderOf(bare) : bare;
}

function joined(base: string, path: string): string {
  const route = path === "" ? base : `${base}/${path}`;
  return route === "" ? "/" : route;
}

/** The route of a file of app/ by that name: groups `(x)` and slots `@x` do not count, `_x` is private, `[x]` is no route of its own. */
function appRoute(below: string, name: string): string | undefined {
  if (nameOf(below).replace(/\.\w+$/, "") !== name) return undefined;
  const parts = folderOf(below).split("/");
  if (parts.some((part) => part.startsWith("_") || /^\[/.test(part))) return undefined;
  return `/${parts.filter((part) => part !== "" && !/^(?:\(.*\)|@.*)$/.test(part)).join("/")}`;
}

/** Next.js keeps `_app` and the like for itself. A language is a folder, or (version 2) the name's end: `x.de-CH.mdx`. */
function pagesRoute(below: string, { locales, defaultLocale }: NextraConfig): string | undefined {
  if (/^api\/|(?:^|\/)_(?:app|document|error|meta)\./.test(below)) return undefined;
  const bare = withoutMarkdownExtension(below);
  const locale = locales.find((one) => bare.endsWith(`.${one}`));
  const path = withoutIndex(locale === undefined ? bare : bare.slice(0, -locale.length - 1));
  if (/\[/.test(path)) return undefined;
  return joined(locale === undefined || locale === defaultLocale ? "" : `/${locale}`, path);
}

/** A catch-all page that shows the content: it says where, when the configuration does not. */
function contentPage(file: string, texts: ReadonlyMap<FilePath, string>): boolean {
  if (!isCatchAll(file)) return false;
  const text = texts.get(file as FilePath);
  return text === undefined || /nextra\/pages|importPage/.test(text);
}

/** Is it a page for all routes below its folder, whose text tells whether it shows the content? */
export function isCatchAll(path: string): boolean {
  return /(?:^|\/)app\/(?:.*\/)?\[{1,2}\.\.\.\w+\]{1,2}\/page\.[jt]sx?$/.test(path);
}

function contentBaseOf(files: ReadonlySet<FilePath>, texts: ReadonlyMap<FilePath, string>): string {
  const page = [...files].find((file) => contentPage(file, texts));
  if (page === undefined) return "";
  const folder = folderOf(folderOf(page)).replace(/^(?:src\/)?app\/?/, "");
  return folder
    .split("/")
    .filter((part) => part !== "" && !/^[[(@]/.test(part))
    .map((part) => `/${part}`)
    .join("");
}

interface CodeRoutes {
  readonly exact: ReadonlySet<string>;
  readonly patterns: readonly RegExp[];
}

const codeFile = /\.[jt]sx?$/;

function codeRoutes(
  files: readonly FilePath[],
  texts: ReadonlyMap<FilePath, string>,
  apps: readonly string[],
  pages: readonly string[],
): CodeRoutes {
  const routes = files.flatMap((file): readonly string[] => {
    const app = apps.find((root) => file.startsWith(`${root}/`));
    if (app !== undefined) return contentPage(file, texts) ? [] : appCode(file.slice(app.length + 1));
    const root = pages.find((one) => file.startsWith(`${one}/`));
    return root !== undefined && codeFile.test(file) ? pagesCode(file.slice(root.length + 1)) : [];
  });
  return {
    exact: new Set(routes.filter((route) => !route.includes("["))),
    patterns: routes.filter((route) => route.includes("[")).map(patternOf),
  };
}

/** Files of app/ that serve something by their name (nextjs.org/docs/app/api-reference/file-conventions/metadata). */
const metadataNames: Readonly<Record<string, string>> = {
  sitemap: "sitemap.xml",
  robots: "robots.txt",
  manifest: "manifest.webmanifest",
};

function appCode(below: string): readonly string[] {
  const name = nameOf(below);
  const folder = folderOf(below)
    .split("/")
    .filter((part) => part !== "" && !/^(?:\(.*\)|@.*)$/.test(part));
  if (folder.some((part) => part.startsWith("_"))) return [];
  const at = (last = "") => [`/${[...folder, last].filter((part) => part !== "").join("/")}`];
  if (/^(?:page|route)\.[jt]sx?$/.test(name)) return at();
  const metadata = metadataNames[name.replace(codeFile, "")];
  if (metadata !== undefined && codeFile.test(name)) return at(metadata);
  return /^(?:favicon\.ico|robots\.txt|sitemap\.xml|manifest\.(?:json|webmanifest)|(?:icon|apple-icon|opengraph-image|twitter-image)\d?\.\w+)$/.test(
    name,
  )
    ? at(name)
    : [];
}

function pagesCode(below: string): readonly string[] {
  if (/(?:^|\/)_(?:app|document|error|meta)\./.test(below)) return [];
  const bare = below.replace(codeFile, "");
  const path = nameOf(bare) === "index" ? folderOf(bare) : bare;
  return [`/${path}`];
}

/** `/blog/[slug]`, `/[...all]`, `/[[...all]]`. */
function patternOf(route: string): RegExp {
  const parts = route
    .slice(1)
    .split("/")
    .map((part) => {
      if (/^\[\[\.\.\./.test(part)) return "(?:/.*)?";
      if (/^\[\.\.\./.test(part)) return "/.+";
      return part.startsWith("[") ? "/[^/]+" : `/${escapeRegExp(part)}`;
    });
  return new RegExp(`^${parts.join("")}$`);
}

/** Is it Markdown that a page may show, though it is none itself? */
export function mayBePartial(path: string): boolean {
  return (
    path.endsWith(".mdx") && isMarkdown(path) && !/(?:^|\/)(?:node_modules|\.next|\.git|out)\//.test(path)
  );
}
