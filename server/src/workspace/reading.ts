// Reads and scans many pages: a few reads at a time, the next ones under way while these are scanned, with pauses in
// which requests are answered.

import type { MarkdownSyntax } from "../markdown/syntax.ts";
import type { PagePath, ScannedPage } from "../page/scannedPage.ts";
import { scanPage } from "../page/scanPage.ts";
import type { FilePath } from "../site/site.ts";
import type { LivingSite } from "./livingSite.ts";
import type { Platform } from "./platform.ts";
import { inSlices } from "./platform.ts";
import { traceOf } from "./traceOf.ts";

/** A page to be scanned, and the site that it is a page of. */
export interface Job {
  readonly living: LivingSite;
  readonly path: PagePath;
  readonly syntax: MarkdownSyntax;
}

/** Path of the page's file below the workspace folder. */
export function pathOf({ living, path }: Job): FilePath {
  return (living.prefix + path) as FilePath;
}

export interface ReadPage {
  readonly job: Job;
  /** What was read; undefined when nothing could be, or another thread read the file. */
  readonly text: string | undefined;
  /** What was scanned; undefined for a file that can't be read as a page. */
  readonly page: ScannedPage | undefined;
}

export interface Reading {
  /** The text of a page as it is now; undefined when there is none. */
  text(job: Job): Promise<string | undefined>;
  take(read: ReadPage): void;
  stopped(): boolean;
  /** How many are done. */
  progress?(done: number): void;
}

const readsAtOnce = 32;

/** Reads and scans the pages in order. Answers whether it came to the end. */
export async function readPages(
  platform: Platform,
  jobs: readonly Job[],
  reading: Reading,
): Promise<boolean> {
  const readFrom = (from: number) =>
    Promise.all(
      jobs.slice(from, from + readsAtOnce).map(async (job) => ({ job, text: await reading.text(job) })),
    );
  let next = readFrom(0);
  for (let from = 0; from < jobs.length; from += readsAtOnce) {
    const texts = await next;
    if (reading.stopped()) return false;
    next = readFrom(from + readsAtOnce);
    await inSlices(
      platform,
      texts,
      ({ job, text }) =>
        reading.take({ job, text, page: text === undefined ? undefined : scanned(platform, job, text) }),
      reading.stopped,
    );
    reading.progress?.(Math.min(from + readsAtOnce, jobs.length));
  }
  return !reading.stopped();
}

/** A scan that throws is our fault, and one page's: the log has it, and the others are read. */
function scanned({ log }: Platform, { path, syntax }: Job, text: string): ScannedPage | undefined {
  try {
    return scanPage(path, text, syntax);
  } catch (error) {
    log.error(`${path}: ${traceOf(error)}`);
    return undefined;
  }
}
