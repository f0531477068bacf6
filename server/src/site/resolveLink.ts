// What a link leads to. The generator's rules for paths are the model's; what is common to all sites is here:
// schemes, own and foreign hosts, fragments.

import type { Link } from "../markdown/markdownScan.ts";
import type { Span } from "../text/span.ts";
import { type DestinationParts, splitDestination } from "./destination.ts";
import { ownHosts } from "./ownHosts.ts";
import { remember } from "./remember.ts";
import { decodeOnce, withoutWrittenBase } from "./routeKey.ts";
import { pagesShowing, shownId } from "./shown.ts";
import type { LinkTarget, Page, Site, Verdict } from "./site.ts";
import type { Inclusion, LinkForm, WrittenLink } from "./siteModel.ts";
import { unlessUnread } from "./unreadAddresses.ts";
import { orUnreadable } from "./unreadable.ts";

/** Resolves a destination (`Destination.value`) as written on the page; on a partial, as the readers of the pages that show it meet it. Remembered with the site and page. */
export function resolveLink(
  site: Site,
  page: Page,
  destination: string,
  form: LinkForm = "markdown",
): LinkTarget {
  const byPage = remember(memo[form], site, () => new WeakMap<readonly Link[], Map<string, LinkTarget>>());
  const known = remember(byPage, page.scanned.links, () => new Map<string, LinkTarget>());
  const before = known.get(destination);
  if (before) return before;
  const target =
    forReaders(site, page, destination, form) ??
    resolve(site, page, splitDestination(destination.trim()), { destination, form });
  known.set(destination, target);
  return target;
}

/** Resolves a link that is written on `from`: the page itself, or a part of it that it shows, as the page's readers meet it. */
export function resolveWritten(site: Site, page: Page, link: Link, from = page): LinkTarget {
  const target = resolveShown(site, { page, from }, link.destination.value, formOf(link));
  if (link.within === undefined || target.kind !== "missing") return target;
  return { kind: "unknown", why: `The shortcode "${link.within}" decides whether this is a link.` };
}

