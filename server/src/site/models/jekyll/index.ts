// Jekyll, alone or as GitHub Pages builds it: pages, collections and posts by their permalinks, kramdown's heading ids, and
// links by Liquid, by file (jekyll-relative-links) or by address. Nothing of the site is run.

import { githubSyntax, type MarkdownSyntax } from "../../../markdown/syntax.ts";
import { folderOf, isMarkdown, nameOf } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree, ModelDetector, SiteModel, SiteOverrides } from "../../siteModel.ts";
import { externalRoutes } from "../common/externalRoutes.ts";
import { isJekyllConfig, type JekyllConfig, readJekyllConfig } from "./config.ts";
import { jekyllFrontmatter } from "./frontmatter.ts";
import { idsOf } from "./headings.ts";
import { includedFiles } from "./includes.ts";
import { kindOf } from "./kinds.ts";
import { jekyllLinkTo } from "./linkTo.ts";
import { isNavigationFile, readNavigation } from "./navigation.ts";
import { placeJekyllPage, unseenIds } from "./placement.ts";
import { resolveJekyllPath } from "./resolvePath.ts";
import { extensionOf } from "./url.ts";

export const jekyll: ModelDetector = {
  id: "jekyll",
  oneContentRoot: true,
  reads: (path) =>
    isJekyllConfig(nameOf(path)) ||
    /(?:^|\/)(?:Gemfile|Gemfile\.lock|CNAME|_toc\.yml)$/.test(path) ||
    /(?:^|\/)_plugins\/.+\.rb$|(?:^|\/)_(?:layouts|includes)\/.+\.html$/.test(path) ||
    isNavigationFile(path),
  isMain: isJekyllConfig,
  findRoots,
  create,
};

/** Folders with a `_config.yml` that is not Hexo's or Jupyter Book's, and those whose Gemfile names Jekyll. */
function findRoots(tree: FileTree): readonly string[] {
  const roots = new Set<string>();
  for (const file of tree.files) {
    const [folder, name] = [folderOf(file), nameOf(file)];
    if (/(?:^|\/)(?:node_modules|vendor|_site)(?:\/|$)/.test(folder)) continue;
    if (
      isJekyllConfig(name)
        ? !isAnothers(tree, folder, file)
        : name === "Gemfile" && namesJekyll(tree.texts.get(file))
    )
      roots.add(folder);
  }
  return [...roots].filter((root) => hasPages(tree, root));
}

function isAnothers(tree: FileTree, folder: string, file: FilePath): boolean {
  const beside = (name: string) => tree.files.has((folder === "" ? name : `${folder}/${name}`) as FilePath);
  const hexo = /^(?:skip_render|public_dir|new_post_name|source_dir):/m.test(tree.texts.get(file) ?? "");
  return hexo || beside("_toc.yml");
}

function namesJekyll(gemfile: string | undefined): boolean {
  return /^\s*gem\s+["'](?:jekyll|github-pages)["']/m.test(gemfile ?? "");
}

function hasPages(tree: FileTree, root: string): boolean {
  const before = root === "" ? "" : `${root}/`;
  for (const file of tree.files) if (file.startsWith(before) && isMarkdown(file)) return true;
  return false;
}

function create(tree: FileTree, overrides: SiteOverrides): SiteModel {
  const config = readJekyllConfig(tree.texts, tree.files, overrides);
  const { plugins } = config;
  const rules = { config, external: externalRoutes(overrides.externalRoutes ?? []), memory: new WeakMap() };
  const navigation = readNavigation(config, tree.texts);
  const syntaxes = syntaxesOf(config);
  return {
    id: "jekyll",
    name: plugins.onGitHub ? "Jekyll, as GitHub Pages builds it" : "Jekyll",
    evidence: `${config.file ?? "the Gemfile"}; plugins by ${plugins.why}`,
    version: `${plugins.major}, by ${plugins.why}`,
    idRule: idRuleOf(config),
    sources: tree.texts,
    hosts: config.hosts,
    base: config.base,
    contentRoots: [config.source],
    syntaxOf: (path) => syntaxOf(path, config, syntaxes),
    place: (page) => placeJekyllPage(page, config, tree),
    resolvePath: (path, from, site, link) => resolveJekyllPath({ path, link }, from, site, rules),
    linkTo: (target, from, style) => jekyllLinkTo(target, from, style, config),
    partialLinks: "page",
    partialsOf: (page) => includedFiles(page, config, tree.files),
    ...(config.converter === "kramdown" && { idsTogether: (headings) => idsOf(headings, config, undefined) }),
    unseenIds: (page) => unseenIds(page, config, tree.files),
    frontmatter: jekyllFrontmatter(plugins.optionalFrontmatter === false),
    unread: config.unread,
    ...(navigation && { navigation }),
  };
}

interface Syntaxes {
  readonly markdown: MarkdownSyntax;
  readonly html: MarkdownSyntax;
  readonly part: MarkdownSyntax;
}

function syntaxesOf({ kramdown, converter }: JekyllConfig): Syntaxes {
  const common = { ...githubSyntax, math: false, shortcodes: "liquid" as const };
  return {
    markdown: converter === "kramdown" ? { ...common, kramdown } : common,
    html: { ...common, html: "with-frontmatter" },
    part: { ...common, html: "always" },
  };
}

function syntaxOf(path: FilePath, config: JekyllConfig, syntaxes: Syntaxes): MarkdownSyntax | undefined {
  const kind = kindOf(path, config);
  if (kind.kind === "none") return undefined;
  const extension = extensionOf(path).toLowerCase();
  if (config.markdownExtensions.has(extension)) return syntaxes.markdown;
  if (!/^\.(?:html?|xhtml)$/.test(extension)) return undefined;
  return kind.kind === "include" ? syntaxes.part : syntaxes.html;
}

function idRuleOf({ converter, kramdown }: JekyllConfig): string {
  if (converter === "unknown") return "that of another Markdown converter, which is not known";
  if (converter === "github" || kramdown.input === "gfm") return "kramdown's rule for GitHub's Markdown";
  return "kramdown's own rule (kramdown.input in the configuration)";
}
