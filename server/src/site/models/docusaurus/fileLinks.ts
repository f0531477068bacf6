// Links that name files: pages by `x.md`, and what Docusaurus copies into the build: `./plan.pdf`, `/img/x.png`, `@site/x.csv`.
// Sources: utils/src/markdownLinks.ts, mdx-loader/src/remark/{resolveMarkdownLinks,transformLinks,transformImage}.

import type { PagePath } from "../../../page/scannedPage.ts";
import { folderOf, joinPath } from "../../routeKey.ts";
import type { FilePath, LinkTarget, Page, Site } from "../../site.ts";
import type { Owner } from "./owner.ts";
import type { DocusaurusSite } from "./siteParts.ts";

/** The page that a path ending in `.md` or `.mdx` names, within the plugin of the file that it is written in. */
export function pageByFile(
  path: string,
  from: Page,
  site: Site,
  parts: DocusaurusSite,
): LinkTarget | undefined {
  const home = parts.owners.homeOf(from.path);
  if (!/\.mdx?$/i.test(path) || !home) return undefined;
  for (const candidate of candidates(path, from, home, parts)) {
    const page = site.pages.get(candidate.normalize("NFC") as PagePath);
    if (page?.route !== undefined && isShown(page, home, parts)) return { kind: "page", page };
  }
  return undefined;
}

/** A file of the folder, of `static/`, or of the site, that a link or image names; undefined for what is an address. */
export function assetByFile(
  path: string,
  from: Page,
  site: Site,
  parts: DocusaurusSite,
): LinkTarget | undefined {
  const { siteDir, staticDirs } = parts.config;
  if (path.startsWith("@site/")) {
    const file = joinPath(siteDir, path.slice("@site/".length));
    return file !== undefined && site.files.has(file as FilePath)
      ? { kind: "file", path: file as FilePath }
      : { kind: "missing", what: "file", path: file ?? path };
  }
  if (!hasAssetName(path)) return undefined;
  const folders = path.startsWith("/") ? staticDirs : [folderOf(from.path)];
  for (const folder of folders) {
    const file = joinPath(folder, path.replace(/^\/+/, ""))?.normalize("NFC") as FilePath | undefined;
    if (file !== undefined && site.files.has(file)) return { kind: "file", path: file };
  }
  return undefined;
}

function hasAssetName(path: string): boolean {
  return /[^/]\.[^./]+$/.test(path) && !/\.(?:mdx?|html)$/.test(path);
}

/** Where the file is looked for, first to last. */
function candidates(path: string, from: Page, home: Owner, { config }: DocusaurusSite): readonly string[] {
  if (path.startsWith("@site/")) return join(config.siteDir, path.slice("@site/".length));
  const own = folderOf(from.path);
  if (/^\.\.?\//.test(path)) return join(own, path);
  const { localized, folder } = home.collection;
  const roots = [...(localized === undefined ? [] : [localized]), folder, config.siteDir];
  const folders = path.startsWith("/") ? roots : [own, ...roots];
  return folders.flatMap((one) => join(one, path.replace(/^\/+/, "")));
}

function join(folder: string, path: string): readonly string[] {
  const joined = joinPath(folder, path);
  return joined === undefined ? [] : [joined];
}

/** Is the page one of the same plugin, and the one that is shown in the language of the link? */
function isShown(page: Page, home: Owner, parts: DocusaurusSite): boolean {
  const owner = parts.owners.homeOf(page.path);
  if (!owner || owner.collection.instance !== home.collection.instance) return false;
  const { locale } = home.collection;
  const shown = parts.collections.find(
    (one) =>
      one.locale === locale &&
      one.instance === owner.collection.instance &&
      one.version === owner.collection.version,
  );
  return shown !== undefined && parts.owners.fileOf(shown, owner.source) === page.path;
}
