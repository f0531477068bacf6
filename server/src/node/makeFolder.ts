import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a folder of the user's own, and those above it that are not there. Throws where one can't be made: Node's own `recursive`
 * never ends on a file system that forbids it by saying that the folder is not there (/proc).
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    if (code !== "ENOENT" || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path, { mode: 0o700 });
  }
}
