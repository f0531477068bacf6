// Node's time for the living part.

import type { Log, Platform } from "../workspace/platform.ts";
import { usualDelays } from "../workspace/platform.ts";
import { nodeFiles } from "./nodeFiles.ts";

export function nodePlatform(log: Log): Platform {
  return {
    files: nodeFiles,
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
