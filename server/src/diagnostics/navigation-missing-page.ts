// `navigation-missing-page`: an entry of the site's navigation leads to a page that the site does not serve.

import { endOf } from "../site/endOf.ts";
import { navigationOf } from "../site/navigation.ts";
import { encodePath } from "../site/routeKey.ts";
import type { Site } from "../site/site.ts";
import type { NavigationEntry } from "../site/siteModel.ts";
import { unreadableAt } from "../site/unreadable.ts";
import type { FileRule } from "./finding.ts";
import { suggestedPages } from "./suggestions.ts";
import { didYouMean } from "./wording.ts";

export const navigationMissingPage: FileRule = {
  codes: ["navigation-missing-page"],
  check: (site) =>
    deadEntries(site).map(({ written, label }) => {
      const [near] = suggestedPages(site, written.value, label);
      const message = `The navigation leads to ${written.value}, where no page is served.${didYouMean(written.value.startsWith("/") ? near?.route : near?.path)}`;
      return { code: "navigation-missing-page", file: written.file, span: written.span, message };
    }),
  fix(site, finding) {
    const entry = deadEntries(site).find(
      ({ written }) => written.file === finding.file && written.span.start === finding.span.start,
    );
    if (!entry?.written.value.startsWith("/")) return [];
    return suggestedPages(site, entry.written.value, entry.label).map((page) => ({
      title: `Change to ${page.route}`,
      edits: [{ span: finding.span, newText: encodePath(page.route ?? "") }],
    }));
  },
};

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
