// Heading ids of Fumadocs: `[#id]` at a heading's end, else github-slugger over its text (fumadocs-core remark-heading).

import GithubSlugger from "github-slugger";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import type { HeadingId } from "../../site.ts";
import { type HeadingTextRules, headingText } from "../common/headingText.ts";

const rules: HeadingTextRules = { dashes: "kept", footnotes: "dropped", tags: "kept", frontmatter: false };

export function fumadocsIds(page: ScannedPage): readonly (HeadingId | undefined)[] {
  const slugger = new GithubSlugger();
  return page.headings.map((heading) => {
    const text = headingText(page, heading, rules);
    const own = /\s*\[#([\s\S]+?)\]\s*$/.exec(text)?.[1];
    const id = own ?? slugger.slug(text);
    return id === "" ? undefined : (id as HeadingId);
  });
}
