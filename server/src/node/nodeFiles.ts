// The files of a disk, by Node. Linked folders are followed below the folder that was asked for, never in a circle.

import { open, readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import type { FileSystem, Listing } from "../workspace/fileSystem.ts";
import { isIgnoredFolder } from "../workspace/ignored.ts";
import { messageOf } from "../workspace/traceOf.ts";
import { diskPath } from "./diskPath.ts";

export const nodeFiles: FileSystem = {
  foldsCase: process.platform === "win32" || process.platform === "darwin",
  list: (root) => listFiles(diskPath(root)),
  listFolder: async (folder) => {
    const entries = await readdir(diskPath(folder), { withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  },
  look: async (uri) => {
    const found = await stat(diskPath(uri)).catch(() => undefined);
    return found?.isDirectory() ? "folder" : found?.isFile() ? "file" : undefined;
  },
  read: (uri) =>
    uri.startsWith("file:") ? readFile(diskPath(uri)).catch(() => undefined) : Promise.resolve(undefined),
  fault: async (uri) => {
    const opened = await open(diskPath(uri)).catch((error: unknown) => wordsOf(error));
    if (opened === undefined || typeof opened === "string") return opened;
    const { size } = await opened.stat();
    await opened.close();
    return size > 2 ** 31 - 1 ? "it is too large" : undefined;
  },
};

/** Of Node's "EACCES: permission denied, open '/x'" what an author wants to know; undefined for what is not there. */
function wordsOf(error: unknown): string | undefined {
  const message = messageOf(error);
  return message.startsWith("ENOENT") ? undefined : message.replace(/^E[A-Z]+: |, \w+(?: '.*')?$/gs, "");
}

interface Walk {
  readonly root: string;
  /** The root without links: nothing outside of it is followed. */
  readonly real: string;
  readonly files: string[];
  readonly ignored: string[];
  readonly problems: string[];
  readonly unreadable: Map<string, string>;
  /** How many links to folders may still be followed. */
  links: number;
}

/** A folder on the way. */
interface Step {
  readonly path: string;
  /** Where it really is. */
  readonly real: string;
  /** Where the links stand through which it was reached. */
  readonly through: readonly string[];
}

/** More links in one another, or altogether, than any handbook has. */
const most = { depth: 4, links: 1000 };

async function listFiles(root: string): Promise<Listing> {
  const real = await realpath(root).catch(() => root);
  const walk: Walk = {
    root,
    real,
    files: [],
    ignored: [],
    problems: [],
    unreadable: new Map(),
    links: most.links,
  };
  let level: readonly Step[] = [{ path: "", real, through: [] }];
  while (level.length > 0) {
    const next: Step[] = [];
    for (let from = 0; from < level.length; from += 64) {
      const found = await Promise.all(level.slice(from, from + 64).map((step) => listFolder(walk, step)));
      next.push(...found.flat());
    }
    level = next;
  }
  return { files: walk.files, problems: walk.problems, ignored: walk.ignored, unreadable: walk.unreadable };
}

/** Takes in the files of one folder; answers the folders in it. */
async function listFolder(walk: Walk, step: Step): Promise<readonly Step[]> {
  const { root, files } = walk;
  const folder = step.path;
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
    leaveOut(walk, folder, wordsOf(error) ?? "it is not there");
    return [];
  });
  const names = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  if (folder !== "" && isIgnoredFolder(folder.slice(folder.lastIndexOf("/") + 1), names)) {
    walk.ignored.push(folder);
    return [];
  }
  const folders: Step[] = [];
  for (const entry of entries) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) folders.push({ ...step, path, real: join(step.real, entry.name) });
    else if (entry.isFile()) files.push(path);
    else if (entry.isSymbolicLink()) {
      const led = await followed(walk, step, path);
      if (led === "file") files.push(path);
      else if (led) folders.push(led);
    }
  }
  return folders;
}

function leaveOut({ root, problems, unreadable }: Walk, path: string, why: string): undefined {
  problems.push(`${path || root}: ${why}`);
  unreadable.set(path, why);
}

async function followed(walk: Walk, step: Step, path: string): Promise<"file" | Step | undefined> {
  const full = join(walk.root, path);
  const found = await stat(full).catch(() => undefined);
  if (found?.isFile()) return "file";
  if (!found) return leaveOut(walk, path, "it is a link that leads nowhere");
  if (!found.isDirectory()) return;
  const real = await realpath(full).catch(() => undefined);
  if (real === undefined || !isWithin(real, walk.real))
    return leaveOut(walk, path, "it is a link that leads out of the folder, and is not followed");
  const through = [...step.through, step.real];
  // A folder that holds the link, or one on the way to it, would hold itself.
  if (through.some((place) => isWithin(place, real))) return;
  if (through.length > most.depth || --walk.links < 0) return;
  return { path, real, through };
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
