// Heading ids as GitHub gives them, and the many generators that took its rule (github-slugger).

import GithubSlugger from "github-slugger";
import type { HeadingId } from "../../site.ts";

interface HeadingName {
  readonly text: string;
  readonly explicitId?: { readonly id: string };
}

/** The id of each heading in order: its explicit one, else its text's; a later one of the same name gets `-1`, `-2`. */
export function githubIds(headings: readonly HeadingName[]): readonly HeadingId[] {
  const slugger = new GithubSlugger();
  return headings.map(({ text, explicitId }) => (explicitId?.id ?? slugger.slug(text)) as HeadingId);
}
