// `navigation-missing-page`: an entry of the site's navigation leads to a page that the site does not serve.

import { endOf } from "../site/endOf.ts";
import { rewrittenAs } from "../site/entries/rewrittenAs.ts";
import { navigationOf } from "../site/navigation.ts";
import type { Site } from "../site/site.ts";
import type { NavigationEntry } from "../site/siteModel.ts";
import { unreadableAt } from "../site/unreadable.ts";
import type { FileRule } from "./finding.ts";
import { suggestedPages } from "./suggestions.ts";
import { didYouMean } from "./wording.ts";

export const navigationMissingPage: FileRule = {
  codes: ["navigation-missing-page"],
  check: (site) =>
    deadEntries(site).map((entry) => {
      const { file, span, value } = entry.written;
      const [near] = suggestedNames(site, entry);
      const message = `The navigation leads to ${value}, where no page is served.${didYouMean(near)}`;
      return { code: "navigation-missing-page", file, span, message };
    }),
  fix(site, finding, text) {
    const entry = deadEntries(site).find(
      ({ written }) => written.file === finding.file && written.span.start === finding.span.start,
    );
    if (!entry) return [];
    return suggestedNames(site, entry).flatMap((name) => {
      const edit = rewrittenAs(name, entry.written, text);
      return edit ? [{ title: `Change to ${name}`, edits: [edit] }] : [];
    });
  },
};

/** The pages that were most likely meant, as they are named in that place: a doc's id, a file, a route. */
function suggestedNames(site: Site, { written, label }: Written): readonly string[] {
  const names = suggestedPages(site, written.value, label).flatMap((page) => written.nameOf?.(page) ?? []);
  return [...new Set(names)];
}

type Written = NavigationEntry & { readonly written: NonNullable<NavigationEntry["written"]> };

function deadEntries(site: Site): readonly Written[] {
  return (navigationOf(site)?.all ?? []).filter((entry): entry is Written => {
    const end = entry.target && endOf(entry.target);
    return (
      entry.written !== undefined &&
      end?.kind === "missing" &&
      end.what !== "anchor" &&
      unreadableAt(end, site) === undefined &&
      !isElsewhere(site, entry.written.value)
    );
  });
}

/** A full address outside the base path: of the same host, but of another site. */
function isElsewhere({ model }: Site, value: string): boolean {
  const path = /^https?:\/\/[^/]*(.*)$/i.exec(value)?.[1];
  return path !== undefined && !`${path}/`.startsWith(`${model.base ?? ""}/`);
}
