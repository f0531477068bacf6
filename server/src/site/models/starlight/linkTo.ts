// How an author of an Astro site writes a link: by address, with the base; images of Markdown by file.

import { encodePath, folderOf, relativePath } from "../../routeKey.ts";
import type { FilePath, Page } from "../../site.ts";
import type { LinkStyle } from "../../siteModel.ts";
import { encodeRelative } from "../plain/linkTo.ts";
import type { AstroConfig } from "./config.ts";

export function astroLinkTo(
  target: Page | FilePath,
  from: Page,
  style: LinkStyle,
  config: AstroConfig,
): string {
  if (typeof target === "string") return fileLink(target, from, config);
  const route = ending(target.route ?? "/", style, config);
  if (style.form === "site-root" || from.route === undefined) return encodePath(config.base + route);
  const base = config.format === "directory" ? from.route.replace(/\/?$/, "/") : from.route;
  const folder = base.slice(1, base.lastIndexOf("/"));
  return encodeRelative(relativePath(folder, route.slice(1)));
}

/** As the host serves it: a slash where it must be, none where pages are files. */
function ending(route: string, style: LinkStyle, { format, trailingSlash }: AstroConfig): string {
  const bare = route.length > 1 ? route.replace(/\/$/, "") : route;
  if (bare === "/" || format === "file" || trailingSlash === "never") return bare;
  return trailingSlash === "always" || style.trailingSlash ? `${bare}/` : bare;
}

function fileLink(path: FilePath, from: Page, { publicDir, base }: AstroConfig): string {
  if (path.startsWith(`${publicDir}/`)) return encodePath(base + path.slice(publicDir.length));
  return encodeRelative(relativePath(folderOf(from.path), path));
}
