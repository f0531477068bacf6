// Folders of this run below the system's temporary one: for caches and for copies that are changed. Gone when the run ends.

import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

let root;

export function temporaryFolder(name) {
  if (root === undefined) {
    root = mkdtempSync(join(tmpdir(), "handbook-bench-"));
    process.on("exit", () => rmSync(root, { recursive: true, force: true }));
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));
  }
  return mkdtempSync(join(root, `${name}-`));
}

/** A copy that may be written to; the corpus itself may be read only. */
export function copyOf(folder, name) {
  const copy = temporaryFolder(name);
  cpSync(folder, copy, { recursive: true, mode: 0 });
  return copy;
}
