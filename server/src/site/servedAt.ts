import { routeKey } from "./routeKey.ts";
import type { LinkTarget, Site } from "./site.ts";

/** The page at a route (decoded), or the redirect that an alias of a page is. */
export function servedAt(site: Site, route: string): LinkTarget | undefined {
  const there = site.served.get(routeKey(route));
  if (!there) return undefined;
  const target: LinkTarget = { kind: "page", page: there.page };
  if (!there.alias) return target;
  return { kind: "redirect", chain: [route], address: there.page.route ?? route, end: target };
}
