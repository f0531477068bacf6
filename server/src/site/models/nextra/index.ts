// Nextra 4, and 2 and 3 with their pages/ folder, on Next.js. Its docs theme is assumed where a theme matters.

import { githubSyntax, htmlLinkAttributes, type MarkdownSyntax } from "../../../markdown/syntax.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, isMarkdown } from "../../routeKey.ts";
import type { Route } from "../../site.ts";
import type { FileTree, ModelDetector, Placement, SiteModel, SiteOverrides } from "../../siteModel.ts";
import { externalRoutes } from "../common/externalRoutes.ts";
import { pageTitle } from "../common/pageTitle.ts";
import { vercelNotation } from "../common/redirects/readVercel.ts";
import { ruleTable } from "../common/redirects/ruleTable.ts";
import { isConfigFile, isLayoutFile, readNextraConfig, usesNextra } from "./config.ts";
import { nextraFrontmatter } from "./frontmatter.ts";
import { nextraIds } from "./headingIds.ts";
import { nextraLinkTo } from "./linkTo.ts";
import { isMetaFile, nextraNavigation } from "./navigation.ts";
import { shownPartials, unseenPartial } from "./partials.ts";
import { resolveNextraPath } from "./resolvePath.ts";
import { isCatchAll, mayBePartial, nextraRoutes, type Routes } from "./routes.ts";

export const nextra: ModelDetector = {
  id: "nextra",
  unheeded: ["contentRoots"],
  reads: (path) => isConfigFile(path) || isMetaFile(path) || isLayoutFile(path) || isCatchAll(path),
  isMain: isConfigFile,
  findRoots: (tree) =>
    [...tree.files]
      .filter((file) => isConfigFile(file) && usesNextra(tree.texts.get(file)))
      .map(folderOf)
      .filter((root) => hasPages(tree, root)),
  create,
};

const markdown: MarkdownSyntax = {
  ...githubSyntax,
  math: false,
  headingBrackets: true,
  valueIds: true,
  linkAttributes: {
    ...htmlLinkAttributes,
    Link: ["href"],
    Anchor: ["href"],
    Card: ["href"],
    "Cards.Card": ["href"],
  },
  keptAttributes: { Tabs: ["items"] },
};

function hasPages(tree: FileTree, root: string): boolean {
  const before = root === "" ? "" : `${root}/`;
  for (const file of tree.files)
    if (
      isMarkdown(file) &&
      file.startsWith(before) &&
      /^(?:src\/)?(?:content|app|pages)\//.test(file.slice(before.length))
    )
      return true;
  return false;
}

function create(tree: FileTree, overrides: SiteOverrides): SiteModel {
  const config = readNextraConfig(tree.texts, overrides);
  const routes = nextraRoutes(config, tree.files, tree.texts);
  const external = externalRoutes([
    ...(config.rewritten ?? []).map(fixedPart),
    ...(overrides.externalRoutes ?? []),
  ]);
  const redirects = ruleTable(config.redirects, vercelNotation);
  const forwardsToLocale =
    config.locales.length > 0 &&
    [...tree.files].some((file) => /^(?:src\/)?(?:middleware|proxy)\.[jt]s$/.test(file));
  const rules = { config, routes, redirects, external, forwardsToLocale };
  const navigation = nextraNavigation(tree.texts, routes);
  const syntax = { ...markdown, math: config.math };
  return {
    id: "nextra",
    name: "Nextra",
    evidence: `${config.file ?? "Nextra's folders"} and ${routes.roots.map((root) => `${root}/`).join(", ")}`,
    idRule: "GitHub's rule (github-slugger), per file",
    sources: tree.texts,
    redirects: config.redirects,
    hosts: config.hosts,
    base: config.base,
    contentRoots: routes.roots,
    syntaxOf: (path) =>
      routes.routeOf(path) === undefined && !mayBePartial(path)
        ? undefined
        : path.endsWith(".mdx")
          ? { ...syntax, mdx: true }
          : syntax,
    place: (page) => place(page, routes),
    resolvePath: (path, from, site, { form }) => resolveNextraPath({ path, from, site, form }, rules),
    linkTo: nextraLinkTo,
    partialLinks: "page",
    partialsOf: (page) => shownPartials(page, tree.files),
    unseenIds: (page) => {
      const from = unseenPartial(page, tree.files);
      return from === undefined ? undefined : `The page shows ${from}, which is not in this folder.`;
    },
    frontmatter: nextraFrontmatter,
    unread: config.unread,
    ...(navigation && { navigation }),
  };
}

/** `/blog/**` of a rewrite's source `/blog/:path*`. */
function fixedPart(source: string): string {
  const parts = source.split("/");
  const end = parts.findIndex((part) => /[:(*{]/.test(part));
  return end === -1 ? source : `${parts.slice(0, end).join("/")}/**`;
}

function place(page: ScannedPage, routes: Routes): Placement {
  const ids = nextraIds(page);
  return {
    route: routes.routeOf(page.path) as Route | undefined,
    aliases: [],
    title: pageTitle(page),
    headingIds: ids.headings,
    ownIds: [
      ...ids.tabs,
      "nextra-skip-nav",
      ...page.footnotes.map(({ label }) => `user-content-fn-${label}`),
      ...(page.footnotes.length > 0 ? ["footnote-label"] : []),
    ],
  };
}
