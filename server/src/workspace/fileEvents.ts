// What the files of a folder are after a batch of file events. An editor tells of a folder that is made, renamed or
// deleted with a single event, and of the files in it with none.

import type { FilePath } from "../site/site.ts";
import type { FileSystem } from "./fileSystem.ts";
import { isBelowIgnored, isBelowOne, outputFolders } from "./ignored.ts";

export interface FileEvent {
  readonly path: FilePath;
  readonly kind: "written" | "deleted";
  /** The path as the disk has it, where that is not in NFC. */
  readonly name?: string;
}

export interface FileChange {
  /** All files afterwards; the same set as before when no file came or went. */
  readonly files: ReadonlySet<FilePath>;
  /** Made or changed. */
  readonly written: ReadonlySet<FilePath>;
  readonly removed: ReadonlySet<FilePath>;
  /** Folders of built output, whose files are left out. */
  readonly ignored: ReadonlySet<string>;
}

/** What is known of a folder: its files, and the folders in it that are left out. */
export interface Known {
  readonly files: ReadonlySet<FilePath>;
  readonly ignored: ReadonlySet<string>;
}

interface Disk {
  readonly files: FileSystem;
  uri(path: FilePath): string;
  /** Our path for a name that the disk hands out below a folder of ours. */
  pathBelow(folder: FilePath, name: string): FilePath;
}

/** Looks at the disk for what was made; later events on the same path win over earlier ones. */
export async function filesAfter(
  known: Known,
  events: readonly FileEvent[],
  disk: Disk,
): Promise<FileChange> {
  const before = known.files;
  const kinds = new Map<FilePath, FileEvent["kind"]>();
  for (const { path, kind } of events) if (!isBelowIgnored(path)) kinds.set(path, kind);
  const removed = removedBy(before, kinds);
  const ignored = new Set([...known.ignored].filter((folder) => kinds.get(folder as FilePath) === undefined));
  const written = await writtenBy({ files: before, ignored }, kinds, disk, removed);
  for (const folder of newOutput(before, written)) {
    ignored.add(folder);
    for (const path of written) if (isBelowOne(path, new Set([folder]))) written.delete(path);
  }
  for (const path of written) removed.delete(path);
  const came = [...written].some((path) => !before.has(path));
  if (!came && removed.size === 0) return { files: before, written, removed, ignored };
  const files = new Set(before);
  for (const path of removed) files.delete(path);
  for (const path of written) files.add(path);
  return { files, written, removed, ignored };
}

/** Folders of built output that were not there before. */
function newOutput(before: ReadonlySet<FilePath>, written: ReadonlySet<FilePath>): readonly string[] {
  const folders = outputFolders([...written].filter((path) => !before.has(path)));
  return [...folders].filter((folder) => {
    for (const path of before) if (path.startsWith(`${folder}/`)) return false;
    return true;
  });
}

function removedBy(
  before: ReadonlySet<FilePath>,
  kinds: ReadonlyMap<FilePath, FileEvent["kind"]>,
): Set<FilePath> {
  const removed = new Set<FilePath>();
  const folders = new Set<string>();
  for (const [path, kind] of kinds) {
    if (kind !== "deleted") continue;
    if (before.has(path)) removed.add(path);
    else folders.add(path);
  }
  if (folders.size === 0) return removed;
  for (const path of before) if (folders.has("") || isBelowOne(path, folders)) removed.add(path);
  return removed;
}

async function writtenBy(
  { files: before, ignored }: Known,
  kinds: ReadonlyMap<FilePath, FileEvent["kind"]>,
  disk: Disk,
  removed: Set<FilePath>,
): Promise<Set<FilePath>> {
  const written = new Set<FilePath>();
  const unknown: FilePath[] = [];
  for (const [path, kind] of kinds) {
    if (kind !== "written") continue;
    if (before.has(path)) written.add(path);
    else if (!isBelowOne(path, ignored)) unknown.push(path);
  }
  const atOnce = 32;
  for (let from = 0; from < unknown.length; from += atOnce) {
    const some = unknown.slice(from, from + atOnce);
    const looked = await Promise.all(some.map((path) => filesAt(path, disk)));
    some.forEach((path, i) => {
      const { files = [], whole = false } = looked[i] ?? {};
      // Written and gone again, or a document that was closed and never saved.
      if (files.length === 0) removed.add(path);
      // A folder that was deleted and written in one go: what is not in it any more is gone.
      if (whole) for (const file of before) if (file.startsWith(`${path}/`)) removed.add(file);
      for (const file of files) written.add(file);
    });
  }
  return written;
}

/** `whole`: are these all files of a folder? */
async function filesAt(
  path: FilePath,
  disk: Disk,
): Promise<{ readonly files: readonly FilePath[]; readonly whole: boolean }> {
  const kind = await disk.files.look(disk.uri(path));
  if (kind === "file") return { files: [path], whole: false };
  if (kind !== "folder") return { files: [], whole: false };
  const { files, problems } = await disk.files.list(disk.uri(path));
  return {
    files: files.map((name) => disk.pathBelow(path, name)),
    whole: path !== "" && problems.length === 0,
  };
}
