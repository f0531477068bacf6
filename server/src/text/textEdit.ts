import type { Span } from "./span.ts";

/** Replace what stands at `span` with `newText`; an empty span inserts. */
export interface SpanEdit {
  readonly span: Span;
  readonly newText: string;
}

/** The text after all edits. Edits may come in any order and must not overlap; their spans are of the text before. */
export function applyEdits(text: string, edits: readonly SpanEdit[]): string {
  let result = "";
  let from = 0;
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(from, edit.span.start) + edit.newText;
    from = edit.span.end;
  }
  return result + text.slice(from);
}
