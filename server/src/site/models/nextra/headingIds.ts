// Heading ids as Nextra gives them: github-slugger over the values in the heading's syntax tree, one count for headings
// and the titles of tabs (its remark-headings.ts). `[#id]` is slugged and counted like any other text.

import GithubSlugger from "github-slugger";
import type { ComponentTag } from "../../../markdown/markdownScan.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import type { HeadingId } from "../../site.ts";

export interface NextraIds {
  /** Of the page's headings. */
  readonly headings: readonly (HeadingId | undefined)[];
  /** Of its tabs. */
  readonly tabs: readonly string[];
}

export function nextraIds(page: ScannedPage): NextraIds {
  const slugger = new GithubSlugger();
  const tabs: string[] = [];
  const headings = new Map<number, HeadingId | undefined>();
  const all = [
    ...page.headings.map((heading) => ({ at: heading.span.start, heading, title: "" })),
    ...tabTitles(page.components).map(({ at, title }) => ({ at, heading: undefined, title })),
  ].sort((a, b) => a.at - b.at);
  for (const { at, heading, title } of all) {
    if (!heading) tabs.push(slugger.slug(title));
    else if (heading.level === 1) headings.set(at, heading.explicitId?.id as HeadingId | undefined);
    else
      headings.set(at, slugger.slug(heading.explicitId?.id ?? heading.idText ?? heading.text) as HeadingId);
  }
  return { headings: page.headings.map(({ span }) => headings.get(span.start)), tabs };
}

interface Title {
  readonly at: number;
  readonly title: string;
}

/** `<Tabs items={["npm", "yarn"]}>` names its `<Tabs.Tab>` in order. */
function tabTitles(components: readonly ComponentTag[]): readonly Title[] {
  let names: readonly string[] = [];
  let next = 0;
  return components.flatMap(({ name, span, attributes }) => {
    if (name === "Tabs") {
      names = [...(attributes?.["items"] ?? "").matchAll(/(["'`])(.*?)\1/g)].map(([, , item = ""]) => item);
      next = 0;
    }
    const title = name === "Tabs.Tab" ? names[next++] : undefined;
    return title === undefined ? [] : [{ at: span.start, title }];
  });
}
