// Heading ids of Eleventy sites, which have none without a plugin. Sources: eleventy/src/Plugins/IdAttributePlugin.js,
// src/Filters/{Slugify,Slug}.js; markdown-it-anchor/index.js.

import slugify from "@sindresorhus/slugify";
import type { Heading } from "../../../markdown/markdownScan.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import type { HeadingId } from "../../site.ts";

/** What makes a slug: markdown-it-anchor itself, Eleventy's filters, or the package behind one of them as it comes. */
export type SlugName = "anchor" | "slugify" | "slug" | "sindresorhus";

/** How headings get ids: by Eleventy's own plugin, by markdown-it-anchor, not at all, or in a way that can't be read. */
export type IdRule =
  | { readonly kind: "none" | "unread" }
  | { readonly kind: "plugin"; readonly levels: (level: number) => boolean }
  | {
      readonly kind: "anchor";
      readonly slug: SlugName;
      readonly levels: (level: number) => boolean;
      /** The number of the first that is taken. */
      readonly first: number;
    };

export function eleventyIds(page: ScannedPage, rule: IdRule): readonly (HeadingId | undefined)[] {
  switch (rule.kind) {
    case "plugin":
      return pluginIds(page, rule.levels);
    case "anchor":
      return anchorIds(page.headings, rule);
    default:
      return page.headings.map(({ explicitId }) => explicitId?.id as HeadingId | undefined);
  }
}

function anchorIds(
  headings: readonly Heading[],
  { slug, levels, first }: IdRule & { readonly kind: "anchor" },
): readonly (HeadingId | undefined)[] {
  const taken = new Set<string>();
  return headings.map(({ level, explicitId, tokenText, text }) => {
    if (!levels(level)) return explicitId?.id as HeadingId | undefined;
    const wanted = explicitId?.id ?? slugs[slug](tokenText ?? text);
    let id = wanted;
    if (!explicitId) for (let number = first; taken.has(id); number++) id = `${wanted}-${number}`;
    taken.add(id);
    return id === "" ? undefined : (id as HeadingId);
  });
}

const slugs: Readonly<Record<SlugName, (text: string) => string>> = {
  anchor: (text) => encodeURIComponent(text.trim().toLowerCase().replace(/\s+/g, "-")),
  slugify: (text) => slugify(text, { decamelize: false }),
  sindresorhus: (text) => slugify(text),
  slug: simovSlug,
};

const words: Readonly<Record<string, string>> = {
  $: "dollar",
  "%": "percent",
  "&": "and",
  "<": "less",
  ">": "greater",
  "|": "or",
};

/** The package slugify with `lower`; of its table of characters, Latin letters with accents. */
function simovSlug(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[$%&<>|]/g, (one) => words[one] ?? one)
    .replace(/-/g, " ")
    .replace(/[^\w\s$*_+~.()'"!\-:@]+/g, "")
    .trim()
    .replace(/\s+/g, "-")
    .toLowerCase();
}

/** What has an id in the page's HTML, or gets one, in order. */
interface Element {
  readonly start: number;
  readonly id?: string;
  readonly heading?: number;
}

/** A heading whose id an element further down has, too, gets a number then; those that come later are numbered at once. */
function pluginIds(
  page: ScannedPage,
  levels: (level: number) => boolean,
): readonly (HeadingId | undefined)[] {
  const counts = new Map<string, number>();
  const holders = new Map<string, number>();
  const ids: (string | undefined)[] = page.headings.map(() => undefined);
  const isSelected = ({ id, heading }: Element) =>
    id !== undefined || levels(page.headings[heading ?? 0]?.level ?? 1);
  for (const { id, heading } of elementsOf(page).filter(isSelected)) {
    const wanted = id ?? textId(page.headings[heading ?? -1]);
    const count = (counts.get(wanted) ?? 0) + 1;
    counts.set(wanted, count);
    const numbered = count === 1 ? wanted : `${wanted}-${count}`;
    if (heading !== undefined && id === undefined) {
      ids[heading] = numbered;
      holders.set(numbered, heading);
    } else {
      if (heading !== undefined) ids[heading] = wanted;
      const holder = count === 1 ? undefined : holders.get(wanted);
      if (holder !== undefined) ids[holder] = numbered;
      holders.delete(wanted);
    }
  }
  return ids.map((id) => (id === "" ? undefined : (id as HeadingId | undefined)));
}

function elementsOf({ headings, anchors }: ScannedPage): readonly Element[] {
  return [
    ...headings.map(({ span, explicitId }, heading) => ({
      start: span.start,
      heading,
      ...(explicitId && { id: explicitId.id }),
    })),
    ...anchors
      .filter(({ attribute }) => attribute === "id")
      .map(({ id, span }) => ({ start: span.start, id })),
  ].sort((a, b) => a.start - b.start);
}

/** Of an image nothing counts, of lines the end does. */
function textId(heading: Heading | undefined): string {
  const text = heading?.source.includes("\n") ? heading.text : (heading?.tokenText ?? heading?.text ?? "");
  return slugify(text, { decamelize: false });
}
