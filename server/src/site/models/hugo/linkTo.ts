// How an author of a Hugo handbook writes a link: by file where links are found so, else by address.

import { encodePath, folderOf, isMarkdown, nameOf, relativePath } from "../../routeKey.ts";
import type { FilePath, Page } from "../../site.ts";
import type { LinkStyle } from "../../siteModel.ts";
import { encodeRelative } from "../plain/linkTo.ts";
import type { HugoConfig } from "./config.ts";
import { belowContent } from "./place.ts";

export function hugoLinkTo(
  target: Page | FilePath,
  from: Page,
  style: LinkStyle,
  config: HugoConfig,
): string {
  if (typeof target === "string") return fileLink(target, from, style, config);
  const below = belowContent(target.path, config.contentDirs);
  const byFile = config.linkHook !== "no" && below !== undefined && target.route !== undefined;
  if (style.form === "site-root") {
    if (style.extension && byFile) return encodePath(`/${below}`);
    return encodePath(withSlash(target.route ?? `/${below ?? target.path}`, style.trailingSlash));
  }
  if (byFile) {
    const folder = folderOf(belowContent(from.path, config.contentDirs) ?? "");
    const path = style.extension ? below : withoutIndex(below);
    return encodeRelative(withSlash(relativePath(folder, path), style.trailingSlash && !style.extension));
  }
  const base = (from.route ?? "/").replace(/[^/]*$/, "").replace(/^\/|\/$/g, "");
  return encodeRelative(relativePath(base, withSlash(target.route ?? "/", style.trailingSlash).slice(1)));
}

function fileLink(path: FilePath, from: Page, style: LinkStyle, config: HugoConfig): string {
  const dir = [...config.staticDirs, ...config.contentDirs].find(
    (one) => one === "" || path.startsWith(`${one}/`),
  );
  const served = dir === undefined || dir === "" ? `/${path}` : path.slice(dir.length);
  if (style.form === "site-root" || from.route === undefined) return encodePath(served);
  const base = from.route.replace(/[^/]*$/, "").replace(/^\/|\/$/g, "");
  return encodeRelative(relativePath(base, served.slice(1)));
}

function withoutIndex(path: string): string {
  const bare = isMarkdown(path) ? path.replace(/\.[^./]+$/, "") : path;
  return /^_?index$/.test(nameOf(bare)) ? folderOf(bare) : bare;
}

function withSlash(path: string, slash: boolean): string {
  const bare = path.length > 1 ? path.replace(/\/$/, "") : path;
  return slash && !bare.endsWith("/") ? `${bare}/` : bare;
}
