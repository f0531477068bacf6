// GitBook, as Git Sync reads a repository: SUMMARY.md says which files are pages and in which order, links go by file. What
// the published site adds (other spaces, variants) is not in the repository. From GitBook's documentation; it can't be run here.

import { githubSyntax, type MarkdownSyntax } from "../../../markdown/syntax.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, isMarkdown, joinPath, relativePath } from "../../routeKey.ts";
import type { FilePath, Page, Route } from "../../site.ts";
import type { FileTree, Inclusion, ModelDetector, SiteModel, SiteOverrides } from "../../siteModel.ts";
import { externalRoutes } from "../common/externalRoutes.ts";
import { pageTitle } from "../common/pageTitle.ts";
import { ruleTable } from "../common/redirects/ruleTable.ts";
import { hasMarkdown } from "../common/treeFolders.ts";
import { encodeRelative } from "../plain/linkTo.ts";
import { type GitbookConfig, isGitbookConfig, readGitbookConfig } from "./config.ts";
import { gitbookFrontmatter } from "./frontmatter.ts";
import { gitbookIds, unknownId } from "./headingIds.ts";
import { gitbookNavigation } from "./navigation.ts";
import { resolveGitbookPath } from "./resolvePath.ts";
import { belowRoot, gitbookRoute, isPart } from "./routes.ts";

export const gitbook: ModelDetector = {
  id: "gitbook",
  reads: (path) => isGitbookConfig(path) || /(?:^|\/)[^/]*summary[^/]*\.md$/i.test(path),
  findRoots: (tree) => {
    const roots = new Set<string>();
    for (const file of tree.files) if (isGitbookConfig(file)) roots.add(folderOf(file));
    for (const file of tree.files) {
      // Without a configuration: the table of contents beside the folder that GitBook keeps its assets in.
      const folder = /^(?:(.*)\/)?\.gitbook\//.exec(file);
      const root = folder?.[1] ?? "";
      if (
        folder &&
        tree.files.has((root === "" ? "SUMMARY.md" : `${root}/SUMMARY.md`) as FilePath) &&
        !within(root, roots)
      )
        roots.add(root);
    }
    return [...roots].filter((root) => hasMarkdown(tree.files, root));
  },
  create,
};

function within(root: string, roots: ReadonlySet<string>): boolean {
  return [...roots].some((one) => one === "" || root === one || root.startsWith(`${one}/`));
}

const syntax: MarkdownSyntax = {
  ...githubSyntax,
  shortcodes: "liquid",
  shortcodeLinks: { "content-ref": ["url"], file: ["src"], embed: ["url"] },
};

function create(tree: FileTree, overrides: SiteOverrides): SiteModel {
  const config = readGitbookConfig(tree, overrides);
  const served = config.redirects.map((rule) => ({
    ...rule,
    destination: destinationOf(rule.destination, config),
  }));
  const external = externalRoutes(overrides.externalRoutes ?? []);
  const rules = { config, external, redirects: ruleTable(served) };
  const { summary } = config;
  return {
    id: "gitbook",
    name: "GitBook",
    evidence:
      [config.file, summary && config.summaryFile].filter((one) => one !== undefined).join(" and ") ||
      "the folder .gitbook",
    idRule: "GitBook's rule, as its exported pages show it",
    sources: tree.texts,
    hosts: overrides.hosts ?? [],
    base: overrides.base ?? "",
    contentRoots: [config.root],
    syntaxOf: (path) => (isMarkdown(path) && belowRoot(path, config) !== undefined ? syntax : undefined),
    place: (page) => ({
      route: gitbookRoute(page.path, config) as Route | undefined,
      aliases: [],
      title: pageTitle(page),
      headingIds: gitbookIds(page),
      ownIds: [],
    }),
    resolvePath: (path, from, site) => resolveGitbookPath(path, from, site, rules),
    linkTo: (target, from) =>
      encodeRelative(relativePath(folderOf(from.path), typeof target === "string" ? target : target.path)),
    partialsOf: (page) => includedFiles(page, tree.files),
    unseenIds: unknownId,
    frontmatter: gitbookFrontmatter,
    redirects: config.redirects,
    ...(summary && { navigation: (site) => gitbookNavigation(summary, config, site) }),
  };
}

/** A redirect names its target's file; it is served at that page's address. */
function destinationOf(destination: string, config: GitbookConfig): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(destination)) return destination;
  const [path = "", fragment] = destination.split("#", 2);
  const file = joinPath(config.root, path) ?? path;
  const route = isMarkdown(file)
    ? gitbookRoute(file, { ...config, listed: undefined })
    : `/${path.replace(/^\.?\//, "")}`;
  return `${route ?? `/${path}`}${fragment === undefined ? "" : `#${fragment}`}`;
}

/** `{% include "../.gitbook/includes/note.md" %}`. */
function includedFiles(page: ScannedPage, files: ReadonlySet<FilePath>): readonly Inclusion[] {
  return page.shortcodes.flatMap(({ name, args, span }) => {
    const named = name === "include" ? /^["']([^"']+)["']/.exec(args)?.[1] : undefined;
    const path = named === undefined ? undefined : joinPath(folderOf(page.path), named);
    const there = path !== undefined && isPart(path) && files.has(path as FilePath);
    return there ? [{ path: path as string as Page["path"], offset: span.start }] : [];
  });
}
