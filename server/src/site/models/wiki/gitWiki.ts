// Links in the wikis of GitHub (one namespace of page names, whatever the folder) and GitLab (paths, from the page or from
// the wiki's root). docs.github.com, "Editing wiki content"; Gollum's wiki on page links; docs.gitlab.com, "Wiki-specific Markdown".

import GithubSlugger from "github-slugger";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, joinPath, nameOf, withoutMarkdownExtension } from "../../routeKey.ts";
import type { LinkTarget, Page, Site } from "../../site.ts";
import type { WrittenLink } from "../../siteModel.ts";
import { type ExternalRoutes, notServed } from "../common/externalRoutes.ts";
import { fileAt, looksLikeFile } from "../common/fileTargets.ts";
import { followRedirects } from "../common/redirects/followRedirects.ts";
import type { RuleTable } from "../common/redirects/ruleTable.ts";
import { folded, hyphened, wikiPagesNamed, withoutPageExtension } from "./names.ts";

export interface LinkRules {
  readonly link: WrittenLink;
  readonly external: ExternalRoutes;
  readonly redirects: RuleTable;
}

/** Of `Home.md` it is the wiki's own address. */
export function githubRoute(path: string): string {
  const name = hyphened(withoutMarkdownExtension(nameOf(path)));
  return name === "Home" ? "/" : `/${name}`;
}

export function resolveGithubPath(
  path: string,
  from: Page,
  site: Site,
  { link, external }: LinkRules,
): LinkTarget {
  const wiki = link.form === "wiki";
  if (path.startsWith("/") && !wiki)
    return { kind: "unknown", why: "GitHub serves this address, outside of the wiki." };
  // A page's address is /OWNER/NAME/wiki/PAGE, so `../wiki` is the wiki.
  const inner = joinPath("", wiki ? path : path.replace(/^\.\.\/wiki(?:\/|$)/, ""));
  if (inner === undefined) return { kind: "unknown", why: "The link leads out of the wiki." };
  if (inner === "") return pageNamed("Home", site) ?? { kind: "missing", what: "page", route: "/" };
  if (/(?:^|\/)_(?:pages|new|history|edit|compare|access)(?:\/|$)/.test(inner))
    return { kind: "unknown", why: "GitHub makes this page by itself." };
  const file =
    fileAt(site, inner) ?? (wiki ? fileAt(site, joinPath(folderOf(from.path), inner) ?? "") : undefined);
  if (file) return file;
  const name = withoutMarkdownExtension(nameOf(inner));
  const page = pageNamed(name, site);
  if (page && inner.includes("/"))
    return {
      kind: "unknown",
      why: "A GitHub wiki has no folders: whether the address leads to the page is not known.",
    };
  return page ?? notFound(inner, external);
}

function pageNamed(name: string, site: Site): LinkTarget | undefined {
  const [path] = wikiPagesNamed(site, name);
  return path === undefined ? undefined : fileAt(site, path);
}

function notFound(path: string, external: ExternalRoutes): LinkTarget {
  return looksLikeFile(path)
    ? { kind: "missing", what: "file", path }
    : notServed(`/${hyphened(withoutMarkdownExtension(path))}`, external);
}

export function gitlabRoute(path: string): string {
  const route = `/${withoutMarkdownExtension(path)}`;
  return route === "/home" ? "/" : route;
}

/**
 * `[[a|b]]` and `[text](page)` are read from the wiki's root; with an extension or a dot before it, a link is read from the
 * page's folder (lib/banzai/filter/wiki_link_filter/rewriter.rb and its spec, "non-hierarchical links").
 */
export function resolveGitlabPath(path: string, from: Page, site: Site, rules: LinkRules): LinkTarget {
  const wiki = rules.link.form === "wiki";
  const isFile = /\.[^./]+$/.test(path);
  if (path.startsWith("/uploads/") && !wiki)
    return { kind: "unknown", why: "GitLab keeps this upload outside of the wiki." };
  if (!wiki && (path.startsWith(".") || isFile) && !/^\/|^uploads\//.test(path))
    return gitlabPage(joinPath(folderOf(from.path), path), site, rules);
  const target = gitlabPage(joinPath("", path), site, rules);
  if (target.kind !== "missing" || wiki || path.startsWith("/")) return target;
  // docs.gitlab.com, "Wiki-specific Markdown", has one example of a hierarchical link that lacks its dot.
  const beside = gitlabPage(joinPath(folderOf(from.path), path), site, rules);
  return beside.kind === "missing"
    ? target
    : {
        kind: "unknown",
        why: "GitLab reads a link without `./` from the wiki's root; the page is beside this one.",
      };
}

function gitlabPage(wanted: string | undefined, site: Site, { external, redirects }: LinkRules): LinkTarget {
  if (wanted === undefined) return { kind: "unknown", why: "The link leads out of the wiki." };
  return followRedirects(`/${wanted}`, site, redirects, (address) => {
    const title = address === "/" ? "home" : address.slice(1);
    const found = fileAt(site, title) ?? titled(title, site) ?? titled(hyphened(title), site);
    return found ?? notFound(title, external);
  });
}

/** A page by its path without extension, in any case and format (GitLab's app/models/wiki.rb, `find_matched_file`). */
function titled(title: string, site: Site): LinkTarget | undefined {
  const same = (file: string) => folded(withoutPageExtension(file)) === folded(title);
  const path = wikiPagesNamed(site, nameOf(title)).find(same);
  return path === undefined ? undefined : fileAt(site, path);
}

/** `[[Page#Heading text]]`: what such wikis make of the spaces is not known where the heading is there. */
export function spacedFragment(page: ScannedPage, id: string | undefined): string | undefined {
  if (id === undefined || !/\s/.test(id)) return undefined;
  const slug = new GithubSlugger().slug(id);
  const there = page.headings.some(({ text }) => new GithubSlugger().slug(text) === slug);
  return there ? `The heading is there, but its address is "#${slug}".` : undefined;
}
