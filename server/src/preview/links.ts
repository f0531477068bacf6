// A link in the preview says what it leads to: `data-handbook-href` for what the handbook opens itself, a class and the reason
// for what is dead or forwarded. Addresses that leave the site keep their `href` alone.

import type { Element } from "hast";
import { verdictOf } from "../site/resolveLink.ts";
import type { LinkTarget } from "../site/site.ts";
import type { Reasons } from "./reasons.ts";

export function judgeLink(element: Element, reasons: Reasons): void {
  const { properties } = element;
  if (isFootnoteLink(element)) return;
  if (properties["id"] === undefined && properties["name"] !== undefined)
    properties["id"] = properties["name"];
  delete properties["name"];
  const href = properties["href"];
  if (typeof href !== "string") return;
  const { address, target, message } = reasons.judge(element, href);
  const verdict = verdictOf(target);
  if (verdict === "external") {
    properties["className"] = ["handbook-external"];
    return;
  }
  properties["dataHandbookHref"] = address;
  const reason = message ?? ownWords(target, address);
  if (verdict === "missing-page" || verdict === "missing-anchor") {
    properties["className"] = ["handbook-dead"];
    properties["dataHandbookReason"] = reason;
  } else if (verdict === "redirect") properties["className"] = ["handbook-redirect"];
  if (reason !== undefined) properties["title"] = reason;
}

/** Between a footnote and its number. Looked at by address too: a page can write the attribute on any link. */
function isFootnoteLink({ properties }: Element): boolean {
  const marked = properties["dataFootnoteRef"] ?? properties["dataFootnoteBackref"];
  return marked !== undefined && String(properties["href"]).startsWith("#footnote-fn");
}

/** For a link that no diagnostic speaks of: one from a component that the scan does not know. */
function ownWords(target: LinkTarget, address: string): string | undefined {
  if (target.kind === "redirect")
    return ownWords(target.end, address) ?? `The site forwards this to ${target.address}.`;
  if (target.kind === "unknown") return target.why;
  if (target.kind !== "missing") return undefined;
  if (target.what === "page") return `No page is served at ${target.route}.`;
  if (target.what === "file") return `There is no file at ${target.path}.`;
  if (target.what === "anchor") return `The page has no heading #${target.fragment}.`;
  return `${address} is redirected to nothing.`;
}
