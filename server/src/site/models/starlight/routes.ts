// Which address a page has: an entry of a collection by its id, a page of src/pages by its file.

import { slug as githubSlug } from "github-slugger";
import type { FrontmatterValue } from "../../../frontmatter/frontmatter.ts";
import { entryOf } from "../../../frontmatter/keys.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { routeKey } from "../../routeKey.ts";
import { type CodeRoutes, pageRoute } from "./codeRoutes.ts";
import { type Collection, collectionOf, withoutContentExtension } from "./collections.ts";
import type { AstroConfig } from "./config.ts";
import { patternOf } from "./routePattern.ts";

export interface AstroSite {
  readonly config: AstroConfig;
  readonly collections: readonly Collection[];
  readonly code: CodeRoutes;
}

/** Where the page is, or would be if it were built: without base, ending as the site has it; undefined for what has no address. */
export function addressOf(page: ScannedPage, site: AstroSite): string | undefined {
  const { config, code } = site;
  const own = pageRoute(page.path, config.srcDir);
  if (own !== undefined) return own.includes("[") ? undefined : finished(own, config);
  const found = collectionOf(page.path, site.collections);
  if (!found) return undefined;
  const id = entryId(page, found.below);
  if (config.starlight && found.collection.name === "docs") return finished(starlightRoute(id), config);
  const served = code.collections.get(found.collection.name);
  return served && finished(patternOf(served.pattern).fill({ [served.parameter]: id }), config);
}

/** An entry's id: the frontmatter's `slug` as it is, else each part of its path slugged, `/index` dropped (astro/content/loaders/glob.js). */
export function entryId(page: ScannedPage, below: string): string {
  const own = textOf(entryOf(page.frontmatter, "slug")?.value);
  return own || idOfPath(below);
}

/** The id of a path below the collection's folder. */
export function idOfPath(below: string): string {
  return withoutContentExtension(below)
    .split("/")
    .map((part) => githubSlug(part))
    .join("/")
    .replace(/\/index$/, "");
}

/** starlight/utils/slugs.ts `slugToParam`, and Astro's collapse of slashes at the beginning. */
export function starlightRoute(id: string): string {
  if (id === "index" || id === "" || id === "/") return "/";
  const bare = id.replace(/\/index$/, "").replace(/^\/+|\/+$/g, "");
  return `/${bare}`.normalize("NFC");
}

/** A route as the site writes it: `/a/` where pages are folders, else `/a`. */
export function finished(route: string, { format, trailingSlash }: AstroConfig): string {
  const bare = routeKey(route);
  if (bare === "/" || /^\/(?:404|500)$/.test(bare)) return bare;
  return format === "directory" && trailingSlash !== "never" ? `${bare}/` : bare;
}

function textOf(value: FrontmatterValue | undefined): string | undefined {
  if (value?.kind === "string" || value?.kind === "date") return value.value;
  return value?.kind === "number" && value.value !== 0 ? String(value.value) : undefined;
}
