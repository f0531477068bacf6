// The files of a disk, by Node. Linked folders are followed, but none twice and never in a circle.

import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { URI } from "vscode-uri";
import type { FileSystem, Listing } from "../workspace/fileSystem.ts";
import { isIgnoredFolder } from "../workspace/ignored.ts";

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
};

/** `fsPath` keeps what `fileURLToPath` refuses: a host, an encoded slash. */
function diskPath(uri: string): string {
  try {
    return fileURLToPath(uri);
  } catch {
    return URI.parse(uri).fsPath;
  }
}

interface Walk {
  readonly root: string;
  readonly files: string[];
  readonly problems: string[];
  /** Real paths of linked folders that were entered. */
  readonly entered: Set<string>;
}

async function listFiles(root: string): Promise<Listing> {
  const walk: Walk = {
    root,
    files: [],
    problems: [],
    entered: new Set([await realpath(root).catch(() => root)]),
  };
  let level = [""];
  while (level.length > 0) {
    const next: string[] = [];
    for (let from = 0; from < level.length; from += 64) {
      const found = await Promise.all(level.slice(from, from + 64).map((folder) => listFolder(walk, folder)));
      next.push(...found.flat());
    }
    level = next;
  }
  return { files: walk.files, problems: walk.problems };
}

/** Takes in the files of one folder; answers the folders in it. */
async function listFolder(walk: Walk, folder: string): Promise<readonly string[]> {
  const { root, files, problems } = walk;
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
    problems.push(`${folder || root}: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  });
  const names = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  if (folder !== "" && isIgnoredFolder(folder.slice(folder.lastIndexOf("/") + 1), names)) return [];
  const folders: string[] = [];
  for (const entry of entries) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) folders.push(path);
    else if (entry.isFile()) files.push(path);
    else if (entry.isSymbolicLink()) {
      const kind = await followed(walk, path);
      if (kind === "folder") folders.push(path);
      else if (kind === "file") files.push(path);
    }
  }
  return folders;
}

async function followed(walk: Walk, path: string): Promise<"file" | "folder" | undefined> {
  const full = join(walk.root, path);
  const found = await stat(full).catch(() => undefined);
  if (found?.isFile()) return "file";
  if (!found?.isDirectory()) return;
  const real = await realpath(full).catch(() => undefined);
  // A folder that holds the link would hold itself.
  if (real === undefined || walk.entered.has(real) || full.startsWith(`${real}/`)) return;
  walk.entered.add(real);
  return "folder";
}
