// Scans many pages on threads of their own. They live as long as there is work for them, and a moment longer.

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { MarkdownSyntax } from "../markdown/syntax.ts";
import type { PackedPages } from "../page/packPages.ts";
import type { ScannedPage } from "../page/scannedPage.ts";
import { unpackPage } from "../page/unpackPage.ts";
import type { PageScanner, ScanHearing, ScanWork } from "../workspace/pageScanner.ts";
import type { Log } from "../workspace/platform.ts";
import { buildVersion } from "./buildVersion.ts";
import { diskPath } from "./diskPath.ts";
import { PageCache, type ToRemember } from "./pageCache.ts";
import { recall } from "./recall.ts";
import type { DoneFile, ScanDone, ScanJob } from "./scanJob.ts";

/** Large enough that equal strings are shared, small enough that all threads end at about the same time. */
const filesPerJob = 64;
/** A thread has this many jobs, so that it never waits for the next one. */
const jobsAhead = 2;
const mostThreads = 8;
/** Milliseconds without work after which a thread ends: its memory is worth more than its start. */
const lingers = 3000;
/** What nests too deeply to be read must be the same on every thread: the stack is that of the main one. */
const resourceLimits = { stackSizeMb: 1 };

export interface ThreadScannerOptions {
  /** Address of the script that the threads run. */
  readonly worker: URL;
  /** The user's folder for what is kept between two starts; undefined when nothing is. */
  readonly cache: string | undefined;
  readonly log: Log;
}

export function threadScanner({ worker, cache, log }: ThreadScannerOptions): PageScanner {
  const threads = new Threads(worker);
  const most = Math.min(availableParallelism(), mostThreads);
  const caches = new Map<string, Promise<PageCache | undefined>>();
  let saving = Promise.resolve();
  const cacheOf = (root: string) => {
    if (cache === undefined) return undefined;
    const known = caches.get(root) ?? loaded(() => new PageCache(cache, root, buildVersion(worker)));
    caches.set(root, known);
    return known;
  };
  return {
    async warm(root) {
      try {
        // Where pages are remembered, few are left to scan.
        const known = await cacheOf(diskPath(root));
        if (!known || known.isEmpty) threads.give(threads.take(most));
      } catch (error) {
        log.debug(`There are no scanning threads: ${String(error)}`);
      }
    },
    recall: async (work, hearing) => {
      const known = await cacheOf(diskPath(work.root));
      if (known) await recall(known, work, hearing);
    },
    scan: async (work, hearing) => {
      const root = diskPath(work.root);
      const run = new ScanRun({ work, root, hearing, log, known: await cacheOf(root) });
      let taken: readonly Worker[] = [];
      try {
        taken = threads.take(Math.min(most, Math.ceil(work.files.length / filesPerJob)));
        await Promise.all(taken.map((thread) => run.feed(thread)));
      } catch (error) {
        for (const thread of taken) void thread.terminate();
        throw error;
      }
      threads.give(taken);
      // Nobody waits for it: a process ends when it is written.
      saving = saving.then(() => run.keep());
      return !hearing.stopped();
    },
  };
}

/** Undefined where there can be none: the script of the threads is not there. */
async function loaded(make: () => PageCache): Promise<PageCache | undefined> {
  try {
    const cache = make();
    await cache.load();
    return cache;
  } catch {
    return undefined;
  }
}

/** Those that have nothing to do. */
class Threads {
  readonly #worker: URL;
  #idle: Worker[] = [];
  #end: NodeJS.Timeout | undefined;

  constructor(worker: URL) {
    this.#worker = worker;
  }

