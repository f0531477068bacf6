// How an author of a Fumadocs site writes a link: by address, or `./other.mdx` where pages resolve it by file.

import { encodePath, folderOf, relativePath } from "../../routeKey.ts";
import type { FilePath, Page } from "../../site.ts";
import type { LinkStyle } from "../../siteModel.ts";
import { encodeRelative } from "../plain/linkTo.ts";
import type { FumadocsConfig } from "./config.ts";
import { isPlain } from "./routes.ts";

export function fumadocsLinkTo(
  target: Page | FilePath,
  from: Page,
  style: LinkStyle,
  config: FumadocsConfig,
): string {
  if (typeof target === "string") {
    if (target.startsWith("public/")) return encodePath(target.slice("public".length));
    return encodeRelative(relativePath(folderOf(from.path), target));
  }
  const route = target.route ?? "/";
  if (style.form === "site-root" || from.route === undefined) return encodePath(route);
  if (style.extension && config.linksByFile) {
    const path = `./${relativePath(folderOf(from.path), target.path)}`;
    if (isPlain(path)) return path;
  }
  const folder = from.route.slice(1, Math.max(from.route.lastIndexOf("/"), 1));
  return encodeRelative(relativePath(folder, route.slice(1)));
}
