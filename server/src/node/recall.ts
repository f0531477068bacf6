// Hands out the pages that the cache has, of files whose size and time are those of the day on which they were scanned.

import { statSync } from "node:fs";
import { join } from "node:path";
import type { MarkdownSyntax } from "../markdown/syntax.ts";
import { unpackPage } from "../page/unpackPage.ts";
import type { ScanHearing, ScanWork } from "../workspace/pageScanner.ts";
import { diskPath } from "./diskPath.ts";
import { isSameFile, type PageCache } from "./pageCache.ts";

/** Looking at so many files takes a few milliseconds; then others have their turn. */
const filesAtOnce = 500;

export async function recall(cache: PageCache, work: ScanWork, hearing: ScanHearing): Promise<void> {
  const root = diskPath(work.root);
  const names = new Map<MarkdownSyntax, string>();
  for (const [at, { name, path, syntax }] of work.files.entries()) {
    if (at % filesAtOnce === filesAtOnce - 1) await new Promise((resolve) => setImmediate(resolve));
    if (hearing.stopped()) return;
    const written = names.get(syntax) ?? JSON.stringify(syntax);
    names.set(syntax, written);
    const known = cache.get(name, written);
    const stats = known && statSync(join(root, name), { throwIfNoEntry: false });
    if (known && stats && isSameFile(known.stamp, stats))
      hearing.take(at, unpackPage(known.pack, known.at, path, syntax));
  }
}
