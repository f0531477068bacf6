// `link-text-empty`: `[](/team)`, a link that nobody can see or click.

import type { Link } from "../markdown/markdownScan.ts";
import { endOf } from "../site/endOf.ts";
import { resolveWritten } from "../site/resolveLink.ts";
import type { Page, Site } from "../site/site.ts";
import type { Span } from "../text/span.ts";
import type { Finding, Fix, Rule } from "./finding.ts";
import { hrefSource } from "./hrefSource.ts";
import { preferFirst } from "./linkFixes.ts";
import { titleFromPath } from "./titleFromPath.ts";

export const linkTextEmpty: Rule = {
  codes: ["link-text-empty"],
  check: (_site, page) =>
    page.scanned.links.filter(hasNoText).map((link) => ({
      code: "link-text-empty",
      span: bracketsOf(link),
      message: "This link has no text, so readers cannot see it. Write what it leads to.",
    })),
  fix: fixes,
};

function hasNoText(link: Link): boolean {
  const bracketed = link.kind === "inline" || link.kind === "full-reference";
  return (
    bracketed && !link.image && !link.hasContent && link.text.trim() === "" && link.destination.value !== ""
  );
}

/** `[]`: an empty text has nothing of its own to underline. */
export function bracketsOf({ textSpan, span }: Link): Span {
  return textSpan ? { start: textSpan.start - 1, end: textSpan.end + 1 } : span;
}

function fixes(site: Site, page: Page, finding: Finding): readonly Fix[] {
  const link = page.scanned.links.find(
    (one) => hasNoText(one) && bracketsOf(one).start === finding.span.start,
  );
  if (!link?.textSpan) return [];
  const target = endOf(resolveWritten(site, page, link));
  const heading = target.kind === "page" ? target.heading?.text : undefined;
  const title = heading ?? (target.kind === "page" ? target.page.title : titleFromPath(pathOf(link)));
  if (title.trim() === "") return [];
  return preferFirst(
    [{ title: `Write "${title}"`, edits: [{ span: link.textSpan, newText: asText(title) }] }],
    target.kind === "page",
  );
}

/** The path of an address, without its host. */
function pathOf(link: Link): string {
  const path = link.destination.value.replace(/[?#].*$/s, "").replace(/^[a-z][a-z0-9+.-]*:/i, "");
  return hrefSource(path) === path ? path : path.replace(/%20/g, " ");
}

/** What means something in Markdown is escaped. */
export function asText(words: string): string {
  return words
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[[\]\\|<>*_`{}]/g, "\\$&");
}
