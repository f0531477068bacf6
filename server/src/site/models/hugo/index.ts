// Hugo: enough of it for handbooks with one language and no permalinks of their own. Nothing of the site is run;
// publish and expiry dates are not looked at, since the core knows no clock.

import { githubSyntax, htmlLinkAttributes, type MarkdownSyntax } from "../../../markdown/syntax.ts";
import { folderOf, isMarkdown, nameOf } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree, ModelDetector, SiteModel, SiteOverrides } from "../../siteModel.ts";
import { externalRoutes } from "../common/externalRoutes.ts";
import { readHugoConfig } from "./config.ts";
import { hugoFrontmatter } from "./frontmatter.ts";
import { includedFiles, unseenInclude } from "./includes.ts";
import { hugoLinkTo } from "./linkTo.ts";
import { belowContent, placeHugoPage } from "./place.ts";
import { resolveHugoPath } from "./resolvePath.ts";

export const hugo: ModelDetector = {
  id: "hugo",
  reads: (path) =>
    /(?:^|\/)(?:hugo|config)\.(?:toml|ya?ml|json)$|(?:^|\/)config\/_default\/[^/]+$/.test(path),
  findRoots,
  create,
};

const syntax: MarkdownSyntax = {
  ...githubSyntax,
  mdx: false,
  math: false,
  shortcodes: "hugo",
  headingAttributes: true,
  linkAttributes: htmlLinkAttributes,
};

/** `hugo.*` and `config/_default/` are Hugo's alone; `config.*` is taken where it names something of Hugo's, and content is there. */
function findRoots(tree: FileTree): readonly string[] {
  const roots = new Set<string>();
  for (const file of tree.files) {
    const [folder, name] = [folderOf(file), nameOf(file)];
    if (!/\.(?:toml|ya?ml|json)$/.test(name)) continue;
    if (/(?:^|\/)config\/_default$/.test(folder)) roots.add(folderOf(folderOf(folder)));
    else if (name.startsWith("hugo.") || (name.startsWith("config.") && isHugos(tree.texts.get(file))))
      roots.add(folder);
  }
  return [...roots].filter((root) => hasContent(tree, root));
}

function isHugos(text: string | undefined): boolean {
  return (
    text !== undefined &&
    /^\s*["']?(?:baseURL|languageCode|contentDir|publishDir|staticDir)["']?\s*[:=]/im.test(text)
  );
}

function hasContent(tree: FileTree, root: string): boolean {
  const before = root === "" ? "" : `${root}/`;
  for (const file of tree.files) if (isMarkdown(file) && file.startsWith(before)) return true;
  return false;
}

function create(tree: FileTree, overrides: SiteOverrides): SiteModel {
  const read = readHugoConfig(tree.texts, tree.files);
  const config = { ...read, contentDirs: overrides.contentRoots ?? read.contentDirs };
  const external = externalRoutes(overrides.externalRoutes ?? []);
  const bundles = bundlesOf(tree.files, config.contentDirs);
  const isPage = (path: FilePath) =>
    belowContent(path, config.contentDirs) !== undefined || path.startsWith("assets/");
  return {
    id: "hugo",
    name: "Hugo",
    evidence: `${config.files[0] ?? "Hugo's folders"} and ${config.contentDirs.join("/, ")}/`,
    idRule: "Goldmark's rule, as the configuration has it",
    sources: tree.texts,
    hosts: overrides.hosts ?? config.hosts,
    contentRoots: config.contentDirs,
    syntaxOf: (path) => (isMarkdown(path) && isPage(path) ? syntax : undefined),
    place: (page) => placeHugoPage(page, config, bundles),
    resolvePath: (path, from, site) => resolveHugoPath(path, from, site, { config, external }),
    linkTo: (target, from, style) => hugoLinkTo(target, from, style, config),
    partialLinks: "page",
    partialsOf: (page) => includedFiles(page, tree.files),
    unseenIds: (page) => {
      const name = unseenInclude(page, tree.files);
      return name === undefined
        ? undefined
        : `The shortcode "${name}" shows content that is not in this folder.`;
    },
    frontmatter: hugoFrontmatter,
  };
}

/** Folders with an `index.md`; the content folder itself can't be one. */
function bundlesOf(files: ReadonlySet<FilePath>, contentDirs: readonly string[]): ReadonlySet<string> {
  const bundles = new Set<string>();
  for (const file of files) {
    if (/^index\.(?:md|mdx|markdown)$/.test(nameOf(file)) && belowContent(file, contentDirs) !== undefined) {
      const folder = folderOf(file);
      if (!contentDirs.includes(folder)) bundles.add(folder);
    }
  }
  return bundles;
}
