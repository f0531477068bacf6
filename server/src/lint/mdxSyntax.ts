// MDX's syntax for `unified`, as remark-mdx gives it, but without a parser for JavaScript: an expression is only skipped.

import { mdxExpressionFromMarkdown } from "mdast-util-mdx-expression";
import { mdxJsxFromMarkdown } from "mdast-util-mdx-jsx";
import { mdxExpression } from "micromark-extension-mdx-expression";
import { mdxJsx } from "micromark-extension-mdx-jsx";
import { mdxMd } from "micromark-extension-mdx-md";
import type { Processor } from "unified";

export function mdxSyntax(this: Processor): void {
  const extensions = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  extensions.micromarkExtensions = [
    ...(extensions.micromarkExtensions ?? []),
    mdxExpression(),
    mdxJsx(),
    mdxMd(),
  ];
  extensions.fromMarkdownExtensions = [
    ...(extensions.fromMarkdownExtensions ?? []),
    mdxExpressionFromMarkdown(),
    mdxJsxFromMarkdown(),
  ];
}
