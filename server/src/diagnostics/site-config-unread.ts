// `site-config-unread`: an expression in the site's configuration that matters to links, and whose value only running it
// would tell. Said once, where it stands, with the setting that supplies it.

import type { FileRule } from "./finding.ts";

export const siteConfigUnread: FileRule = {
  codes: ["site-config-unread"],
  check: (site) =>
    (site.model.unread ?? []).map(({ file, span, expression, setting, message: own }) => {
      const supply =
        setting === undefined
          ? "Links that depend on it are not judged."
          : `Say what it is in the setting handbook.site.${setting}.`;
      const message =
        own ??
        `Handbook reads the site's configuration without running it, and can't tell what ${expression} is. ${supply}`;
      return {
        code: "site-config-unread",
        file,
        span,
        message,
        ...(own !== undefined && { severity: "warning" as const }),
      };
    }),
};
