// How an author of a Nextra handbook writes a link: by address. Relative ones are read from the page's route, not its file.

import { encodePath, folderOf, relativePath } from "../../routeKey.ts";
import type { FilePath, Page } from "../../site.ts";
import type { LinkStyle } from "../../siteModel.ts";
import { encodeRelative } from "../plain/linkTo.ts";

export function nextraLinkTo(target: Page | FilePath, from: Page, style: LinkStyle): string {
  if (typeof target === "string") return fileLink(target, from, style);
  const bare = (target.route ?? `/${target.path.replace(/\.mdx?$/, "")}`).replace(/(.)\/$/, "$1");
  // An address that ends in `.md` itself would lose it.
  const extension = (style.extension && bare !== "/") || /\.mdx?$/.test(bare) ? ".mdx" : "";
  // Next.js forwards a relative link whose slash at the end is not as the site has it.
  const slash = style.form === "site-root" ? style.trailingSlash : target.route?.endsWith("/") === true;
  const route = bare + extension + (slash && extension === "" && bare !== "/" ? "/" : "");
  if (style.form === "site-root" || from.route === undefined) return encodePath(route);
  const base = from.route.replace(/[^/]*$/, "").replace(/^\/|\/$/g, "");
  return encodeRelative(relativePath(base, route.slice(1)));
}

function fileLink(path: FilePath, from: Page, style: LinkStyle): string {
  if (path.startsWith("public/")) return encodePath(path.slice("public".length));
  return style.form === "site-root"
    ? encodePath(`/${path}`)
    : encodeRelative(relativePath(folderOf(from.path), path));
}
