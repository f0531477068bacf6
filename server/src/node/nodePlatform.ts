// Node's time for the living part.

import type { Log, Platform } from "../workspace/platform.ts";
import { usualDelays } from "../workspace/platform.ts";
import { nodeFiles } from "./nodeFiles.ts";
import { threadScanner } from "./threadScanner.ts";

/** `worker` is the address of the script that scanning threads run (scanWorker.ts, bundled). */
export function nodePlatform(log: Log, worker: URL): Platform {
  return {
    files: nodeFiles,
    scanner: threadScanner(worker, log),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    now: () => performance.now(),
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    log,
    delays: usualDelays,
  };
}
