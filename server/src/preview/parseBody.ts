// A page's text as a Markdown tree. MDX is read by its own grammar without a JavaScript parser: expressions are pieces of
// text between braces, never code. Where a text is no MDX (yet), it is read as plain Markdown with its components boxed.

import type { Root } from "mdast";
import { mdxExpressionFromMarkdown } from "mdast-util-mdx-expression";
import { mdxJsxFromMarkdown } from "mdast-util-mdx-jsx";
import { mdxExpression } from "micromark-extension-mdx-expression";
import { mdxJsx } from "micromark-extension-mdx-jsx";
import { mdxMd } from "micromark-extension-mdx-md";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
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

/** A plugin for `unified`, as remark-mdx is one, but without acorn. */
function mdxSyntax(this: Processor): void {
  const settings = this.data();
  settings.micromarkExtensions = [
    ...(settings.micromarkExtensions ?? []),
    mdxMd(),
    mdxExpression(),
    mdxJsx(),
  ];
  settings.fromMarkdownExtensions = [
    ...(settings.fromMarkdownExtensions ?? []),
    mdxExpressionFromMarkdown(),
    mdxJsxFromMarkdown(),
  ];
}

/** Of a `VFileMessage`: where its parser stopped, 1-based. */
function lineOf(error: unknown): number | undefined {
  const line = typeof error === "object" && error !== null && "line" in error ? error.line : undefined;
  return typeof line === "number" ? line : undefined;
}
