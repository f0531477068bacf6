// Mintlify: every `.mdx` and `.md` file below docs.json (or mint.json) is a page at its path, in the navigation or not. Its
// platform is closed; the rules are those of its documentation and of the packages that its command line is made of.

import { stringKey } from "../../../frontmatter/keys.ts";
import { githubSyntax, htmlLinkAttributes, type MarkdownSyntax } from "../../../markdown/syntax.ts";
import type { PagePath, ScannedPage } from "../../../page/scannedPage.ts";
import { encodePath, folderOf, isMarkdown, joinPath, relativePath } from "../../routeKey.ts";
import type { FilePath, Page, Route } from "../../site.ts";
import type { FileTree, LinkStyle, ModelDetector, SiteModel, SiteOverrides } from "../../siteModel.ts";
import { externalRoutes } from "../common/externalRoutes.ts";
import { importedPartials } from "../common/importedPartials.ts";
import { pageTitle } from "../common/pageTitle.ts";
import { ruleTable } from "../common/redirects/ruleTable.ts";
import { componentsWithoutIds, mintlifyComponents } from "./components.ts";
import { isConfigFile, isMintlifyConfig, readMintlifyConfig } from "./config.ts";
import { mintlifyFrontmatter } from "./frontmatter.ts";
import { idAttributes, idsTogether, mintlifyIds } from "./headingIds.ts";
import { mintlifyNavigation } from "./navigation.ts";
import { isApiFile } from "./openapi.ts";
import { mintlifyNotation } from "./redirects.ts";
import { isPartFile } from "./references.ts";
import { resolveMintlifyPath } from "./resolvePath.ts";
import { mintlifyRoute } from "./routes.ts";
import { cleanId } from "./slug.ts";
import { unseenId } from "./unseenIds.ts";

export const mintlify: ModelDetector = {
  id: "mintlify",
  unheeded: ["contentRoots", "trailingSlash"],
  reads: (path) =>
    isConfigFile(path) || isPartFile(path) || isApiFile(path) || /(?:^|\/)\.mintignore$/.test(path),
  isMain: isConfigFile,
  findRoots: (tree) => {
    const roots = [...tree.files]
      .filter((file) => isConfigFile(file) && isMintlifyConfig(tree.texts.get(file)))
      .map(folderOf);
    return [...new Set(roots)].filter((root) => hasPages(tree, root));
  },
  create,
};

function hasPages({ files }: FileTree, root: string): boolean {
  const before = root === "" ? "" : `${root}/`;
  for (const file of files) if (file.startsWith(before) && /\.mdx?$/i.test(file)) return true;
  return false;
}

const syntax: MarkdownSyntax = {
  ...githubSyntax,
  mdx: true,
  headingAttributes: true,
  wholeHeadingIds: true,
  tagsWithoutIds: componentsWithoutIds,
  linkAttributes: { ...htmlLinkAttributes, Card: ["href"], Tile: ["href"] },
  keptAttributes: idAttributes,
};

function create(tree: FileTree, overrides: SiteOverrides): SiteModel {
  const config = readMintlifyConfig(tree, overrides);
  const external = externalRoutes([...config.generated, ...(overrides.externalRoutes ?? [])]);
  const rules = { config, external, redirects: ruleTable(config.redirects, mintlifyNotation) };
  const navigation = mintlifyNavigation(config);
  return {
    id: "mintlify",
    name: "Mintlify",
    evidence: config.file ?? "the settings",
    idRule:
      "Mintlify's rule (@mintlify/common): letters of all scripts stay, typographic quotes, -2 for a second one",
    sources: tree.texts,
    hosts: config.hosts,
    base: config.base,
    contentRoots: [""],
    syntaxOf: (path) => (config.kindOf(path) === undefined ? undefined : syntax),
    place: (page) => {
      const ids = mintlifyIds(page);
      const isPage = config.kindOf(page.path) === "page";
      return {
        route: isPage ? (mintlifyRoute(page.path) as Route) : undefined,
        aliases: [],
        title: stringKey(page.frontmatter, "title")?.trim() || pageTitle(page),
        headingIds: ids.headings,
        ownIds: [...ids.components],
      };
    },
    resolvePath: (path, from, site) => resolveMintlifyPath(path, from, site, rules),
    linkTo,
    partialLinks: "page",
    takesIn: importedPages,
    partialsOf: (page) => shownFiles(page, tree.files),
    idsTogether,
    idOf: cleanId,
    unseenIds: (page, id) => unseenId(page, id, tree.files),
    frontmatter: mintlifyFrontmatter,
    redirects: config.redirects,
    unread: config.unread,
    components: mintlifyComponents,
    ...(navigation && { navigation }),
  };
}

/** `import Note from "/snippets/note.mdx"`, then `<Note />`. */
function shownFiles(page: ScannedPage, files: ReadonlySet<FilePath>): ReturnType<typeof importedPartials> {
  return importedPartials(page, fromRoot).filter(({ path }) => files.has(path as string as FilePath));
}

/** What a page imports is no page, wherever it lies (`isImportedAsSnippet` of @mintlify/common). */
function importedPages(page: ScannedPage): readonly PagePath[] {
  return page.imports.flatMap(({ from }) => {
    const path = from.startsWith(".") ? joinPath(folderOf(page.path), from) : fromRoot(from);
    return path !== undefined && isMarkdown(path) ? [path as PagePath] : [];
  });
}

function fromRoot(from: string): string | undefined {
  return from.startsWith("/") ? joinPath("", from) : undefined;
}

/** From the root without extension; a relative link begins with `./` or `../`, or Mintlify would not read it as one. */
function linkTo(target: Page | FilePath, from: Page, style: LinkStyle): string {
  const file: string = typeof target === "string" ? target : target.path;
  const route = typeof target === "string" ? undefined : target.route;
  const path = style.extension || route === undefined ? file : route.slice(1);
  if (style.form === "site-root") return encodePath(`/${path}`);
  const relative = encodePath(relativePath(folderOf(from.path), path));
  return relative.startsWith("../") ? relative : `./${relative}`;
}
