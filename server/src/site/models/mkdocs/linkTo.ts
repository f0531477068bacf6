// How an author of a MkDocs site writes a link: by file, which MkDocs rewrites and checks; from the site's root by address.

import { encodePath, folderOf, relativePath } from "../../routeKey.ts";
import type { FilePath, Page } from "../../site.ts";
import type { LinkStyle } from "../../siteModel.ts";
import { encodeRelative } from "../plain/linkTo.ts";
import type { MkdocsConfig } from "./config.ts";
import { belowDocs } from "./routes.ts";

export function mkdocsLinkTo(
  target: Page | FilePath,
  from: Page,
  style: LinkStyle,
  config: MkdocsConfig,
): string {
  const path: string = typeof target === "string" ? target : target.path;
  const below = belowDocs(path, config.docsDir);
  if (style.form === "relative" && below !== undefined) {
    const folder = folderOf(belowDocs(from.path, config.docsDir) ?? "");
    return encodeRelative(relativePath(folder, below));
  }
  if (config.absoluteByFile && below !== undefined) return encodePath(`/${below}`);
  const route = typeof target === "string" ? `/${below ?? path}` : (target.route ?? `/${below ?? path}`);
  const slash = route.endsWith("/") && route !== "/" && !style.trailingSlash && config.directoryUrls;
  return encodePath(config.base + (slash ? route.slice(0, -1) : route));
}
