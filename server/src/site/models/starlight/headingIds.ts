// Heading ids: github-slugger over each file's headings. HTML headings have the id that they are given, else none.

import GithubSlugger from "github-slugger";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import type { HeadingId } from "../../site.ts";
import { headingText, type IdRules } from "./headingText.ts";

export function astroIds(page: ScannedPage, rules: IdRules): readonly (HeadingId | undefined)[] {
  const slugger = new GithubSlugger();
  return page.headings.map((heading) => {
    if (heading.explicitId) return heading.explicitId.id as HeadingId;
    const slug = slugger.slug(headingText(page, heading, rules));
    const id = rules.cutsHyphen && slug.endsWith("-") ? slug.slice(0, -1) : slug;
    return id === "" ? undefined : (id as HeadingId);
  });
}
