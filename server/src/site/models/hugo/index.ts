// Hugo: routes, ids and links of its pages, in all languages, by the version that builds the site. Nothing of the site is
// run; templates are read for what they do with links and with the text of shortcodes.

import { stringKey } from "../../../frontmatter/keys.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { ownHosts } from "../../ownHosts.ts";
import { folderOf, isMarkdown } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree, ModelDetector, SiteModel, SiteOverrides } from "../../siteModel.ts";
import { externalRoutes } from "../common/externalRoutes.ts";
import { type HugoConfig, readHugoConfig } from "./config.ts";
import { isHugoConfig } from "./configFiles.ts";
import { contentPlace, sectionOf } from "./contentPlace.ts";
import { findHugoRoots, readsForHugo } from "./detect.ts";
import { frontmatterOf } from "./frontmatter.ts";
import { goldmarkSyntax } from "./goldmark.ts";
import { hugoIds, mayHaveId } from "./headingIds.ts";
import { type IncludeRules, includedFiles, unseenInclude } from "./includes.ts";
import { type LayoutIds, readLayoutIds } from "./layoutIds.ts";
import { hugoLinkTo } from "./linkTo.ts";
import { hugoNavigation } from "./navigation.ts";
import { handsDown, placeHugoPage, topFoldersOf } from "./place.ts";
import { expandRefs } from "./refs.ts";
import { resolveHugoPath } from "./resolvePath.ts";
import { readShortcodeTemplates, shortcodeText } from "./shortcodeTemplates.ts";

export const hugo: ModelDetector = {
  id: "hugo",
  unheeded: ["trailingSlash"],
  reads: readsForHugo,
  isMain: isHugoConfig,
  findRoots: findHugoRoots,
  create,
};

function create(tree: FileTree, overrides: SiteOverrides): SiteModel {
  const config = readHugoConfig(tree, overrides);
  const templates = readShortcodeTemplates(tree, config.mounts, config.version);
  const rules = {
    config,
    files: tree.files,
    topFolders: topFoldersOf(tree.files, config),
    templates,
    layoutIds: readLayoutIds(tree.texts, config.mounts),
    external: externalRoutes(overrides.externalRoutes ?? []),
  };
  const host = config.origin?.replace(/^.*\/\//, "").toLowerCase();
  return {
    id: "hugo",
    name: "Hugo",
    evidence: `${config.files[0] ?? "Hugo's folders"} and ${rootsOf(config).join("/, ")}/`,
    idRule: `Goldmark's rule "${config.goldmark.ids}", ids made of a heading's ${config.goldmark.idsFromSource ? "source" : "text"}`,
    version: config.version.said,
    sources: tree.texts,
    hosts: overrides.hosts ?? (host === undefined ? [] : [host]),
    base: config.base,
    contentRoots: rootsOf(config),
    syntaxOf: syntaxOf(rules),
    place: (page, others) => placeHugoPage(page, rules, others),
    handsDown: (page) => handsDown(page, config),
    resolvePath: (path, from, site, { form }) => resolveHugoPath(path, from, site, { ...rules, form }),
    expandedAddress: (destination, from, site) => {
      if (!destination.includes("{{")) return undefined;
      const own = overrides.hosts?.[0] ?? ownHosts(site).hosts[0];
      const origin = config.origin ?? (own === undefined ? "" : `https://${own}`);
      return expandRefs(destination, from, site, { ...rules, origin });
    },
    linkTo: (target, from, style) => hugoLinkTo(target, from, style, config),
    partialLinks: "page",
    partialsOf: (page) => includedFiles(page, rules),
    idsTogether: (headings) => hugoIds(headings, config.goldmark),
    unseenIds: (page, id) => unseenIds(page, id, rules),
    unread: config.unread,
    navigation: (site) => hugoNavigation(site, rules),
    frontmatter: frontmatterOf(config.taxonomies),
  };
}

/** Content, and the files that shortcodes put into it; their own shortcodes are text unless a template reads them, or can't be seen. */
function syntaxOf({ config, templates }: IncludeRules): SiteModel["syntaxOf"] {
  const page = goldmarkSyntax(config.goldmark, shortcodeText(templates, config.mounts));
  const showing = [...templates.values()].filter(({ shows }) => shows !== undefined);
  const isText = showing.length > 0 && !showing.some(({ again }) => again);
  const part = isText ? { ...page, shortcodes: "none" as const } : page;
  const folders = config.mounts.assets.map(({ source }) => source);
  const anywhere = showing.some(({ fromRoot }) => fromRoot);
  const isPart = (path: FilePath) =>
    folders.some((folder) => path.startsWith(`${folder}/`)) || (anywhere && !notShown.test(path));
  return (path) => {
    if (!/\.(?:md|markdown|mdown)$/i.test(path)) return undefined;
    return contentPlace(path, config) ? page : isPart(path) ? part : undefined;
  };
}

/** `type` of the frontmatter, else the section (gohugo.io, "Template lookup order"). */
function typeOf(page: ScannedPage, config: HugoConfig): string | undefined {
  const place = contentPlace(page.path, config);
  return stringKey(page.frontmatter, "type") ?? (place && sectionOf(place));
}

/** Markdown in the folder of a site that is no part of it, though a shortcode may read files from anywhere. */
const notShown = /^(?:[^/]*$|(?:archetypes|themes|layouts|node_modules|static|public|resources|\.[^/]*)\/)/;

function rootsOf({ mounts }: HugoConfig): readonly string[] {
  return [...new Set(mounts.content.map(({ source }) => (isMarkdown(source) ? folderOf(source) : source)))];
}

function unseenIds(
  page: ScannedPage,
  id: string | undefined,
  rules: IncludeRules & { readonly layoutIds: LayoutIds },
): string | undefined {
  const name = unseenInclude(page, rules);
  if (name !== undefined) return `The shortcode "${name}" shows content that is not in this folder.`;
  const { fixed, types } = rules.layoutIds;
  if (id !== undefined && fixed.has(id)) return "A template of the site or its theme has this id.";
  if (types.size > 0 && types.has(typeOf(page, rules.config) ?? ""))
    return "The template for pages of this type makes ids of its own.";
  const { goldmark, emoji } = rules.config;
  const maybe = id !== undefined && page.headings.find((heading) => mayHaveId(heading, id, goldmark, emoji));
  if (!maybe) return undefined;
  return maybe.within === undefined
    ? "The heading's emoji may drop out of its id."
    : `The shortcode "${maybe.within}" decides whether its headings have ids.`;
}
