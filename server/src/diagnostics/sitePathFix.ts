import { hrefTo } from "../site/queries.ts";
import type { LinkTarget, Page, Site } from "../site/site.ts";
import type { LinkStyle } from "../site/siteModel.ts";
import type { Fix } from "./finding.ts";
import { hrefSource } from "./hrefSource.ts";
import { addressSpan, changeTo } from "./linkFixes.ts";
import { titleFromPath } from "./titleFromPath.ts";
import type { WrittenLink } from "./writtenLinks.ts";

/**
 * A full address made a path of the site: `target` in the given style. A bare address in running text
 * becomes a link with the title of the page, since a path alone is none.
 */
export function sitePathFix(
  site: Site,
  page: Page,
  written: WrittenLink,
  { style, target }: { readonly style: LinkStyle; readonly target: LinkTarget },
): Fix {
  const found = pageOf(target);
  const path = found ? hrefTo(site, page, found, style) : written.path || "/";
  const { link } = written;
  if (link?.kind !== "autolink" && link?.kind !== "literal") return changeTo(path, addressSpan(written));
  const rest = written.destination.value.slice(written.origin.length + written.path.length);
  const title = found?.title ?? titleFromPath(written.path);
  const text = (title || written.path || "/").replace(/[[\]\\|<>*_`]/g, "\\$&");
  return {
    title: `Change to ${path}${rest}`,
    edits: [{ span: link.span, newText: `[${text}](${hrefSource(path + rest)})` }],
  };
}

/** A missing heading is a fault of its own: its page is still the target. */
function pageOf(target: LinkTarget): Page | undefined {
  if (target.kind === "page") return target.page;
  return target.kind === "missing" && target.what === "anchor" ? target.page : undefined;
}
