// How an author of an mdBook writes a link: relative, by the chapter's file. The page of a folder is linked by its address, since
// links to README.md lead nowhere.

import { encodePath, folderOf, nameOf, relativePath } from "../../routeKey.ts";
import type { FilePath, Page } from "../../site.ts";
import type { LinkStyle } from "../../siteModel.ts";
import { encodeRelative } from "../plain/linkTo.ts";
import type { BookConfig } from "./config.ts";
import { belowSource } from "./routes.ts";

export function bookLinkTo(
  target: Page | FilePath,
  from: Page,
  style: LinkStyle,
  config: BookConfig,
): string {
  const path: string = typeof target === "string" ? target : target.path;
  const below = belowSource(path, config) ?? path;
  const readme = typeof target !== "string" && /^readme\.md$/i.test(nameOf(below)) && config.readmeIsIndex;
  const file = readme ? below.replace(/[^/]*$/, "index.html") : below;
  if (style.form === "relative")
    return encodeRelative(relativePath(folderOf(belowSource(from.path, config) ?? ""), file));
  return encodePath(`${config.base}/${file}`);
}
