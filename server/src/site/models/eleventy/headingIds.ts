// Heading ids of Eleventy sites, which have none without a plugin.

import slugify from "@sindresorhus/slugify";
import type { Heading } from "../../../markdown/markdownScan.ts";
import type { HeadingId } from "../../site.ts";
import type { EleventyConfig } from "./config.ts";

export function eleventyIds(
  headings: readonly Heading[],
  ids: EleventyConfig["ids"],
): readonly (HeadingId | undefined)[] {
  if (ids === "none" || ids === "unread") return headings.map(() => undefined);
  const taken = new Map<string, number>();
  return headings.map(({ text }) => {
    const slug = ids === "plugin" ? slugify(text, { decamelize: false }) : anchorSlug(text);
    return slug === "" ? undefined : (numbered(slug, taken, ids) as HeadingId);
  });
}

/** Eleventy's plugin numbers from 2, markdown-it-anchor from 1. */
function numbered(slug: string, taken: Map<string, number>, ids: "plugin" | "anchor"): string {
  const before = taken.get(slug) ?? 0;
  taken.set(slug, before + 1);
  if (before === 0) return slug;
  return `${slug}-${ids === "plugin" ? before + 1 : before}`;
}

/** The default of markdown-it-anchor's `slugify` (github.com/valeriangalliat/markdown-it-anchor, README). */
function anchorSlug(text: string): string {
  return encodeURIComponent(text.trim().toLowerCase().replace(/\s+/g, "-"));
}
