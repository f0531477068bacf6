// VitePress 1.6 (what is known of 2 reads alike). Its default theme is assumed where a theme matters: for the ids that every
// page has, and for the sidebars.

import { stringAt } from "../../../data/value.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, joinPath } from "../../routeKey.ts";
import type { Route } from "../../site.ts";
import type { FileTree, ModelDetector, Placement, SiteModel, SiteOverrides } from "../../siteModel.ts";
import { externalRoutes } from "../common/externalRoutes.ts";
import { pageTitle } from "../common/pageTitle.ts";
import {
  folderOfConfig,
  isConfigFile,
  readConfigValue,
  readVitepressConfig,
  type VitepressConfig,
} from "./config.ts";
import { isPathsFile } from "./dynamicRoutes.ts";
import { vitepressFrontmatter } from "./frontmatter.ts";
import { vitepressIds } from "./headingIds.ts";
import { includedFiles, unseenInclude } from "./includes.ts";
import { vitepressLinkTo } from "./linkTo.ts";
import { vitepressNavigation } from "./navigation.ts";
import { resolveVitepressPath } from "./resolvePath.ts";
import { type Routes, vitepressRoutes } from "./routes.ts";

export const vitepress: ModelDetector = {
  id: "vitepress",
  reads: (path) =>
    /(?:^|\/)\.vitepress\/(?!theme\/|cache\/|dist\/)[^.][^?]*\.(?:[cm]?[jt]s|json)$/.test(path) ||
    isPathsFile(path),
  findRoots,
  create,
};

/** The folder of `.vitepress/`; where `srcDir` leads out of it, the folder that holds both. */
function findRoots(tree: FileTree): readonly string[] {
  const roots = new Set<string>();
  for (const file of tree.files) {
    if (!isConfigFile(file) && !/(?:^|\/)\.vitepress\/theme\/index\.m?[jt]s$/.test(file)) continue;
    const folder = folderOfConfig(file);
    const srcDir = isConfigFile(file) ? stringAt(readConfigValue(file, tree.texts), "srcDir") : undefined;
    const pages = joinPath(folder, srcDir ?? "") ?? folder;
    if (hasPages(tree, pages)) roots.add(commonFolder(folder, pages));
  }
  return [...roots];
}

function commonFolder(a: string, b: string): string {
  let folder = a;
  while (folder !== "" && b !== folder && !b.startsWith(`${folder}/`)) folder = folderOf(folder);
  return folder;
}

function hasPages(tree: FileTree, folder: string): boolean {
  const before = folder === "" ? "" : `${folder}/`;
  for (const file of tree.files) if (file.endsWith(".md") && file.startsWith(before)) return true;
  return false;
}

function create(tree: FileTree, overrides: SiteOverrides): SiteModel {
  const config = readVitepressConfig(tree.texts, overrides);
  const routes = vitepressRoutes(config, tree.files, tree.texts);
  const rules = { config, routes, external: externalRoutes(overrides.externalRoutes ?? []) };
  const { srcDir, markdown } = config;
  const isRead = (path: string) =>
    path.endsWith(".md") && routes.below(path) !== undefined && !/(?:^|\/)(?:\.|node_modules\/)/.test(path);
  const navigation = vitepressNavigation(config, routes);
  return {
    id: "vitepress",
    name: "VitePress",
    evidence: `${config.file ?? ".vitepress/"} and ${srcDir === "" ? "the pages beside it" : `${srcDir}/`}`,
    idRule: markdown.ownSlugs
      ? "a function of the site's own, which can't be read"
      : "VitePress's rule (slugify of @mdit-vue/shared)",
    version: "1.6, the newest",
    sources: tree.texts,
    hosts: config.hosts,
    base: config.base,
    contentRoots: overrides.contentRoots ?? [srcDir],
    syntaxOf: (path) => (isRead(path) ? markdown.syntax : undefined),
    place: (page) => place(page, config, routes),
    resolvePath: (path, from, site, link) => resolveVitepressPath({ path, from, site, link }, rules),
    linkTo: (target, from, style) => vitepressLinkTo(target, from, style, rules),
    partialLinks: "page",
    partialsOf: (page) => includedFiles(page, srcDir),
    idsTogether: (headings) => vitepressIds(headings, markdown.hasId),
    unseenIds: (page) => unseenIds(page, config, (path) => unseenInclude(path, srcDir, tree.files, isRead)),
    frontmatter: vitepressFrontmatter,
    unread: config.unread,
    ...(navigation && { navigation }),
  };
}

/** Ids of the default theme's own elements (its Layout, VPContent, VPSidebar, VPNavBar, VPDocAsideOutline). */
const themeIds = ["app", "VPContent"];

function place(page: ScannedPage, { markdown }: VitepressConfig, routes: Routes): Placement {
  const [output, ...others] = routes.outputs(page.path) ?? [];
  return {
    route: output === undefined ? undefined : (routes.routeOf(output) as Route),
    aliases: [],
    title: pageTitle(page),
    headingIds: vitepressIds(page.headings, markdown.hasId),
    ownIds: [
      ...themeIds,
      ...(markdown.syntax.markdownIt?.footnotes
        ? page.footnotes.flatMap((_, at) => [`fn${at + 1}`, `fnref${at + 1}`])
        : []),
    ],
    generates: others.map((one) => routes.routeOf(one) as Route),
  };
}

function unseenIds(
  page: ScannedPage,
  { markdown }: VitepressConfig,
  unseen: (page: ScannedPage) => string | undefined,
): string | undefined {
  if (markdown.ownSlugs) return "The site makes heading ids by a function of its own.";
  const include = unseen(page);
  if (page.shortcodes.some(({ name }) => name === "@content"))
    return "The page shows content that its `.paths` file gives it.";
  if (include !== undefined) return `The page includes ${include}, which can't be seen from this folder.`;
  return undefined;
}
