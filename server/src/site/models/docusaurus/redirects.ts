// The client-redirects plugin: literal `redirects`, and `fromExtensions`. A redirect yields to a page at its own address.
// `createRedirects` is code, and is not run. Source: plugin-client-redirects/src/collectRedirects.ts.

import { at, type DataValue, itemsAt, stringsAt } from "../../../data/value.ts";
import type { FilePath } from "../../site.ts";
import type { RedirectRule, UnreadConfig } from "../../siteModel.ts";
import { type DocusaurusConfig, unreadAt, withoutBase } from "./config.ts";

export interface RedirectSettings {
  readonly rules: readonly RedirectRule[];
  /** "html": `/pay.html` forwards to `/pay`, for every page. */
  readonly fromExtensions: readonly string[];
  readonly unread: readonly UnreadConfig[];
}

export function readRedirects(config: DocusaurusConfig): RedirectSettings {
  const uses = config.plugins.filter((use) => use.kind === "redirects");
  return {
    rules: uses.flatMap(({ options }) =>
      itemsAt(options, "redirects").flatMap((item) => rulesOf(item, config)),
    ),
    fromExtensions: uses.flatMap(({ options }) => stringsAt(options, "fromExtensions")),
    unread: uses.flatMap(({ options }) => unreadParts(options, config)),
  };
}

/** One rule for each `from`. */
function rulesOf(item: DataValue, config: DocusaurusConfig): readonly RedirectRule[] {
  const to = at(item, "to");
  if (to?.kind !== "string") return [];
  return itemsAt(item, "from").flatMap((from) => {
    if (from.kind !== "string") return [];
    return [
      {
        file: (from.file ?? config.file) as FilePath,
        sourceSpan: withoutQuotes(from),
        destinationSpan: withoutQuotes(to),
        source: from.value,
        destination: to.value.startsWith("/") ? withoutBase(to.value, config.base) : to.value,
        literal: true,
        conditional: false,
        yieldsToPages: true,
      },
    ];
  });
}

function withoutQuotes({ span }: DataValue): DataValue["span"] {
  return { start: span.start + 1, end: Math.max(span.start + 1, span.end - 1) };
}

function unreadParts(options: DataValue | undefined, config: DocusaurusConfig): readonly UnreadConfig[] {
  const parts = [
    at(options, "createRedirects"),
    at(options, "redirects"),
    ...itemsAt(options, "redirects"),
    ...itemsAt(options, "redirects").flatMap((item) => [at(item, "from"), at(item, "to")]),
  ];
  const unread = new Set(parts.filter((part) => part?.kind === "unread"));
  return [...unread].flatMap((part) =>
    part?.kind === "unread" ? [unreadAt(part, config.file, "externalRoutes")] : [],
  );
}
