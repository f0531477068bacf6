// A handbook whose configuration has been broken since it was opened, so that there is no whole text to go by. What could be
// read still finds most pages; what it does not find may be there all the same, and is unknown.

import type { FilePath, LinkTarget } from "./site.ts";
import type { SiteModel } from "./siteModel.ts";

/** The model without what would be said because of what was not read. `files`: those that are broken. */
export function withBrokenConfig(model: SiteModel, files: readonly FilePath[]): SiteModel {
  const names = files.join(", ");
  const why = `${names} ${files.length === 1 ? "is" : "are"} broken, so that what is not found may be there all the same.`;
  const judge = (target: LinkTarget): LinkTarget =>
    target.kind === "missing" ? { kind: "unknown", why } : target;
  const { resolveHash, unseenIds, navigation: _, components: __, ...rest } = model;
  return {
    ...rest,
    broken: files,
    notes: [
      ...(model.notes ?? []),
      `Until ${names} ${files.length === 1 ? "is" : "are"} mended, no link is called broken: what was not read may decide where it leads.`,
    ],
    resolvePath: (path, from, site, link) => judge(model.resolvePath(path, from, site, link)),
    ...(resolveHash && {
      resolveHash: (fragment, from, site, link) => {
        const target = resolveHash(fragment, from, site, link);
        return target && judge(target);
      },
    }),
    unseenIds: (page, id) => unseenIds?.(page, id) ?? why,
  };
}
