// Where the site serves a page of contents/, and its heading ids.

import { stringKey } from "../../../frontmatter/keys.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { isInFolder, withoutMarkdownExtension } from "../../routeKey.ts";
import type { Route } from "../../site.ts";
import type { Placement } from "../../siteModel.ts";
import { githubIds } from "../common/githubIds.ts";
import { pageTitle } from "../common/pageTitle.ts";

export function placePosthogPage(page: ScannedPage, contentRoots: readonly string[]): Placement {
  const path = posthogRoute(page.path, contentRoots);
  const unbuilt = stringKey(page.frontmatter, "title") === "";
  return {
    route: unbuilt ? undefined : (path as Route | undefined),
    aliases: [],
    title: pageTitle(page),
    headingIds: githubIds(page.headings),
    ownIds: [],
  };
}

/** `/handbook/people/feedback` of `contents/handbook/people/feedback.md`. Case and spaces stay; `_x` is a partial, no page. */
export function posthogRoute(path: string, contentRoots: readonly string[]): string | undefined {
  const root = contentRoots.find((one) => isInFolder(path, one));
  if (root === undefined) return undefined;
  const below = withoutMarkdownExtension(root === "" ? path : path.slice(root.length + 1)).normalize("NFC");
  if (below.split("/").some((part) => part.startsWith("_"))) return undefined;
  return `/${below}`.replace(/\/index$/, "") || "/";
}
