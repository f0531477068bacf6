// `link-redirected`: a link that reaches its target only by way of a redirect, and could go there straight.

import { splitDestination } from "../site/destination.ts";
import type { LinkTarget, Page, Site } from "../site/site.ts";
import type { Fix, Rule } from "./finding.ts";
import { addressSpan, changePath, changeTo, findingAt, preferFirst } from "./linkFixes.ts";
import { redirectWords } from "./wording.ts";
import {
  fragmentSpan,
  pathSpan,
  querySpan,
  type WrittenLink,
  writtenLinkAt,
  writtenLinks,
} from "./writtenLinks.ts";

type Redirect = Extract<LinkTarget, { readonly kind: "redirect" }>;

export const linkRedirected: Rule = {
  codes: ["link-redirected"],
  check: (site, page) =>
    writtenLinks(site, page).flatMap((written) => {
      const target = liveRedirect(written.target);
      if (!target) return [];
      const message = `${redirectWords([...target.chain, target.address])}. Link straight to ${target.address}.`;
      return [findingAt("link-redirected", pathSpan(written), message)];
    }),
  fix(site, page, finding) {
    const written = writtenLinkAt(site, page, finding.span);
    const target = written && liveRedirect(written.target);
    return written && target ? preferFirst([straight(site, page, written, target)], true) : [];
  },
};

/** A redirect that ends somewhere; one whose heading is gone has that fault beside this one. */
function liveRedirect(target: LinkTarget): Redirect | undefined {
  if (target.kind !== "redirect" || target.end.kind === "unknown") return undefined;
  return target.end.kind === "missing" && target.end.what !== "anchor" ? undefined : target;
}

/** A redirect's own query and fragment win over the link's, as in a browser. */
function straight(site: Site, page: Page, written: WrittenLink, target: Redirect): Fix {
  const end = splitDestination(target.address);
  const { start } = addressSpan(written);
  if (end.fragment !== undefined) return changeTo(target.address, { start, end: fragmentSpan(written).end });
  if (target.end.kind === "page" && end.query === "" && end.host === undefined)
    return changePath({ site, page }, written, target.end.page);
  const keepsQuery = end.query === "";
  return changeTo(target.address, {
    start,
    end: keepsQuery ? pathSpan(written).end : querySpan(written).end,
  });
}
