// Checks the pages of the handbooks in the background, and remembers what was found on each. After a change that other
// pages can't see it checks the changed page alone; else all, in slices.

import type { Config } from "../config.ts";
import { checkFiles, type LevelledFileFinding } from "../diagnostics/files.ts";
import type { LevelledFinding } from "../diagnostics/index.ts";
import type { PagePath } from "../page/scannedPage.ts";
import type { FilePath, Page, Site } from "../site/site.ts";
import { knownFindings } from "./findings.ts";
import type { LivingSite } from "./livingSite.ts";
import { inSlices, type Platform } from "./platform.ts";

/** What was found on a page, with the page as it was then (its line index makes ranges of the spans). */
export interface Checked {
  readonly page: Page;
  readonly findings: readonly LevelledFinding[];
}

/** The findings of one handbook's pages; kept only for pages that have some. */
export class SweptSite {
  readonly living: LivingSite;
  readonly checked = new Map<PagePath, Checked>();
  /** Of files that are no pages: what was found in each. */
  files: ReadonlyMap<FilePath, readonly LevelledFileFinding[]> = new Map();
  /** How often a page was checked: what a test counts. */
  checks = 0;
  #revision = -1;
  #config: Config | undefined;

  constructor(living: LivingSite) {
    this.living = living;
  }

  /** Checks what has changed. Answers the pages that were looked at, and those that are gone. */
  async sweep(platform: Platform, config: Config, stopped: () => boolean): Promise<ReadonlySet<PagePath>> {
    const { living } = this;
    const site = living.site;
    const touched = living.takeTouched();
    const whole = this.#revision !== living.revision || this.#config !== config;
    this.#revision = living.revision;
    this.#config = config;
    const looked = new Set<PagePath>(whole ? site.pages.keys() : touched);
    for (const path of this.checked.keys()) {
      if (site.pages.has(path)) continue;
      this.checked.delete(path);
      looked.add(path);
    }
    await inSlices(
      platform,
      looked,
      (path) => {
        const page = site.pages.get(path);
        if (!page) return;
        this.checks++;
        const findings = knownFindings(living, site, page, config);
        if (findings.length > 0) this.checked.set(path, { page, findings });
        else this.checked.delete(path);
      },
      stopped,
    );
    if (stopped()) this.#revision = -1;
    else if (whole) this.files = byFile(site, config);
    return looked;
  }

  get problems(): number {
    let count = 0;
    for (const { findings } of this.checked.values()) count += findings.length;
    for (const findings of this.files.values()) count += findings.length;
    return count;
  }
}

/** What concerns a page's file as a whole is among the findings of the page. */
function byFile(site: Site, config: Config): ReadonlyMap<FilePath, readonly LevelledFileFinding[]> {
  const files = new Map<FilePath, LevelledFileFinding[]>();
  for (const finding of checkFiles(site, config)) {
    if (site.pages.has(finding.file as string as PagePath)) continue;
    const list = files.get(finding.file);
    if (list) list.push(finding);
    else files.set(finding.file, [finding]);
  }
  return files;
}
