// Routes that something else than the handbook's files serves: another repository, code pages. Named in the settings
// (`handbook.site.externalRoutes`) or read from a generator's configuration.

import { routeKey } from "../../routeKey.ts";
import type { LinkTarget } from "../../site.ts";

/** Is the route served by something else? Takes `/handbook/engineering` or `/handbook/engineering/**` for all below, and `*` for one segment. */
export type ExternalRoutes = (route: string) => string | undefined;

/** The pattern that a route falls under. */
export function externalRoutes(patterns: readonly string[]): ExternalRoutes {
  const compiled = patterns.map((pattern) => ({ pattern, segments: segmentsOf(pattern) }));
  return (route) => {
    const segments = segmentsOf(route);
    return compiled.find((one) => startsWith(segments, one.segments))?.pattern;
  };
}

/** A route that no page has: unknown where something else may serve it, else missing. */
export function notServed(route: string, external: ExternalRoutes): LinkTarget {
  const pattern = external(route);
  return pattern === undefined
    ? { kind: "missing", what: "page", route }
    : { kind: "unknown", why: `Addresses under ${pattern} are served from outside of this handbook.` };
}

/** An address that does not lie below the site's base: unknown where something else may serve it, else missing. */
export function notBelowBase(address: string, external: ExternalRoutes): LinkTarget {
  const target = notServed(address, external);
  return target.kind === "missing" && target.what === "page" ? { ...target, outside: true } : target;
}

function segmentsOf(pattern: string): readonly string[] {
  const segments = routeKey(pattern.startsWith("/") ? pattern : `/${pattern}`)
    .split("/")
    .slice(1);
  const end = segments.at(-1);
  return end === "**" || end === "" ? segments.slice(0, -1) : segments;
}

function startsWith(segments: readonly string[], pattern: readonly string[]): boolean {
  return segments.length >= pattern.length && pattern.every((one, at) => one === "*" || one === segments[at]);
}
