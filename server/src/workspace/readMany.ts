// Reads and scans many pages: on other threads where there are some and it is worth it, else here. Pages that are open in
// the editor are read here, since only we have their texts.

import type { ScannedPage } from "../page/scannedPage.ts";
import { placePage } from "../site/placePage.ts";
import { isMarkdown } from "../site/routeKey.ts";
import type { FilePath, Page } from "../site/site.ts";
import type { SiteModel } from "../site/siteModel.ts";
import type { PageScanner, ScanHearing, ScanWork } from "./pageScanner.ts";
import { inSlices, type Platform } from "./platform.ts";
import { type Job, pathOf, type Reading, readPages } from "./reading.ts";
import { messageOf } from "./traceOf.ts";

/** How other threads come to the files. */
export interface ReadingWay {
  /** URI of the folder, as the disk has it. */
  readonly root: string;
  /** The path as the disk has it. */
  name(path: FilePath): string;
  /** Names of all files of the folder. */
  present(): Iterable<string>;
  isOpen(path: FilePath): boolean;
  /** Something is wrong with the file of a page that another thread has read. */
  doubt(job: Job): void;
  stopped(): boolean;
}

/** Fewer pages are scanned here before a thread has begun. */
export const worthThreads = 150;

/** Lets other threads begin where a folder may hold a handbook so large that they are worth it. */
export function warmFor({ scanner }: Platform, root: string, files: Iterable<FilePath>): void {
  if (!scanner || !root.startsWith("file:")) return;
  let pages = 0;
  for (const file of files) if (isMarkdown(file)) pages++;
  if (pages >= worthThreads) scanner.warm(root);
}

/** Answers whether it came to the end. */
export async function readMany(
  platform: Platform,
  jobs: readonly Job[],
  reading: Reading & ReadingWay,
): Promise<boolean> {
  const { scanner } = platform;
  if (!scanner || !isWorthThreads(jobs, reading)) return readPages(platform, jobs, reading);
  const open = jobs.filter((job) => reading.isOpen(pathOf(job)));
  if (!(await readPages(platform, open, { ...reading, progress: () => {} }))) return false;
  const others = open.length === 0 ? jobs : jobs.filter((job) => !open.includes(job));
  const left = new Set(others);
  const take = (at: number, page: ScannedPage | undefined, doubtful = page === undefined) => {
    const job = others[at];
    if (!job) return;
    left.delete(job);
    if (doubtful) reading.doubt(job);
    reading.take({ job, text: undefined, page });
    reading.progress?.(jobs.length - left.size);
  };
  try {
    return await scanner.scan(workOf(others, reading), { stopped: reading.stopped, take });
  } catch (error) {
    platform.log.warn(`Pages are read one by one: ${messageOf(error)}`);
    return readPages(platform, [...left], reading);
  }
}

/** The pages that are known from an earlier start and are as they were; of none that is open. */
export async function recallPages(
  platform: Platform,
  jobs: readonly Job[],
  way: ReadingWay,
): Promise<readonly ScannedPage[]> {
  if (!isWorthThreads(jobs, way)) return [];
  const work = workOf(
    jobs.filter((job) => !way.isOpen(pathOf(job))),
    way,
  );
  const known: ScannedPage[] = [];
  await withScanner(platform, (scanner) => scanner.recall(work, collecting(known, way)));
  return known;
}

/** The heads of pages that are not open; undefined where that would not be faster than to read them whole. */
export async function readHeads(
  platform: Platform,
  jobs: readonly Job[],
  way: ReadingWay,
): Promise<readonly ScannedPage[] | undefined> {
  if (!isWorthThreads(jobs, way)) return undefined;
  const work = { ...workOf(jobs, way), heads: true };
  const heads: ScannedPage[] = [];
  const ended = await withScanner(platform, (scanner) => scanner.scan(work, collecting(heads, way)));
  return ended ? heads : undefined;
}

/** Undefined where there are no other threads, or they fail: what they would have told is then read here, later. */
async function withScanner<T>(
  { scanner, log }: Platform,
  ask: (scanner: PageScanner) => Promise<T>,
): Promise<T | undefined> {
  try {
    return scanner && (await ask(scanner));
  } catch (error) {
    log.warn(`Other threads tell nothing: ${messageOf(error)}`);
    return undefined;
  }
}

function collecting(pages: ScannedPage[], { stopped }: ReadingWay): ScanHearing {
  return {
    stopped,
    take: (_at, page) => {
      if (page) pages.push(page);
    },
  };
}

export async function placeHeads(
  platform: Platform,
  model: SiteModel,
  heads: readonly ScannedPage[],
): Promise<ReadonlyMap<ScannedPage, Page>> {
  const byPath = new Map(heads.map((head) => [head.path, head]));
  const placed = new Map<ScannedPage, Page>();
  await inSlices(platform, heads, (head) => {
    placed.set(
      head,
      placePage(head, model, (path) => byPath.get(path)),
    );
  });
  return placed;
}

function isWorthThreads(jobs: readonly Job[], { root }: ReadingWay): boolean {
  return jobs.length >= worthThreads && root.startsWith("file:");
}

function workOf(jobs: readonly Job[], way: ReadingWay): ScanWork {
  const files = jobs.map((job) => ({ name: way.name(pathOf(job)), path: job.path, syntax: job.syntax }));
  return { root: way.root, files, present: way.present };
}
