// A scanning thread: reads files, scans them, and hands the pages back packed. It may block, since nobody asks it anything else.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import { PagePacker } from "../page/packPages.ts";
import { scanPage } from "../page/scanPage.ts";
import { decodeText } from "../workspace/fileSystem.ts";
import type { ScanDone, ScanJob } from "./scanJob.ts";

parentPort?.on("message", (job: ScanJob) => {
  const done = scanAll(job);
  const { directory, numbers, ends } = done.pack;
  parentPort?.postMessage(done, [directory.buffer, numbers.buffer, ends.buffer] as ArrayBuffer[]);
});

function scanAll({ root, syntaxes, files }: ScanJob): ScanDone {
  const packer = new PagePacker();
  const faults: string[] = [];
  const places = files.map((file) => {
    const syntax = syntaxes[file.syntax];
    const text = textAt(join(root, file.name));
    if (text === undefined || !syntax) return undefined;
    try {
      packer.add(scanPage(file.path, text, syntax));
      return packer.pages - 1;
    } catch (error) {
      faults.push(`${file.path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return undefined;
    }
  });
  return { pack: packer.end(), places, faults };
}

function textAt(path: string): string | undefined {
  try {
    return decodeText(readFileSync(path));
  } catch {
    return undefined; // Gone, or not to be read: no page, as for the other ways of reading.
  }
}
