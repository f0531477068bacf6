// The file that would make a dead link live: where the site would serve it at that route, and with which frontmatter.
// It is asked of the model (a page is placed on trial), never guessed from the generator.

import type { PagePath } from "../page/scannedPage.ts";
import { scanPage } from "../page/scanPage.ts";
import { placePage } from "../site/placePage.ts";
import { decodeOnce, routeKey } from "../site/routeKey.ts";
import type { FilePath, Page, Site } from "../site/site.ts";
import type { Fix } from "./finding.ts";
import { suggestedBlock } from "./frontmatterSuggestion.ts";
import { titleFromPath } from "./titleFromPath.ts";

/** "Create the page contents/handbook/team.md"; nothing when the site would serve none of the files that we can think of there. */
export function createPage(site: Site, page: Page, route: string): readonly Fix[] {
  const wanted = routeKey(decodeOnce(route));
  if (wanted === "/" || /\.(?!mdx?$)[a-z0-9]{1,5}$/i.test(wanted)) return [];
  const path = candidatePaths(site, page, wanted).find((one) => servedAt(site, one, wanted));
  const made = path && trialPage(site, path);
  if (!path || !made) return [];
  const text = newPageText(site, made);
  return [{ title: `Create the page ${path}`, edits: [], create: { path, text } }];
}

/** As the pages beside it are written, then every other way; the content root of the linking page first. */
function candidatePaths(site: Site, page: Page, route: string): readonly FilePath[] {
  const bare = route.replace(/\.mdx?$/i, "").slice(1);
  const roots = [...site.model.contentRoots].sort(
    (a, b) => Number(page.path.startsWith(b)) - Number(page.path.startsWith(a)),
  );
  const endings = [...new Set([endingBeside(site, page, route), ".md", ".mdx", "/index.md", "/_index.md"])];
  return roots.flatMap((root) =>
    endings.map((ending) => `${root === "" ? "" : `${root}/`}${bare}${ending}` as FilePath),
  );
}

/** ".md" or "/index.md": how the file of a page with the same parent ends after its route's last name. */
function endingBeside(site: Site, page: Page, route: string): string {
  const parent = route.slice(0, route.lastIndexOf("/") + 1);
  for (const one of [page, ...site.pages.values()]) {
    const key = routeKey(one.route ?? "");
    const name = key.slice(parent.length);
    if (!key.startsWith(parent) || name === "" || name.includes("/")) continue;
    const ending = /(?:\/_?index)?\.mdx?$/i.exec(one.path)?.[0];
    if (ending) return ending;
  }
  return ".md";
}

function servedAt(site: Site, path: FilePath, wanted: string): boolean {
  const trial = site.files.has(path) ? undefined : trialPage(site, path);
  return trial?.route !== undefined && routeKey(trial.route) === wanted;
}

function trialPage(site: Site, path: FilePath): Page | undefined {
  const syntax = site.model.syntaxOf(path);
  if (!syntax) return undefined;
  const others = (one: PagePath) => site.pages.get(one)?.scanned;
  const bare = placePage(scanPage(path as string as PagePath, "", syntax), site.model, others);
  return placePage(scanPage(bare.path, newPageText(site, bare), syntax), site.model, others);
}

/** The frontmatter that its neighbours have; a first heading where pages here have none. */
function newPageText(site: Site, bare: Page): string {
  const block = suggestedBlock(site, bare, "\n");
  return block.split("\n").length > 2 ? `${block}\n\n` : `# ${titleFromPath(bare.path)}\n`;
}
