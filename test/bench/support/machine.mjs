// What of the machine decides the figures, in one line.

import { availableParallelism, cpus, loadavg, totalmem } from "node:os";

export function machineFacts() {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const load = loadavg()[0]?.toFixed(1);
  return `${availableParallelism()} cores (${model}), ${memory} of memory, ${process.platform}, Node ${process.versions.node}, load ${load} at the start`;
}
