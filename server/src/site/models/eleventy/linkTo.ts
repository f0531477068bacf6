// How an author of an Eleventy site writes a link: by address; a file by the address that it is copied to.

import { encodePath, relativePath } from "../../routeKey.ts";
import type { FilePath, Page } from "../../site.ts";
import type { LinkStyle } from "../../siteModel.ts";
import { encodeRelative } from "../plain/linkTo.ts";
import type { EleventyConfig } from "./config.ts";

export function eleventyLinkTo(
  target: Page | FilePath,
  from: Page,
  style: LinkStyle,
  config: EleventyConfig,
): string {
  const address = typeof target === "string" ? copiedTo(target, config) : addressOf(target, style);
  if (style.form === "site-root" || from.route === undefined)
    return encodePath(config.addsBase ? address : config.base + address);
  const base = from.route.replace(/[^/]*$/, "").replace(/^\/|\/$/g, "");
  return encodeRelative(relativePath(base, address.slice(1)));
}

/** A page that is a folder's keeps the slash: relative links on it, and the host's own redirects, need it. */
function addressOf(page: Page, style: LinkStyle): string {
  const route = page.route ?? "/";
  return style.trailingSlash || !route.endsWith("/") || route === "/" ? route : route.slice(0, -1);
}

function copiedTo(path: FilePath, { copies, input }: EleventyConfig): string {
  const copy = copies.find(({ from }) => path === from || path.startsWith(`${from}/`));
  const below = input !== "" && path.startsWith(`${input}/`) ? path.slice(input.length + 1) : path;
  if (copy?.to === undefined) return `/${below}`;
  return `/${copy.to}${path.slice(copy.from.length)}`.replace(/\/{2,}/g, "/");
}
