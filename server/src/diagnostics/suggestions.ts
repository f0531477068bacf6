// "Did you mean …?": what an author most likely meant by a link that leads nowhere. Each question is asked once
// while the pages keep their names, and only for so many links of a page: a page of thousands of dead links is not a typing error.

import type { PagePath } from "../page/scannedPage.ts";
import { closeness } from "../site/closeness.ts";
import { keptTable } from "../site/keptTable.ts";
import { nearestFiles, nearestIds, nearestRoutes, pagesWithId } from "../site/queries.ts";
import { decodeOnce } from "../site/routeKey.ts";
import type { FilePath, Page, Site } from "../site/site.ts";
import { isNear } from "./nearness.ts";
import { titleFromPath } from "./titleFromPath.ts";
import type { WrittenLink } from "./writtenLinks.ts";

/** How many of one kind are offered. */
const most = 3;

/** For how many links of a page a message asks "Did you mean …?"; the fixes answer for every link. */
export const mostAsked = 20;

/** Pages near a route by path, or by title where the path is far from all; the likeliest first. */
export function suggestedPages(site: Site, route: string, text: string): readonly Page[] {
  const byPath = pagesNear(site, decodeOnce(route));
  const paths = byPath.length > 0 || text.trim() === "" ? byPath : pagesNear(site, text);
  return paths.flatMap((path) => site.pages.get(path) ?? []);
}

function pagesNear(site: Site, route: string): readonly PagePath[] {
  const pages = answers(site);
  const paths = pages.get(route) ?? nearestRoutes(site, route, most).map((page) => page.path);
  pages.set(route, paths);
  return paths;
}

const idAnswers = new WeakMap<Page, Map<string, readonly string[]>>();

/** Ids of a page near a fragment. */
export function suggestedIds(page: Page, fragment: string): readonly string[] {
  const known = idAnswers.get(page) ?? new Map<string, readonly string[]>();
  idAnswers.set(page, known);
  const ids = known.get(fragment) ?? nearestIds(page, decodeOnce(fragment), most);
  known.set(fragment, ids);
  return ids;
}

/** Other pages that have the id; none when it is so common that it says nothing. */
export function pagesThatHave(site: Site, id: string, except: Page): readonly Page[] {
  const others = pagesWithId(site, decodeOnce(id)).filter((page) => page.path !== except.path);
  return others.length <= most ? others : [];
}

const fileAnswers = new WeakMap<Site["files"], Map<string, readonly FilePath[]>>();

export function suggestedFiles(site: Site, path: string): readonly FilePath[] {
  const known = fileAnswers.get(site.files) ?? new Map<string, readonly FilePath[]>();
  fileAnswers.set(site.files, known);
  const files = known.get(path) ?? nearestFiles(site, decodeOnce(path), most);
  known.set(path, files);
  return files;
}

/** For `[above](/#roles)` on a page that has `roles` itself: "roles". */
export function ownIdMeant(page: Page, written: WrittenLink): string | undefined {
  const id = written.fragment && decodeOnce(written.fragment);
  return written.path === "/" && id && page.ids.has(id) ? id : undefined;
}

/** Is the first so much nearer to what was written than the others that it may be taken without asking? */
export function isClearlyNearest(wanted: string, candidates: readonly string[]): boolean {
  const [first, second] = candidates;
  if (first === undefined) return false;
  if (second === undefined) return isNear(wanted, first) || sameName(wanted, first);
  if (isNear(wanted, first)) return closeness(wanted, first) > closeness(wanted, second);
  return sameName(wanted, first) && !candidates.slice(1).some((other) => sameName(wanted, other));
}

/** `/people/feedback` and `/handbook/feedback.md`: a page that was moved keeps its last name. */
function sameName(a: string, b: string): boolean {
  return titleFromPath(a) === titleFromPath(b);
}

/** By what was asked, the answers so far: as long as no page has another title or route. */
const answers = keptTable(
  ({ title }) => title,
  () => new Map<string, readonly PagePath[]>(),
);
