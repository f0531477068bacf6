// Reads and scans many pages: on other threads where there are some and it is worth it, else here. Pages that are open in
// the editor are read here, since only we have their texts.

import type { FilePath } from "../site/site.ts";
import type { Platform } from "./platform.ts";
import { type Job, pathOf, type Reading, readPages } from "./reading.ts";

export interface FolderReading extends Reading {
  /** URI of the folder, as the disk has it. */
  readonly root: string;
  /** The path as the disk has it. */
  name(path: FilePath): string;
  isOpen(path: FilePath): boolean;
}

/** Fewer pages are scanned here before a thread has begun. */
const worthThreads = 150;

/** Answers whether it came to the end. */
export async function readMany(
  platform: Platform,
  jobs: readonly Job[],
  reading: FolderReading,
): Promise<boolean> {
  const { scanner } = platform;
  if (!scanner || jobs.length < worthThreads || !reading.root.startsWith("file:"))
    return readPages(platform, jobs, reading);
  const open = jobs.filter((job) => reading.isOpen(pathOf(job)));
  if (!(await readPages(platform, open, { ...reading, progress: () => {} }))) return false;
  const others = open.length === 0 ? jobs : jobs.filter((job) => !open.includes(job));
  const left = new Set(others);
  const files = others.map((job) => ({
    name: reading.name(pathOf(job)),
    path: job.path,
    syntax: job.syntax,
  }));
  try {
    return await scanner.scan(reading.root, files, {
      stopped: reading.stopped,
      take: (at, page) => {
        const job = others[at];
        if (!job) return;
        left.delete(job);
        reading.take({ job, text: undefined, page });
        reading.progress?.(jobs.length - left.size);
      },
    });
  } catch (error) {
    platform.log.error(
      `Pages are read one by one: ${error instanceof Error ? error.message : String(error)}`,
    );
    return readPages(platform, [...left], reading);
  }
}
