// `link-local-host`: a link that was copied from a copy of the site on the author's own computer. An address that is
// meant for one (`[localhost:8000](http://localhost:8000)` in a guide for engineers) shows itself in its text: it is let be.

import { linkHabit } from "../site/queries.ts";
import { resolveLink, verdictOf } from "../site/resolveLink.ts";
import type { LinkTarget, Page, Site } from "../site/site.ts";
import type { Finding, Fix, Rule } from "./finding.ts";
import { findingAt, preferFirst, removeLink } from "./linkFixes.ts";
import { sitePathFix } from "./sitePathFix.ts";
import { didYouMean } from "./wording.ts";
import { originSpan, type WrittenLink, writtenLinkAt, writtenLinks } from "./writtenLinks.ts";

export const linkLocalHost: Rule = {
  codes: ["link-local-host"],
  check: (site, page) =>
    writtenLinks(site, page)
      .filter((written) => isLocal(written.host) && (!showsItself(written) || served(site, page, written)))
      .map((written) =>
        findingAt(
          "link-local-host",
          originSpan(written),
          `${written.host} is each reader's own computer, where this page is not.${didYouMean(served(site, page, written) ? written.path : undefined)}`,
        ),
      ),
  fix: fixes,
};

/** `localhost`, `127.0.0.1`, `0.0.0.0` and `[::1]`, with any port. */
function isLocal(host: string | undefined): boolean {
  return host !== undefined && /^(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\])(?::\d*)?$/.test(host);
}

function showsItself(written: WrittenLink): boolean {
  const text = written.link?.text ?? "";
  return (
    written.link?.kind === "autolink" || written.link?.kind === "literal" || text.includes(written.host ?? "")
  );
}

/** What the path leads to on the site; undefined for nothing, and for the bare host. */
function served(site: Site, page: Page, written: WrittenLink): LinkTarget | undefined {
  if (written.path.length < 2) return undefined;
  const target = resolveLink(site, page, written.destination.value.slice(written.origin.length));
  const verdict = verdictOf(target);
  return verdict === "ok" || verdict === "redirect" || verdict === "missing-anchor" ? target : undefined;
}

function fixes(site: Site, page: Page, finding: Finding, text: string): readonly Fix[] {
  const written = writtenLinkAt(site, page, finding.span);
  if (!written) return [];
  const target = served(site, page, written);
  if (!target) return removeLink(page, written, text);
  return preferFirst([sitePathFix(site, page, written, { style: linkHabit(site), target })], true);
}
