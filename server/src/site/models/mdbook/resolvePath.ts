// Links of an mdBook: `.md` at the end of a path becomes `.html`, in Markdown and in HTML alike (`fix_link`); then it is what a
// browser reads from the chapter's address. A link to README.md has nothing at its end: the page is index.html.

import { resolvePathname, routeKey } from "../../routeKey.ts";
import { servedAt } from "../../servedAt.ts";
import type { FilePath, LinkTarget, Page, Route, Site } from "../../site.ts";
import { type ExternalRoutes, notBelowBase, notServed } from "../common/externalRoutes.ts";
import { looksLikeFile } from "../common/fileTargets.ts";
import { followRedirects } from "../common/redirects/followRedirects.ts";
import type { RuleTable } from "../common/redirects/ruleTable.ts";
import type { BookConfig } from "./config.ts";

export interface BookRules {
  readonly config: BookConfig;
  readonly external: ExternalRoutes;
  readonly redirects: RuleTable;
  /** Path of the first chapter, which is the home where no other page is. */
  readonly first: string | undefined;
}

export function resolveBookPath(
  path: string,
  from: Page,
  site: Site,
  { full, ...rules }: BookRules & { readonly full: boolean },
): LinkTarget {
  const { base } = rules.config;
  // Full addresses are left as they are; an own one comes with its site-root path.
  const written = full ? path : path.replace(/\.md$/, ".html");
  if (from.route === undefined && !written.startsWith("/"))
    return {
      kind: "unknown",
      why: "The book shows this file within chapters; where the link leads depends on them.",
    };
  const address = resolvePathname(base + (from.route ?? "/"), written);
  return followRedirects(address, site, rules.redirects, (one) => belowBase(one, site, rules, full));
}

function belowBase(path: string, site: Site, rules: BookRules, full: boolean): LinkTarget {
  const { base } = rules.config;
  if (base === "" || path === base || path.startsWith(`${base}/`))
    return serve(path.slice(base.length) || "/", site, rules);
  const missing = notBelowBase(path, rules.external);
  if (missing.kind === "unknown" || !full) return missing;
  return {
    kind: "unknown",
    why: `The book is served below ${base}; the host may serve this address by itself.`,
  };
}

function serve(route: string, site: Site, rules: BookRules): LinkTarget {
  const found = pageAt(route, site) ?? homeAt(route, site, rules) ?? fileAt(route, site, rules.config);
  if (found) return found;
  if (made.test(routeKey(route))) return { kind: "generated", route: route as Route };
  const missing = notServed(route, rules.external);
  return missing.kind === "missing" && looksLikeFile(route)
    ? { kind: "missing", what: "file", path: route }
    : missing;
}

/** What mdBook makes beside the chapters. */
const made =
  /^\/(?:print\.html|404\.html|toc\.html|toc(?:-\w+)?\.js|searchindex(?:-\w+)?\.(?:js|json)|(?:css|fonts|FontAwesome)\/.+|favicon(?:-\w+)?\.(?:png|svg))$/;

/** A host answers `/a` with `a/index.html` or `a.html`, `/a/` with `a/index.html` alone. */
function pageAt(route: string, site: Site): LinkTarget | undefined {
  const folder = route.replace(/(^|\/)index\.html$/, "$1");
  for (const name of folder.endsWith("/") ? [folder] : [folder, `${folder}.html`]) {
    const found = servedAt(site, name);
    if (found?.kind === "page" && (!folder.endsWith("/") || found.page.route?.endsWith("/"))) return found;
  }
  return undefined;
}

function homeAt(route: string, site: Site, { first }: BookRules): LinkTarget | undefined {
  if (first === undefined || (route !== "/" && route !== "/index.html")) return undefined;
  const page = site.pages.get(first as Page["path"]);
  return page?.route === undefined ? undefined : { kind: "page", page };
}

/** All files of the source folder but Markdown are copied. */
function fileAt(route: string, site: Site, { src }: BookConfig): LinkTarget | undefined {
  const path = route.slice(1).replace(/\/$/, "/index.html");
  for (const name of [path, `${path}/index.html`, `${path}.html`]) {
    const file = (src === "" ? name : `${src}/${name}`).normalize("NFC") as FilePath;
    if (site.files.has(file) && !file.endsWith(".md")) return { kind: "file", path: file };
  }
  return undefined;
}
