// Another destination in the place of one that an entry of the navigation has: within the same quotes, with what these need
// escaped.

import type { SpanEdit } from "../../text/textEdit.ts";
import type { WrittenEntry } from "../siteModel.ts";
import { notationOf } from "./notation.ts";

/** Undefined where the destination is no plain text there: an expression, a text of several parts. */
export function rewrittenAs(
  name: string,
  { file, span, value }: WrittenEntry,
  text: string,
): SpanEdit | undefined {
  const source = text.slice(span.start, span.end);
  const before = text.charAt(span.start - 1);
  // Markdown, and the links in it that other files have: `"[Pay](/pay)"`.
  if (/\.mdx?$/i.test(file) || (before === "(" && source === value)) return { span, newText: name };
  const quote = /["'`]/.test(before) && text.charAt(span.end) === before ? before : "";
  const notation = notationOf(file, text, true);
  if (quote !== "") {
    const same = notation.value(value, quote);
    if (same !== quote + source + quote && source !== value) return undefined;
    const written = notation.value(name, quote);
    return written.startsWith(quote) ? { span, newText: written.slice(1, -1) } : undefined;
  }
  if (source !== value) return undefined;
  // A bare word: a key of an object, or YAML.
  return { span, newText: notation.key(name, source) };
}
