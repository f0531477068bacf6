// What the server's thread and its scanning threads say to each other. Plain data, with the large arrays handed over.

import type { MarkdownSyntax } from "../markdown/syntax.ts";
import type { PackedPages } from "../page/packPages.ts";
import type { PagePath } from "../page/scannedPage.ts";

export interface ScanJob {
  /** Is only the beginning of each file wanted, as `scanHead` has it? */
  readonly heads: boolean;
  /** Path of a folder on the disk. */
  readonly root: string;
  readonly syntaxes: readonly MarkdownSyntax[];
  readonly files: readonly JobFile[];
}

export interface JobFile {
  /** Path below the root as the disk has it. */
  readonly name: string;
  readonly path: PagePath;
  /** Which of the job's syntaxes. */
  readonly syntax: number;
}

export interface ScanDone {
  readonly pack: PackedPages;
  /** For each file of the job: its place in the pack; undefined for one that can't be read as a page. */
  readonly places: readonly (number | undefined)[];
  /** Of pages whose scan failed, which is our fault: what to log. */
  readonly faults: readonly string[];
}
