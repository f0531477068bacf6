// Pictures: those of the workspace get the URI of their file, those of the web stay unloaded until the reader asks for
// them, and those that are nowhere say so in their place.

import type { Element } from "hast";
import { endOf } from "../site/endOf.ts";
import { uriOf } from "../site/queries.ts";
import { verdictOf } from "../site/resolveLink.ts";
import type { LinkTarget } from "../site/site.ts";
import type { Reasons } from "./reasons.ts";

/** Pixels only: an SVG may hold links and styles. */
const pixels = /^data:image\/(?:png|gif|jpeg|webp);base64,[A-Za-z0-9+/=]*$/i;

export function judgeImage(element: Element, reasons: Reasons): void {
  const { properties } = element;
  const src = properties["src"];
  const alt = typeof properties["alt"] === "string" ? properties["alt"] : "";
  if (typeof src === "string" && src.startsWith("data:") && pixels.test(src)) return;
  delete properties["src"];
  if (typeof src !== "string" || /^data:/i.test(src)) {
    replace(element, alt, "This picture is not shown.");
    return;
  }
  const { target, message } = reasons.judge(element, src);
  const end = endOf(target);
  if (end.kind === "file") properties["dataHandbookSrc"] = uriOf(reasons.site, end.path);
  else if (end.kind === "external" && /^(?:https?:)?\/\//i.test(end.url))
    properties["dataHandbookRemote"] = end.url.startsWith("//") ? `https:${end.url}` : end.url;
  else replace(element, alt, message ?? ownWords(end));
}

function ownWords(target: LinkTarget): string {
  if (target.kind === "unknown") return target.why;
  if (target.kind === "missing" && target.what === "file") return `There is no file at ${target.path}.`;
  return verdictOf(target) === "missing-page" ? "There is no such picture." : "This is not a picture.";
}

/** A missing picture keeps its place and its alternative text. */
function replace(element: Element, alt: string, reason: string): void {
  element.tagName = "span";
  element.properties = {
    className: ["handbook-missing-image"],
    role: "img",
    ariaLabel: alt === "" ? reason : `${alt}. ${reason}`,
    title: reason,
    dataHandbookReason: reason,
  };
  element.children = [{ type: "text", value: alt === "" ? reason : `${alt} – ${reason}` }];
}
