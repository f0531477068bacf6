// A page as the HTML that the preview shows. Light by itself: the whole Markdown and HTML machinery is behind one
// import that is made when the first preview opens. Never throws: what cannot be shown becomes a sentence and the text.

import { isTooNested } from "../markdown/nesting.ts";
import type { PreviewResult } from "../protocol.ts";
import type { Page, Site } from "../site/site.ts";

/** A page's HTML, without the version of the document, which only the caller knows. */
export type RenderedPreview = Omit<PreviewResult, "version">;

/** Longer pages are shown up to here (UTF-16 code units): 200,000 of them keep the server busy for about two seconds. */
export const previewLimit = 250_000;

/** The parser's work grows with the square of the number of blocks: 30,000 short ones take three seconds. */
const lineLimit = 6000;

/** Each link costs more than words do: 20,000 on one line take as many seconds as a hundred pages. */
const linkLimit = 3000;

/** How much of a page's source is shown when it cannot be rendered at all. */
const plainTextLimit = 50_000;

/** The page as it stands in `text`, which is what `page` was scanned from. See docs/preview.md for the attributes of the HTML. */
export async function renderPreview(site: Site, page: Page, text: string): Promise<RenderedPreview> {
  const known = { title: page.title, route: page.route };
  const { lines, links } = page.scanned;
  const limit = Math.min(lines.starts[lineLimit] ?? text.length, links[linkLimit]?.span.start ?? text.length);
  const cut = cutAt(text, limit);
  const shortened =
    cut < text.length
      ? `This page is very long: the preview shows its first ${Math.round((cut / text.length) * 100)} percent.`
      : undefined;
  const shown = text.slice(0, cut);
  if (isTooNested(shown)) return { ...known, html: plainText(text, page.scanned.bodyStart), note: tooDeep };
  try {
    const { pageToHtml } = await import("./pageToHtml.ts");
    const { html, note } = pageToHtml(site, page, shown);
    const notes = [shortened, note].filter((one) => one !== undefined).join(" ");
    return { ...known, html, ...(notes ? { note: notes } : {}) };
  } catch (error) {
    return { ...known, html: plainText(text, page.scanned.bodyStart), note: apology(error) };
  }
}

const tooDeep = "This page is nested too deeply to be shown as a page. Here is its text.";

/** The whole text, or the end of the last paragraph before the limit. */
function cutAt(text: string, most: number): number {
  const limit = Math.min(most, previewLimit);
  if (text.length <= limit) return text.length;
  const blank = text.lastIndexOf("\n\n", limit);
  return blank > limit / 2 ? blank : limit;
}

function apology(error: unknown): string {
  return error instanceof RangeError ? tooDeep : "This page could not be shown as a page. Here is its text.";
}

function plainText(text: string, bodyStart: number): string {
  const shown = text.slice(bodyStart, bodyStart + plainTextLimit);
  const escaped = shown.replace(/[&<>]/g, (one) => (one === "&" ? "&amp;" : one === "<" ? "&lt;" : "&gt;"));
  return `<pre class="handbook-source">${escaped}</pre>`;
}
