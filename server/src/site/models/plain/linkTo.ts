// How an author of a plain handbook writes a link: by file, relative or from the content's root.

import type { PagePath } from "../../../page/scannedPage.ts";
import {
  encodePath,
  folderOf,
  isMarkdown,
  nameOf,
  relativePath,
  withoutMarkdownExtension,
} from "../../routeKey.ts";
import type { FilePath, Page } from "../../site.ts";
import type { LinkStyle } from "../../siteModel.ts";
import { isIndexName, rootOf } from "./routes.ts";

/** What leads to the file wherever its folder is shown: `../people/pay.md`. */
export const byFile: LinkStyle = { form: "relative", extension: true, trailingSlash: false };

export function plainLinkTo(
  target: Page | FilePath,
  from: Page,
  style: LinkStyle,
  contentRoots: readonly string[],
): string {
  const path: string = typeof target === "string" ? target : target.path;
  const short = style.extension || !isMarkdown(path) ? path : shortPath(path, style.trailingSlash);
  if (style.form === "relative") return encodeRelative(relativePath(folderOf(from.path), short));
  const root = rootOf(path, contentRoots) ?? "";
  return encodePath(`/${root === "" ? short : short.slice(root.length + 1)}`);
}

/** A relative path as it may stand in a link: `./a:b.md` where a colon would make it a scheme, `./` for the folder itself. */
export function encodeRelative(path: string): string {
  const encoded = encodePath(path);
  if (encoded === "") return "./";
  return /^[^/]*:/.test(encoded) || encoded.startsWith("/") ? `./${encoded}` : encoded;
}

function shortPath(path: string, trailingSlash: boolean): PagePath | string {
  const bare = withoutMarkdownExtension(path);
  const name = nameOf(bare);
  if (isIndexName(name)) return bare.slice(0, -name.length);
  return trailingSlash ? `${bare}/` : bare;
}
