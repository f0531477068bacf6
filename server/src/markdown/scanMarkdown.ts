// The scanner: blocks first, then the texts in them. One pass each, no tree; linear in the length of the page.

import type { HeadingDraft } from "./blockState.ts";
import { scanBlocks } from "./blocks.ts";
import { trimEnd } from "./characters.ts";
import { type Content, sourceOffset } from "./content.ts";
import { scanHtmlBlock } from "./htmlBlocks.ts";
import { type InlineState, newInlineState } from "./inlineState.ts";
import { scanInlines } from "./inlines.ts";
import type { MarkdownScan } from "./markdownScan.ts";
import { emptyOutput, type PageContext } from "./output.ts";
import { dropPercentComments } from "./percentComments.ts";
import { scanPythonBlocks } from "./python/pythonBlocks.ts";
import { readShortcodeText } from "./shortcodeText.ts";
import type { MarkdownSyntax } from "./syntax.ts";

/** Everything that the Markdown of a page from `bodyStart` on says by itself; spans are offsets in the whole `text`. */
export function scanMarkdown(text: string, bodyStart: number, syntax: MarkdownSyntax): MarkdownScan {
  const page: PageContext = {
    text,
    syntax,
    out: emptyOutput(),
    defined: new Map(),
    footnoteLabels: new Set(),
  };
  if (syntax.html !== undefined) {
    scanHtmlBlock(page, { text, from: bodyStart, to: text.length });
    if (syntax.html === "with-frontmatter" && bodyStart === 0) page.out.links.length = 0;
    return page.out;
  }
  const pieces = syntax.python ? scanPythonBlocks(page, bodyStart) : scanBlocks(page, bodyStart);
  const inlines = newInlineState(page);
  for (const { kind, content, heading } of pieces) {
    if (kind === "html") scanHtmlBlock(page, content);
    else if (heading) readHeading(inlines, heading, content);
    else if (kind === "term") scanTerms(inlines, content);
    else {
      const { attributes } = scanInlines(inlines, content, kind === "cell" ? "cell" : "text");
      if (attributes?.id) page.out.anchors.push({ ...attributes.id, tag: "", attribute: "id" });
    }
  }
  for (const list of Object.values(page.out)) inOrder(list);
  readShortcodeText(page);
  dropPercentComments(page, bodyStart);
  return page.out;
}

function readHeading(inlines: InlineState, heading: HeadingDraft, content: Content): void {
  const { text, idText, tokenText, attributes } = scanInlines(inlines, content, "full");
  const { page } = inlines;
  page.out.headings.push(heading);
  heading.text = text;
  if (tokenText !== undefined) heading.tokenText = tokenText;
  if (idText !== undefined) heading.idText = idText;
  if (!attributes) return;
  const { start } = heading.contentSpan;
  const end = sourceOffset(content, trimEnd(content.text, content.from, attributes.from));
  heading.contentSpan = { start, end };
  heading.source = page.text.slice(start, end);
  heading.text = text.trimEnd();
  if (attributes.id) heading.explicitId = attributes.id;
}

/** Each line is a term. */
function scanTerms(inlines: InlineState, content: Content): void {
  let from = content.from;
  for (const line of content.text.slice(content.from, content.to).split("\n")) {
    const to = from + line.length;
    const { text } = scanInlines(inlines, { ...content, from, to }, "full");
    inlines.page.out.terms.push({ text: text.trim(), span: { start: from, end: to } });
    from = to + 1;
  }
}

interface Placed {
  readonly span: { readonly start: number; readonly end: number };
}

/** Sorts by start, the outer before the inner; most lists are in order already. */
function inOrder(list: Placed[]): void {
  for (let i = 1; i < list.length; i++) {
    const before = list[i - 1];
    const now = list[i];
    if (before && now && precedes(now, before) < 0) {
      list.sort(precedes);
      return;
    }
  }
}

function precedes(a: Placed, b: Placed): number {
  return a.span.start - b.span.start || b.span.end - a.span.end;
}
