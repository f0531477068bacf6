import { stringKey } from "../../../frontmatter/keys.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, nameOf, withoutMarkdownExtension } from "../../routeKey.ts";

/** What a page is called: its frontmatter's `title`, else its first heading, else its file's name in words ("team-structure.md": "Team structure"). */
export function pageTitle(page: ScannedPage): string {
  const title = stringKey(page.frontmatter, "title")?.trim();
  return title || page.headings.find((heading) => heading.text !== "")?.text || titleOfPath(page.path);
}

/** The file's name in words; of an index page, its folder's. */
export function titleOfPath(path: string): string {
  const name = withoutMarkdownExtension(nameOf(path));
  const folder = nameOf(folderOf(path));
  const words = (/^(?:_?index|readme)$/i.test(name) && folder !== "" ? folder : name)
    .replace(/[-_]+/g, " ")
    .trim();
  return words === "" ? path : words.charAt(0).toUpperCase() + words.slice(1);
}
