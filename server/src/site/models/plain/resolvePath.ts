// Links of a plain handbook name files: relative to the page's folder, or from the root of the content or the repository.

import { folderOf, joinPath, withoutMarkdownExtension } from "../../routeKey.ts";
import type { LinkTarget, Page, Route, Site } from "../../site.ts";
import { type ExternalRoutes, notServed } from "../common/externalRoutes.ts";
import { fileAt, hasFolder, looksLikeFile } from "../common/fileTargets.ts";
import { plainRoute } from "./routes.ts";

export interface PlainRules {
  readonly contentRoots: readonly string[];
  readonly external: ExternalRoutes;
  /** Folders that are other repositories. */
  readonly submodules: readonly string[];
  /** Name of a generator whose rules are not read yet. */
  readonly unread: string | undefined;
}

export function resolvePlainPath(path: string, from: Page, site: Site, rules: PlainRules): LinkTarget {
  const candidates = path.startsWith("/")
    ? [...rules.contentRoots, ""].map((root) => joinPath(root, path.slice(1)))
    : [joinPath(folderOf(from.path), path)];
  const asFolder = path.endsWith("/") || /(?:^|\/)\.\.?$/.test(path);
  for (const candidate of candidates) {
    const found = candidate === undefined ? undefined : targetAt(site, candidate, asFolder);
    if (found) return found;
  }
  const [wanted] = candidates;
  if (wanted === undefined) {
    return { kind: "unknown", why: "The link leads out of the folder that is open." };
  }
  return candidates.some((candidate) => isElsewhere(candidate, rules))
    ? { kind: "unknown", why: "The folder is another repository, a submodule." }
    : notFound(path, wanted, rules);
}

function isElsewhere(path: string | undefined, { submodules }: PlainRules): boolean {
  return path !== undefined && submodules.some((folder) => `${path}/`.startsWith(`${folder}/`));
}

const indexNames = [
  "index.md",
  "index.mdx",
  "README.md",
  "readme.md",
  "Readme.md",
  "README.mdx",
  "_index.md",
];

/** What a path without its extension may name, in GitHub's order and that of the generators that fold `index`. */
function targetAt(site: Site, path: string, asFolder: boolean): LinkTarget | undefined {
  const names = asFolder ? [] : [path, `${path}.md`, `${path}.mdx`, `${path}.markdown`];
  const folder = path === "" ? "" : `${path}/`;
  names.push(...indexNames.map((name) => folder + name));
  if (asFolder && path !== "") names.push(`${path}.md`, `${path}.mdx`);
  if (/\.html?$/i.test(path)) names.push(path.replace(/\.html?$/i, ".md"));
  for (const name of names) {
    const found = fileAt(site, name);
    if (found) return found;
  }
  return hasFolder(site, path) ? { kind: "generated", route: `/${path}` as Route } : undefined;
}

function notFound(path: string, wanted: string, rules: PlainRules): LinkTarget {
  const byFile = /\.(?:md|mdx|markdown)$/i.test(path) && !path.startsWith("/");
  if (rules.unread !== undefined && !byFile) {
    return { kind: "unknown", why: `How ${rules.unread} serves this address is not read yet.` };
  }
  if (looksLikeFile(wanted)) return { kind: "missing", what: "file", path: wanted };
  return notServed(
    plainRoute(wanted, rules.contentRoots) ?? `/${withoutMarkdownExtension(wanted)}`,
    rules.external,
  );
}
