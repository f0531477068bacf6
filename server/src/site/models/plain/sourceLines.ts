// Fragments that name lines of a file's source: `#L10`, `#L10-L20`, `#L10C1-L20C5` on GitHub, `#L10-20` on GitLab. A file
// that is no page has no other fragments, so all are right there. A Markdown page is shown rendered, without lines, but for
// `?plain=1` (GitHub's documentation, "Getting permanent links to files", "Linking to Markdown").

import { splitDestination } from "../../destination.ts";
import { decodeOnce } from "../../routeKey.ts";
import type { LinkTarget } from "../../site.ts";
import { linePart } from "../common/linePart.ts";

/** The target, with the lines that the destination names where it asks for the page's source. */
export function atLines(target: LinkTarget, destination: string): LinkTarget {
  if (target.kind !== "page" || !destination.includes("plain=1")) return target;
  const { query, fragment } = splitDestination(destination.trim());
  if (!/(?:^|[?&])plain=1(?:&|$)/.test(query ?? "")) return target;
  const lines = linesOf(decodeOnce(fragment ?? ""));
  return lines ? { ...target, anchor: linePart(lines.first, lines.last)(target.page.scanned) } : target;
}

function linesOf(fragment: string): { readonly first: number; readonly last: number } | undefined {
  const [, first, last] = /^L(\d+)(?:C\d+)?(?:-L?(\d+)(?:C\d+)?)?$/.exec(fragment) ?? [];
  return first === undefined ? undefined : { first: Number(first), last: Number(last ?? first) };
}
