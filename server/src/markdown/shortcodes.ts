// Hugo's and Liquid's marks inside Markdown: where one ends and what it is called. Knows no shortcode by name.

import type { Span } from "../text/span.ts";
import type { Shortcode } from "./markdownScan.ts";
import type { MarkdownSyntax } from "./syntax.ts";

/** A mark that opens a shortcode, and the one that ends it. */
function closingOf(text: string, at: number, syntax: MarkdownSyntax): string | undefined {
  const next = text.charCodeAt(at + 1);
  if (syntax.shortcodes === "hugo") {
    if (next !== 123) return undefined;
    const third = text.charCodeAt(at + 2);
    return third === 60 ? ">}}" : third === 37 ? "%}}" : undefined;
  }
  if (syntax.shortcodes === "mdbook")
    return next === 123 && text.charCodeAt(at + 2) === 35 ? "}}" : undefined;
  if (syntax.shortcodes === "liquid") return next === 37 ? "%}" : next === 123 ? "}}" : undefined;
  return undefined;
}

const longestShortcode = 4000;

/** First offset after the shortcode whose `{` stands at `at`; -1 when none begins there, or it is not closed nearby. */
export function shortcodeEnd(text: string, at: number, to: number, syntax: MarkdownSyntax): number {
  const closing = closingOf(text, at, syntax);
  if (!closing) return -1;
  const opening = text.slice(at, at + closing.length);
  const last = Math.min(to, at + longestShortcode);
  for (let pos = at + opening.length; pos < last; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 123 && text.startsWith(opening, pos)) return -1;
    if (code === closing.charCodeAt(0) && text.startsWith(closing, pos))
      return pos + closing.length <= to ? pos + closing.length : -1;
  }
  return -1;
}

/** What the shortcode at `start`–`end` says; undefined for an escaped one (its inside in a comment) and for Liquid's output of nothing. */
export function shortcodeOf(source: string, span: Span): Shortcode | undefined {
  const marked =
    source.startsWith("{{") && !source.startsWith("{{<") && !source.startsWith("{{%") ? 2 : undefined;
  const mark = marked ?? (source.startsWith("{%") ? 2 : 3);
  let inner = source.slice(mark, source.length - mark).trim();
  if (inner.startsWith("/*")) return undefined;
  if (inner.startsWith("-")) inner = inner.slice(1).trim();
  if (inner.endsWith("-") && mark === 2) inner = inner.slice(0, -1).trim();
  const found = /^(\/?\s*)([^\s"'`|]+)/.exec(inner);
  if (!found) return undefined;
  const name = (found[1]?.trim() ?? "") + (found[2] ?? "");
  return {
    name,
    args: inner.slice(found[0].length).trim(),
    span,
    markdown: source.startsWith("{{%"),
    ...(marked && { output: true as const }),
  };
}
