// Astro's sites: Starlight, and content collections that pages of src/pages show. The facts are from their documentation, their
// sources and their builds (test/sites/starlight*).

import { folderOf, nameOf } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree, ModelDetector, SiteModel, SiteOverrides } from "../../siteModel.ts";
import { externalRoutes } from "../common/externalRoutes.ts";
import { importedPartials } from "../common/importedPartials.ts";
import { modulePath } from "../common/modules.ts";
import { codeRoutes } from "./codeRoutes.ts";
import { type Collection, collectionConfig, isContent, readCollections } from "./collections.ts";
import { type AstroConfig, isAstroConfig, readAstroConfig } from "./config.ts";
import { astroFrontmatter } from "./frontmatter.ts";
import { astroLinkTo } from "./linkTo.ts";
import { starlightNavigation } from "./navigation.ts";
import { ownIds } from "./ownIds.ts";
import { placeAstroPage } from "./place.ts";
import { pluginRoutes } from "./plugins.ts";
import { readRedirects, redirectTable } from "./redirects.ts";
import { type AstroRules, otherRoutes, resolveAstroPath } from "./resolvePath.ts";
import type { AstroSite } from "./routes.ts";
import { astroSyntax } from "./syntax.ts";

export const starlight: ModelDetector = {
  id: "starlight",
  reads,
  isMain: (path) => isAstroConfig(path) || collectionConfig.test(path),
  findRoots,
  create,
};

/** The configuration, what it is likely to import, the collections, and the components in which ids stand. */
function reads(path: FilePath): boolean {
  const name = nameOf(path);
  return (
    isAstroConfig(name) ||
    name === "package.json" ||
    name.endsWith(".astro") ||
    /(?:^|\/)content(?:\.|\/)config\.[cm]?[jt]s$/.test(path) ||
    likelyImport.test(name)
  );
}

const likelyImport =
  /(?:^|[._-])(?:config|sidebar|nav|navigation|locales?|i18n|redirects?|consts?|constants|site)\.(?:[cm]?[jt]s|json)$/i;

function findRoots(tree: FileTree): readonly string[] {
  const roots: string[] = [];
  for (const file of tree.files) {
    if (!isAstroConfig(nameOf(file))) continue;
    const root = folderOf(file);
    if (hasContent(tree, root)) roots.push(root);
  }
  return roots;
}

/** Pages in its source folder, or anywhere below it when its collections say where. */
function hasContent(tree: FileTree, root: string): boolean {
  const before = root === "" ? "" : `${root}/`;
  const declared = [...tree.texts.keys()].some(
    (path) => path.startsWith(before) && collectionConfig.test(path.slice(before.length)),
  );
  const inside = declared ? before : `${before}src/`;
  for (const file of tree.files) {
    if (file.startsWith(inside) && isContent(file) && !/^readme\./i.test(nameOf(file))) return true;
  }
  return false;
}

function create(tree: FileTree, overrides: SiteOverrides): SiteModel {
  const config = readAstroConfig(tree, overrides);
  const collections = withContentRoots(
    readCollections(tree, config.srcDir, config.starlight !== undefined),
    overrides,
  );
  const code = codeRoutes(tree, config.srcDir, collections);
  const astro: AstroSite = { config, collections, code };
  const written = readRedirects(config);
  const redirects = redirectTable(written, config.base);
  const external = externalRoutes([...pluginRoutes(config), ...(overrides.externalRoutes ?? [])]);
  const otherEntries = otherRoutes(tree.files, `${config.srcDir}/content/docs`);
  const rules: AstroRules = { ...astro, redirects, external, otherEntries };
  const name = config.starlight ? "Astro Starlight" : "Astro";
  return {
    id: "starlight",
    name,
    evidence: `${config.file ?? "Astro's folders"} and ${rootsOf(collections, config).join("/, ")}/`,
    idRule: `GitHub's rule (github-slugger) as Astro ${config.version.major} applies it, per file`,
    version: `Astro ${config.version.said}`,
    sources: tree.texts,
    hosts: config.hosts,
    base: config.base,
    contentRoots: rootsOf(collections, config),
    syntaxOf: (path) => astroSyntax(path, astro),
    place: (page) => placeAstroPage(page, astro, tree, redirects),
    resolvePath: (path, from, site) => resolveAstroPath(path, from, site, rules),
    linkTo: (target, from, style) => astroLinkTo(target, from, style, config),
    partialsOf: (page) =>
      importedPartials(page, (from) => modulePath(from, page.path as string as FilePath, tree)),
    partialLinks: "page",
    unseenIds: (page) => unseen(ownIds(page, astro, tree).unseen),
    frontmatter: astroFrontmatter(collections, config.starlight !== undefined),
    redirects: written,
    unread: [...config.unread, ...collections.flatMap((one) => one.unread ?? [])],
    ...(config.starlight && { navigation: (site) => starlightNavigation(astro, site) }),
  };
}

function unseen(file: string | undefined): string | undefined {
  return file && `The component ${file} may give ids that only running it would tell.`;
}

/** Folders that the settings name take the place of those that were found; Starlight's are all "docs". */
function withContentRoots(found: readonly Collection[], overrides: SiteOverrides): readonly Collection[] {
  const roots = overrides.contentRoots;
  if (!roots) return found;
  return roots.map((base) => {
    const [first] = found;
    const same = found.find((one) => one.base === base) ?? first;
    return same
      ? { ...same, base }
      : { name: nameOf(base), base, has: isContent, ownIds: false, schema: undefined };
  });
}

function rootsOf(collections: readonly Collection[], { srcDir }: AstroConfig): readonly string[] {
  return [...new Set([...collections.map(({ base }) => base), `${srcDir}/pages`])];
}
