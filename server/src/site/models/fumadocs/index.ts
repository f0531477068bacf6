// Fumadocs: pages of content/docs below an address, on Next or another framework. The facts are from fumadocs-core, which
// test/sites/fumadocs asks for its answers.

import { githubSyntax, htmlLinkAttributes, type MarkdownSyntax } from "../../../markdown/syntax.ts";
import { folderOf, isMarkdown, nameOf } from "../../routeKey.ts";
import type { FilePath, Route } from "../../site.ts";
import type {
  FileTree,
  FrontmatterSchema,
  ModelDetector,
  SiteModel,
  SiteOverrides,
} from "../../siteModel.ts";
import { externalRoutes } from "../common/externalRoutes.ts";
import { importedPartials } from "../common/importedPartials.ts";
import { modulePath } from "../common/modules.ts";
import { pageTitle } from "../common/pageTitle.ts";
import { appRoutes } from "./appRoutes.ts";
import { type FumadocsConfig, isRead, readFumadocs, sourceConfig } from "./config.ts";
import { fumadocsIds } from "./headingIds.ts";
import { fumadocsLinkTo } from "./linkTo.ts";
import { fumadocsNavigation } from "./navigation.ts";
import { type FumadocsRules, resolveFumadocsPath } from "./resolvePath.ts";
import { placeOf, routeOf } from "./routes.ts";

export const fumadocs: ModelDetector = {
  id: "fumadocs",
  unheeded: ["trailingSlash"],
  reads: isRead,
  isMain: (path) => /(?:^|\/)(?:(?:source|next)\.config|lib\/source)\.[cm]?[jt]s$/.test(path),
  findRoots,
  create,
};

function findRoots(tree: FileTree): readonly string[] {
  return [...tree.files].flatMap((file) => {
    if (!sourceConfig.test(nameOf(file)) || !/fumadocs/.test(tree.texts.get(file) ?? "")) return [];
    const root = folderOf(file);
    const before = root === "" ? "" : `${root}/`;
    const has = [...tree.files].some(
      (path) => path.startsWith(before) && isMarkdown(path) && !/^readme\./i.test(nameOf(path)),
    );
    return has ? [root] : [];
  });
}

function create(tree: FileTree, overrides: SiteOverrides): SiteModel {
  const config = readFumadocs(tree, overrides);
  const { sections } = config;
  const rules: FumadocsRules = {
    config,
    app: appRoutes(
      tree.files,
      sections.map(({ baseUrl }) => baseUrl),
    ),
    redirects: config.rules.redirects,
    external: externalRoutes(overrides.externalRoutes ?? []),
  };
  return {
    id: "fumadocs",
    name: "Fumadocs",
    evidence: `${config.file ?? "Fumadocs' folders"} and ${sections.map(({ dir }) => dir).join("/, ")}/`,
    idRule: "GitHub's rule (github-slugger), and [#id] at a heading's end",
    sources: tree.texts,
    hosts: overrides.hosts ?? [],
    base: config.base,
    contentRoots: [...new Set(sections.map(({ dir }) => dir))],
    syntaxOf: (path) => (isContent(path, config) ? syntax(path) : undefined),
    place: (page) => ({
      route: routeOf(page, config, tree.files) as Route | undefined,
      aliases: [],
      title: pageTitle(page),
      headingIds: fumadocsIds(page),
      ownIds: layoutIds,
    }),
    resolvePath: (path, from, site) => resolveFumadocsPath(path, from, site, rules),
    linkTo: (target, from, style) => fumadocsLinkTo(target, from, style, config),
    partialsOf: (page) =>
      importedPartials(page, (from) => modulePath(from, page.path as string as FilePath, tree)),
    partialLinks: "page",
    frontmatter,
    redirects: config.rules.rules,
    unread: config.unread,
    navigation: (site) => fumadocsNavigation(site, config, tree.texts),
  };
}

/** A section's page, or MDX anywhere, which pages may import and show. */
function isContent(path: FilePath, config: FumadocsConfig): boolean {
  return path.endsWith(".mdx") || (isMarkdown(path) && placeOf(path, config) !== undefined);
}

/** Of the layout that fumadocs-ui gives a page of documentation. */
const layoutIds = ["nd-docs-layout", "nd-page", "nd-sidebar", "nd-subnav", "nd-toc", "toc-title"];

function syntax(path: string): MarkdownSyntax {
  const mdx = path.toLowerCase().endsWith(".mdx");
  const linkAttributes = mdx ? { ...htmlLinkAttributes, Card: ["href"], Link: ["href"] } : htmlLinkAttributes;
  return { ...githubSyntax, mdx, math: false, linkAttributes };
}

const frontmatter: FrontmatterSchema = {
  required: true,
  keys: {
    title: {
      types: ["string"],
      required: true,
      description:
        "The name of the page: its heading and its entry in the navigation. The build fails without.",
      suggestion: "$title",
    },
    description: {
      types: ["string"],
      description: "One sentence on what the page is about, shown below its title.",
    },
    icon: { types: ["string"], description: "The icon of the page in the navigation." },
    full: {
      types: ["boolean"],
      description: "`true` for a page over the whole width, without contents beside it.",
    },
  },
};
