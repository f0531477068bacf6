// `link-missing-page`: nothing is served where a link leads, or a redirect on its way ends nowhere or in itself.
// A path that only lacks its leading slash is `link-missing-slash`.

import { endOf } from "../site/endOf.ts";
import { encodePath } from "../site/routeKey.ts";
import type { LinkTarget, Page, Site } from "../site/site.ts";
import type { Finding, Fix, Rule } from "./finding.ts";
import { pageInOtherCase } from "./link-case.ts";
import { meansSiteRoot } from "./link-missing-slash.ts";
import { addressSpan, changePath, changeTo, findingAt, preferFirst, removeLink } from "./linkFixes.ts";
import { createPage } from "./newPage.ts";
import { isClearlyNearest, mostAsked, ownIdMeant, pagesThatHave, suggestedPages } from "./suggestions.ts";
import { didYouMean, redirectWords } from "./wording.ts";
import { fragmentSpan, pathSpan, type WrittenLink, writtenLinkAt, writtenLinks } from "./writtenLinks.ts";

export const linkMissingPage: Rule = {
  codes: ["link-missing-page"],
  check: (site, page) =>
    writtenLinks(site, page)
      .filter((written) => missingRoute(written) !== undefined && !isSaidOtherwise(site, page, written))
      .map((written, index) =>
        findingAt(
          "link-missing-page",
          pathSpan(written),
          fault(written) + (index < mostAsked ? didYouMean(nearest(site, page, written)) : ""),
        ),
      ),
  fix: fixes,
};

/** A rule of its own names the fault more exactly. */
function isSaidOtherwise(site: Site, page: Page, written: WrittenLink): boolean {
  return meansSiteRoot(site, page, written) || pageInOtherCase(site, written) !== undefined;
}

type Missing = Extract<LinkTarget, { readonly kind: "missing" }>;

function missing(written: WrittenLink): Missing | undefined {
  const end = endOf(written.target);
  return end.kind === "missing" && (end.what === "page" || end.what === "dead-redirect") ? end : undefined;
}

/** Where nothing is served: the link's own route, or the end of its redirects. */
function missingRoute(written: WrittenLink): string | undefined {
  const end = missing(written);
  if (end?.what === "page") return end.route;
  return end && "chain" in end ? end.chain.at(-1) : undefined;
}

function fault(written: WrittenLink): string {
  const end = missing(written);
  if (end?.what === "dead-redirect") return `${redirectWords(end.chain)}, where no page is served.`;
  if (written.target.kind === "redirect")
    return `${redirectWords([...written.target.chain, missingRoute(written) ?? ""])}, where no page is served.`;
  return `No page is served at ${missingRoute(written)}.`;
}

/** As the message names it: a route, or a heading of the page itself. */
function nearest(site: Site, page: Page, written: WrittenLink): string | undefined {
  const id = ownIdMeant(page, written);
  return id === undefined ? candidates(site, page, written)[0]?.route : `#${id} on this page`;
}

/** The pages that may have been meant, the likeliest first: by path and title, then the only ones with the link's heading. */
function candidates(site: Site, page: Page, written: WrittenLink): readonly Page[] {
  const words = written.link?.text.trim() ?? "";
  const near = suggestedPages(site, missingRoute(written) ?? "", words.length > 2 ? words : "");
  const holders = written.fragment ? pagesThatHave(site, written.fragment, page) : [];
  const others = [...near, ...(holders.length === 1 ? holders : [])].filter((one) => one.path !== page.path);
  return [...new Set(others)].slice(0, 3);
}

function fixes(site: Site, page: Page, finding: Finding, text: string): readonly Fix[] {
  const written = writtenLinkAt(site, page, finding.span);
  const route = written && missingRoute(written);
  if (!written || route === undefined) return [];
  const near = candidates(site, page, written);
  const id = ownIdMeant(page, written);
  const own =
    id === undefined
      ? []
      : [
          changeTo(`#${encodePath(id)}`, {
            start: addressSpan(written).start,
            end: fragmentSpan(written).end,
          }),
        ];
  const changes = [...own, ...near.map((one) => changePath({ site, page }, written, one))];
  const sure =
    own.length > 0 ||
    isClearlyNearest(
      route,
      near.map((one) => String(one.route)),
    );
  return [
    ...preferFirst(changes, sure),
    ...createPage(site, page, route),
    ...removeLink(page, written, text),
  ];
}
