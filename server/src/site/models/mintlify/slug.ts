// Mintlify's slugs, as its package @mintlify/common makes them (slugify.js, mdx/lib/remark-utils.js): the text is
// percent-encoded first, then slugged by @sindresorhus/slugify with `%` kept, and decoded again when the page is shown.

import slugify from "@sindresorhus/slugify";

export type Slugger = (text: string) => string;

/** Later ones of a slug get `-2`, `-3`, as the counter of @sindresorhus/slugify 2.2.0 gives them. */
export function mintlifySlugger(): Slugger {
  const counts = new Map<string, number>();
  return (text) => {
    const slug = mintlifySlug(text);
    if (slug === "") return "";
    const key = slug.toLowerCase();
    const numberless = counts.get(key.replace(/(?:-\d+)+$/, "")) ?? 0;
    const count = counts.get(key);
    counts.set(key, count === undefined ? 1 : count + 1);
    const next = counts.get(key) ?? 1;
    return next >= 2 || numberless > 2 ? `${slug}-${next}` : slug;
  };
}

/** Still percent-encoded: "what%E2%80%99s-new". */
export function mintlifySlug(text: string): string {
  const encoded = encode(text.toLowerCase().trim().replace(/\s+/g, "-"));
  const other = /%[0-9A-F]{2}/.test(encoded) ? /[^a-zA-Z\d%_]+/g : /[^a-z\d_]+/g;
  return joined(encoded.replace(other, "-"));
}

/** Id of a component by its title (`generateComponentId`): "setup", the second one "setup-1". */
export function componentSlug(title: string): string {
  return plainSlug(title.replace(":", "-"));
}

/** `param-user-id` of `<ParamField path="userId">` (rehypeParamFieldIds.js). */
export function paramSlug(name: string, count: number): string {
  const words = `param-${name}${count > 0 ? `_${count}` : ""}`
    .replace(/([A-Z]{2,})(\d+)/g, "$1 $2")
    .replace(/([a-z\d]+)([A-Z]{2,})/g, "$1 $2")
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-rt-z\d]+)/g, "$1 $2");
  return plainSlug(words);
}

/** As the page shows an id: decoded, without punctuation and emoji (`cleanHeadingId`). */
export function cleanId(id: string): string {
  return decode(id.replace(/%(?![0-9A-Fa-f]{2})/g, "%25"), id);
}

/** What an author's `{#…}` becomes (`normalizeCustomId` of preprocessCustomHeadingIds.js). */
export function customId(id: string): string {
  return withoutEmoji(id.trim().replace(/[<>"&?,;:!'()[\]{}]/g, "")).replace(/\s+/g, "-");
}

/** Only other scripts need the package, which compiles two thousand expressions for each call. */
function plainSlug(text: string): string {
  if (/[^\x20-\x7e]|&/.test(text)) return slugify(text, { decamelize: false });
  return joined(text.toLowerCase().replace(/[^a-z\d]+/g, "-"));
}

/** "it-s" is "its"; no dash at either end, no two together. */
function joined(slug: string): string {
  return slug
    .replace(/([a-zA-Z\d]+)-([ts])(-|$)/g, "$1$2$3")
    .replace(/-{2,}/g, "-")
    .replace(/^-|-$/g, "");
}

function decode(text: string, original: string): string {
  try {
    return withoutEmoji(decodeURIComponent(text).replace(/[?,;:!'"()[\]{}]/g, ""));
  } catch {
    return original;
  }
}

function encode(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return "";
  }
}

const emoji =
  /\p{Emoji_Modifier}|\p{Emoji_Modifier_Base}|\p{Emoji_Presentation}|\p{Extended_Pictographic}|\u200d|\ufe0e|\ufe0f/gu;

function withoutEmoji(text: string): string {
  return text.replace(emoji, "");
}
