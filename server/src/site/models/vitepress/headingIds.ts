// Heading ids as VitePress gives them: markdown-it-anchor with the slugify of @mdit-vue/shared, over the heading's text and
// code (images, emoji and tags do not count, entities count as they are written).

import type { Heading } from "../../../markdown/markdownScan.ts";
import type { HeadingId } from "../../site.ts";

/** In order: an explicit id as it is, else the text's; `-1` and so on when it is taken by one before. Undefined for an empty one. */
export function vitepressIds(
  headings: readonly Heading[],
  hasId: (level: number) => boolean,
): readonly (HeadingId | undefined)[] {
  const taken = new Set<string>();
  return headings.map((heading) => {
    if (!hasId(heading.level)) return undefined;
    const wanted = heading.explicitId?.id ?? slugify(heading.tokenText ?? heading.text);
    let id = wanted;
    // An explicit id that is taken stops the build; it is kept here, so that both places are found.
    if (!heading.explicitId) for (let number = 1; taken.has(id); number++) id = `${wanted}-${number}`;
    taken.add(id);
    return id === "" ? undefined : (id as HeadingId);
  });
}

/** As @mdit-vue/shared does it (src/slugify.ts). */
export function slugify(text: string): string {
  return (
    text
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the rule takes out.
      .replace(/[\u0000-\u001f]/g, "")
      .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .replace(/^(\d)/, "_$1")
      .toLowerCase()
  );
}