  take(count: number): readonly Worker[] {
    const taken = this.#idle.splice(0, count);
    while (taken.length < count) taken.push(new Worker(this.#worker, { resourceLimits }));
    for (const thread of taken) {
      thread.removeAllListeners();
      thread.ref();
    }
    return taken;
  }

  give(threads: readonly Worker[]): void {
    for (const thread of threads) {
      thread.removeAllListeners();
      const forget = () => {
        this.#idle = this.#idle.filter((one) => one !== thread);
      };
      // One that fails while it waits is not given work; whoever needs one gets another.
      thread.on("error", forget).on("exit", forget);
      thread.unref();
    }
    this.#idle.push(...threads);
    clearTimeout(this.#end);
    this.#end = setTimeout(() => {
      for (const thread of this.#idle.splice(0)) void thread.terminate();
    }, lingers).unref();
  }
}

interface Run {
  readonly work: ScanWork;
  /** Path of the folder on the disk. */
  readonly root: string;
  readonly hearing: ScanHearing;
  readonly log: Log;
  readonly known: PageCache | undefined;
}

/** One call of `scan`: what is left of its files, and who hears of the others. */
class ScanRun {
  readonly #run: Run;
  readonly #syntaxes: readonly MarkdownSyntax[];
  readonly #names: readonly string[];
  readonly #fresh: ToRemember[] = [];
  #next = 0;

  constructor(run: Run) {
    this.#run = run;
    this.#syntaxes = [...new Set(run.work.files.map(({ syntax }) => syntax))];
    this.#names = this.#syntaxes.map((syntax) => JSON.stringify(syntax));
  }

  /** Gives a thread job after job; resolves when there is none left. */
  feed(thread: Worker): Promise<void> {
    const { work, hearing } = this.#run;
    return new Promise((resolve, reject) => {
      const under: number[] = [];
      const give = () => {
        const from = this.#next;
        if (from >= work.files.length || hearing.stopped()) {
          if (under.length === 0) resolve();
          return;
        }
        this.#next += filesPerJob;
        under.push(from);
        thread.postMessage(this.#job(from));
      };
      const fail = (error: unknown) => {
        thread.removeAllListeners("message");
        reject(error);
      };
      thread.on("error", fail);
      thread.on("exit", () => fail(new Error("A scanning thread has ended.")));
      thread.on("message", (done: ScanDone) => {
        try {
          this.#take(under.shift() ?? 0, done);
          give();
        } catch (error) {
          fail(error); // What is made of a page runs here, outside of every promise.
        }
      });
      for (let i = 0; i < jobsAhead; i++) give();
    });
  }

  /** Writes down what was scanned. That it can't be is no more than slow the next time. */
  async keep(): Promise<void> {
    const { known, work, log } = this.#run;
    if (!known || this.#fresh.length === 0) return;
    try {
      await known.save(this.#fresh, work.present && new Set(work.present()));
    } catch (error) {
      log.debug(`Nothing was kept of ${this.#run.root}: ${String(error)}`);
    }
  }

  #job(from: number): ScanJob {
    const { work, root } = this.#run;
    const files = work.files.slice(from, from + filesPerJob).map(({ name, path, syntax }) => {
      const at = this.#syntaxes.indexOf(syntax);
      const hash = this.#run.known?.get(name, this.#names[at] ?? "")?.stamp.hash;
      return { name, path, syntax: at, ...(hash !== undefined && { hash }) };
    });
    return { heads: work.heads ?? false, root, syntaxes: this.#syntaxes, files };
  }

  #take(from: number, { pack, files, faults }: ScanDone): void {
    const { hearing, log } = this.#run;
    for (const fault of faults) log.error(fault);
    if (hearing.stopped()) return;
    for (const [at, done] of files.entries())
      hearing.take(from + at, done && this.#page(from + at, done, pack), done?.doubtful);
  }

  #page(at: number, done: DoneFile, fresh: PackedPages): ScannedPage | undefined {
    const file = this.#run.work.files[at];
    if (!file) return undefined;
    const { name, path, syntax } = file;
    const written = this.#names[this.#syntaxes.indexOf(syntax)] ?? "";
    const known = done.at === "known" ? this.#run.known?.get(name, written) : { pack: fresh, at: done.at };
    if (!known) return undefined;
    if (done.stamp) this.#fresh.push({ name, syntax: written, ...known, stamp: done.stamp });
    return unpackPage(known.pack, known.at, path, syntax);
  }
}
