// How an author of a Jekyll site writes a link: to the Markdown file where jekyll-relative-links finds it, else to the address.

import { encodePath, folderOf, nameOf, relativePath, resolvePathname } from "../../routeKey.ts";
import type { FilePath, Page } from "../../site.ts";
import type { LinkStyle } from "../../siteModel.ts";
import { encodeRelative } from "../plain/linkTo.ts";
import type { JekyllConfig } from "./config.ts";
import { belowFolder, kindOf } from "./kinds.ts";
import { extensionOf } from "./url.ts";

export function jekyllLinkTo(
  target: Page | FilePath,
  from: Page,
  style: LinkStyle,
  config: JekyllConfig,
): string {
  const byFile =
    typeof target !== "string" && style.extension ? fileLink(target, from, style, config) : undefined;
  if (byFile !== undefined) return byFile;
  const address =
    typeof target === "string" ? addressOfFile(target, config) : addressOf(target, config, style.extension);
  if (style.form === "site-root" || from.route === undefined) return encodePath(config.base + address);
  const here = from.route.slice(1, from.route.lastIndexOf("/"));
  const relative = relativePath(here, address.slice(1));
  // `.` and `..` alone, and a path that begins with a slash, would be read otherwise.
  const safe = resolvePathname(from.route, relative || "./") === address ? relative : undefined;
  return safe === undefined ? encodePath(config.base + address) : encodeRelative(safe);
}

function fileLink(target: Page, from: Page, style: LinkStyle, config: JekyllConfig): string | undefined {
  const { relativeLinks } = config.plugins;
  const [here, there] = [kindOf(from.path, config), kindOf(target.path, config)];
  if (relativeLinks === false || (here.kind !== "page" && !relativeLinks.collections)) return undefined;
  if (here.kind === "none" || here.kind === "include" || there.kind === "none" || there.kind === "include")
    return undefined;
  if (!config.markdownExtensions.has(extensionOf(from.path))) return undefined;
  return style.form === "relative"
    ? encodeRelative(relativePath(folderOf(here.path), there.path))
    : encodePath(`/${there.path}`);
}

/** `/about.html` is written `/about` where authors leave extensions out. */
function addressOf(page: Page, config: JekyllConfig, extension: boolean): string {
  const route = page.route ?? `/${belowFolder(page.path, config.source) ?? page.path}`;
  return extension || /(?:^|\/)index\.html$/.test(route) ? route : route.replace(/(?<=[^/])\.html$/, "");
}

function addressOfFile(file: FilePath, config: JekyllConfig): string {
  const kind = kindOf(file, config);
  if (kind.kind === "document") return `/${kind.collection}/${kind.below}`;
  return `/${kind.kind === "page" ? kind.path : nameOf(file)}`;
}
