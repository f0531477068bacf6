// Paths of a folder and the names of its files on the disk: a path is in NFC, a name is as the disk has it, and some disks
// take two names that differ in case for one.

import type { FilePath } from "../site/site.ts";
import { uriBelow } from "./uris.ts";

export class DiskNames {
  /** URI of the folder, as the disk has it. */
  readonly root: string;
  /** Names of the files whose name is not in NFC. */
  readonly #names = new Map<FilePath, string>();

  constructor(root: string) {
    this.root = root;
  }

  /** Of a file: its path below the folder as the disk has it. */
  of(path: FilePath): string {
    return this.#names.get(path) ?? path;
  }

  set(path: FilePath, name: string): void {
    this.#names.set(path, name);
  }

  /** The path of what is named `inner` below a folder ("" for the root), which is remembered by that name. */
  pathBelow(folder: FilePath, inner: string): FilePath {
    const name = folder === "" ? inner : `${this.of(folder)}/${inner}`;
    const path = name.normalize("NFC") as FilePath;
    if (path !== name) this.#names.set(path, name);
    return path;
  }

  uriOf(path: FilePath): string {
    return uriBelow(this.root, this.of(path));
  }

  /** URIs of the files whose name is not in NFC, for a site with this prefix; by path below it. */
  urisBelow(prefix: string): ReadonlyMap<string, string> {
    const below = [...this.#names.keys()].filter((path) => path.startsWith(prefix));
    return new Map(below.map((path) => [path.slice(prefix.length), this.uriOf(path)]));
  }
}
