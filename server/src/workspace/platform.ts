// What the living part needs from where it runs: files, time, and a place for its log lines. Node, a browser's worker
// and a test each give their own.

import type { FileSystem } from "./fileSystem.ts";
import type { PageScanner } from "./pageScanner.ts";

export interface Platform {
  readonly files: FileSystem;
  /** Other threads, where there are some. They read the disk by themselves: only for folders whose URI is of the disk. */
  readonly scanner?: PageScanner;
  /** Lets everything else that waits (requests above all) have its turn. */
  pause(): Promise<void>;
  /** Milliseconds, of any origin. */
  now(): number;
  /** Runs something later; the answer takes it back. */
  after(milliseconds: number, run: () => void): () => void;
  readonly log: Log;
  readonly delays: Delays;
}

export interface Log {
  error(message: string): void;
  warn(message: string): void;
  info(message: string): void;
  debug(message: string): void;
}

/** How long we wait for more before we act, in milliseconds. */
export interface Delays {
  /** A finding at the place of the latest edit is shown after this long without an edit. */
  readonly calm: number;
  /** Prose is linted after this long without an edit. */
  readonly lint: number;
  /** File events are taken together. */
  readonly watch: number;
  /** Closed pages are checked again after a change. */
  readonly sweep: number;
  /** Open pages are compared with what their editor shows. */
  readonly refresh: number;
}

export const usualDelays: Delays = { calm: 700, lint: 500, watch: 50, sweep: 200, refresh: 30 };

/** Work on many pages is cut into slices of about this many milliseconds: a keystroke waits for several of them, one for each of its messages. */
const slice = 4;

/** Calls `work` for each item, with a pause whenever a slice is used up; stops early when `stopped` says so. */
export async function inSlices<T>(
  platform: Platform,
  items: Iterable<T>,
  work: (item: T) => void,
  stopped: () => boolean = () => false,
): Promise<void> {
  let since = platform.now();
  for (const item of items) {
    if (stopped()) return;
    work(item);
    if (platform.now() - since < slice) continue;
    await platform.pause();
    since = platform.now();
  }
}
