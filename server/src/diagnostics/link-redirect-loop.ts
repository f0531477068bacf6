// `link-redirect-loop`: the redirects that a link meets lead back to where they began, so that its readers see an error of
// their browser and no page.

import { endOf } from "../site/endOf.ts";
import type { Page, Site } from "../site/site.ts";
import type { Rule } from "./finding.ts";
import { findingAt } from "./linkFixes.ts";
import { pathSpan, writtenLinks } from "./writtenLinks.ts";

export const linkRedirectLoop: Rule = {
  codes: ["link-redirect-loop"],
  check: (site: Site, page: Page) =>
    writtenLinks(site, page).flatMap((written) => {
      const end = endOf(written.target);
      if (end.kind !== "missing" || end.what !== "redirect-loop") return [];
      const message = `The site redirects this in a circle and shows nothing: ${end.chain.join(" → ")}. Link to the page that was meant.`;
      return [findingAt("link-redirect-loop", pathSpan(written), message)];
    }),
};
