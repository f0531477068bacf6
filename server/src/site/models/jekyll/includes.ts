// `{% include x.md %}` and `{% include_relative x.md %}`: files whose text Liquid puts into the page before it is Markdown.

import type { Shortcode } from "../../../markdown/markdownScan.ts";
import type { PagePath, ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, joinPath } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { Inclusion } from "../../siteModel.ts";
import type { JekyllConfig } from "./config.ts";

export function includedFiles(
  page: ScannedPage,
  config: JekyllConfig,
  files: ReadonlySet<FilePath>,
): readonly Inclusion[] {
  return page.shortcodes.flatMap((shortcode) => {
    const file = fileOf(shortcode, page, config);
    const there = file !== undefined && files.has(file as FilePath);
    return there ? [{ path: file as PagePath, offset: shortcode.span.start }] : [];
  });
}

/** Tags of Liquid and of the plugins that GitHub Pages has: none of them gives a heading or an id. */
const plainTags =
  /^(?:end\w+|if|elsif|else|unless|case|when|for|break|continue|cycle|tablerow|assign|capture|increment|decrement|comment|raw|liquid|render|echo|link|post_url|highlight|seo|feed_meta|gist|avatar|octicon|github_edit_link|include|include_cached|include_relative|\{:toc\})$/;

/** What on the page may bring ids that no file here shows, for the author. */
export function unseenPart(
  page: ScannedPage,
  config: JekyllConfig,
  files: ReadonlySet<FilePath>,
): string | undefined {
  for (const shortcode of page.shortcodes) {
    if (isInclude(shortcode)) {
      const file = fileOf(shortcode, page, config);
      if (file === undefined || !files.has(file as FilePath))
        return `the include "${nameOfInclude(shortcode)}"`;
    } else if (shortcode.output) {
      if (/\|\s*markdownify\b/.test(shortcode.args)) return `the output of "${shortcode.name}"`;
    } else if (!plainTags.test(shortcode.name)) return `the tag "${shortcode.name}"`;
  }
  return undefined;
}

function isInclude({ name }: Shortcode): boolean {
  return name === "include" || name === "include_relative" || name === "include_cached";
}

function nameOfInclude({ args }: Shortcode): string {
  return /^\S+/.exec(args)?.[0] ?? "";
}

function fileOf(shortcode: Shortcode, page: ScannedPage, config: JekyllConfig): string | undefined {
  if (!isInclude(shortcode)) return undefined;
  const name = nameOfInclude(shortcode);
  if (name === "" || /[{}|"']/.test(name)) return undefined;
  const folder =
    shortcode.name === "include_relative"
      ? folderOf(page.path)
      : (joinPath(config.source, config.folders.includes) ?? "");
  return joinPath(folder, name);
}
