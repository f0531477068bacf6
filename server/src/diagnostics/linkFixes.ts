// Changes to a link that several rules offer: another path, another fragment, no link at all.

import type { Link } from "../markdown/markdownScan.ts";
import { hrefTo } from "../site/queries.ts";
import { encodePath } from "../site/routeKey.ts";
import type { FilePath, Page, Site } from "../site/site.ts";
import type { Span } from "../text/span.ts";
import { applyEdits, type SpanEdit } from "../text/textEdit.ts";
import type { Finding, Fix } from "./finding.ts";
import { hrefSource } from "./hrefSource.ts";
import { wholeLines } from "./wholeLines.ts";
import { fragmentSpan, originSpan, pathSpan, styleOf, type WrittenLink } from "./writtenLinks.ts";

/** Everything but query and fragment: `https://example.com/team` of `https://example.com/team#x`. */
export function addressSpan(written: WrittenLink): Span {
  return { start: originSpan(written).start, end: pathSpan(written).end };
}

/** The link to another page or file, written as this one is; its query and fragment stay. */
export function changePath(
  { site, page }: { readonly site: Site; readonly page: Page },
  written: WrittenLink,
  target: Page | FilePath,
): Fix {
  const href = hrefTo(site, page, target, styleOf(written));
  return changeTo(href, addressSpan(written));
}

export function changeFragment(written: WrittenLink, id: string): Fix {
  return { ...changeTo(encodePath(id), fragmentSpan(written)), title: `Change to #${id}` };
}

/** Replaces one part of an address by another. */
export function changeTo(href: string, span: Span): Fix {
  return { title: `Change to ${href}`, edits: [{ span, newText: hrefSource(href) }] };
}

/** The first of them is marked as the one to take without asking. */
export function preferFirst(fixes: readonly Fix[], prefer: boolean): readonly Fix[] {
  return fixes.map((fix, index) => (prefer && index === 0 ? { ...fix, preferred: true } : fix));
}

/** Takes the link away and leaves its text; an image goes as a whole. Of a definition: all links that use it. */
export function removeLink(page: Page, written: WrittenLink, text: string): readonly Fix[] {
  const { link, definition } = written;
  if (definition) {
    const users = page.scanned.links.filter(
      (one) => one.label !== undefined && one.destination.span.start === definition.destination.span.start,
    );
    const edits = users.flatMap((one) => withoutLink(one, text, users));
    return [
      {
        title: "Remove the link, keep its text",
        edits: [...outermost(edits), { span: wholeLines(definition.span, text), newText: "" }],
      },
    ];
  }
  const edits = link ? withoutLink(link, text) : [];
  if (edits.length === 0) return [];
  return [{ title: link?.image ? "Remove the image" : "Remove the link, keep its text", edits }];
}

/** `others`: links that go, too; those in the text of this one go within its edit. */
function withoutLink(link: Link, text: string, others: readonly Link[] = []): readonly SpanEdit[] {
  if (link.kind === "attribute" || link.kind === "autolink" || link.kind === "literal") return [];
  if (link.image) return [{ span: link.span, newText: "" }];
  const kept = link.textSpan;
  if (!kept) return [];
  const inner = others
    .filter((other) => other !== link && kept.start <= other.span.start && other.span.end <= kept.end)
    .flatMap((other) => withoutLink(other, text))
    .map(({ span, newText }) => ({
      span: { start: span.start - kept.start, end: span.end - kept.start },
      newText,
    }));
  return [{ span: link.span, newText: applyEdits(text.slice(kept.start, kept.end), inner) }];
}

/** Without the edits that lie within another. */
function outermost(edits: readonly SpanEdit[]): readonly SpanEdit[] {
  let end = -1;
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .filter(({ span }) => {
      const outside = span.start >= end;
      if (outside) end = span.end;
      return outside;
    });
}

/** The finding of a rule that looks at one part of a link. */
export function findingAt(code: Finding["code"], span: Span, message: string): Finding {
  return { code, span, message };
}
