// `link-missing-file`: an image or a download that is not there.

import { endOf } from "../site/endOf.ts";
import type { Page, Site } from "../site/site.ts";
import type { Finding, Fix, Rule } from "./finding.ts";
import { meansSiteRoot } from "./link-missing-slash.ts";
import { changePath, findingAt, preferFirst, removeLink } from "./linkFixes.ts";
import { isClearlyNearest, mostAsked, suggestedFiles } from "./suggestions.ts";
import { didYouMean } from "./wording.ts";
import { pathSpan, type WrittenLink, writtenLinkAt, writtenLinks } from "./writtenLinks.ts";

export const linkMissingFile: Rule = {
  codes: ["link-missing-file"],
  check: (site, page) =>
    writtenLinks(site, page)
      .filter((written) => missingPath(written) !== undefined && !meansSiteRoot(site, page, written))
      .map((written, index) => {
        const path = missingPath(written) ?? "";
        const nearest = index < mostAsked ? suggestedFiles(site, path)[0] : undefined;
        return findingAt(
          "link-missing-file",
          pathSpan(written),
          `There is no file at ${path}.${didYouMean(nearest)}`,
        );
      }),
  fix: fixes,
};

function missingPath(written: WrittenLink): string | undefined {
  const end = endOf(written.target);
  return end.kind === "missing" && end.what === "file" ? end.path : undefined;
}

function fixes(site: Site, page: Page, finding: Finding, text: string): readonly Fix[] {
  const written = writtenLinkAt(site, page, finding.span);
  const path = written && missingPath(written);
  if (!written || path === undefined) return [];
  const near = suggestedFiles(site, path);
  const changes = near.map((file) => changePath({ site, page }, written, file));
  return [...preferFirst(changes, isClearlyNearest(path, near)), ...removeLink(page, written, text)];
}
