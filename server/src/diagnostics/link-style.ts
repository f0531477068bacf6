// `link-style`: a link that works, but is not written as the handbook writes its links: from the site's root or relative,
// with or without `.md` and a slash at the end. Off unless a team asks for one style.

import { hrefTo, linkHabit } from "../site/queries.ts";
import type { Page, Site } from "../site/site.ts";
import type { LinkStyle } from "../site/siteModel.ts";
import type { Rule } from "./finding.ts";
import { addressSpan, changeTo, findingAt, preferFirst } from "./linkFixes.ts";
import { styleOf, type WrittenLink, writtenLinkAt, writtenLinks } from "./writtenLinks.ts";

export const linkStyle: Rule = {
  codes: ["link-style"],
  check: (site, page) => {
    const habit = linkHabit(site);
    return writtenLinks(site, page).flatMap((written) => {
      const href = asUsual(site, page, written, habit);
      if (href === undefined) return [];
      const message = `This handbook mostly writes its links ${habitWords(habit)}. Change it to ${href}.`;
      return [findingAt("link-style", addressSpan(written), message)];
    });
  },
  fix(site, page, finding) {
    const written = writtenLinkAt(site, page, finding.span);
    const href = written && asUsual(site, page, written, linkHabit(site));
    return written && href !== undefined ? preferFirst([changeTo(href, addressSpan(written))], true) : [];
  },
};

/** The link as the habit has it, where that differs from what is written. */
function asUsual(site: Site, page: Page, written: WrittenLink, habit: LinkStyle): string | undefined {
  if (written.origin !== "" || written.path === "" || written.link?.image) return undefined;
  if (written.link?.kind === "wiki") return undefined;
  const { target } = written;
  const meant =
    target.kind === "page" || (target.kind === "missing" && target.what === "anchor")
      ? target.page
      : undefined;
  if (!meant || meant.path === page.path || isSameStyle(styleOf(written), habit)) return undefined;
  const href = hrefTo(site, page, meant, habit);
  return href === written.path || href.startsWith("#") ? undefined : href;
}

function isSameStyle(a: LinkStyle, b: LinkStyle): boolean {
  return (
    a.form === b.form && a.extension === b.extension && (a.extension || a.trailingSlash === b.trailingSlash)
  );
}

function habitWords({ form, extension, trailingSlash }: LinkStyle): string {
  const from = form === "site-root" ? "from the site's root" : "relative to the page";
  const end = extension
    ? "with their .md"
    : trailingSlash
      ? "with a slash at the end"
      : "without .md and without a slash at the end";
  return `${from} and ${end}`;
}
