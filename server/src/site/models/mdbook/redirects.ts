// `output.html.redirect` of book.toml: old addresses, each with where it leads, read from its own place. A page wins over them.
// Those of a fragment of a page (`/a.html#old`) are followed by a script on it.

import { at, entriesAt } from "../../../data/value.ts";
import { resolvePathname } from "../../routeKey.ts";
import type { RedirectRule } from "../../siteModel.ts";
import { type BookConfig, bookFile } from "./config.ts";

export function bookRedirects({ value, base }: BookConfig): readonly RedirectRule[] {
  return entriesAt(at(value, "output", "html", "redirect")).flatMap(({ key, keySpan, value: target }) => {
    if (target.kind !== "string" || key.includes("#")) return [];
    const source = `${base}/${key.replace(/^\//, "")}`;
    const external = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(target.value);
    return [
      {
        file: bookFile,
        span: { start: keySpan.start, end: target.span.end },
        sourceSpan: keySpan,
        destinationSpan: target.span,
        source: source.replace(/\/index\.html$/, "/"),
        destination: external ? target.value : resolvePathname(source, target.value),
        literal: true,
        conditional: false,
        yieldsToPages: true,
      },
    ];
  });
}

/** Fragments of a page (its address without the base) that its script forwards. */
export function forwardedIds({ value }: BookConfig): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { key } of entriesAt(at(value, "output", "html", "redirect"))) {
    const [path = "", fragment] = key.split("#", 2);
    if (fragment === undefined) continue;
    const route = `/${path.replace(/^\//, "")}`.replace(/(^|\/)index\.html$/, "$1");
    const ids = found.get(route);
    if (ids) ids.push(fragment);
    else found.set(route, [fragment]);
  }
  return found;
}
