// MultiMarkdown's metadata: MkDocs takes lines of `key: value` at the very top of a page without fences for data, not for
// text (mkdocs/utils/meta.py).

import { isBlankLine, type PyLine } from "./pythonLines.ts";

const key = /^[A-Za-z0-9_-]+:\s*/;

/** The lines below the metadata; all lines where the page has a block of frontmatter. */
export function withoutMetadata(
  text: string,
  lines: readonly PyLine[],
  bodyStart: number,
): readonly PyLine[] {
  if (bodyStart > 1) return lines;
  let at = 0;
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (!line || isBlankLine(line)) break;
    const isKey = line.indent < 4 && key.test(text.slice(line.start, Math.min(line.end, line.start + 100)));
    if (!isKey && !(at > 0 && line.indent > 3)) break;
  }
  return at === 0 ? lines : lines.slice(at);
}
