// `image-alt-missing`: an image without alternative text. `alt=""` on a tag says on purpose that an image is only
// decoration; Markdown has no way to say so, and its empty brackets are mostly forgotten.

import type { Link } from "../markdown/markdownScan.ts";
import { decodeOnce } from "../site/routeKey.ts";
import type { Page, Site } from "../site/site.ts";
import type { Span } from "../text/span.ts";
import type { Finding, Fix, Rule } from "./finding.ts";
import { asText, bracketsOf } from "./link-text-empty.ts";
import { titleFromPath } from "./titleFromPath.ts";

export const imageAltMissing: Rule = {
  codes: ["image-alt-missing"],
  check: (_site, page) =>
    page.scanned.links.filter(hasNoAlt).map((image) => ({
      code: "image-alt-missing",
      span: placeOf(image),
      message:
        "This image has no alternative text, so a screen reader has nothing to say about it. Write what it shows.",
    })),
  fix: fixes,
};

function hasNoAlt(link: Link): boolean {
  if (link.kind === "attribute") return isImageTag(link) && link.textSpan === undefined && link.text === "";
  return link.image && link.text.trim() === "";
}

function isImageTag(link: Link): boolean {
  return link.tag?.name.toLowerCase() === "img";
}

/** The empty brackets, or the tag's name. */
function placeOf(image: Link): Span {
  if (image.kind !== "attribute") return bracketsOf(image);
  const start = image.span.start + 1;
  return { start, end: start + (image.tag?.name.length ?? 0) };
}

function fixes(_site: Site, page: Page, finding: Finding): readonly Fix[] {
  const image = page.scanned.links.find((one) => hasNoAlt(one) && placeOf(one).start === finding.span.start);
  if (!image) return [];
  const alt = titleFromPath(decodeOnce(image.destination.value.replace(/[?#].*$/s, "")));
  if (alt === "") return [];
  const edit =
    image.kind === "attribute"
      ? {
          span: { start: finding.span.end, end: finding.span.end },
          newText: ` alt="${alt.replace(/"/g, "&quot;")}"`,
        }
      : { span: image.textSpan ?? finding.span, newText: asText(alt) };
  return [{ title: `Write "${alt}"`, edits: [edit] }];
}
