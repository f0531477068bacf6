// A scanning thread: reads files, scans them, and hands the pages back packed. It may block, since nobody asks it anything else.

import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import type { MarkdownSyntax } from "../markdown/syntax.ts";
import { PagePacker } from "../page/packPages.ts";
import { scanHead } from "../page/scanHead.ts";
import type { ScannedPage } from "../page/scannedPage.ts";
import { scanPage } from "../page/scanPage.ts";
import { decodeText } from "../workspace/fileSystem.ts";
import { traceOf } from "../workspace/traceOf.ts";
import { type Stamp, stampOf } from "./pageCache.ts";
import type { DoneFile, JobFile, ScanDone, ScanJob } from "./scanJob.ts";

parentPort?.on("message", (job: ScanJob) => {
  const done = scanAll(job);
  const { directory, numbers, ends } = done.pack;
  parentPort?.postMessage(done, [directory.buffer, numbers.buffer, ends.buffer] as ArrayBuffer[]);
});

function scanAll({ heads, root, syntaxes, files }: ScanJob): ScanDone {
  const packer = new PagePacker();
  const faults: string[] = [];
  const scan = heads ? scanBeginning : scanWhole;
  const done = files.map((file) => {
    const syntax = syntaxes[file.syntax];
    try {
      return syntax && scan(packer, join(root, file.name), file, syntax);
    } catch (error) {
      faults.push(`${file.path}: ${traceOf(error)}`);
      return undefined;
    }
  });
  return { pack: packer.end(), files: done, faults };
}

type Scan = (
  packer: PagePacker,
  place: string,
  file: JobFile,
  syntax: MarkdownSyntax,
) => DoneFile | undefined;

const scanWhole: Scan = (packer, place, { path, hash }, syntax) => {
  const read = readWhole(place);
  if (!read) return undefined;
  if (read.stamp.hash === hash) return { at: "known", stamp: read.stamp };
  const text = decodeText(read.bytes);
  if (text === undefined) return undefined;
  const at = packed(packer, scanPage(path, text, syntax));
  // It is looked at each time, so that it is told of each time.
  return text.includes("\ufffd") ? { at, doubtful: true } : { at, stamp: read.stamp };
};

const scanBeginning: Scan = (packer, place, { path }, syntax) => {
  const head = readBeginning(place);
  const page = head && scanHead(path, head, syntax);
  if (page || !head) return page && { at: packed(packer, page) };
  const bytes = readWhole(place)?.bytes;
  const text = bytes && decodeText(bytes);
  const whole = text === undefined ? undefined : scanHead(path, { text, whole: true }, syntax);
  return whole && { at: packed(packer, whole) };
};

function packed(packer: PagePacker, page: ScannedPage): number {
  packer.add(page);
  return packer.pages - 1;
}

/** More than nearly all frontmatter, and no more than a disk reads at once. */
const beginning = Buffer.alloc(4096);

function readBeginning(path: string): { text: string; whole: boolean } | undefined {
  return opened(path, (file) => {
    const length = readSync(file, beginning);
    const text = decodeText(beginning.subarray(0, length));
    return text === undefined ? undefined : { text, whole: length < beginning.length };
  });
}

function readWhole(path: string): { bytes: Uint8Array; stamp: Stamp } | undefined {
  return opened(path, (file) => {
    // What is changed while it is read has another time afterwards.
    const stats = fstatSync(file);
    const bytes = readFileSync(file);
    return { bytes, stamp: stampOf(stats, createHash("sha1").update(bytes).digest("base64")) };
  });
}

/** Undefined for a file that is gone, or not to be read: no page, as for the other ways of reading. */
function opened<T>(path: string, read: (file: number) => T): T | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    return read(file);
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
