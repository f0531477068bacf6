// Docsify: Markdown files that a script in index.html fetches and shows, at routes after `#`. Nothing of it is run.

import { githubSyntax, type MarkdownSyntax } from "../../../markdown/syntax.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import {
  encodePath,
  folderOf,
  isMarkdown,
  joinPath,
  nameOf,
  relativePath,
  resolvePathname,
} from "../../routeKey.ts";
import type { FilePath, Page, Route } from "../../site.ts";
import type {
  FileTree,
  Inclusion,
  LinkStyle,
  ModelDetector,
  SiteModel,
  SiteOverrides,
} from "../../siteModel.ts";
import { externalRoutes } from "../common/externalRoutes.ts";
import { pageTitle } from "../common/pageTitle.ts";
import { hasMarkdown } from "../common/treeFolders.ts";
import { plainFrontmatter } from "../plain/frontmatter.ts";
import { encodeRelative } from "../plain/linkTo.ts";
import { type DocsifyConfig, isDocsifyPage, readDocsifyConfig } from "./config.ts";
import { docsifyIds } from "./headingIds.ts";
import { listsOf, navigationOf } from "./navigation.ts";
import { addressOf, resolveDocsifyHash, resolveDocsifyPath } from "./resolvePath.ts";
import { belowRoot, docsifyRoute } from "./routes.ts";

export const docsify: ModelDetector = {
  id: "docsify",
  unheeded: ["trailingSlash"],
  oneContentRoot: true,
  // Deeper ones are of generated documentation, of which there may be thousands.
  reads: (path) => /^(?:[^/]+\/){0,3}index\.html$/.test(path) || /(?:^|\/)_(?:side|nav)bar\.md$/.test(path),
  findRoots: (tree) => {
    const roots: string[] = [];
    for (const [path, text] of tree.texts)
      if (nameOf(path) === "index.html" && isDocsifyPage(text)) roots.push(folderOf(path));
    return roots.filter((root) => hasMarkdown(tree.files, root));
  },
  create,
};

const syntax: MarkdownSyntax = { ...githubSyntax, math: false, linkTitles: true };

function create(tree: FileTree, overrides: SiteOverrides): SiteModel {
  const config = readDocsifyConfig(tree, overrides);
  const { base = "" } = overrides;
  const rules = { config, base, external: externalRoutes(overrides.externalRoutes ?? []) };
  const lists = listsOf(tree, config);
  return {
    id: "docsify",
    name: "Docsify",
    evidence: "index.html, which loads Docsify",
    version: config.version,
    idRule: "Docsify's rule",
    sources: tree.texts,
    hosts: overrides.hosts ?? [],
    base,
    contentRoots: [config.root],
    syntaxOf: (path) => (isMarkdown(path) && belowRoot(path, config) !== undefined ? syntax : undefined),
    place: (page) => ({
      route: docsifyRoute(page.path, config) as Route | undefined,
      aliases: [],
      title: pageTitle(page),
      headingIds: docsifyIds(page.headings, config.newer),
      ownIds: ["main"],
    }),
    resolvePath: (path, from, site, link) => resolveDocsifyPath(path, from, site, rules, link),
    resolveHash: (fragment, from, site, link) => resolveDocsifyHash(fragment, from, site, rules, link),
    // Docsify lowers the percent-encoded ids of links (router/util.js), and looks for the element by its id (event/scroll.js).
    idOf: (fragment) => fragment.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()),
    idOfAlone: true,
    withoutNames: true,
    linkTo: (target, from, style) => linkTo(target, from, style, config),
    partialsOf: (page) => includedFiles(page, config, tree.files),
    idsTogether: (headings) => docsifyIds(headings, config.newer),
    frontmatter: plainFrontmatter,
    unread: config.unread,
    ...(lists.length > 0 && { navigation: (site) => navigationOf(lists, site, config) }),
  };
}

function linkTo(target: Page | FilePath, from: Page, style: LinkStyle, config: DocsifyConfig): string {
  const address = addressOf(typeof target === "string" ? target : target.path, style.extension, config);
  if (style.form === "site-root" || from.route === undefined) return encodePath(address);
  if (!config.relative) return encodePath(address.slice(1)) || "/";
  const here = from.route.slice(1, from.route.lastIndexOf("/"));
  const relative = relativePath(here, address.slice(1));
  return resolvePathname(from.route, relative || "./") === address
    ? encodeRelative(relative)
    : encodePath(address);
}

/** `[note](_media/note.md ':include')`: shown within the page. */
function includedFiles(
  page: ScannedPage,
  config: DocsifyConfig,
  files: ReadonlySet<FilePath>,
): readonly Inclusion[] {
  return page.links.flatMap(({ title, destination, span }) => {
    if (!/(?:^|\s):include\b/.test(title ?? "") || !isMarkdown(destination.value)) return [];
    const { value } = destination;
    const path = value.startsWith("/") ? joinPath(config.root, value) : joinPath(folderOf(page.path), value);
    return path !== undefined && files.has(path as FilePath)
      ? [{ path: path as string as Page["path"], offset: span.start }]
      : [];
  });
}
