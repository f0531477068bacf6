// Heading ids: github-slugger over each file's headings (@astrojs/markdown-remark rehype-collect-headings, @astrojs/markdown-satteri
// satteri-processor). HTML headings have the id that they are given, else none.

import GithubSlugger from "github-slugger";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import type { HeadingId } from "../../site.ts";
import { type HeadingTextRules, headingText } from "../common/headingText.ts";

export interface IdRules extends HeadingTextRules {
  /** Is a hyphen at the end of an id cut off, one of them (Astro 5)? */
  readonly cutsHyphen: boolean;
  /** Does a plugin read `{#id}` at the end of a heading? */
  readonly explicitIds: boolean;
}

export function astroIds(page: ScannedPage, rules: IdRules): readonly (HeadingId | undefined)[] {
  const slugger = new GithubSlugger();
  return page.headings.map((heading) => {
    if (heading.explicitId) return heading.explicitId.id as HeadingId;
    const slug = slugger.slug(headingText(page, heading, rules));
    const id = rules.cutsHyphen && slug.endsWith("-") ? slug.slice(0, -1) : slug;
    return id === "" ? undefined : (id as HeadingId);
  });
}
