// A page's text as a Markdown tree. MDX is read by its own grammar without a JavaScript parser: expressions are pieces of
// text between braces, never code. Where a text is no MDX (yet), it is read as plain Markdown with its components boxed.

import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { mdxSyntax } from "../lint/mdxSyntax.ts";
import { isMdx, type MarkdownSyntax } from "../markdown/syntax.ts";
import { boxComponents } from "./componentTags.ts";
import { dropHeadingAttributes } from "./headingAttributes.ts";

/** The tree, and a sentence for the reader when the page is not what its site will read it as. */
export function parseBody(
  text: string,
  syntax: MarkdownSyntax,
): { readonly tree: Root; readonly note?: string } {
  const parsed = isMdx(syntax) ? parseMdx(text) : { tree: parseMarkdown(text) };
  if (syntax.headingAttributes) dropHeadingAttributes(parsed.tree);
  return parsed;
}

function parseMarkdown(text: string): Root {
  return unified().use(remarkParse).use(remarkGfm).parse(text);
}

function parseMdx(text: string): { tree: Root; note?: string } {
  try {
    return { tree: unified().use(remarkParse).use(remarkGfm).use(mdxSyntax).parse(text) };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    const tree = parseMarkdown(text);
    boxComponents(tree);
    const line = lineOf(error);
    const where = line === undefined ? "" : ` from line ${line} on`;
    return { tree, note: `Shown as plain Markdown: this page cannot be read as MDX${where}.` };
  }
}

/** Of a `VFileMessage`: where its parser stopped, 1-based. */
function lineOf(error: unknown): number | undefined {
  const line = typeof error === "object" && error !== null && "line" in error ? error.line : undefined;
  return typeof line === "number" ? line : undefined;
}
