// Configuration that only running it would tell may decide where pages are served. While it can't be read, an address at which
// nothing is found is not called missing where it may be served after all.

import type { LinkTarget, Site } from "./site.ts";

/** What a path leads to, or unknown where configuration that can't be read may serve it. `resolve` tells it of another path. */
export function unlessUnread(
  target: LinkTarget,
  path: string,
  site: Site,
  resolve: (path: string) => LinkTarget,
): LinkTarget {
  if (!isMissing(target)) return target;
  for (const { decides, expression } of site.model.unread ?? []) {
    const may =
      decides === "addresses" ||
      (decides === "languages" && language.test(path)) ||
      (decides === "base" && isBelowSomeBase(path, resolve));
    if (may)
      return { kind: "unknown", why: `What is served here depends on ${expression}, which is not run.` };
  }
  return target;
}

function isMissing(target: LinkTarget): boolean {
  if (target.kind === "redirect") return isMissing(target.end);
  return target.kind === "missing" && target.what !== "anchor";
}

/** `/de/…`, `/pt-BR/…`. */
const language = /^\/[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?(?:\/|$)/;

/** A base has one or two segments nearly always. */
const mostSegments = 3;

/** Is something served at the path without what may be the site's base? */
function isBelowSomeBase(path: string, resolve: (path: string) => LinkTarget): boolean {
  if (!path.startsWith("/")) return false;
  let rest = path;
  for (let dropped = 0; dropped < mostSegments; dropped++) {
    rest = rest.replace(/^\/[^/]*/, "");
    if (rest === "") return dropped === 0;
    if (!isMissing(resolve(rest))) return true;
  }
  return false;
}
