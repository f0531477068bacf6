// How an author of a PostHog-like handbook writes a link: by address; files of static/ from the root, others by file.

import { encodePath, folderOf, relativePath } from "../../routeKey.ts";
import type { FilePath, Page } from "../../site.ts";
import type { LinkStyle } from "../../siteModel.ts";
import { encodeRelative } from "../plain/linkTo.ts";

export function posthogLinkTo(target: Page | FilePath, from: Page, style: LinkStyle): string {
  if (typeof target === "string") return fileLink(target, from);
  const route = target.route ?? `/${target.path}`;
  const slash = style.trailingSlash && !route.endsWith("/") ? "/" : "";
  if (style.form === "site-root" || from.route === undefined) return encodePath(route + slash);
  const relative = relativePath(folderOf(from.route).slice(1), route.slice(1));
  if (style.extension) return encodePath(`./${relative}.md`.replace(/^\.\/\.\.\//, "../"));
  return encodeRelative(relative + slash);
}

function fileLink(path: FilePath, from: Page): string {
  if (path.startsWith("static/")) return encodePath(path.slice("static".length));
  return encodeRelative(relativePath(folderOf(from.path), path));
}
