// The ids of a page's headings (extensions/toc.py): explicit ones of any element are taken first, then each heading's text in
// order, numbered where it is taken.

import type { Anchor, Heading } from "../../../markdown/markdownScan.ts";
import type { HeadingId } from "../../site.ts";
import { type SlugRule, slugify, uniqueId } from "./slugs.ts";

export interface IdRules {
  readonly rule: SlugRule;
  readonly separator: string;
}

type HeadingName = Pick<Heading, "text"> & { readonly explicitId?: { readonly id: string } };

/** `anchors`: those that attribute lists give are of the same count; ids in raw HTML are not seen by the rule. */
export function mkdocsIds(
  headings: readonly HeadingName[],
  { rule, separator }: IdRules,
  anchors: readonly Anchor[] = [],
): readonly HeadingId[] {
  const taken = new Set<string>();
  const last = new Map<string, string>();
  for (const { explicitId } of headings) if (explicitId) taken.add(explicitId.id);
  for (const { id, tag } of anchors) if (tag === "") taken.add(id);
  return headings.map(
    ({ text, explicitId }) =>
      (explicitId?.id ?? uniqueId(slugify(text.trim(), separator, rule), taken, last)) as HeadingId,
  );
}
