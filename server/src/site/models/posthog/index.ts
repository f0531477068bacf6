// A handbook like PostHog's: Gatsby 4, pages in contents/ read as MDX, redirects in vercel.json.
// The facts are from its public repository.

import type { ScannedPage } from "../../../page/scannedPage.ts";
import { isInFolder, isMarkdown, withoutWrittenBase } from "../../routeKey.ts";
import type { FileTree, ModelDetector, SiteModel, SiteOverrides } from "../../siteModel.ts";
import { externalRoutes } from "../common/externalRoutes.ts";
import { importedPartials } from "../common/importedPartials.ts";
import { codeRoutes } from "./codeRoutes.ts";
import { posthogComponents } from "./components.ts";
import { posthogFrontmatter } from "./frontmatter.ts";
import { readGatsbyConfig } from "./gatsbyConfig.ts";
import { posthogLinkTo } from "./linkTo.ts";
import { isNavigationFile, readNavigation } from "./navigation.ts";
import { placePosthogPage } from "./place.ts";
import { resolvePosthogPath } from "./resolvePath.ts";
import { posthogSyntax } from "./syntax.ts";

export const posthog: ModelDetector = {
  id: "posthog",
  unheeded: ["trailingSlash"],
  reads: (path) => isNavigationFile(path) || /(?:^|\/)(?:gatsby-config\.[cm]?[jt]s)$/.test(path),
  isMain: (path) => /^gatsby-config\.[cm]?[jt]s$/.test(path),
  findRoots,
  create,
};

function findRoots(tree: FileTree): readonly string[] {
  const roots = new Set<string>();
  const withPages = new Set<string>();
  for (const file of tree.files) {
    const config = /^(?:(.*)\/)?gatsby-config\.[cm]?[jt]s$/.exec(file);
    if (config) roots.add(config[1] ?? "");
    const contents = isMarkdown(file) ? /^(?:(.*)\/)?contents\//.exec(file) : null;
    if (contents) withPages.add(outermost(file));
  }
  return [...roots].filter((root) => withPages.has(root));
}

/** The folder that holds the outermost `contents` of a path. */
function outermost(file: string): string {
  return file.startsWith("contents/") ? "" : file.slice(0, Math.max(file.indexOf("/contents/"), 0));
}

function create(tree: FileTree, overrides: SiteOverrides): SiteModel {
  const gatsby = readGatsbyConfig(tree.texts);
  const contentRoots = overrides.contentRoots ?? ["contents"];
  const { base = "" } = overrides;
  const external = externalRoutes([...gatsby.externalRoutes, ...(overrides.externalRoutes ?? [])]);
  const code = codeRoutes(tree.files);
  const navigation = readNavigation(tree.texts);
  return {
    id: "posthog",
    name: "Gatsby, as PostHog uses it",
    evidence: `${gatsby.file ?? "contents/ and vercel.json"} and ${contentRoots.join("/, ")}/`,
    idRule: "GitHub's rule (github-slugger), per file",
    sources: tree.texts,
    hosts: overrides.hosts ?? gatsby.hosts,
    base,
    contentRoots,
    syntaxOf: (path) =>
      isMarkdown(path) && contentRoots.some((root) => isInFolder(path, root)) ? posthogSyntax : undefined,
    place: (page: ScannedPage) => placePosthogPage(page, contentRoots),
    // Gatsby's own links, which Markdown's become, have the base added (its pathPrefix); tags and full addresses have it written.
    resolvePath: (path, from, site, { form }) =>
      resolvePosthogPath(form === "html" ? withoutWrittenBase(path, base) : path, from, site, {
        external,
        code,
        contentRoots,
      }),
    linkTo: (target, from, style) => posthogLinkTo(target, from, style),
    unread: gatsby.unread,
    partialsOf: importedPartials,
    partialLinks: "page",
    ...(navigation && { navigation }),
    components: posthogComponents,
    frontmatter: posthogFrontmatter,
  };
}
