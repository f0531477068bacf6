// Which files of the docs folder are pages, and where each is served (mkdocs/structure/files.py).

import { stringAt } from "../../../data/value.ts";
import { folderOf, nameOf } from "../../routeKey.ts";
import type { FilePath, Route } from "../../site.ts";
import type { MkdocsConfig } from "./config.ts";
import { isMkdocsPage } from "./configFile.ts";
import type { Languages } from "./languages.ts";

/** The path below the docs folder; undefined outside of it. */
export function belowDocs(path: string, docsDir: string): string | undefined {
  if (docsDir === "") return path;
  return path.startsWith(`${docsDir}/`) ? path.slice(docsDir.length + 1) : undefined;
}

/** Is the file part of the site? Of a README.md beside an index.md the latter is. */
export function isInSite(path: string, config: MkdocsConfig, files: ReadonlySet<FilePath>): boolean {
  const below = belowDocs(path, config.docsDir);
  if (below === undefined || config.excluded(below)) return false;
  if (nameOf(path) !== "README.md") return true;
  const folder = folderOf(path);
  return !files.has((folder === "" ? "index.md" : `${folder}/index.md`) as FilePath);
}

/** `/guide/setup/` of `guide/setup.md`: where a page of that path below the docs folder is served. */
export function pageRoute(below: string, config: MkdocsConfig, languages?: Languages): Route {
  const { path, prefix } = languages?.split(below) ?? { path: below, prefix: "" };
  const folder = folderOf(path);
  const stem = nameOf(path).replace(/\.[^.]*$/, "");
  const before = [prefix, folder]
    .filter((part) => part !== "")
    .map((part) => `${part}/`)
    .join("");
  const index = stem === "index" || stem === "README";
  const end = index ? "" : config.directoryUrls ? `${stem}/` : `${stem}.html`;
  return `/${before}${end}`.normalize("NFC") as Route;
}

/** The page that a path below the docs folder names would be one of the blog's posts. */
export function isBlogPost(below: string, config: MkdocsConfig): boolean {
  const blog = config.plugins.has("blog") ? (blogFolder(config) ?? "blog") : undefined;
  if (blog === undefined || !isMkdocsPage(below)) return false;
  const posts = stringAt(config.plugins.get("blog"), "post_dir") ?? "{blog}/posts";
  const folder = posts.replace("{blog}", blog).replace(/^\.\/|^\/|\/$/g, "");
  return below.startsWith(`${folder}/`);
}

/** The folder of the blog, "" where the whole site is one. */
export function blogFolder(config: MkdocsConfig): string | undefined {
  const written = stringAt(config.plugins.get("blog"), "blog_dir");
  return written?.replace(/^\.?\/*|\/+$/g, "");
}
