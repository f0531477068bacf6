// Wikis with `[[links]]`: vaults of Obsidian, workspaces of Foam, the wikis of repositories on GitHub and GitLab. From their
// documentation; none of them can be run here.

import { githubSyntax, type MarkdownSyntax } from "../../../markdown/syntax.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { decodeOnce, isMarkdown } from "../../routeKey.ts";
import type { Page, Route, Site } from "../../site.ts";
import type {
  FileTree,
  ModelDetector,
  Placement,
  SiteModel,
  SiteOverrides,
  WrittenLink,
} from "../../siteModel.ts";
import { externalRoutes } from "../common/externalRoutes.ts";
import { githubIds } from "../common/githubIds.ts";
import { pageTitle, titleOfPath } from "../common/pageTitle.ts";
import { ruleTable } from "../common/redirects/ruleTable.ts";
import { rootOf } from "../plain/routes.ts";
import {
  type Flavour,
  findGitWikis,
  findVaults,
  flavourOf,
  gitWikiAt,
  isFrame,
  isHidden,
} from "./flavour.ts";
import { wikiFrontmatter } from "./frontmatter.ts";
import {
  githubRoute,
  gitlabIds,
  gitlabRoute,
  resolveGithubPath,
  resolveGitlabPath,
  spacedFragment,
} from "./gitWiki.ts";
import { wikiLinkTo } from "./linkTo.ts";
import { pathRoute } from "./names.ts";
import { navigationOf, sidebarOf } from "./navigation.ts";
import { gitlabRedirects } from "./redirects.ts";
import { atSubpath, resolveVaultPath, vaultIds } from "./vault.ts";

export const wiki: ModelDetector = {
  id: "wiki",
  reads: (path) =>
    /(?:^|\/)(?:_sidebar\.md|\.vscode\/extensions\.json|\.gitlab\/redirects\.yml)$/i.test(path),
  findRoots: (tree) => [...new Set([...findGitWikis(tree), ...findVaults(tree)])],
  // A vault may be a folder of another generator's pages, which its author opens in Obsidian.
  yields: (tree, root) => gitWikiAt(tree, root) === undefined,
  create,
};

const names: Readonly<Record<Flavour, string>> = {
  obsidian: "An Obsidian vault",
  foam: "A Foam workspace",
  github: "A wiki on GitHub",
  gitlab: "A wiki on GitLab",
};

const idRules: Readonly<Record<Flavour, string>> = {
  obsidian: "the text of the heading",
  foam: "the text of the heading",
  github: "GitHub's rule",
  gitlab: "GitLab's rule",
};

function create(tree: FileTree, overrides: SiteOverrides): SiteModel {
  const { flavour, evidence } = flavourOf(tree);
  const isVault = flavour === "obsidian" || flavour === "foam";
  const syntax: MarkdownSyntax = { ...githubSyntax, wikiLinks: isVault ? "target-first" : "text-first" };
  const contentRoots = overrides.contentRoots ?? [""];
  const external = externalRoutes(overrides.externalRoutes ?? []);
  const sidebar = isVault ? undefined : sidebarOf(tree, syntax);
  const rules = flavour === "gitlab" ? gitlabRedirects(tree) : [];
  const redirects = ruleTable(rules);
  const resolve = resolvers[flavour];
  return {
    id: "wiki",
    name: names[flavour],
    evidence,
    idRule: idRules[flavour],
    sources: tree.texts,
    hosts: overrides.hosts ?? [],
    ...(overrides.base !== undefined && { base: overrides.base }),
    contentRoots,
    syntaxOf: (path) =>
      isMarkdown(path) &&
      !path.endsWith(".mdx") &&
      !isHidden(path) &&
      rootOf(path, contentRoots) !== undefined
        ? syntax
        : undefined,
    place: (page) => place(page, flavour),
    resolvePath: (path, from, site, link) => resolve(path, from, site, { link, external, redirects }),
    ...(isVault
      ? {
          resolveHash: (fragment: string, from: Page, _: Site, link: WrittenLink) =>
            ownSubpath(fragment, from, link),
        }
      : { unseenIds: spacedFragment }),
    linkTo: (target, from, style) => wikiLinkTo(target, from, style, flavour),
    frontmatter: wikiFrontmatter,
    ...(rules.length > 0 && { redirects: rules }),
    ...(sidebar && { navigation: (site: Site) => navigationOf(sidebar, site, flavour) }),
  };
}

const resolvers = {
  obsidian: resolveVaultPath,
  foam: resolveVaultPath,
  github: resolveGithubPath,
  gitlab: resolveGitlabPath,
};

/** `[[#Heading]]`, on the page itself. */
function ownSubpath(
  fragment: string,
  from: Page,
  { destination }: WrittenLink,
): ReturnType<typeof atSubpath> | undefined {
  if (!destination.trim().startsWith("#")) return undefined;
  return atSubpath(from, decodeOnce(fragment));
}

const routes: Readonly<Record<Flavour, (path: string) => string>> = {
  obsidian: pathRoute,
  foam: pathRoute,
  github: githubRoute,
  gitlab: gitlabRoute,
};

function place(page: ScannedPage, flavour: Flavour): Placement {
  const isVault = flavour === "obsidian" || flavour === "foam";
  const frame = !isVault && isFrame(page.path);
  return {
    route: frame ? undefined : (routes[flavour](page.path) as Route),
    aliases: [],
    // A wiki's page is called by its file.
    title: flavour === "github" || frame ? titleOfPath(page.path) : pageTitle(page),
    headingIds: isVault
      ? vaultIds(page.headings)
      : flavour === "gitlab"
        ? gitlabIds(page.headings)
        : githubIds(page.headings),
    ownIds: [],
  };
}
