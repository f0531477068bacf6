// Eleventy 2 and 3. Its configuration is a program: folders, copies, ignored files and the plugins for heading ids are read
// from the calls and values in it; a template whose address is computed makes what lies below its fixed part unknown.

import { entryOf, stringKey } from "../../../frontmatter/keys.ts";
import { githubSyntax, type MarkdownSyntax } from "../../../markdown/syntax.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, isMarkdown, nameOf, withoutMarkdownExtension } from "../../routeKey.ts";
import type { Route } from "../../site.ts";
import type { FileTree, ModelDetector, Placement, SiteModel, SiteOverrides } from "../../siteModel.ts";
import { externalRoutes } from "../common/externalRoutes.ts";
import { pageTitle } from "../common/pageTitle.ts";
import { type EleventyConfig, isEleventyConfig, readEleventyConfig } from "./config.ts";
import { eleventyFrontmatter } from "./frontmatter.ts";
import { eleventyIds } from "./headingIds.ts";
import { eleventyLinkTo } from "./linkTo.ts";
import { writtenAt } from "./permalink.ts";
import { resolveEleventyPath } from "./resolvePath.ts";
import { belowInput, type HandedDown, handedDown, otherTemplates, tellsOfTemplates } from "./templates.ts";

export const eleventy: ModelDetector = {
  id: "eleventy",
  unheeded: ["trailingSlash"],
  oneContentRoot: true,
  reads: (path) => isEleventyConfig(nameOf(path)) || tellsOfTemplates(path),
  isMain: (path) => isEleventyConfig(nameOf(path)),
  findRoots: (tree) => [...tree.files].filter((file) => isEleventyConfig(nameOf(file))).map(folderOf),
  create,
};

/** markdown-it with HTML and without indented code (11ty.dev/docs/languages/markdown), behind Liquid. */
const syntax: MarkdownSyntax = {
  ...githubSyntax,
  math: false,
  shortcodes: "liquid",
  markdownIt: {
    footnotes: false,
    literals: "none",
    attributes: false,
    emoji: false,
    indentedCode: false,
    containers: {},
    componentTags: false,
    alerts: false,
    includes: false,
  },
};

const idRules: Readonly<Record<EleventyConfig["ids"], string>> = {
  plugin: "that of Eleventy's IdAttributePlugin",
  anchor: "that of markdown-it-anchor",
  none: "none: the configuration has no plugin that gives ids",
  unread: "a function in the configuration, which is not run",
};

function create(tree: FileTree, overrides: SiteOverrides): SiteModel {
  const config = readEleventyConfig(tree, overrides);
  const external = externalRoutes(overrides.externalRoutes ?? []);
  const inherited = handedDown(tree.texts);
  const others = otherTemplates(tree.files, tree.texts, config, inherited);
  const byFile = /\bInputPathToUrlTransformPlugin\b/.test((config.file && tree.texts.get(config.file)) ?? "");
  const written = (page: ScannedPage) => writtenPage(page, config, inherited);
  return {
    id: "eleventy",
    name: "Eleventy",
    evidence: `${config.file ?? "Eleventy's folders"} and ${config.input === "" ? "the pages beside it" : `${config.input}/`}`,
    idRule: idRules[config.ids],
    sources: tree.texts,
    hosts: overrides.hosts ?? [],
    base: config.base,
    contentRoots: [config.input],
    syntaxOf: (path) => (isMarkdown(path) && belowInput(path, config) !== undefined ? syntax : undefined),
    place: (page) => place(page, config, written(page)),
    resolvePath: (path, from, site) =>
      resolveEleventyPath(path, from, site, {
        config,
        external,
        others,
        byFile,
        unreadStart: ({ scanned }) =>
          written(scanned) === "unread" ? unreadStart(scanned, inherited) : undefined,
      }),
    linkTo: (target, from, style) => eleventyLinkTo(target, from, style, config),
    ...(config.ids === "unread" && {
      unseenIds: () => "A function in the configuration makes the heading ids.",
    }),
    frontmatter: eleventyFrontmatter,
    unread: config.unread,
  };
}

function permalinkOf(page: ScannedPage, inherited: HandedDown) {
  return entryOf(page.frontmatter, "permalink")?.value ?? inherited(page.path);
}

function writtenPage(page: ScannedPage, config: EleventyConfig, inherited: HandedDown) {
  const stem = withoutMarkdownExtension(belowInput(page.path, config) ?? page.path);
  return writtenAt(permalinkOf(page, inherited), { stem, title: stringKey(page.frontmatter, "title") });
}

function unreadStart(page: ScannedPage, inherited: HandedDown): string {
  const permalink = permalinkOf(page, inherited);
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
    headingIds: eleventyIds(page.headings, config.ids),
    ownIds: [],
  };
}