function resolveShown(
  site: Site,
  { page, from }: { readonly page: Page; readonly from: Page },
  destination: string,
  form: LinkForm,
): LinkTarget {
  if (!readFromPage(site, destination)) return resolveLink(site, from, destination, form);
  if (from === page || /^\s*#/.test(destination)) return resolveLink(site, page, destination, form);
  return resolve(site, page, splitDestination(destination.trim()), { destination, form, partial: from });
}

function formOf(link: Link): LinkForm {
  if (link.form) return link.form;
  if (link.kind === "attribute") return "html";
  if (link.kind === "wiki") return "wiki";
  return link.home ? "home" : "markdown";
}

export function verdictOf(target: LinkTarget): Verdict {
  switch (target.kind) {
    case "page":
    case "file":
    case "generated":
      return "ok";
    case "redirect": {
      const end = verdictOf(target.end);
      return end.startsWith("missing") || end === "unknown" ? end : "redirect";
    }
    case "external":
    case "unknown":
      return target.kind;
    case "missing":
      return target.what === "anchor" ? "missing-anchor" : "missing-page";
  }
}

/**
 * Where on the page a fragment leads: the whole page for none and for `#top`, undefined where nothing has that id. A directive
 * (`#:~:text=words`) is an id like any other here, and one that no page has: browsers that know it search the words instead.
 */
export function findId(site: Site, page: Page, fragment: string): { page: Page; span?: Span } | undefined {
  const decoded = decodeOnce(fragment);
  if (fragment === "" || decoded.toLowerCase() === "top") return { page };
  const named = site.model.idOf?.(decoded) ?? decoded;
  for (const id of site.model.idOfAlone ? [named] : new Set([fragment, decoded, named])) {
    const found = shownId(site, page, id);
    if (found) return found;
  }
  return undefined;
}

/** By the list of the page's links, which is forgotten together with them when the page is only known packed. */
type Memo = WeakMap<Site, WeakMap<readonly Link[], Map<string, LinkTarget>>>;

const memo: Readonly<Record<LinkForm, Memo>> = {
  markdown: new WeakMap(),
  home: new WeakMap(),
  html: new WeakMap(),
  wiki: new WeakMap(),
};

/** A link in a partial that is read from the page that shows it: broken where it is broken for the readers of one of these pages. */
function forReaders(site: Site, partial: Page, destination: string, form: LinkForm): LinkTarget | undefined {
  if (partial.route !== undefined || !readFromPage(site, destination)) return undefined;
  const targets = pagesShowing(site, partial).map((page) => {
    const home = form === "markdown" && site.model.partialsOf?.(page.scanned).some(isHome(partial));
    return resolveShown(site, { page, from: partial }, destination, home ? "home" : form);
  });
  return targets.find(({ kind }) => kind === "missing") ?? targets[0];
}

function isHome(partial: Page): (inclusion: Inclusion) => boolean {
  return ({ path, home }) => path === partial.path && home === true;
}

function readFromPage(site: Site, destination: string): boolean {
  return site.model.partialLinks === "page" || /^\s*[?#]/.test(destination);
}

function resolve(site: Site, page: Page, parts: DestinationParts, link: WrittenLink): LinkTarget {
  const url = link.destination;
  // `mailto:`, but also `C:\x` and `file:`: nothing that the site serves. `https:/x` is a path of the page's own host (WHATWG URL).
  const local = parts.scheme === undefined || parts.scheme === "https";
  if (!local && parts.host === undefined) return { kind: "external", url };
  if (parts.host !== undefined && !ownHosts(site).hosts.includes(parts.host))
    return { kind: "external", url };
  const path = decodeOnce(parts.path.replaceAll("\\", "/"));
  const routed = hashRoute(site, page, parts, link);
  if (routed) return routed;
  if (path === "" && parts.host === undefined)
    return withFragment(site, { kind: "page", page }, parts.fragment);
  const own: WrittenLink = parts.host === undefined ? link : { ...link, form: "html" };
  const at = (one: string) => site.model.resolvePath(one, page, site, own);
  const wanted = parts.host === undefined ? path : path || "/";
  const target = unlessUnread(at(wanted), wanted, site, at);
  return withFragment(site, orUnreadable(target, path, page, site), parts.fragment);
}

/** `#/guide`, `https://handbook.example/#/guide`: a route, where the site's routes stand there. */
function hashRoute(
  site: Site,
  page: Page,
  parts: DestinationParts,
  link: WrittenLink,
): LinkTarget | undefined {
  if (!site.model.resolveHash || parts.fragment === undefined) return undefined;
  if (!/^\/?(?:index\.html)?$/.test(withoutWrittenBase(parts.path, site.model.base ?? ""))) return undefined;
  return site.model.resolveHash(parts.fragment, page, site, link);
}

/** A redirect's own fragment wins over the link's, as in a browser. */
function withFragment(site: Site, target: LinkTarget, fragment: string | undefined): LinkTarget {
  if (target.kind === "redirect") {
    const own = splitDestination(target.address).fragment;
    return { ...target, end: withFragment(site, target.end, own ?? fragment) };
  }
  if (target.kind !== "page" || fragment === undefined || target.heading || target.anchor) return target;
  return atFragment(site, target.page, fragment);
}

/** A place of a page by its id. */
export function atFragment(site: Site, page: Page, fragment: string): LinkTarget {
  const found = findId(site, page, fragment);
  if (!found) {
    const why = site.model.unseenIds?.(page.scanned, decodeOnce(fragment));
    return why === undefined ? { kind: "missing", what: "anchor", page, fragment } : { kind: "unknown", why };
  }
  if (!found.span) return { kind: "page", page };
  const { span } = found;
  const heading = found.page.scanned.headings.find((one) => one.span.start === span.start);
  return { kind: "page", page: found.page, ...(heading ? { heading } : { anchor: span }) };
}
