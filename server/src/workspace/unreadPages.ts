// Which pages of a handbook have not been scanned yet: all of them, and those that somebody waits for.

import type { PagePath } from "../page/scannedPage.ts";
import type { FilePath } from "../site/site.ts";
import type { LivingSite } from "./livingSite.ts";
import { meantFiles } from "./meantFiles.ts";
import { meantPages } from "./meantPages.ts";
import type { Job } from "./reading.ts";

/** All pages that are not known whole. */
export function unreadPages(living: LivingSite): readonly Job[] {
  return unreadOf(living, living.files);
}

/** Those that must be read before it can be said where the links of a page lead. Without a survey, those that they probably mean. */
export function unreadFor(living: LivingSite, path: PagePath): readonly Job[] {
  const { site } = living;
  const page = site.pages.get(path);
  if (!page) return [];
  const meant = living.surveyed
    ? meantPages(site, page)
    : meantFiles(page.scanned, living.model.contentRoots);
  return unreadOf(living, meant);
}

function unreadOf(living: LivingSite, paths: Iterable<string>): readonly Job[] {
  const jobs: Job[] = [];
  for (const path of paths) {
    const syntax = living.files.has(path as FilePath) && living.model.syntaxOf(path as FilePath);
    if (syntax && !living.has(path as PagePath, syntax))
      jobs.push({ living, path: path as PagePath, syntax });
  }
  return jobs;
}
