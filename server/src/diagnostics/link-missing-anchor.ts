// `link-missing-anchor`: the page is there, but nothing on it has the id that the link's fragment names, so that the
// reader lands at its top.

import { endOf } from "../site/endOf.ts";
import { hrefTo } from "../site/queries.ts";
import { decodeOnce, encodePath } from "../site/routeKey.ts";
import type { Page, Site } from "../site/site.ts";
import type { Span } from "../text/span.ts";
import type { Finding, Fix, Rule } from "./finding.ts";
import { addressSpan, changeFragment, changeTo, findingAt, preferFirst, removeLink } from "./linkFixes.ts";
import { isClearlyNearest, mostAsked, ownIdMeant, pagesThatHave, suggestedIds } from "./suggestions.ts";
import { didYouMean, redirectWords } from "./wording.ts";
import {
  fragmentSpan,
  pathSpan,
  styleOf,
  type WrittenLink,
  writtenLinkAt,
  writtenLinks,
} from "./writtenLinks.ts";

export const linkMissingAnchor: Rule = {
  codes: ["link-missing-anchor"],
  check: (site, page) =>
    writtenLinks(site, page)
      .filter((written) => anchorMissing(written) !== undefined)
      .map((written, index): Finding => {
        if (pointsAtWords(written)) return wordsFinding(written);
        const advice = index < mostAsked ? hint(site, page, written) : "";
        return findingAt("link-missing-anchor", placeOf(written), fault(page, written) + advice);
      }),
  fix: fixes,
};

/** `#:~:text=words` (wicg.github.io/scroll-to-text-fragment): no id of the page, and yet no mistake in most browsers. */
function pointsAtWords(written: WrittenLink): boolean {
  return written.fragment?.startsWith(":~:") === true;
}

function wordsFinding(written: WrittenLink): Finding {
  const message =
    "This points at words of the page, not at a heading: the site's build can't vouch for it, and it leads to the top of the page once the words change. Link to a heading.";
  return { ...findingAt("link-missing-anchor", placeOf(written), message), severity: "hint" };
}

function anchorMissing(written: WrittenLink) {
  const end = endOf(written.target);
  return end.kind === "missing" && end.what === "anchor" ? end : undefined;
}

/** The fragment; the path, when it is a redirect that names the missing heading. */
function placeOf(written: WrittenLink): Span {
  return isOwnFragment(written) ? fragmentSpan(written) : pathSpan(written);
}

function isOwnFragment(written: WrittenLink): boolean {
  return written.fragment !== undefined && written.fragment === anchorMissing(written)?.fragment;
}

function fault(page: Page, written: WrittenLink): string {
  const end = anchorMissing(written);
  if (!end) return "";
  const id = decodeOnce(end.fragment);
  if (end.page.path === page.path) return `No heading of this page has the id "${id}".`;
  const nothing = `No heading of ${end.page.route ?? end.page.path} has the id "${id}".`;
  if (written.target.kind !== "redirect") return nothing;
  const { chain, address } = written.target;
  return `${redirectWords([...chain, address])}. ${nothing}`;
}

/** A near id of that page, else the page that has the id now. */
function hint(site: Site, page: Page, written: WrittenLink): string {
  const meant = answers(site, page, written);
  if (meant.own !== undefined) return didYouMean(`#${meant.own} on this page`);
  const [id] = meant.ids;
  if (id !== undefined && (meant.sureOfId || meant.moved.length !== 1)) return didYouMean(`#${id}`);
  const [moved] = meant.moved;
  return moved && meant.moved.length === 1 ? ` #${meant.fragment} is now on ${moved.route}.` : "";
}

interface Meant {
  readonly fragment: string;
  /** The page that the link is on has the id itself, and the link's path is only a slash. */
  readonly own: string | undefined;
  readonly ids: readonly string[];
  readonly sureOfId: boolean;
  /** Pages that have the id. */
  readonly moved: readonly Page[];
}

function answers(site: Site, page: Page, written: WrittenLink): Meant {
  const end = anchorMissing(written);
  if (!end) return { fragment: "", own: undefined, ids: [], sureOfId: false, moved: [] };
  const fragment = decodeOnce(end.fragment);
  const ids = suggestedIds(end.page, end.fragment);
  return {
    fragment,
    own: ownIdMeant(page, written),
    ids,
    sureOfId: isClearlyNearest(fragment, ids),
    moved: pagesThatHave(site, end.fragment, end.page),
  };
}

function fixes(site: Site, page: Page, finding: Finding, text: string): readonly Fix[] {
  const written = writtenLinkAt(site, page, finding.span);
  if (!written || !anchorMissing(written)) return [];
  if (!isOwnFragment(written)) return removeLink(page, written, text);
  const { fragment, own, ids, sureOfId, moved } = answers(site, page, written);
  const whole = { start: addressSpan(written).start, end: fragmentSpan(written).end };
  const here = own === undefined ? [] : [changeTo(`#${encodePath(own)}`, whole)];
  const near = ids.map((id) => changeFragment(written, id));
  const there = moved.map((one) => changeTo(hrefTo(site, page, one, styleOf(written), fragment), whole));
  const sure = here.length > 0 || sureOfId || (near.length === 0 && moved.length === 1);
  const changes = sureOfId ? [...here, ...near, ...there] : [...here, ...there, ...near];
  return [...preferFirst(changes, sure), ...withoutFragment(written), ...removeLink(page, written, text)];
}

/** The link to the top of the page, which is where its readers land today. */
function withoutFragment(written: WrittenLink): readonly Fix[] {
  if (written.path === "") return [];
  const { start, end } = fragmentSpan(written);
  return [
    { title: "Link to the top of the page", edits: [{ span: { start: start - 1, end }, newText: "" }] },
  ];
}
