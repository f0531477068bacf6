// The list of the rules about files around the pages, and what is asked of them.

import { type Config, levelOf, type Severity } from "../config.ts";
import type { PagePath } from "../page/scannedPage.ts";
import { keptTable } from "../site/keptTable.ts";
import { pageFace } from "../site/pageFace.ts";
import { remember } from "../site/remember.ts";
import type { FilePath, Site } from "../site/site.ts";
import type { SiteModel } from "../site/siteModel.ts";
import { indexLines, type LineIndex } from "../text/lineIndex.ts";
import { fileNotAPage } from "./file-not-a-page.ts";
import type { FileFinding, FileRule, Fix } from "./finding.ts";
import { navigationMissingPage } from "./navigation-missing-page.ts";
import { redirectConflict, redirectDead, redirectLoop } from "./redirects.ts";
import { siteConfigUnread } from "./site-config-unread.ts";

export const fileRules: readonly FileRule[] = [
  redirectConflict,
  redirectDead,
  redirectLoop,
  navigationMissingPage,
  fileNotAPage,
  siteConfigUnread,
];

export interface LevelledFileFinding extends FileFinding {
  readonly level: Severity;
}

/** All that is wrong in files that are no pages, in order of file and place; codes that are switched off are left out. */
export function checkFiles(site: Site, config: Config): readonly LevelledFileFinding[] {
  return allFindings(site).flatMap((finding) => {
    const level = levelOf(config, finding.code, finding.severity);
    return level === "off" ? [] : [{ ...finding, level }];
  });
}

/** The same of one file; of a page, what concerns its file as a whole. */
export function checkFile(site: Site, file: string, config: Config): readonly LevelledFileFinding[] {
  const all = allFindings(site);
  const files = remember(concerned, all, () => new Set(all.map((one) => one.file as string)));
  return files.has(file) ? checkFiles(site, config).filter((finding) => finding.file === file) : [];
}

const concerned = new WeakMap<readonly FileFinding[], ReadonlySet<string>>();

/** What would mend a finding of `checkFiles`; `text` is the file's text now. */
export function fixesForFile(site: Site, finding: FileFinding, text: string): readonly Fix[] {
  return fileRules.find(({ codes }) => codes.includes(finding.code))?.fix?.(site, finding, text) ?? [];
}

/** The lines of a file that has findings: of a page, of a file of the configuration; of all others only the first is known. */
export function linesOf(site: Site, file: FilePath): LineIndex {
  const page = site.pages.get(file as string as PagePath);
  if (page) return page.scanned.lines;
  const ofSite = remember(lines, site.model, () => new Map<FilePath, LineIndex>());
  const before = ofSite.get(file);
  if (before) return before;
  const index = indexLines(site.model.sources.get(file) ?? "");
  ofSite.set(file, index);
  return index;
}

const lines = new WeakMap<SiteModel, Map<FilePath, LineIndex>>();

const allFindings = keptTable(pageFace, findAll);

function findAll(site: Site): readonly FileFinding[] {
  return fileRules
    .flatMap((rule) => rule.check(site))
    .filter(({ code, file }) => code === "site-config-unread" || !site.model.halfWritten?.has(file))
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.span.start - b.span.start));
}
