// `file-not-a-page`: a file among the pages that the site does not serve, or serves at an address nobody meant: text without
// an extension, a copy, a name with spaces or capital letters where the handbook's names have none.

import { nameOf, routeKey } from "../site/routeKey.ts";
import type { FilePath, Page, Site } from "../site/site.ts";
import { betterName, type NameFault, nameFault, originalOf } from "./betterName.ts";
import type { FileRule, Fix } from "./finding.ts";
import { renameFix, replaceFix } from "./renaming.ts";

export const fileNotAPage: FileRule = {
  codes: ["file-not-a-page"],
  check: (site) =>
    [...site.files].flatMap((file) => {
      const fault = nameFault(site, file);
      if (fault === undefined) return [];
      const span = { start: 0, end: 0 };
      return [{ code: "file-not-a-page" as const, file, span, message: messageOf(site, file, fault) }];
    }),
  fix(site, { file }, text): readonly Fix[] {
    const fault = nameFault(site, file);
    const to = fault && betterName(site, file, fault);
    const original = fault === "copy" ? originalOf(site, file) : undefined;
    return [
      ...(to === undefined ? [] : [{ ...renameFix(site, { from: file, to, text }), preferred: true }]),
      ...(original ? [replaceFix(site, file, original)] : []),
    ];
  },
};

function messageOf(site: Site, file: FilePath, fault: NameFault): string {
  const to = betterName(site, file, fault);
  const name = to === undefined ? "Rename it" : `Rename it to ${nameOf(to)}`;
  switch (fault) {
    case "no-ending":
      return `The site serves no page for a file without an extension. ${name} if it is meant as one.`;
    case "copy":
      return `This looks like a copy of another page, and the site serves it at an address of its own. ${name}${originalOf(site, file) ? ", or delete it" : ""}.`;
    case "spaces":
      return `The ${whatHas(site, file, /\s/)} has spaces in it, unlike those of its neighbours. ${name}.`;
    case "capitals":
      return `The ${whatHas(site, file, /[A-Z]/)} has capital letters in it, unlike those of its neighbours. ${name}.`;
  }
}

/** Some generators make an address of their own of a name: then only the file has the signs. */
function whatHas({ pages }: Site, file: FilePath, signs: RegExp): string {
  const route = pages.get(file as string as Page["path"])?.route;
  return route !== undefined && signs.test(nameOf(routeKey(route)))
    ? "address of this page"
    : "name of this file";
}
