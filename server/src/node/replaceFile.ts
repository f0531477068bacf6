import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";

/** Writes a file of the user's own so that a reader sees it whole or as it was before. Throws where it can't be written; nothing half is left. */
export async function replaceFile(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  const half = `${path}.${randomUUID()}`;
  try {
    const file = await open(half, "w", 0o600);
    try {
      await file.writev(pieces as Uint8Array[]);
    } finally {
      await file.close();
    }
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}
