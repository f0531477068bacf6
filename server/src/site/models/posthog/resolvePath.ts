// Links of a PostHog-like site are addresses: read against the page's route. (Redirects are the host's, vercel.json's.)

import { folderOf, joinPath, resolvePathname } from "../../routeKey.ts";
import { servedAt } from "../../servedAt.ts";
import type { FilePath, LinkTarget, Page, Route, Site } from "../../site.ts";
import { type ExternalRoutes, notServed } from "../common/externalRoutes.ts";
import { fileAt, looksLikeFile } from "../common/fileTargets.ts";
import type { CodeRoutes } from "./codeRoutes.ts";
import { posthogRoute } from "./place.ts";

export interface PosthogRules {
  readonly external: ExternalRoutes;
  readonly code: CodeRoutes;
  readonly contentRoots: readonly string[];
}

export function resolvePosthogPath(path: string, from: Page, site: Site, rules: PosthogRules): LinkTarget {
  if (!path.startsWith("/")) {
    const file = joinPath(folderOf(from.path), path);
    if (file !== undefined && looksLikeFile(file)) {
      return fileAt(site, file) ?? { kind: "missing", what: "file", path: file };
    }
  }
  const base = from.route ?? posthogRoute(from.path.replace(/(^|\/)_/g, "$1"), rules.contentRoots) ?? "/";
  return serve(resolvePathname(base, asAddress(path)), site, rules);
}

/** Only what begins with a dot loses its extension; the site leaves other relative links as they stand. */
function asAddress(path: string): string {
  return path.startsWith(".") ? path.replace(/\.mdx?$/, "") : path;
}

function serve(route: string, site: Site, rules: PosthogRules): LinkTarget {
  const page = servedAt(site, route);
  if (page) return page;
  const file = `static${route}`.normalize("NFC") as FilePath;
  if (site.files.has(file)) return { kind: "file", path: file };
  const code = rules.code(route);
  if (code === "exact") return { kind: "generated", route: route as Route };
  if (code === "pattern") return { kind: "unknown", why: "A page made by code may serve this address." };
  const missing = notServed(route, rules.external);
  return missing.kind === "missing" && looksLikeFile(route)
    ? { kind: "missing", what: "file", path: route }
    : missing;
}
