// Which files the links of a page probably mean, by their paths alone. It only says what to look at first (or, outside
// of a handbook, at all); what a link leads to is the site model's to say.

import type { ScannedPage } from "../page/scannedPage.ts";
import { folderOf, joinPath } from "../site/routeKey.ts";

const endings = ["", ".md", ".mdx", ".markdown", "/index.md", "/index.mdx", "/_index.md", "/README.md"];

/** Candidate paths for every link of the page, below the site's root. `contentRoots` are where site-root links begin. */
export function meantFiles(page: ScannedPage, contentRoots: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of meantPaths(page, contentRoots)) {
    const bare = path.replace(/\.(?:html|mdx?)$/, "");
    for (const ending of endings) found.add(bare + ending);
    found.add(path);
  }
  found.delete(page.path);
  return found;
}

/** The paths as links write them, joined with the page's folder or a content root. Those that lead above the root are left out. */
export function meantPaths(page: ScannedPage, contentRoots: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const folder = folderOf(page.path);
  for (const { destination } of [...page.links, ...page.definitions]) {
    const path = pathOf(destination.value);
    if (path === undefined) continue;
    const bases = path.startsWith("/") ? ["", ...contentRoots] : [folder];
    for (const base of bases) {
      const joined = joinPath(base, path);
      if (joined !== undefined) found.add(joined);
    }
  }
  return found;
}

function pathOf(destination: string): string | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(destination)) return;
  const path = destination.replace(/[?#].*$/s, "");
  if (path === "") return;
  try {
    return decodeURIComponent(path).normalize("NFC");
  } catch {
    return path; // A stray "%" is part of the name.
  }
}
