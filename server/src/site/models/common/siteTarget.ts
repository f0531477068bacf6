import { resolveLink } from "../../resolveLink.ts";
import type { LinkTarget, Page, Site } from "../../site.ts";

/** What an address that stands in a file of the site's configuration leads to: a path from the site's root, or a full address. Undefined where the site has no page to ask from. */
export function siteTarget(site: Site, address: string): LinkTarget | undefined {
  const from = anyPage(site);
  return from && resolveLink(site, from, address);
}

/** From which page a site-root path is asked makes no difference. */
function anyPage(site: Site): Page | undefined {
  for (const page of site.pages.values()) if (page.route !== undefined) return page;
  return undefined;
}
