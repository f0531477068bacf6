// A scanning thread: reads files, scans them, and hands the pages back packed. It may block, since nobody asks it anything else.

import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import type { MarkdownSyntax } from "../markdown/syntax.ts";
import { PagePacker } from "../page/packPages.ts";
import { scanHead } from "../page/scanHead.ts";
import type { PagePath, ScannedPage } from "../page/scannedPage.ts";
import { scanPage } from "../page/scanPage.ts";
import { decodeText } from "../workspace/fileSystem.ts";
import type { ScanDone, ScanJob } from "./scanJob.ts";

parentPort?.on("message", (job: ScanJob) => {
  const done = scanAll(job);
  const { directory, numbers, ends } = done.pack;
  parentPort?.postMessage(done, [directory.buffer, numbers.buffer, ends.buffer] as ArrayBuffer[]);
});

function scanAll({ heads, root, syntaxes, files }: ScanJob): ScanDone {
  const packer = new PagePacker();
  const faults: string[] = [];
  const scan = heads ? scanHeadOf : scanWhole;
  const places = files.map(({ name, path, syntax: at }) => {
    const syntax = syntaxes[at];
    try {
      const page = syntax && scan(join(root, name), path, syntax);
      if (!page) return undefined;
      packer.add(page);
      return packer.pages - 1;
    } catch (error) {
      faults.push(`${path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return undefined;
    }
  });
  return { pack: packer.end(), places, faults };
}

function scanWhole(file: string, path: PagePath, syntax: MarkdownSyntax): ScannedPage | undefined {
  const text = textAt(file);
  return text === undefined ? undefined : scanPage(path, text, syntax);
}

function scanHeadOf(file: string, path: PagePath, syntax: MarkdownSyntax): ScannedPage | undefined {
  const head = headAt(file);
  const page = head && scanHead(path, head, syntax);
  if (page || !head) return page;
  const text = textAt(file);
  return text === undefined ? undefined : scanHead(path, { text, whole: true }, syntax);
}

/** More than nearly all frontmatter, and no more than a disk reads at once. */
const head = Buffer.alloc(4096);

function headAt(path: string): { text: string; whole: boolean } | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    const length = readSync(file, head);
    const text = decodeText(head.subarray(0, length));
    return text === undefined ? undefined : { text, whole: length < head.length };
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function textAt(path: string): string | undefined {
  try {
    return decodeText(readFileSync(path));
  } catch {
    return undefined; // Gone, or not to be read: no page, as for the other ways of reading.
  }
}
