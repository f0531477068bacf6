import type { LinkTarget } from "./site.ts";

/** What a link leads to once all redirects are followed. */
export function endOf(target: LinkTarget): Exclude<LinkTarget, { readonly kind: "redirect" }> {
  return target.kind === "redirect" ? endOf(target.end) : target;
}
