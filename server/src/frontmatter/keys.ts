// Questions about the top-level keys of a page's frontmatter.

import type { Frontmatter, FrontmatterEntry } from "./frontmatter.ts";

/** The first entry of this name (a duplicate is a problem of its own). */
export function entryOf(frontmatter: Frontmatter | undefined, key: string): FrontmatterEntry | undefined {
  return frontmatter?.entries.find((entry) => entry.key === key);
}

/** The value of a key when it is a string: of `title: Feedback`, "Feedback". An empty string counts. */
export function stringKey(frontmatter: Frontmatter | undefined, key: string): string | undefined {
  const value = entryOf(frontmatter, key)?.value;
  return value?.kind === "string" ? value.value : undefined;
}
