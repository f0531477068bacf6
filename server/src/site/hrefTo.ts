// Writes links: the reverse of resolveLink.

import { resolveLink } from "./resolveLink.ts";
import { encodePath } from "./routeKey.ts";
import type { FilePath, LinkTarget, Page, Site } from "./site.ts";
import type { LinkStyle } from "./siteModel.ts";

/**
 * A destination that leads from the page to the target, as near to the style as the site allows: where a link in that style
 * would lead elsewhere (two files of one name, a redirect in between), the next that arrives. Ready to stand between parentheses.
 */
export function hrefTo(
  site: Site,
  from: Page,
  target: Page | FilePath,
  style: LinkStyle,
  fragment?: string,
): string {
  const hash = fragment === undefined || fragment === "" ? "" : `#${encodePath(fragment)}`;
  if (hash !== "" && typeof target !== "string" && target.path === from.path) return hash;
  const preferred = site.model.linkTo(target, from, style);
  for (const other of [style, ...variants(style)]) {
    const href = site.model.linkTo(target, from, other);
    if (leadsTo(resolveLink(site, from, href), target)) return href + hash;
  }
  return preferred + hash;
}

function variants(style: LinkStyle): readonly LinkStyle[] {
  const forms =
    style.form === "relative" ? (["relative", "site-root"] as const) : (["site-root", "relative"] as const);
  return forms.flatMap((form) => [
    { ...style, form },
    { form, extension: !style.extension, trailingSlash: style.trailingSlash },
    { form, extension: true, trailingSlash: false },
    { form, extension: false, trailingSlash: true },
    { form, extension: false, trailingSlash: false },
  ]);
}

function leadsTo(found: LinkTarget, target: Page | FilePath): boolean {
  if (typeof target === "string") return found.kind === "file" && found.path === target;
  return found.kind === "page" && found.page.path === target.path;
}
