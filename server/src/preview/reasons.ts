// Why a link is marked, in the very sentence that its diagnostic has: the link is found in the page's scan by its place, its
// finding by the place of its destination.

import type { Element } from "hast";
import { defaultConfig } from "../config.ts";
import type { Finding } from "../diagnostics/finding.ts";
import { checkPage } from "../diagnostics/index.ts";
import type { Destination, Link } from "../markdown/markdownScan.ts";
import { resolveLink, resolveWritten } from "../site/resolveLink.ts";
import { decodeOnce } from "../site/routeKey.ts";
import type { LinkTarget, Page, Site } from "../site/site.ts";

export interface Judgement {
  /** As the author wrote it, escapes decoded. */
  readonly address: string;
  readonly target: LinkTarget;
  /** The diagnostic's message, when there is one at the destination. */
  readonly message: string | undefined;
}

export interface Reasons {
  readonly site: Site;
  /** Judges an element by its place in the page; by `address`, as the tree has it, where it has none. */
  judge(element: Element, address: string): Judgement;
}

export function reasonsOf(site: Site, page: Page): Reasons {
  const byStart = new Map<number, Link[]>();
  for (const link of page.scanned.links) {
    byStart.set(link.span.start, [...(byStart.get(link.span.start) ?? []), link]);
  }
  const findings = checkPage(site, page, defaultConfig)
    .filter(({ code }) => code.startsWith("link-"))
    .sort((a, b) => a.span.start - b.span.start);
  return {
    site,
    judge: (element, address) => {
      const start = element.position?.start.offset;
      const written = start === undefined ? undefined : pick(byStart.get(start) ?? [], address);
      return {
        address: written?.destination.value ?? address,
        target: written ? resolveWritten(site, page, written) : resolveLink(site, page, address),
        message: written && messageAt(findings, written.destination),
      };
    },
  };
}

/** Several destinations can begin at one place: the addresses of one tag, an image and the link around it have places of their own. */
function pick(links: readonly Link[], address: string): Link | undefined {
  if (links.length < 2) return links[0];
  return links.find(({ destination }) => sameAddress(destination.value, address)) ?? links[0];
}

function sameAddress(written: string, encoded: string): boolean {
  return written === encoded || decodeOnce(written) === decodeOnce(encoded);
}

function messageAt(findings: readonly Finding[], { span }: Destination): string | undefined {
  let low = 0;
  let high = findings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((findings[middle]?.span.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  const found = findings[low];
  return found && found.span.start <= span.end && found.span.end <= span.end + 1 ? found.message : undefined;
}
