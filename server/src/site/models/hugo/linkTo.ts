// How an author of a Hugo handbook writes a link: by file where links are found so, else by address.

import { encodePath, folderOf, isMarkdown, nameOf, relativePath } from "../../routeKey.ts";
import type { FilePath, Page } from "../../site.ts";
import type { LinkStyle } from "../../siteModel.ts";
import { encodeRelative } from "../plain/linkTo.ts";
import type { HugoConfig } from "./config.ts";
import { type ContentPlace, contentPlace, joined } from "./contentPlace.ts";

export function hugoLinkTo(
  target: Page | FilePath,
  from: Page,
  style: LinkStyle,
  config: HugoConfig,
): string {
  if (typeof target === "string") return addressTo(fileRoute(target, config), from, style, config);
  const place = contentPlace(target.path, config);
  const own = contentPlace(from.path, config);
  const found = config.linkHook !== "no" && place?.language === own?.language && target.route !== undefined;
  if (found && place && own) {
    const link = linkByFile(place, own, style);
    if (link !== undefined) return link;
  }
  const route = target.route ?? `/${joined(place?.folder ?? "", place?.name ?? target.path)}/`;
  return addressTo(withSlash(route, style.trailingSlash), from, style, config);
}

/** Site-root links without an extension are written as addresses, as they would be anywhere. */
function linkByFile(place: ContentPlace, own: ContentPlace, style: LinkStyle): string | undefined {
  const file = joined(place.folder, place.file);
  if (style.form === "site-root") return style.extension ? encodePath(`/${file}`) : undefined;
  const path = style.extension ? file : withoutIndex(file);
  return encodeRelative(withSlash(relativePath(baseOf(own), path), style.trailingSlash && !style.extension));
}

/** Where relative references are read from: a bundle's from beside it (the page itself stands for its folder). */
function baseOf({ folder, name }: ContentPlace): string {
  return name === "index" ? folderOf(folder) : folder;
}

function addressTo(route: string, from: Page, style: LinkStyle, { base, canonify }: HugoConfig): string {
  if (style.form === "site-root" || from.route === undefined)
    return encodePath(canonify ? route : `${base}${route}`);
  const folder = from.route.replace(/[^/]*$/, "").replace(/^\/|\/$/g, "");
  return encodeRelative(relativePath(folder, route.slice(1)));
}

function fileRoute(path: FilePath, { mounts }: HugoConfig): string {
  for (const { source, target } of [...mounts.static, ...mounts.content]) {
    if (source !== "" && !path.startsWith(`${source}/`)) continue;
    return `/${joined(target, source === "" ? path : path.slice(source.length + 1))}`;
  }
  return `/${path}`;
}

function withoutIndex(path: string): string {
  const bare = isMarkdown(path) ? path.replace(/\.[^./]+$/, "") : path;
  return /^_?index(?:\.[\w-]+)?$/.test(nameOf(bare)) ? folderOf(bare) : bare;
}

/** A route that is a file (`x.html`) has no slash. */
function withSlash(path: string, slash: boolean): string {
  if (/\.html$/.test(path)) return path;
  const bare = path.length > 1 ? path.replace(/\/$/, "") : path;
  return slash && !bare.endsWith("/") ? `${bare}/` : bare;
}
