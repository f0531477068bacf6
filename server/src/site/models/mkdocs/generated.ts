// What a MkDocs site serves without a page of its own: files of MkDocs, of the theme, of plugins.

import { stringAt } from "../../../data/value.ts";
import type { MkdocsConfig } from "./config.ts";
import { blogFolder } from "./routes.ts";

/** Served for sure; `route` is below the base, without a slash at its end. */
export function isGenerated(route: string, config: MkdocsConfig): boolean {
  const { plugins, theme } = config;
  if (route === "/sitemap.xml" || route === "/sitemap.xml.gz" || route === "/404.html" || route === "/404")
    return true;
  if (route === "/search/search_index.json") return plugins.has("search");
  if (route === "/search.html" || route === "/search")
    return plugins.has("search") && (theme.name === "mkdocs" || theme.name === "readthedocs");
  if (/^\/feed_(?:rss|json)_(?:created|updated)\.(?:xml|json)$/.test(route)) return plugins.has("rss");
  if (route === "/print_page" || route === "/print_page.html") return plugins.has("print-site");
  return plugins.has("blog") && isBlogView(route, config);
}

/** The blog's own page, its archive; lists of years and categories come of the posts. */
function isBlogView(route: string, config: MkdocsConfig): boolean {
  const folder = blogFolder(config) ?? "blog";
  const blog = folder === "" ? "" : `/${folder}`;
  return route === (blog === "" ? "/" : blog) || route === `${blog}/index.html`;
}

/** Plugins that make pages which no file here shows. */
const makers: ReadonlySet<string> = new Set([
  ...[
    "gen-files",
    "gallery",
    "mkdoxy",
    "api-autonav",
    "coverage",
    "multirepo",
    "monorepo",
    "projects",
    "pdoc",
  ],
  ...["mkdocs-simple-hooks", "mkdocs-jupyter", "techdocs-core", "doxygen", "mkdocs-pymdoc", "typedoc"],
]);

/** Why an address may be served that nothing here shows; undefined where nothing may. */
export function maybeServed(route: string, config: MkdocsConfig): string | undefined {
  const maker = [...config.plugins.keys()].find((name) => makers.has(name));
  if (maker !== undefined) return `The plugin ${maker} may make what is served there.`;
  if (config.hooks) return "A hook of the site's own may make what is served there.";
  const { name } = config.theme;
  const themed =
    name === "mkdocs" || name === "readthedocs"
      ? /^\/(?:css|js|img|fonts|webfonts|search)\/[^/]+/
      : name === "material"
        ? /^\/assets\/(?:images|javascripts|stylesheets|external)\/./
        : /\.[a-z0-9]{2,5}$/;
  if (themed.test(route)) return `The theme ${name} may have this file.`;
  if (config.plugins.has("blog") && isBlogList(route, config))
    return "The blog may have a list of this name.";
  return undefined;
}

/** Further pages of lists, and authors' pages, which depend on what is configured for them. */
function isBlogList(route: string, config: MkdocsConfig): boolean {
  const folder = blogFolder(config) ?? "blog";
  const format = stringAt(config.plugins.get("blog"), "authors_profiles_url_format") ?? "author/{slug}";
  const author = format.split("{")[0] ?? "author/";
  const below =
    folder === "" ? route.slice(1) : route.startsWith(`/${folder}/`) ? route.slice(folder.length + 2) : "";
  return /(?:^|\/)page\/\d+$/.test(below) || (author !== "" && below.startsWith(author));
}
