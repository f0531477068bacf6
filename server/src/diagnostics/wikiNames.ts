import { decodeOnce } from "../site/routeKey.ts";
import type { Page } from "../site/site.ts";
import type { SpanEdit } from "../text/textEdit.ts";

/** What an edit writes into a wiki's `[[link]]` is a name, not an address: decoded, without the extension. */
export function asNames(page: Page, edits: readonly SpanEdit[]): readonly SpanEdit[] {
  if (page.scanned.syntax.wikiLinks === undefined) return edits;
  const inName = (at: number) =>
    page.scanned.links.some(
      ({ kind, destination: { span } }) => kind === "wiki" && span.start <= at && at <= span.end,
    );
  return edits.map((edit) =>
    inName(edit.span.start) && inName(edit.span.end)
      ? { ...edit, newText: decodeOnce(edit.newText).replace(/\.md(?=#|$)/i, "") }
      : edit,
  );
}
