// The pipeline from a page's text to HTML: hide what is no Markdown, parse, turn into HTML, sanitise, and only then add
// what we know of the site. What is added after sanitising cannot be forged by a page.

import type { Root } from "hast";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { EXIT, visit } from "unist-util-visit";
import { VFile } from "vfile";
import type { Page, Site } from "../site/site.ts";
import { annotate } from "./annotate.ts";
import { boxEmbeds } from "./embeds.ts";
import { mdxHandlers } from "./mdxHandlers.ts";
import { parseBody } from "./parseBody.ts";
import { hideNonMarkdown, restoreHidden } from "./placeholders.ts";
import { previewSchema } from "./previewSchema.ts";
import { addTitle } from "./titleHeader.ts";

/** rehype-raw for the pages that have HTML of their own: it reads the whole tree again, most of the work after parsing. */
function parseRawHtml(): (root: Root, file: VFile) => Root | undefined {
  return (root, file) => {
    let found = false;
    visit(root, "raw", () => {
      found = true;
      return EXIT;
    });
    return found ? (rehypeRaw()(root, file) as Root) : undefined;
  };
}

/** May throw on a text that overflows the stack; `renderPreview` is the edge that catches. */
export function pageToHtml(
  site: Site,
  page: Page,
  text: string,
): { readonly html: string; readonly note?: string } {
  const hidden = hideNonMarkdown(page.scanned, text);
  const { tree, note } = parseBody(hidden.text, page.scanned.syntax);
  const toHtml = unified()
    .use(remarkRehype, {
      allowDangerousHtml: true,
      clobberPrefix: "footnote-",
      handlers: mdxHandlers(page.scanned.syntax),
    })
    .use(parseRawHtml)
    .use(() => (root: Root) => boxEmbeds(root))
    .use(rehypeSanitize, previewSchema)
    .use(rehypeStringify);
  const root = toHtml.runSync(tree, new VFile(hidden.text)) as Root;
  annotate(root, site, page);
  restoreHidden(root, hidden.pieces);
  addTitle(root, page);
  const html = toHtml.stringify(root);
  return note === undefined ? { html } : { html, note };
}
