// `link-unencoded`: an address with a space in it. In `[text](/a b)` the space makes it no link at all; in an
// attribute it is one that only browsers mend.

import type { NearLink } from "../markdown/markdownScan.ts";
import type { Page } from "../site/site.ts";
import type { Span } from "../text/span.ts";
import type { Finding, Fix, Rule } from "./finding.ts";
import { hrefSource } from "./hrefSource.ts";
import { preferFirst } from "./linkFixes.ts";

export const linkUnencoded: Rule = {
  codes: ["link-unencoded"],
  check: (_site, page) => [
    ...page.scanned.nearLinks.map((near) => ({
      code: "link-unencoded" as const,
      span: near.destination.span,
      message: `The space ends this address, so the brackets are shown as text and there is no ${near.image ? "image" : "link"}. Write %20 for a space.`,
    })),
    ...spacedAttributes(page).map((span) => ({
      code: "link-unencoded" as const,
      span,
      message: "An address has no spaces. Write %20 for each.",
    })),
  ],
  fix: (_site, page, finding, text) => fixes(page, finding, text),
};

/** `mailto:`, `javascript:`, `data:`: what follows is no path. */
const otherScheme = /^\s*(?!https?:)[a-z][a-z0-9+.-]*:/i;

function hasSpaceInside(address: string): boolean {
  return /\s/.test(address.trim());
}

function spacedAttributes(page: Page): readonly Span[] {
  return page.scanned.links
    .filter(
      ({ kind, destination }) =>
        kind === "attribute" && hasSpaceInside(destination.raw) && !otherScheme.test(destination.raw),
    )
    .map(({ destination }) => destination.span);
}

function fixes(page: Page, finding: Finding, text: string): readonly Fix[] {
  const { span } = finding;
  const near = page.scanned.nearLinks.find((one) => one.destination.span.start === span.start);
  const [address, title] = near ? parted(near) : [text.slice(span.start, span.end), ""];
  const encoded = address.trim().replace(/\s/g, "%20");
  const newText = (near ? hrefSource(encoded) : encoded) + title;
  return preferFirst([{ title: `Change to ${encoded}`, edits: [{ span, newText }] }], true);
}

/** `/a b "Title"` → the address and the title with its space. */
function parted({ destination }: NearLink): readonly [string, string] {
  const quote = destination.raw.search(/\s["']/);
  const closed = quote >= 0 && destination.raw.trimEnd().at(-1) === destination.raw.trim().at(quote + 1);
  if (!closed) return [destination.raw, ""];
  return [destination.raw.slice(0, quote), ` ${destination.raw.slice(quote).trim()}`];
}
