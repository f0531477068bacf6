// What the server's thread and its scanning threads say to each other. Plain data, with the large arrays handed over.

import type { MarkdownSyntax } from "../markdown/syntax.ts";
import type { PackedPages } from "../page/packPages.ts";
import type { PagePath } from "../page/scannedPage.ts";
import type { Stamp } from "./pageCache.ts";

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
  /** Hash of the content that the page is known of: it is not scanned when it has that still. */
  readonly hash?: string;
}

export interface ScanDone {
  readonly pack: PackedPages;
  /** For each file of the job; undefined for one that can't be read as a page. */
  readonly files: readonly (DoneFile | undefined)[];
  /** Of pages whose scan failed, which is our fault: what to log. */
  readonly faults: readonly string[];
}

export interface DoneFile {
  /** Place in the pack; "known" for one whose content has the hash that the job named. */
  readonly at: number | "known";
  /** Where the whole file was read, and may be remembered. */
  readonly stamp?: Stamp;
  /** Were some of its bytes no text? */
  readonly doubtful?: true;
}
