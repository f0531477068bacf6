// Heading ids as GitLab gives them: docs.gitlab.com, "Heading IDs and links". As GitHub's, but of several hyphens in a row
// one is left.

import GithubSlugger from "github-slugger";
import type { HeadingId } from "../../site.ts";

interface HeadingName {
  readonly text: string;
}

export function gitlabIds(headings: readonly HeadingName[]): readonly HeadingId[] {
  const counts = new Map<string, number>();
  return headings.map(({ text }) => {
    const id = slugOf(text).replace(/-{2,}/g, "-");
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    return (count === 0 ? id : `${id}-${count}`) as HeadingId;
  });
}

/**
 * Why an id may be there: spellings that GitLab has in some versions. Hyphens are as they are (its parser is comrak since 2025),
 * `## 1` is `anchor-1` (lib/gitlab/utils/markdown.rb, before).
 */
export function otherGitlabId(headings: readonly HeadingName[], id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  const other = headings.some(({ text }) => {
    const slug = slugOf(text);
    return (slug === id && slug.includes("--")) || (/^\d+$/.test(slug) && id === `anchor-${slug}`);
  });
  return other ? "Versions of GitLab differ in how they spell the id of this heading." : undefined;
}

function slugOf(text: string): string {
  return new GithubSlugger().slug(text);
}
