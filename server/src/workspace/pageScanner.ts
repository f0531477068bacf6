// Reading and scanning many pages elsewhere than on the thread that answers requests. Where there is no such place (a
// browser, a virtual workspace) the pages are read in slices, by reading.ts.

import type { MarkdownSyntax } from "../markdown/syntax.ts";
import type { PagePath, ScannedPage } from "../page/scannedPage.ts";

export interface PageScanner {
  /** There will be many pages to scan or to recall below a folder (its URI as the disk has it): what takes time may begin. */
  warm(root: string): void;
  /** Hands out the pages that are known from an earlier start and whose files are as they were then, in no order. */
  recall(work: ScanWork, hearing: ScanHearing): Promise<void>;
  /**
   * Scans files below a folder, in about this order, and hands each out as soon as it is done; undefined for one that can't be read
   * as a page. Answers whether it came to the end. Rejects when the other threads fail; what was not handed out is then the caller's.
   */
  scan(work: ScanWork, hearing: ScanHearing): Promise<boolean>;
}

export interface ScanWork {
  /** URI of the folder, as the disk has it. */
  readonly root: string;
  readonly files: readonly FileToScan[];
  /** Names of all pages of the folder: what is kept of others may be forgotten. */
  present?(): Iterable<string>;
  /** Only the beginning of each file, as `scanHead` has it. */
  readonly heads?: boolean;
}

export interface FileToScan {
  /** Path below the root as the disk has it. */
  readonly name: string;
  readonly path: PagePath;
  readonly syntax: MarkdownSyntax;
}

export interface ScanHearing {
  /** `doubtful`: some of its bytes were no text. */
  take(at: number, page: ScannedPage | undefined, doubtful?: boolean): void;
  stopped(): boolean;
}
