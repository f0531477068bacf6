// Wikis with `[[links]]`: vaults of Obsidian, workspaces of Foam, the wikis of repositories on GitHub and GitLab.

import type { Heading } from "../../../markdown/markdownScan.ts";
import { githubSyntax, type MarkdownSyntax } from "../../../markdown/syntax.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { belowBase, decodeOnce, isMarkdown } from "../../routeKey.ts";
import type { HeadingId, LinkTarget, Page, Route, Site } from "../../site.ts";
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
import { gitlabIds, otherGitlabId } from "../common/gitlabIds.ts";
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
import { atFoamSection, foamLabels, resolveFoamPath } from "./foam.ts";
import { wikiFrontmatter } from "./frontmatter.ts";
import { githubRoute, gitlabRoute, resolveGithubPath, resolveGitlabPath, spacedFragment } from "./gitWiki.ts";
import { wikiLinkTo } from "./linkTo.ts";
import { pathRoute } from "./names.ts";
import { navigationOf, sidebarOf } from "./navigation.ts";
import { gitlabRedirects } from "./redirects.ts";
import { atSubpath, resolveVaultPath, vaultIds } from "./vault.ts";

export const wiki: ModelDetector = {
  id: "wiki",
  unheeded: ["slugger", "trailingSlash"],
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
  const syntax: MarkdownSyntax = {
    ...githubSyntax,
    wikiLinks: isVault ? "target-first" : "text-first",
    // help.obsidian.md, "Properties" and "Comments"; Foam has neither.
    ...(flavour === "obsidian" && { wikiProperties: true, percentComments: true }),
  };
  const { base = "" } = overrides;
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
    base,
    contentRoots,
    syntaxOf: (path) =>
      isMarkdown(path) &&
      !path.endsWith(".mdx") &&
      !isHidden(path) &&
      rootOf(path, contentRoots) !== undefined
        ? syntax
        : undefined,
    place: (page) => place(page, flavour),
    resolvePath: (path, from, site, link) =>
      resolve(inWiki(path, base, flavour), from, site, { link, external, redirects }),
    ...(isVault
      ? {
          resolveHash: (fragment: string, from: Page, _: Site, link: WrittenLink) =>
            ownSubpath(decodeOnce(fragment), from, link, flavour),
        }
      : {
          unseenIds: (page: ScannedPage, id: string | undefined) =>
            (flavour === "gitlab" ? otherGitlabId(page.headings, id) : undefined) ?? spacedFragment(page, id),
        }),
    linkTo: (target, from, style) => wikiLinkTo(target, from, style, flavour),
    frontmatter: wikiFrontmatter,
    ...(rules.length > 0 && { redirects: rules }),
    ...(sidebar && { navigation: (site: Site) => navigationOf(sidebar, site, flavour) }),
  };
}

/** An address below the base, as a link from the wiki's own root; GitHub's have no slash there. */
function inWiki(path: string, base: string, flavour: Flavour): string {
  const below = base === "" ? undefined : belowBase(path, base);
  return below === undefined ? path : flavour === "github" ? below.slice(1) : below;
}

const resolvers = {
  obsidian: resolveVaultPath,
  foam: resolveFoamPath,
  github: resolveGithubPath,
  gitlab: resolveGitlabPath,
};

/** `[[#Heading]]`, on the page itself. */
function ownSubpath(
  fragment: string,
  from: Page,
  { destination, form }: WrittenLink,
  flavour: Flavour,
): LinkTarget | undefined {
  if (!destination.trim().startsWith("#")) return undefined;
  return flavour === "foam" ? atFoamSection(from, fragment, form === "wiki") : atSubpath(from, fragment);
}

const routes: Readonly<Record<Flavour, (path: string) => string>> = {
  obsidian: pathRoute,
  foam: pathRoute,
  github: githubRoute,
  gitlab: gitlabRoute,
};

const headingIds: Readonly<
  Record<Flavour, (headings: readonly Heading[]) => readonly (HeadingId | undefined)[]>
> = {
  obsidian: vaultIds,
  foam: foamLabels,
  github: githubIds,
  gitlab: gitlabIds,
};

function place(page: ScannedPage, flavour: Flavour): Placement {
  const isVault = flavour === "obsidian" || flavour === "foam";
  const frame = !isVault && isFrame(page.path);
  return {
    route: frame ? undefined : (routes[flavour](page.path) as Route),
    aliases: [],
    // A wiki's page is called by its file.
    title: flavour === "github" || frame ? titleOfPath(page.path) : pageTitle(page),
    headingIds: headingIds[flavour](page.headings),
    ownIds: [],
  };
}
