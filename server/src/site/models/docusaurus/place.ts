// Where a page is served, under which name and ids, and which addresses exist because of it.

import type { ScannedPage } from "../../../page/scannedPage.ts";
import { decodeOnce } from "../../routeKey.ts";
import type { Route } from "../../site.ts";
import type { Placement } from "../../siteModel.ts";
import { titleOfPath } from "../common/pageTitle.ts";
import { flagField, textField } from "./fields.ts";
import { docusaurusIds, ownIds } from "./headingIds.ts";
import type { Owner } from "./owner.ts";
import { baseId, permalinkOf, withSlash } from "./routes.ts";
import type { DocusaurusSite } from "./siteParts.ts";
import { tagRoutes } from "./tags.ts";

export function placeDocusaurusPage(page: ScannedPage, parts: DocusaurusSite): Placement {
  const owner = parts.owners.ownerOf(page.path);
  const home = owner ?? parts.owners.homeOf(page.path);
  const served = owner !== undefined && flagField(page, "draft") !== true;
  return {
    route: served ? routeOf(page, owner, parts) : undefined,
    aliases: [],
    title: titleOf(page, owner),
    headingIds: docusaurusIds(page, {
      maintainCase: parts.config.maintainCase,
      titleIsTakenOut: home?.collection.instance.kind === "blog",
    }),
    ownIds: ownIds(page),
    ...(served && { generates: tagRoutes(page, owner, parts) }),
  };
}

function routeOf(page: ScannedPage, owner: Owner, { config, homes }: DocusaurusSite): Route {
  const path = decodeOnce(withSlash(permalinkOf(page, owner), config.trailingSlash, homes));
  return path.normalize("NFC") as Route;
}

/** Its `title`, else a first heading of the first level, else the name in its address (docs.ts, blogUtils.ts). */
export function titleOf(page: ScannedPage, owner: Owner | undefined): string {
  const [first] = page.headings;
  const written = textField(page, "title")?.trim() || (first?.level === 1 ? first.text.trim() : "");
  if (written !== "" || owner?.collection.instance.kind !== "docs") return written || titleOfPath(page.path);
  return baseId(page, owner);
}
