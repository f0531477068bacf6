// Folders of this run below the system's temporary one: for caches and for copies that are changed. Gone when the run ends.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

let root;

export function temporaryFolder(name) {
  if (root === undefined) {
    root = mkdtempSync(join(tmpdir(), "handbook-bench-"));
    process.on("exit", () => rmSync(root, { recursive: true, force: true }));
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));
  }
  return mkdtempSync(join(root, `${name}-`));
}

/** A copy that may be written to, whatever the corpus may. */
export function copyOf({ folder, files }, name) {
  const copy = temporaryFolder(name);
  for (const { path } of files) writeBelow(copy, path, readFileSync(join(folder, path)));
  return copy;
}

export function writeBelow(folder, path, content) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
