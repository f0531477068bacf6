// How a heading's text becomes an id: Python-Markdown's own rule (extensions/toc.py) and those of pymdownx/slugs.py.

export type SlugRule =
  | { readonly kind: "toc"; readonly unicode: boolean }
  | {
      readonly kind: "pymdownx";
      readonly lower: "none" | "lower" | "lower-ascii" | "fold";
      readonly percent: boolean;
      readonly normalize: "NFC" | "NFD" | "NFKC" | "NFKD";
    };

export const tocRule: SlugRule = { kind: "toc", unicode: false };

export function slugify(text: string, separator: string, rule: SlugRule): string {
  return rule.kind === "toc" ? tocSlug(text, separator, rule.unicode) : pymdownxSlug(text, separator, rule);
}

function tocSlug(text: string, separator: string, unicode: boolean): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is not ASCII goes, as Python's "ascii" codec drops it.
  const plain = unicode ? text : text.normalize("NFKD").replace(/[^\u0000-\u007f]/g, "");
  const kept = plain
    .replace(/[^\p{L}\p{N}_\s-]/gu, "")
    .trim()
    .toLowerCase();
  return kept.replace(new RegExp(`[${escaped(separator)}\\s]+`, "gu"), separator);
}

function escaped(separator: string): string {
  return separator.replace(/[\\\]^-]/g, "\\$&");
}

function pymdownxSlug(
  text: string,
  separator: string,
  { lower, percent, normalize }: Extract<SlugRule, { kind: "pymdownx" }>,
): string {
  const bare = text
    .normalize(normalize)
    .replace(/<\/?[^>]*>/g, "")
    .trim();
  const cased = inCase(bare, lower);
  const slug = cased.replace(/[^\p{L}\p{N}_\- ]/gu, "").replaceAll(" ", separator);
  return percent ? encodeURIComponent(slug).replace(/[!'()*]/g, percentOf) : slug;
}

function percentOf(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

function inCase(text: string, rule: "none" | "lower" | "lower-ascii" | "fold"): string {
  switch (rule) {
    case "none":
      return text;
    case "lower":
      return text.toLowerCase();
    case "lower-ascii":
      return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    case "fold":
      return text.toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
  }
}

/**
 * The id, or the next free one: "x", "x_1", "x_2"; of an empty one "_1" (`unique` of toc.py). `last` remembers for each
 * wanted id the one that was given last, from which on to look.
 */
export function uniqueId(
  wanted: string,
  taken: Set<string>,
  last: Map<string, string> = new Map<string, string>(),
): string {
  let id = last.get(wanted) ?? wanted;
  while (id === "" || taken.has(id)) {
    const counted = /^([\s\S]*)_([0-9]{1,300})$/.exec(id);
    id = counted ? `${counted[1]}_${BigInt(counted[2] ?? 0) + 1n}` : `${id}_1`;
  }
  taken.add(id);
  last.set(wanted, id);
  return id;
}
