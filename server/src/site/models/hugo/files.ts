// Files that Hugo copies: those of static folders, of content folders, and of bundles, which lie where their page is served.

import type { PagePath } from "../../../page/scannedPage.ts";
import { remember } from "../../remember.ts";
import { folderOf, nameOf, routeKey } from "../../routeKey.ts";
import type { FilePath, LinkTarget, Page, Site } from "../../site.ts";
import type { HugoConfig } from "./config.ts";
import { contentPlace } from "./contentPlace.ts";
import type { Language } from "./languages.ts";
import type { Mount } from "./mounts.ts";
import { isResource, type PlaceRules } from "./place.ts";

/** The file at a route, be it one that is copied or a page that is not written in Markdown. */
export function fileAt(route: string, site: Site, rules: PlaceRules): LinkTarget | undefined {
  const path = route.normalize("NFC");
  const found =
    copied(path, rules.config.mounts.static, site) ??
    contentFile(path, site, rules) ??
    resourceAt(path, site, rules.config) ??
    otherPage(path, site, rules.config);
  return found === undefined ? undefined : { kind: "file", path: found };
}

/** A file that is no page, at the same path below one of these folders. */
function copied(route: string, mounts: readonly Mount[], site: Site): FilePath | undefined {
  for (const { source, target } of mounts) {
    const before = target === "" ? "/" : `/${target}/`;
    if (!route.startsWith(before)) continue;
    const path = `${source === "" ? "" : `${source}/`}${route.slice(before.length)}` as FilePath;
    if (isFile(path, site)) return path;
  }
  return undefined;
}

/** Pages are not copied, and neither are those that belong to a bundle. */
function isFile(path: FilePath, { files, pages }: Site): boolean {
  return files.has(path) && !pages.has(path as string as PagePath);
}

/** A file of content/ that belongs to no page: it keeps its path, below its language's prefix. */
function contentFile(route: string, site: Site, rules: PlaceRules): FilePath | undefined {
  for (const language of rules.config.languages.all) {
    const before = language.prefix === "" ? "" : `/${language.prefix}`;
    const path = route.startsWith(`${before}/`)
      ? copied(route.slice(before.length), rules.config.mounts.content, site)
      : undefined;
    if (path !== undefined && isLoose(path, language, site, rules)) return path;
  }
  return undefined;
}

function isLoose(path: FilePath, language: Language, site: Site, rules: PlaceRules): boolean {
  const place = contentPlace(path, rules.config);
  if (place?.language !== language || ownSection(path, site)) return false;
  return !isResource(path as string as PagePath, place, rules, (one) => site.pages.get(one)?.scanned);
}

/** The section's page in the very folder of a file, whose files lie beside it. */
function ownSection(path: string, site: Site): boolean {
  return site.pages.get(`${folderOf(path)}/_index.md` as PagePath)?.route !== undefined;
}

/** Files of a bundle lie below its page at any depth and in every language, those of a section right beside it. */
function resourceAt(route: string, site: Site, config: HugoConfig): FilePath | undefined {
  let folder = route;
  while (folder.length > 1) {
    folder = folder.slice(0, folder.lastIndexOf("/"));
    const there = site.served.get(routeKey(folder === "" ? "/" : folder));
    if (!there || there.alias) continue;
    const path = `${folderOf(there.page.path)}${route.slice(folder.length)}` as FilePath;
    if (isFile(path, site) && isOwn(path, there.page, config)) return path;
  }
  return undefined;
}

function isOwn(path: FilePath, page: Page, config: HugoConfig): boolean {
  if (/^index\./.test(nameOf(page.path))) return true;
  if (!/^_index\./.test(nameOf(page.path)) || folderOf(path) !== folderOf(page.path)) return false;
  return contentPlace(path, config)?.language === contentPlace(page.path, config)?.language;
}

const otherFormats = ["html", "htm", "adoc", "asciidoc", "ad", "org", "rst", "pandoc", "pdc"];

const otherFormat = new RegExp(`\\.(?:${otherFormats.join("|")})$`);

const hasOtherFormats = new WeakMap<ReadonlySet<FilePath>, boolean>();

function anyOtherFormat(files: ReadonlySet<FilePath>): boolean {
  for (const file of files) if (otherFormat.test(file)) return true;
  return false;
}

/** A page that is not written in Markdown, told by its file's name alone. */
function otherPage(route: string, site: Site, config: HugoConfig): FilePath | undefined {
  if (!remember(hasOtherFormats, site.files, anyOtherFormat)) return undefined;
  const bare = withoutIndex(route).replace(/\/$/, "");
  for (const { source, target } of config.mounts.content) {
    const below =
      target === "" ? bare : bare.startsWith(`/${target}`) ? bare.slice(target.length + 1) : undefined;
    if (below === undefined) continue;
    for (const name of [below, `${below}/index`, `${below}/_index`])
      for (const extension of otherFormats) {
        const path = `${source}${name}.${extension}` as FilePath;
        if (site.files.has(path) && contentPlace(path, config)) return path;
      }
  }
  return undefined;
}

/** Hugo's folders and hosts give the index page of a folder for its bare address. */
function withoutIndex(route: string): string {
  return route.replace(/\/index(?:\.html)?$/, "/");
}
