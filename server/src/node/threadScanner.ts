// Scans many pages on threads of their own. They live as long as there is work for them, and a moment longer.

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { MarkdownSyntax } from "../markdown/syntax.ts";
import { unpackPage } from "../page/unpackPage.ts";
import type { PageScanner, ScanHearing, ScanWork } from "../workspace/pageScanner.ts";
import type { Log } from "../workspace/platform.ts";
import { diskPath } from "./diskPath.ts";
import type { ScanDone, ScanJob } from "./scanJob.ts";

/** Large enough that equal strings are shared, small enough that all threads end at about the same time. */
const filesPerJob = 64;
/** A thread has this many jobs, so that it never waits for the next one. */
const jobsAhead = 2;
const mostThreads = 8;
/** Milliseconds without work after which a thread ends: its memory is worth more than its start. */
const lingers = 3000;
/** What nests too deeply to be read must be the same on every thread: the stack is that of the main one. */
const resourceLimits = { stackSizeMb: 1 };

/** `worker` is the address of the script that the threads run. */
export function threadScanner(worker: URL, log: Log): PageScanner {
  const threads = new Threads(worker);
  const most = Math.min(availableParallelism(), mostThreads);
  return {
    warm: () => threads.give(threads.take(most)),
    scan: async (work, hearing) => {
      const run = new ScanRun(work, hearing, log);
      const taken = threads.take(Math.min(most, Math.ceil(work.files.length / filesPerJob)));
      try {
        await Promise.all(taken.map((thread) => run.feed(thread)));
      } catch (error) {
        for (const thread of taken) void thread.terminate();
        throw error;
      }
      threads.give(taken);
      return !hearing.stopped();
    },
  };
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

/** One call of `scan`: what is left of its files, and who hears of the others. */
class ScanRun {
  readonly #work: ScanWork;
  readonly #root: string;
  readonly #hearing: ScanHearing;
  readonly #log: Log;
  readonly #syntaxes: readonly MarkdownSyntax[];
  #next = 0;

  constructor(work: ScanWork, hearing: ScanHearing, log: Log) {
    this.#work = work;
    this.#root = diskPath(work.root);
    this.#hearing = hearing;
    this.#log = log;
    this.#syntaxes = [...new Set(work.files.map(({ syntax }) => syntax))];
  }

  /** Gives a thread job after job; resolves when there is none left. */
  feed(thread: Worker): Promise<void> {
    return new Promise((resolve, reject) => {
      const under: number[] = [];
      const give = () => {
        const from = this.#next;
        if (from >= this.#work.files.length || this.#hearing.stopped()) {
          if (under.length === 0) resolve();
          return;
        }
        this.#next += filesPerJob;
        under.push(from);
        thread.postMessage(this.#job(from));
      };
      thread.on("error", reject);
      thread.on("exit", () => reject(new Error("A scanning thread has ended.")));
      thread.on("message", (done: ScanDone) => {
        this.#take(under.shift() ?? 0, done);
        give();
      });
      for (let i = 0; i < jobsAhead; i++) give();
    });
  }

  #job(from: number): ScanJob {
    const files = this.#work.files.slice(from, from + filesPerJob);
    return {
      heads: this.#work.heads ?? false,
      root: this.#root,
      syntaxes: this.#syntaxes,
      files: files.map(({ name, path, syntax }) => ({ name, path, syntax: this.#syntaxes.indexOf(syntax) })),
    };
  }

  #take(from: number, { pack, places, faults }: ScanDone): void {
    for (const fault of faults) this.#log.error(fault);
    if (this.#hearing.stopped()) return;
    places.forEach((place, at) => {
      const file = this.#work.files[from + at];
      if (!file) return;
      const page = place === undefined ? undefined : unpackPage(pack, place, file.path, file.syntax);
      this.#hearing.take(from + at, page);
    });
  }
}
