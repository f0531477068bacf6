// Docusaurus 3: docs, blogs and pages, several of each, in versions and languages, read from docusaurus.config.* and the files
// that it names. Themes, plugins of others and code are not run: what they may add is unknown, not missing.

import { githubSyntax, htmlLinkAttributes, type MarkdownSyntax } from "../../../markdown/syntax.ts";
import { folderOf, isInFolder, isMarkdown, nameOf } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree, ModelDetector, SiteModel, SiteOverrides, UnreadConfig } from "../../siteModel.ts";
import { externalRoutes } from "../common/externalRoutes.ts";
import { missingPaths } from "../common/namedPaths.ts";
import { ruleTable } from "../common/redirects/ruleTable.ts";
import { codePages } from "./codePages.ts";
import { readCollections } from "./collections.ts";
import { givenComponents } from "./components.ts";
import { configName, type DocusaurusConfig, readConfig, unreadAt } from "./config.ts";
import { findSites } from "./findRoots.ts";
import { foreignRoutes, unreadPlugins } from "./foreign.ts";
import { docusaurusFrontmatter } from "./frontmatter.ts";
import { namedPaths, readInstances, unreadOptions, withContentRoots } from "./instances.ts";
import { joinUrl } from "./joinUrl.ts";
import { docusaurusLinkTo } from "./linkTo.ts";
import { docusaurusNavigation } from "./navigation.ts";
import { makeOwners } from "./owner.ts";
import { shownPartials, unseenPartial } from "./partials.ts";
import { placeDocusaurusPage } from "./place.ts";
import { readRedirects } from "./redirects.ts";
import { resolveDocusaurusPath } from "./resolvePath.ts";
import { unreadItems, writtenSidebars } from "./sidebarItems.ts";
import type { DocusaurusSite } from "./siteParts.ts";

/** Configuration, sidebars, versions, categories, tags, authors, and what a configuration imports by such names. */
const read =
  /(?:^|\/)(?:docusaurus\.[^/]+|[^/]*\.config|[^/]*(?:sidebars?|redirects?|navbar)[^/]*|(?:\w+_)?versions|_category_|tags|authors|src\/theme\/MDXComponents(?:\/index)?)\.(?:[cm]?[jt]sx?|json|ya?ml)$/i;

export const docusaurus: ModelDetector = {
  id: "docusaurus",
  reads: (path) => read.test(path),
  isMain: (path) => configName.test(nameOf(path)),
  findRoots: (tree) => [...new Set(findSites(tree).map(({ root }) => root))],
  create,
};

function create(tree: FileTree, overrides: SiteOverrides): SiteModel {
  const parts = readSite(tree, overrides);
  const { config, collections, owners } = parts;
  const contentRoots = [
    ...new Set(collections.flatMap(({ folder, localized }) => (localized ? [folder, localized] : [folder]))),
  ];
  const components = givenComponents(config, tree.texts, tree.files);
  return {
    id: "docusaurus",
    name: "Docusaurus",
    evidence: `${config.file} and ${[...new Set(collections.map(({ folder }) => `${folder}/`))].join(", ")}`,
    idRule: `GitHub's rule (github-slugger), per file${config.maintainCase ? ", capitals kept" : ""}`,
    sources: tree.texts,
    hosts: overrides.hosts ?? config.hosts,
    base: config.base.replace(/\/+$/, ""),
    contentRoots,
    syntaxOf: (path) => (isPageOrPartial(path, parts) ? syntaxOf(path, config) : undefined),
    place: (page) => placeDocusaurusPage(page, parts),
    resolvePath: (path, from, site, { form }) => resolveDocusaurusPath(path, from, site, { form, parts }),
    linkTo: (target, from, style) => docusaurusLinkTo(target, from, style, parts),
    partialsOf: (page) => shownPartials(page, config.siteDir),
    unseenIds: (page) => {
      const from = unseenPartial(page, config.siteDir, tree.files);
      return from === undefined ? undefined : `The page shows ${from}, which is not in this folder.`;
    },
    frontmatter: docusaurusFrontmatter,
    unread: unreadOf(parts),
    redirects: parts.redirects.rules,
    navigation: (site) => docusaurusNavigation(site, parts),
    ...(components && { components }),
  };

  function isPageOrPartial(path: FilePath, site: DocusaurusSite): boolean {
    return isMarkdown(path) && (owners.homeOf(path) !== undefined || isPartial(path, site.config.siteDir));
  }
}

function readSite(tree: FileTree, overrides: SiteOverrides): DocusaurusSite {
  const sites = findSites(tree);
  const found = sites.find(({ root }) => root === "") ?? sites[0];
  const config = withOverrides(found?.config ?? readConfig(fallback(tree), tree), overrides);
  const instances = withContentRoots(found?.instances ?? readInstances(config), overrides.contentRoots);
  const collections = readCollections(config, instances, tree);
  const redirects = readRedirects(config);
  return {
    config,
    collections,
    owners: makeOwners(collections, tree.files),
    texts: tree.texts,
    files: tree.files,
    homes: config.locales.map(({ prefix }) => joinUrl(prefix, "/")),
    codePages: codePages(collections, tree.files),
    redirects,
    rules: ruleTable(redirects.rules),
    foreign: foreignRoutes(config),
    external: externalRoutes(overrides.externalRoutes ?? []),
  };
}

function unreadOf({ config, collections, redirects, texts, files }: DocusaurusSite): readonly UnreadConfig[] {
  const sidebars = collections.filter(
    ({ instance, locale }) => instance.kind === "docs" && locale === config.locales[0],
  );
  const items = sidebars.flatMap((one) =>
    (writtenSidebars(one, texts) ?? []).flatMap((tree) => unreadItems(tree.items)),
  );
  return [
    ...config.unread,
    ...unreadOptions(config),
    ...unreadPlugins(config),
    ...redirects.unread,
    ...missingPaths(
      namedPaths(
        config,
        collections.map(({ instance }) => instance),
      ),
      config.file,
      files,
    ),
    ...items.map((item) => unreadAt(item, config.file, "externalRoutes")),
  ];
}

function fallback(tree: FileTree): FilePath {
  return (
    [...tree.files].find((path) => configName.test(nameOf(path))) ?? ("docusaurus.config.js" as FilePath)
  );
}

function withOverrides(config: DocusaurusConfig, overrides: SiteOverrides): DocusaurusConfig {
  return {
    ...config,
    base: overrides.base === undefined ? config.base : joinUrl("/", overrides.base, "/"),
    trailingSlash: overrides.trailingSlash ?? config.trailingSlash,
  };
}

/** Markdown that pages import lies in `src/`, or has an underscore in its name or in that of its folder. */
function isPartial(path: FilePath, siteDir: string): boolean {
  const inSite = isInFolder(path, siteDir);
  const below = siteDir === "" ? path : path.slice(siteDir.length + 1);
  return inSite && (below.startsWith("src/") || /^_/.test(nameOf(path)) || /(?:^|\/)_/.test(folderOf(below)));
}

function syntaxOf(path: FilePath, { format, math }: DocusaurusConfig): MarkdownSyntax {
  return {
    ...githubSyntax,
    mdx: format === "mdx" || (format === "detect" && path.endsWith(".mdx")),
    math,
    headingAttributes: true,
    treeIds: true,
    linkAttributes: { ...htmlLinkAttributes, Link: ["to", "href"] },
  };
}
