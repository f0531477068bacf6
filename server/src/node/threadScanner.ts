// Scans many pages on threads of their own, which live as long as there is work for them.

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { MarkdownSyntax } from "../markdown/syntax.ts";
import { unpackPage } from "../page/unpackPage.ts";
import type { FileToScan, PageScanner, ScanHearing } from "../workspace/pageScanner.ts";
import type { Log } from "../workspace/platform.ts";
import { diskPath } from "./diskPath.ts";
import type { JobFile, ScanDone } from "./scanJob.ts";

/** Large enough that equal strings are shared, small enough that all threads end at about the same time. */
const filesPerJob = 64;
/** A thread has this many jobs, so that it never waits for the next one. */
const jobsAhead = 2;
const mostThreads = 8;
/** What nests too deeply to be read must be the same on every thread: the stack is that of the main one. */
const resourceLimits = { stackSizeMb: 1 };

/** `worker` is the address of the script that the threads run. */
export function threadScanner(worker: URL, log: Log): PageScanner {
  return {
    scan: (root, files, hearing) => {
      const run = new ScanRun({ root: diskPath(root), files, hearing, log });
      const threads = Math.min(availableParallelism(), mostThreads, Math.ceil(files.length / filesPerJob));
      return run.on(Array.from({ length: threads }, () => new Worker(worker, { resourceLimits })));
    },
  };
}

interface Run {
  readonly root: string;
  readonly files: readonly FileToScan[];
  readonly hearing: ScanHearing;
  readonly log: Log;
}

class ScanRun {
  readonly #run: Run;
  readonly #syntaxes: MarkdownSyntax[] = [];
  readonly #syntaxAt = new Map<MarkdownSyntax, number>();
  #next = 0;

  constructor(run: Run) {
    this.#run = run;
    for (const { syntax } of run.files) {
      if (!this.#syntaxAt.has(syntax)) this.#syntaxAt.set(syntax, this.#syntaxes.push(syntax) - 1);
    }
  }

  async on(threads: readonly Worker[]): Promise<boolean> {
    try {
      await Promise.all(threads.map((thread) => this.#feed(thread)));
      return !this.#run.hearing.stopped();
    } finally {
      for (const thread of threads) void thread.terminate();
    }
  }

  /** Gives a thread job after job; resolves when there is none left. */
  #feed(thread: Worker): Promise<void> {
    return new Promise((resolve, reject) => {
      const under: number[] = [];
      const give = () => {
        const from = this.#next;
        if (from >= this.#run.files.length || this.#run.hearing.stopped()) {
          if (under.length === 0) resolve();
          return;
        }
        this.#next += filesPerJob;
        under.push(from);
        thread.postMessage({ root: this.#run.root, syntaxes: this.#syntaxes, files: this.#jobFiles(from) });
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

  #jobFiles(from: number): readonly JobFile[] {
    const files = this.#run.files.slice(from, from + filesPerJob);
    return files.map(({ name, path, syntax }) => ({ name, path, syntax: this.#syntaxAt.get(syntax) ?? 0 }));
  }

  #take(from: number, { pack, places, faults }: ScanDone): void {
    const { files, hearing, log } = this.#run;
    for (const fault of faults) log.error(fault);
    if (hearing.stopped()) return;
    places.forEach((place, at) => {
      const file = files[from + at];
      if (!file) return;
      const page = place === undefined ? undefined : unpackPage(pack, place, file.path, file.syntax);
      hearing.take(from + at, page);
    });
  }
}
