// MkDocs, plain or with Material: pages by file, ids and Markdown by Python-Markdown. Plugins and hooks are not run; what the
// usual ones do is known, and what only they could tell is called unknown.

import { at, stringAt } from "../../../data/value.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree, ModelDetector, SiteModel, SiteOverrides } from "../../siteModel.ts";
import { externalRoutes } from "../common/externalRoutes.ts";
import { byFile } from "../plain/linkTo.ts";
import { type MkdocsConfig, readMkdocsConfig } from "./config.ts";
import { isMkdocsPage, mayBeConfig, siteFolders } from "./configFile.ts";
import { mkdocsFrontmatter } from "./frontmatter.ts";
import { mkdocsIds } from "./headingIds.ts";
import { readLanguages } from "./languages.ts";
import { mkdocsLinkTo } from "./linkTo.ts";
import { labelsOf, mkdocsNavigation } from "./navigation.ts";
import { placeMkdocsPage } from "./place.ts";
import { mkdocsRedirects, redirectTable } from "./redirects.ts";
import { resolveMkdocsPath } from "./resolvePath.ts";
import { belowDocs } from "./routes.ts";
import { mayBeShown, shownFiles, unseenFile } from "./snippets.ts";
import { isRequirements } from "./versions.ts";

export const mkdocs: ModelDetector = {
  id: "mkdocs",
  unheeded: ["trailingSlash"],
  oneContentRoot: true,
  reads: (path) => mayBeConfig(path) || isRequirements(path),
  isMain: (path) => /(?:^|\/)(?:mkdocs|base|common)[^/]*\.ya?ml$/.test(path),
  findRoots: siteFolders,
  create,
};

function create(tree: FileTree, overrides: SiteOverrides): SiteModel {
  const config = readMkdocsConfig(tree, overrides);
  const { files } = tree;
  const { ids, syntax } = config.markdown;
  const languages = readLanguages(config.plugins);
  const nav = at(config.value, "nav");
  const labels = labelsOf(nav, config);
  const redirects = mkdocsRedirects(config, languages, files);
  const rules = {
    config,
    languages,
    external: externalRoutes(overrides.externalRoutes ?? []),
    redirects: redirectTable(redirects),
  };
  const isPage = (path: FilePath) =>
    isMkdocsPage(path) &&
    (belowDocs(path, config.docsDir) !== undefined ? !isHidden(path, config) : mayBeShown(path, config));
  return {
    id: "mkdocs",
    name: config.theme.name === "material" ? "MkDocs with Material" : "MkDocs",
    evidence: `${config.file ?? "the settings"} and ${config.docsDir === "" ? "the folder itself" : `${config.docsDir}/`}`,
    idRule: idRule(config),
    version:
      config.versions.told === ""
        ? "the newest of MkDocs and Python-Markdown, since no requirements pin them"
        : config.versions.told,
    sources: tree.texts,
    hosts: config.hosts,
    base: config.base,
    contentRoots: overrides.contentRoots ?? [config.docsDir],
    unread: config.unread,
    syntaxOf: (path) => (isPage(path) ? syntax : undefined),
    place: (page) => placeMkdocsPage(page, { config, languages, files, labels }),
    resolvePath: (path, from, site, link) => resolveMkdocsPath(path, from, site, { ...rules, link }),
    usualLinks: byFile,
    linkTo: (target, from, style) => mkdocsLinkTo(target, from, style, config),
    partialsOf: (page) => shownFiles(page, config, files),
    partialLinks: "page",
    idsTogether: (headings) => mkdocsIds(headings, ids),
    unseenIds: (page) => unseenIds(page, config, files),
    frontmatter: mkdocsFrontmatter,
    redirects,
    navigation: (site) => mkdocsNavigation(site, config, nav),
  };
}

/** Pages that are left out of the site are still read where they lie in the docs folder, but not hidden ones. */
function isHidden(path: string, config: MkdocsConfig): boolean {
  const below = belowDocs(path, config.docsDir) ?? path;
  return /(?:^|\/)\.[^/]/.test(below) && config.excluded(below);
}

function idRule({ markdown: { ids, unknownSlug } }: MkdocsConfig): string {
  if (unknownSlug) return `a function that we don't know (${unknownSlug.tag ?? "toc.slugify"})`;
  return ids.rule.kind === "toc" ? "Python-Markdown's toc" : "pymdownx.slugs, as toc.slugify says";
}

function unseenIds(
  page: ScannedPage,
  config: MkdocsConfig,
  files: ReadonlySet<FilePath>,
): string | undefined {
  const { plugins, markdown } = config;
  if (markdown.unknownSlug)
    return `How ids are made is told by ${markdown.unknownSlug.tag ?? "toc.slugify"}, which can't be read.`;
  const shown = unseenFile(page, config, files);
  if (shown !== undefined) return `The page shows ${shown}, which is not in this folder as a whole.`;
  if (page.shortcodes.some(({ name }) => name === ":::"))
    return "mkdocstrings makes ids of code that can't be seen.";
  if (plugins.has("macros") && page.shortcodes.some(({ name }) => !/^(?:===!?|--8<--)$/.test(name)))
    return "A template on the page may make ids.";
  return plugins.has("tags") && isTagsPage(page, config)
    ? "The plugin tags makes ids of the pages' tags."
    : undefined;
}

function isTagsPage(page: ScannedPage, config: MkdocsConfig): boolean {
  const file = stringAt(config.plugins.get("tags"), "tags_file") ?? "tags.md";
  return belowDocs(page.path, config.docsDir) === file;
}
