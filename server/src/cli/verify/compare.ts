// Our answers about a site beside what its generator built: routes, heading ids, and where links lead.

import { resolveWritten } from "../../site/resolveLink.ts";
import { shownLinks } from "../../site/shown.ts";
import type { LinkTarget, Page, Site } from "../../site/site.ts";
import { headingIds } from "../facts.ts";
import type { Build, BuiltPage } from "./readBuild.ts";

export interface Difference {
  readonly kind: "page" | "heading-id" | "link";
  /** The page's file; of an address that no page of ours has, the address. */
  readonly page: string;
  /** The link as written, or the heading id. */
  readonly what?: string;
  readonly ours: string;
  readonly build: string;
}

/** How much of the site's pages a build has, from 0 to 1. */
export function shareBuilt(site: Site, build: Build): number {
  const routes = [...site.pages.values()].flatMap(({ route }) => route ?? []);
  return routes.filter((route) => builtAt(build, route)).length / Math.max(routes.length, 1);
}

/** The part of a build below a path, as a build of its own: some hosts, and all sitemaps, have a site's base path in it. */
export function buildBelow({ files, pages }: Build, base: string): Build {
  const own = (path: string) => path.startsWith(`${base}/`) || path === base;
  const cut = (path: string) => path.slice(base.length);
  return {
    files: files && new Set([...files].filter(own).map(cut)),
    pages: new Map([...pages].filter(([path]) => own(path)).map(([path, page]) => [cut(path), page])),
  };
}

/** All differences, page by page. What the generator makes without a page (lists, tags, a theme's pages) is none. */
export function* compare(site: Site, build: Build): Generator<Difference> {
  const known = new Set<string>();
  for (const page of site.pages.values()) {
    if (page.route === undefined) continue;
    const found = builtAt(build, page.route);
    if (found === undefined) {
      yield { kind: "page", page: page.path, ours: page.route, build: "not built" };
      continue;
    }
    known.add(found.file);
    if (build.files) yield* compareIds(site, page, found.page);
  }
  if (build.files)
    for (const page of site.pages.values())
      if (page.route !== undefined) yield* compareLinks(site, page, build);
}

function* compareIds(site: Site, page: Page, built: BuiltPage): Generator<Difference> {
  const ours = headingIds(site, page);
  for (const id of ours)
    if (!built.ids.has(id))
      yield {
        kind: "heading-id",
        page: page.path,
        what: id,
        ours: "a heading has it",
        build: "nothing has it",
      };
  if (site.model.unseenIds?.(page.scanned) !== undefined) return;
  // A theme's own headings ("On this page") stand on every page; those of the text that we lack stand among ours.
  const all = new Set([...ours, ...page.ids.keys()]);
  const first = built.headings.findIndex((id) => all.has(id));
  const last = built.headings.findLastIndex((id) => all.has(id));
  for (const id of built.headings.slice(Math.max(first, 0), last + 1))
    if (!all.has(id))
      yield {
        kind: "heading-id",
        page: page.path,
        what: id,
        ours: "no heading has it",
        build: "a heading has it",
      };
}

function* compareLinks(site: Site, page: Page, build: Build): Generator<Difference> {
  for (const { page: part, link } of shownLinks(site, page)) {
    if (link.image) continue;
    const href = link.destination.value;
    const difference = judge(resolveWritten(site, page, link, part), href, build);
    if (difference) yield { kind: "link", page: part.path, what: href, ...difference };
  }
}

/** Does the build have what we say a link leads to, and lack what we say is not there? */
function judge(
  target: LinkTarget,
  href: string,
  build: Build,
): Pick<Difference, "ours" | "build"> | undefined {
  const fragment = fragmentOf(href);
  switch (target.kind) {
    case "page": {
      const found = target.page.route === undefined ? undefined : builtAt(build, target.page.route);
      if (!found) return undefined; // Said of the page already.
      const wanted = target.heading || target.anchor ? fragment : undefined;
      return wanted === undefined || found.page.ids.has(wanted) || found.page.forwards
        ? undefined
        : { ours: "ok", build: "missing-anchor" };
    }
    case "generated":
      return served(build, target.route) ? undefined : { ours: "ok", build: "missing-page" };
    case "missing":
      if (target.what === "page" && served(build, target.route)) return { ours: "missing-page", build: "ok" };
      if (target.what !== "anchor" || target.page.route === undefined) return undefined;
      return builtAt(build, target.page.route)?.page.ids.has(target.fragment)
        ? { ours: "missing-anchor", build: "ok" }
        : undefined;
    default:
      return undefined;
  }
}

function fragmentOf(href: string): string | undefined {
  const hash = href.indexOf("#");
  if (hash < 0 || hash === href.length - 1) return undefined;
  try {
    return decodeURIComponent(href.slice(hash + 1));
  } catch {
    return href.slice(hash + 1);
  }
}

function builtAt(
  build: Build,
  route: string,
): { readonly file: string; readonly page: BuiltPage } | undefined {
  for (const file of candidates(build, route)) {
    const page = build.pages.get(file);
    if (page) return { file, page };
  }
  return undefined;
}

function served(build: Build, route: string): boolean {
  return candidates(build, route).some((file) => build.files?.has(file) ?? build.pages.has(file));
}

/** The files in which a static host looks for an address; of a sitemap, the address with and without its slash. */
function candidates(build: Build, route: string): readonly string[] {
  const bare = route.length > 1 ? route.replace(/\/$/, "") : "";
  return build.files ? [`${bare}/index.html`, `${bare}.html`, bare] : [bare, `${bare}/`];
}
