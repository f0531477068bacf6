// `link-missing-slash`: `handbook/team` where `/handbook/team` was meant. The site looks for it below the page's own
// address, finds nothing there, and would find it at the root.

import { endOf } from "../site/endOf.ts";
import { remember } from "../site/remember.ts";
import { resolveLink, verdictOf } from "../site/resolveLink.ts";
import type { Page, Site } from "../site/site.ts";
import type { Rule } from "./finding.ts";
import { changeTo, findingAt, preferFirst } from "./linkFixes.ts";
import { pathSpan, type WrittenLink, writtenLinkAt, writtenLinks } from "./writtenLinks.ts";

export const linkMissingSlash: Rule = {
  codes: ["link-missing-slash"],
  check: (site, page) =>
    writtenLinks(site, page)
      .filter((written) => meansSiteRoot(site, page, written))
      .map((written) =>
        findingAt(
          "link-missing-slash",
          pathSpan(written),
          `Without a leading slash the site looks for this beside the page itself, where nothing is served. Did you mean /${written.path}?`,
        ),
      ),
  fix(site, page, finding) {
    const written = writtenLinkAt(site, page, finding.span);
    return written ? preferFirst([changeTo(`/${written.path}`, pathSpan(written))], true) : [];
  },
};

/** Is this a path whose relative reading is missing, whose first name is a folder of the site, and that is live with a slash? */
export function meansSiteRoot(site: Site, page: Page, written: WrittenLink): boolean {
  const { origin, path } = written;
  if (origin !== "" || !/^[^./#?][^/]*\//.test(path)) return false;
  const end = endOf(written.target);
  if (end.kind !== "missing" || end.what === "anchor") return false;
  if (!firstNames(site).has(path.slice(0, path.indexOf("/")))) return false;
  const verdict = verdictOf(resolveLink(site, page, `/${written.destination.value}`));
  return verdict === "ok" || verdict === "redirect" || verdict === "missing-anchor";
}

const foldersOf = new WeakMap<Site["shape"], ReadonlySet<string>>();

/** The first segments of the site's routes that have a second one. */
function firstNames({ shape, pages }: Site): ReadonlySet<string> {
  return remember(foldersOf, shape, () => {
    const found = new Set<string>();
    for (const page of pages.values()) {
      const [, first, second] = (page.route ?? "").split("/", 3);
      if (first && second !== undefined) found.add(first);
    }
    return found;
  });
}
