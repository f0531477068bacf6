// How an author of a wiki writes an ordinary Markdown link. `[[links]]` can't be written here: they are no destination.

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
import { encodeRelative } from "../plain/linkTo.ts";
import type { Flavour } from "./flavour.ts";
import { hyphened } from "./names.ts";

export function wikiLinkTo(target: Page | FilePath, from: Page, style: LinkStyle, flavour: Flavour): string {
  const path: string = typeof target === "string" ? target : target.path;
  if (flavour === "github") return encodeRelative(isMarkdown(path) ? pageName(path) : path);
  const bare = flavour === "gitlab" && isMarkdown(path) ? withoutMarkdownExtension(path) : path;
  if (style.form === "site-root") return encodePath(`/${bare}`);
  const relative = relativePath(folderOf(from.path), bare);
  // Without the dot, Obsidian prefers a note of this name at the root, and GitLab reads a page's from there.
  const dotted = relative.startsWith("../") ? relative : `./${relative}`;
  return encodeRelative(dotted);
}

function pageName(path: string): string {
  return hyphened(withoutMarkdownExtension(nameOf(path)));
}
