import { entryOf } from "../frontmatter/keys.ts";
import type { Page } from "../site/site.ts";
import type { Span } from "../text/span.ts";

/** Where a page says what it is called: the value of its `title`, else its first heading, else its first line. */
export function titleSpan(page: Page): Span {
  const { frontmatter, headings, lines } = page.scanned;
  const title = entryOf(frontmatter, "title")?.value.span;
  if (title && title.end > title.start) return title;
  const [heading] = headings;
  if (heading) return heading.contentSpan;
  return { start: 0, end: lines.starts[1] === undefined ? lines.length : Math.max(0, lines.starts[1] - 1) };
}
