// Where an Astro site serves a page, and its ids; whether it is built at all.

import { entryOf } from "../../../frontmatter/keys.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { routeKey } from "../../routeKey.ts";
import type { Route } from "../../site.ts";
import type { FileTree, Placement } from "../../siteModel.ts";
import { pageTitle } from "../common/pageTitle.ts";
import type { RuleTable } from "../common/redirects/ruleTable.ts";
import { collectionOf } from "./collections.ts";
import { astroIds } from "./headingIds.ts";
import { ownIds } from "./ownIds.ts";
import { type AstroSite, addressOf } from "./routes.ts";

export function placeAstroPage(
  page: ScannedPage,
  site: AstroSite,
  tree: FileTree,
  redirects: RuleTable,
): Placement {
  const address = addressOf(page, site);
  const built = address !== undefined && !isDraft(page, site) && !isShadowed(page, address, site, redirects);
  return {
    route: built ? (address as Route) : undefined,
    aliases: [],
    title: pageTitle(page),
    headingIds: astroIds(page, site.config.ids),
    ownIds: ownIds(page, site, tree).ids,
  };
}

/** Starlight's builds leave drafts out; a collection's page does where it filters them. */
function isDraft(page: ScannedPage, { config, collections, code }: AstroSite): boolean {
  const value = entryOf(page.frontmatter, "draft")?.value;
  if (value?.kind !== "boolean" || !value.value) return false;
  const name = collectionOf(page.path, collections)?.collection.name;
  if (name === undefined) return false;
  return (config.starlight && name === "docs") || code.collections.get(name)?.leavesOutDrafts === true;
}

/** An entry's page comes from a pattern; a redirect or a file of src/pages at that very address is more specific, and wins (astro/core/routing/priority.js). */
function isShadowed(
  page: ScannedPage,
  address: string,
  { config, collections, code }: AstroSite,
  redirects: RuleTable,
): boolean {
  if (!collectionOf(page.path, collections)) return false;
  return code.exact.has(routeKey(address)) || redirects.find(config.base + address)?.rule.literal === true;
}
