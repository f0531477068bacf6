// `link-empty`: `[text]()` and `href=""`, which lead to the page that they stand on. A lone `#` is deliberate often
// enough (a component's handle) to be left alone.

import type { Page, Site } from "../site/site.ts";
import type { Span } from "../text/span.ts";
import type { Finding, Fix, Rule } from "./finding.ts";
import { changePath, removeLink } from "./linkFixes.ts";
import { suggestedPages } from "./suggestions.ts";
import { type WrittenLink, writtenLinks } from "./writtenLinks.ts";

export const linkEmpty: Rule = {
  codes: ["link-empty"],
  check: (site, page) =>
    emptyLinks(site, page).map((written) => ({
      code: "link-empty",
      span: withDelimiters(written),
      message: written.link?.image
        ? "This image has no address, so nothing is shown. Write which file it is, or remove it."
        : "This link has no address, so it leads to the page itself. Write where it should lead, or remove it.",
    })),
  fix: fixes,
};

function emptyLinks(site: Site, page: Page): readonly WrittenLink[] {
  return writtenLinks(site, page).filter((written) => written.destination.value.trim() === "");
}

/** `()`, `<>` or `""`: an empty address has nothing of its own to underline. */
function withDelimiters({ destination, link, definition }: WrittenLink): Span {
  const whole = (definition ?? link)?.span ?? destination.span;
  return {
    start: Math.max(destination.span.start - 1, whole.start),
    end: Math.min(destination.span.end + 1, whole.end),
  };
}

function fixes(site: Site, page: Page, finding: Finding, text: string): readonly Fix[] {
  const written = emptyLinks(site, page).find((one) => withDelimiters(one).start === finding.span.start);
  if (!written) return [];
  const words = written.link?.text.trim() ?? "";
  const pages = written.link?.image || words === "" ? [] : suggestedPages(site, words, words);
  return [
    ...pages.map((one) => {
      const fix = changePath({ site, page }, { ...written, path: "/" }, one);
      return { ...fix, title: fix.title.replace("Change to", "Link to") };
    }),
    ...removeLink(page, written, text),
  ];
}
