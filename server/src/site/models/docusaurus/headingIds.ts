// Heading ids: github-slugger over the heading's text, for each file by itself. A heading of the first level gets none, but
// counts among the names that are taken. Sources: mdx-loader/src/remark/{headings,contentTitle}, theme-classic's Heading.

import GithubSlugger from "github-slugger";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import type { HeadingId } from "../../site.ts";

export interface IdRules {
  readonly maintainCase: boolean;
  /** Of a post, the first heading is taken out where it is the title. */
  readonly titleIsTakenOut: boolean;
}

export function docusaurusIds(page: ScannedPage, rules: IdRules): readonly (HeadingId | undefined)[] {
  const slugger = new GithubSlugger();
  return page.headings.map(({ level, text, idText, explicitId }, at) => {
    if (at === 0 && level === 1 && rules.titleIsTakenOut) return undefined;
    // Looked for in the heading's text, so that code counts, too: of "The `{#pay}`", "pay" is the id.
    const written = explicitId?.id ?? /\{#((?:.(?!\{#|\}))*.)\}$/.exec(idText ?? text)?.[1]?.trim();
    const id = written ?? slugger.slug(idText ?? text, rules.maintainCase);
    return level === 1 || id === "" ? undefined : (id as HeadingId);
  });
}

/** Ids that Docusaurus and its theme give every page, and those of footnotes (a post's have a hash in them). */
export function ownIds(page: ScannedPage): readonly string[] {
  const notes = page.footnotes.flatMap(({ label }) => [
    `user-content-fn-${label.toLowerCase()}`,
    `user-content-fnref-${label.toLowerCase()}`,
  ]);
  const given = ["__docusaurus", "__docusaurus_skipToContent_fallback"];
  return notes.length > 0 ? [...given, "footnote-label", ...notes] : given;
}
