// Node's time for the living part.

import type { Platform } from "../workspace/platform.ts";
import { usualDelays } from "../workspace/platform.ts";
import { nodeFiles } from "./nodeFiles.ts";
import { type ThreadScannerOptions, threadScanner } from "./threadScanner.ts";

export function nodePlatform(scanning: ThreadScannerOptions): Platform {
  const { log } = scanning;
  return {
    files: nodeFiles,
    scanner: threadScanner(scanning),
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
