// `page-orphan`: the site's navigation names its pages one by one, and this one is not among them: it is built, but a reader
// finds it only through a link.

import { navigationOf } from "../site/navigation.ts";
import type { Rule } from "./finding.ts";
import { titleSpan } from "./titleSpan.ts";

export const pageOrphan: Rule = {
  codes: ["page-orphan"],
  check(site, page) {
    const navigation = navigationOf(site);
    if (!navigation?.needs(page) || navigation.places.has(page.path)) return [];
    const message = `The navigation does not name this page: readers find it only by a link. Add ${page.path} to ${navigation.files.join(" or ")}.`;
    return [{ code: "page-orphan", span: titleSpan(page), message }];
  },
};
