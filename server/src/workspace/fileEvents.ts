// What the files of a folder are after a batch of file events. An editor tells of a folder that is made, renamed or
// deleted with a single event, and of the files in it with none.

import type { FilePath } from "../site/site.ts";
import type { FileSystem } from "./fileSystem.ts";
import { isBelowIgnored } from "./ignored.ts";

export interface FileEvent {
  readonly path: FilePath;
  readonly kind: "written" | "deleted";
}

export interface FileChange {
  /** All files afterwards; the same set as before when no file came or went. */
  readonly files: ReadonlySet<FilePath>;
  /** Made or changed. */
  readonly written: ReadonlySet<FilePath>;
  readonly removed: ReadonlySet<FilePath>;
}

interface Disk {
  readonly files: FileSystem;
  uri(path: FilePath): string;
  /** Our path for a name that the disk hands out. */
  pathOf(name: string): FilePath;
}

/** Looks at the disk for what was made; later events on the same path win over earlier ones. */
export async function filesAfter(
  before: ReadonlySet<FilePath>,
  events: readonly FileEvent[],
  disk: Disk,
): Promise<FileChange> {
  const kinds = new Map<FilePath, FileEvent["kind"]>();
  for (const { path, kind } of events) if (!isBelowIgnored(path)) kinds.set(path, kind);
  const removed = removedBy(before, kinds);
  const written = await writtenBy(before, kinds, disk, removed);
  for (const path of written) removed.delete(path);
  const came = [...written].some((path) => !before.has(path));
  if (!came && removed.size === 0) return { files: before, written, removed };
  const files = new Set(before);
  for (const path of removed) files.delete(path);
  for (const path of written) files.add(path);
  return { files, written, removed };
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
  for (const path of before) if (isBelowOne(path, folders)) removed.add(path);
  return removed;
}

function isBelowOne(path: string, folders: ReadonlySet<string>): boolean {
  for (let cut = path.indexOf("/"); cut >= 0; cut = path.indexOf("/", cut + 1)) {
    if (folders.has(path.slice(0, cut))) return true;
  }
  return folders.has("");
}

async function writtenBy(
  before: ReadonlySet<FilePath>,
  kinds: ReadonlyMap<FilePath, FileEvent["kind"]>,
  disk: Disk,
  removed: Set<FilePath>,
): Promise<ReadonlySet<FilePath>> {
  const written = new Set<FilePath>();
  const unknown: FilePath[] = [];
  for (const [path, kind] of kinds) {
    if (kind !== "written") continue;
    if (before.has(path)) written.add(path);
    else unknown.push(path);
  }
  const atOnce = 32;
  for (let from = 0; from < unknown.length; from += atOnce) {
    const some = unknown.slice(from, from + atOnce);
    const looked = await Promise.all(some.map((path) => filesAt(path, disk)));
    some.forEach((path, i) => {
      // Written and gone again, or a document that was closed and never saved.
      if (looked[i]?.length === 0) removed.add(path);
      for (const file of looked[i] ?? []) written.add(file);
    });
  }
  return written;
}

async function filesAt(path: FilePath, disk: Disk): Promise<readonly FilePath[]> {
  const kind = await disk.files.look(disk.uri(path));
  if (kind === "file") return [path];
  if (kind !== "folder") return [];
  const { files } = await disk.files.list(disk.uri(path));
  return files.map((name) => disk.pathOf(path === "" ? name : `${path}/${name}`));
}
