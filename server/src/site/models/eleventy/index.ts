// Eleventy 2 and 3. Its configuration is a program: folders, copies, ignored files and the plugins for heading ids are read
// from the calls and values in it; a template whose address is computed makes what lies below its fixed part unknown.

import { entryOf, stringKey } from "../../../frontmatter/keys.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, isMarkdown, nameOf, withoutMarkdownExtension } from "../../routeKey.ts";
import type { Route } from "../../site.ts";
import type { FileTree, ModelDetector, Placement, SiteModel, SiteOverrides } from "../../siteModel.ts";
import { externalRoutes } from "../common/externalRoutes.ts";
import { pageTitle } from "../common/pageTitle.ts";
import { type EleventyConfig, isEleventyConfig, isEleventyModule, readEleventyConfig } from "./config.ts";
import { eleventyFrontmatter } from "./frontmatter.ts";
import { eleventyIds, type IdRule } from "./headingIds.ts";
import { eleventyLinkTo } from "./linkTo.ts";
import { writtenAt } from "./permalink.ts";
import { type EleventyRules, resolveEleventyPath } from "./resolvePath.ts";
import {
  belowInput,
  type HandedDown,
  handedDown,
  otherTemplates,
  permalinkOf,
  tellsOfTemplates,
} from "./templates.ts";

export const eleventy: ModelDetector = {
  id: "eleventy",
  unheeded: ["trailingSlash"],
  oneContentRoot: true,
  reads: (path) => isEleventyConfig(nameOf(path)) || tellsOfTemplates(path) || isEleventyModule(path),
  isMain: (path) => isEleventyConfig(nameOf(path)),
  findRoots: (tree) => [...tree.files].filter((file) => isEleventyConfig(nameOf(file))).map(folderOf),
  create,
};

const idRules: Readonly<Record<IdRule["kind"], string>> = {
  plugin: "that of Eleventy's IdAttributePlugin",
  anchor: "that of markdown-it-anchor",
  none: "none: the configuration has no plugin that gives ids",
  unread: "a function in the configuration, which is not run",
};

function create(tree: FileTree, overrides: SiteOverrides): SiteModel {
  const config = readEleventyConfig(tree, overrides);
  const external = externalRoutes(overrides.externalRoutes ?? []);
  const inherited = handedDown(tree.texts, config);
  const others = otherTemplates(tree.files, tree.texts, config, inherited);
  const written = (page: ScannedPage) => writtenPage(page, config, inherited);
  const rules: EleventyRules = {
    config,
    external,
    others,
    unreadStart: ({ scanned }) =>
      written(scanned) === "unread" ? unreadStart(scanned, inherited) : undefined,
  };
  return {
    id: "eleventy",
    name: "Eleventy",
    evidence: `${config.file ?? "Eleventy's folders"} and ${config.input === "" ? "the pages beside it" : `${config.input}/`}`,
    idRule: idRules[config.markdown.ids.kind],
    sources: tree.texts,
    hosts: overrides.hosts ?? [],
    base: config.base,
    contentRoots: [config.input],
    syntaxOf: (path) =>
      isMarkdown(path) && belowInput(path, config) !== undefined ? config.markdown.syntax : undefined,
    place: (page) => place(page, config, written(page)),
    resolvePath: (path, from, site, link) => resolveEleventyPath(path, from, site, { rules, link }),
    linkTo: (target, from, style) => eleventyLinkTo(target, from, style, config),
    ...(config.markdown.ids.kind === "unread" && {
      unseenIds: () => "A function in the configuration makes the heading ids.",
    }),
    frontmatter: eleventyFrontmatter,
    unread: config.unread,
  };
}

function writtenPage(page: ScannedPage, config: EleventyConfig, inherited: HandedDown) {
  const stem = withoutMarkdownExtension(belowInput(page.path, config) ?? page.path);
  if (config.leavesOutDrafts && isTrue(page, "draft")) return "none";
  return writtenAt(permalinkOf(page.path, page.frontmatter, inherited), {
    stem,
    title: stringKey(page.frontmatter, "title"),
  });
}

function isTrue(page: ScannedPage, key: string): boolean {
  const value = entryOf(page.frontmatter, key)?.value;
  return value?.kind === "boolean" && value.value;
}

function unreadStart(page: ScannedPage, inherited: HandedDown): string {
  const permalink = permalinkOf(page.path, page.frontmatter, inherited);
  return permalink?.kind === "string"
    ? `/${permalink.value.replace(/^\//, "").replace(/[^/]*\{.*$/s, "")}`
    : "/";
}

function place(
  page: ScannedPage,
  config: EleventyConfig,
  written: ReturnType<typeof writtenPage>,
): Placement {
  return {
    route: typeof written === "object" ? (written.route as Route) : undefined,
    aliases: [],
    title: pageTitle(page),
    headingIds: eleventyIds(page, config.markdown.ids),
    ownIds: [],
  };
}
