// Where a link leads in the end.

import type { PagePath } from "../page/scannedPage.ts";
import type { FilePath, LinkTarget, Page } from "./site.ts";

/** What a link leads to once all redirects are followed. */
export function endOf(target: LinkTarget): Exclude<LinkTarget, { readonly kind: "redirect" }> {
  return target.kind === "redirect" ? endOf(target.end) : target;
}

/** The page that it leads to, whether or not it has the heading that is named; undefined for anything else. */
export function pageOf(target: LinkTarget | undefined): Page | undefined {
  const end = target && endOf(target);
  return end?.kind === "page" || (end?.kind === "missing" && end.what === "anchor") ? end.page : undefined;
}

/** The path of the page or file that it leads to. */
export function pathOfTarget(target: LinkTarget): PagePath | FilePath | undefined {
  const end = endOf(target);
  return end.kind === "file" ? end.path : pageOf(end)?.path;
}
