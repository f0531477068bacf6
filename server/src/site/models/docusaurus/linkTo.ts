// How an author of a Docusaurus site writes a link: by file within one plugin, else by address.

import { encodePath, folderOf, isInFolder, relativePath } from "../../routeKey.ts";
import type { FilePath, Page } from "../../site.ts";
import type { LinkStyle } from "../../siteModel.ts";
import { encodeRelative } from "../plain/linkTo.ts";
import type { DocusaurusSite } from "./siteParts.ts";

export function docusaurusLinkTo(
  target: Page | FilePath,
  from: Page,
  style: LinkStyle,
  parts: DocusaurusSite,
): string {
  if (typeof target === "string") return linkToFile(target, from, style, parts);
  const [here, there] = [parts.owners.homeOf(from.path), parts.owners.homeOf(target.path)];
  const together =
    here !== undefined &&
    here.collection.instance === there?.collection.instance &&
    here.collection.locale === there.collection.locale;
  if (style.extension && together) {
    if (style.form === "relative") return dotted(relativePath(folderOf(from.path), target.path));
    const { version, folder, localized } = there.collection;
    const root = [localized, folder].find((one) => one !== undefined && target.path.startsWith(`${one}/`));
    if (version === here.collection.version && root !== undefined)
      return encodePath(`/${target.path.slice(root.length + 1)}`);
    return encodePath(`@site/${relativePath(parts.config.siteDir, target.path)}`);
  }
  return linkToRoute(target.route ?? `/${target.path}`, from, style, parts);
}

/** The base is left out, as Docusaurus adds it; but not where the route would be taken to have it already. */
function linkToRoute(
  route: string,
  from: Page,
  style: LinkStyle,
  { config, owners }: DocusaurusSite,
): string {
  const written = withSlash(route, style.trailingSlash);
  if (style.form === "relative" && from.route !== undefined) {
    const base = from.route.replace(/[^/]*$/, "").replace(/^\/|\/$/g, "");
    return encodeRelative(relativePath(base, written.slice(1)));
  }
  const prefix = owners.homeOf(from.path)?.collection.locale.prefix ?? "";
  const own = prefix !== "" && written.startsWith(`${prefix}/`) ? written.slice(prefix.length) : written;
  const taken = config.base !== "/" && `${own}/`.startsWith(config.base);
  return encodePath(taken ? `${config.base}${own.slice(1)}` : own);
}

function linkToFile(path: FilePath, from: Page, style: LinkStyle, { config }: DocusaurusSite): string {
  const dir = config.staticDirs.find((one) => path.startsWith(`${one}/`));
  if (dir !== undefined && style.form === "site-root") return encodePath(path.slice(dir.length));
  const inSite = isInFolder(path, config.siteDir);
  if (style.form === "site-root" && inSite) return encodePath(`@site/${relativePath(config.siteDir, path)}`);
  return dotted(relativePath(folderOf(from.path), path));
}

/** `./pay.md`: without the dot, the folder of all docs would be searched, too. */
function dotted(path: string): string {
  const encoded = encodeRelative(path);
  return encoded.startsWith(".") ? encoded : `./${encoded}`;
}

function withSlash(path: string, slash: boolean): string {
  if (path === "/") return path;
  const bare = path.replace(/\/$/, "");
  return slash ? `${bare}/` : bare;
}
