// A handbook of which no generator is known: pages link to one another by file, routes are file paths, ids are GitHub's.
// Also what a page outside of any handbook gets, and (with `unread`) a site of a generator that is not read yet.

import { githubSyntax, type MarkdownSyntax } from "../../../markdown/syntax.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { isMarkdown } from "../../routeKey.ts";
import type { Route } from "../../site.ts";
import type { Placement, SiteModel, SiteOverrides } from "../../siteModel.ts";
import { externalRoutes } from "../common/externalRoutes.ts";
import { githubIds } from "../common/githubIds.ts";
import { pageTitle } from "../common/pageTitle.ts";
import { plainFrontmatter } from "./frontmatter.ts";
import { plainLinkTo } from "./linkTo.ts";
import { resolvePlainPath } from "./resolvePath.ts";
import { plainRoute, rootOf } from "./routes.ts";

export interface PlainOptions {
  readonly id?: string;
  readonly name?: string;
  readonly evidence: string;
  readonly contentRoots: readonly string[];
  readonly syntax?: MarkdownSyntax;
  readonly sources?: SiteModel["sources"];
  /** A generator whose rules are not read yet, by name: what can't be found is then unknown, not missing. */
  readonly unread?: { readonly generator: string; readonly ids: "github" | "unknown" };
}

export function makePlainModel(options: PlainOptions, overrides: SiteOverrides = {}): SiteModel {
  const contentRoots = overrides.contentRoots ?? options.contentRoots;
  const external = externalRoutes(overrides.externalRoutes ?? []);
  const syntax = options.syntax ?? githubSyntax;
  const { unread } = options;
  return {
    id: options.id ?? "plain",
    name: options.name ?? "Markdown files, as GitHub shows them",
    evidence: options.evidence,
    idRule:
      unread?.ids === "unknown" ? `that of ${unread.generator}, which is not read yet` : "GitHub's rule",
    sources: options.sources ?? new Map(),
    hosts: overrides.hosts ?? [],
    contentRoots,
    syntaxOf: (path) =>
      !isMarkdown(path) || rootOf(path, contentRoots) === undefined
        ? undefined
        : path.endsWith(".mdx")
          ? { ...syntax, mdx: true }
          : syntax,
    place: (page) => place(page, contentRoots),
    resolvePath: (path, from, site) =>
      resolvePlainPath(path, from, site, { contentRoots, external, unread: unread?.generator }),
    linkTo: (target, from, style) => plainLinkTo(target, from, style, contentRoots),
    idOf: (fragment) =>
      fragment.startsWith("user-content-") ? fragment.slice("user-content-".length) : fragment,
    ...(unread?.ids === "unknown" && {
      unseenIds: () => `How ${unread.generator} makes heading ids is not read yet.`,
    }),
    frontmatter: plainFrontmatter,
  };
}

/** What a page outside of any handbook gets: every Markdown file below the folder is a page. */
export const plainModel: SiteModel = {
  ...makePlainModel({ evidence: "no handbook", contentRoots: [""] }),
  byFile: true,
};

function place(page: ScannedPage, contentRoots: readonly string[]): Placement {
  return {
    route: plainRoute(page.path, contentRoots) as Route | undefined,
    aliases: [],
    title: pageTitle(page),
    headingIds: githubIds(page.headings),
    ownIds: page.footnotes.map((footnote) => `user-content-fn-${footnote.label}`),
  };
}
