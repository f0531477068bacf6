// `link-own-site`: the handbook's own page by its full address. Readers reload the whole site, a copy of it (a preview,
// a local one) sends them away, and checks that look at paths pass it by.

import { ownHosts } from "../site/ownHosts.ts";
import { linkHabit } from "../site/queries.ts";
import type { Page, Site } from "../site/site.ts";
import type { Fix, Rule } from "./finding.ts";
import { findingAt, preferFirst } from "./linkFixes.ts";
import { sitePathFix } from "./sitePathFix.ts";
import { originSpan, type WrittenLink, writtenLinkAt, writtenLinks } from "./writtenLinks.ts";

export const linkOwnSite: Rule = {
  codes: ["link-own-site"],
  check: (site, page) =>
    writtenLinks(site, page)
      .filter((written) => isOwn(site, written))
      .map((written) =>
        findingAt(
          "link-own-site",
          originSpan(written),
          `This is the handbook's own site: its full address makes readers load everything anew. Write ${written.path || "/"} instead.`,
        ),
      ),
  fix: (site, page, finding) => fixes(site, page, writtenLinkAt(site, page, finding.span)),
};

function isOwn(site: Site, written: WrittenLink): boolean {
  return written.host !== undefined && ownHosts(site).hosts.includes(written.host);
}

function fixes(site: Site, page: Page, written: WrittenLink | undefined): readonly Fix[] {
  if (!written) return [];
  const how = { style: linkHabit(site), target: written.target };
  return preferFirst([sitePathFix(site, page, written, how)], true);
}
