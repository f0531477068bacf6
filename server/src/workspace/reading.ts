// Reads and scans many pages: a few reads at a time, the next ones under way while these are scanned, with pauses in
// which requests are answered.

import type { MarkdownSyntax } from "../markdown/syntax.ts";
import type { PagePath, ScannedPage } from "../page/scannedPage.ts";
import { scanPage } from "../page/scanPage.ts";
import type { LivingSite } from "./livingSite.ts";
import type { Platform } from "./platform.ts";
import { inSlices } from "./platform.ts";

/** A page to be scanned, and the site that it is a page of. */
export interface Job {
  readonly living: LivingSite;
  readonly path: PagePath;
  readonly syntax: MarkdownSyntax;
}

export interface ReadPage {
  readonly job: Job;
  /** What was read; undefined when nothing could be. */
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
        reading.take({
          job,
          text,
          page: text === undefined ? undefined : scanPage(job.path, text, job.syntax),
        }),
      reading.stopped,
    );
    reading.progress?.(Math.min(from + readsAtOnce, jobs.length));
  }
  return !reading.stopped();
}
