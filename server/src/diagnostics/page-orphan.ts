// `page-orphan`: the site's navigation names its pages one by one, and this one is not among them: it is built, but a reader
// finds it only through a link.

import { addToNavigation } from "../site/addToNavigation.ts";
import { navigationOf } from "../site/navigation.ts";
import type { Rule } from "./finding.ts";
import { titleSpan } from "./titleSpan.ts";

export const pageOrphan: Rule = {
  codes: ["page-orphan"],
  check(site, page) {
    const navigation = navigationOf(site);
    // Every reader comes to the start page, named or not.
    if (page.route === "/" || !navigation?.needs(page, site) || navigation.places.has(page.path)) return [];
    const what =
      page.route === undefined
        ? "The site has no page for this file, since its navigation does not name it."
        : "The navigation does not name this page: readers find it only by a link.";
    const message = `${what} Add ${page.path} to ${navigation.files.join(" or ")}.`;
    return [{ code: "page-orphan", span: titleSpan(page), message }];
  },
  fix(site, page) {
    const entry = addToNavigation(site, page);
    if (!entry) return [];
    const { file, edits } = entry;
    return [{ title: `Add to the navigation in ${file}`, path: file, edits, preferred: true }];
  },
};
