// What a folder and the workspace that it is in say to each other.

import type { Folder } from "./folder.ts";
import type { Platform } from "./platform.ts";

/** What a folder asks of the workspace that it is in. */
export interface FolderHost {
  readonly platform: Platform;
  /** The text of the open document of a file, by our spelling of its URI. */
  openText(key: string): string | undefined;
  /** Does somebody have a page before him, and wait for what is said of it? */
  hasOpen(): boolean;
  /** Resolves when all that must be known for the open pages is. */
  prepareOpen(): Promise<void>;
  /** A first reading begins; the answer hears how it goes and says whether it was cancelled. */
  indexing(folder: Folder, total: number): IndexReport;
  /** Snapshots have changed, or a site has become complete. */
  changed(): void;
}

export interface IndexReport {
  readonly cancelled: boolean;
  progress(done: number): void;
  end(): void;
}
