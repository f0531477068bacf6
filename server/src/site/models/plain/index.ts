// A handbook of which no generator is known: pages link to one another by file, routes are file paths, ids are GitHub's.
// Also what a page outside of any handbook gets, and (with `unread`) a site of a generator that is not read yet.

import type { Heading } from "../../../markdown/markdownScan.ts";
import { githubSyntax, type MarkdownSyntax } from "../../../markdown/syntax.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { encodePath, isMarkdown, withoutWrittenBase } from "../../routeKey.ts";
import type { HeadingId, Route } from "../../site.ts";
import type { Placement, SiteModel, SiteOverrides } from "../../siteModel.ts";
import { externalRoutes } from "../common/externalRoutes.ts";
import { githubIds } from "../common/githubIds.ts";
import { gitlabIds, otherGitlabId } from "../common/gitlabIds.ts";
import { type HeadingTextRules, headingText } from "../common/headingText.ts";
import { pageTitle } from "../common/pageTitle.ts";
import { plainFrontmatter } from "./frontmatter.ts";
import { byFile, plainLinkTo } from "./linkTo.ts";
import { resolvePlainPath } from "./resolvePath.ts";
import { plainRoute, rootOf } from "./routes.ts";
import { atLines } from "./sourceLines.ts";

export interface PlainOptions {
  readonly id?: string;
  readonly name?: string;
  readonly evidence: string;
  readonly contentRoots: readonly string[];
  readonly syntax?: MarkdownSyntax;
  readonly sources?: SiteModel["sources"];
  /** Who shows the files; GitHub where it is not said. */
  readonly host?: "github" | "gitlab";
  /** Folders that are other repositories. */
  readonly submodules?: readonly string[];
  /** A generator whose rules are not read yet, by name: what can't be found is then unknown, not missing. */
  readonly unread?: { readonly generator: string; readonly ids: "github" | "unknown" };
}

export function makePlainModel(options: PlainOptions, overrides: SiteOverrides = {}): SiteModel {
  const contentRoots = overrides.contentRoots ?? options.contentRoots;
  const { base = "", slugger } = overrides;
  const external = externalRoutes(overrides.externalRoutes ?? []);
  const syntax = options.syntax ?? githubSyntax;
  const { unread, submodules = [] } = options;
  const gitlab = options.host === "gitlab";
  return {
    id: options.id ?? "plain",
    name: options.name ?? `Markdown files, as ${gitlab ? "GitLab" : "GitHub"} shows them`,
    evidence: options.evidence,
    idRule:
      unread?.ids === "unknown"
        ? `that of ${unread.generator}, which is not read yet`
        : gitlab
          ? "GitLab's rule"
          : "GitHub's rule",
    sources: options.sources ?? new Map(),
    hosts: overrides.hosts ?? [],
    base,
    contentRoots,
    syntaxOf: (path) =>
      !isMarkdown(path) || rootOf(path, contentRoots) === undefined
        ? undefined
        : path.endsWith(".mdx")
          ? { ...syntax, mdx: true }
          : syntax,
    place: (page) => place(page, contentRoots, gitlab ? gitlabIds : githubIds),
    resolvePath: (path, from, site, link) =>
      atLines(
        resolvePlainPath(withoutWrittenBase(path, base), from, site, {
          contentRoots,
          external,
          submodules,
          unread: unread?.generator,
        }),
        link.destination,
      ),
    linkTo: (target, from, style) =>
      (style.form === "site-root" ? encodePath(base) : "") + plainLinkTo(target, from, style, contentRoots),
    // Where its authors name a host, something publishes it, at addresses.
    ...(!unread && overrides.hosts === undefined && { usualLinks: byFile }),
    // GitHub's script finds a heading whatever the case of the fragment (rsc/markdown#19, serokell/xrefcheck#211).
    idOf: (fragment) => (unread || gitlab ? withoutPrefix(fragment) : withoutPrefix(fragment).toLowerCase()),
    ...(gitlab &&
      slugger === undefined && { unseenIds: (page, id) => otherGitlabId(shownHeadings(page), id) }),
    ...(unread?.ids === "unknown" &&
      slugger === undefined && {
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

/** GitHub slugs the text of the rendered heading: an image has none, a footnote's reference shows its number. */
const shownText: HeadingTextRules = {
  dashes: "kept",
  footnotes: "number",
  tags: "dropped",
  frontmatter: false,
};

function shownHeadings(page: ScannedPage): readonly Heading[] {
  return page.headings.map((heading) => ({ ...heading, text: headingText(page, heading, shownText) }));
}

function place(
  page: ScannedPage,
  contentRoots: readonly string[],
  idsOf: (headings: readonly Heading[]) => readonly HeadingId[],
): Placement {
  return {
    route: plainRoute(page.path, contentRoots) as Route | undefined,
    aliases: [],
    title: pageTitle(page),
    headingIds: idsOf(shownHeadings(page)),
    ownIds: [
      ...page.footnotes.flatMap(({ label }) => [`user-content-fn-${label}`, `fn-${label}`]),
      ...page.anchors.flatMap(({ id }) => otherName(id)),
    ],
  };
}

/** The other id by which GitHub finds an author's anchor, where `idOf` does not lead there: without the prefix that was written, with it in mixed case. */
function otherName(id: string): readonly string[] {
  const bare = withoutPrefix(id);
  if (bare !== id) return [bare];
  return id === id.toLowerCase() ? [] : [`user-content-${id}`];
}

/** GitHub's prefix of all ids that authors make: its script puts it before a fragment that has none. */
function withoutPrefix(id: string): string {
  return id.startsWith("user-content-") ? id.slice("user-content-".length) : id;
}
