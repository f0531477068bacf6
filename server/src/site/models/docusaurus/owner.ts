// Which collection shows a file, and which file a collection shows.

import type { FilePath } from "../../site.ts";
import type { Collection } from "./collections.ts";

/** A page's place in its collection. */
export interface Owner {
  readonly collection: Collection;
  /** Its path below the collection's folder; of a translation, that of what it translates. */
  readonly source: string;
}

export interface Owners {
  /** The collection that shows a file as a page of its own: that of the first language that does. */
  ownerOf(path: string): Owner | undefined;
  /** The collection in whose folders a file lies, a page of it or not. */
  homeOf(path: string): Owner | undefined;
  /** The file that a collection shows for a source: its translation, where there is one. */
  fileOf(collection: Collection, source: string): string;
}

export function makeOwners(collections: readonly Collection[], files: ReadonlySet<FilePath>): Owners {
  const byDepth = [...collections].sort((a, b) => b.folder.length - a.folder.length);
  const fileOf = ({ localized, folder }: Collection, source: string): string => {
    const translated = `${localized}/${source}` as FilePath;
    return localized !== undefined && files.has(translated) ? translated : below(folder, source);
  };
  const homes = function* (path: string): Generator<Owner> {
    for (const collection of byDepth) {
      for (const folder of [collection.localized, collection.folder]) {
        const source = folder === undefined ? undefined : sourceIn(folder, path);
        if (source !== undefined) yield { collection, source };
      }
    }
  };
  return {
    fileOf,
    homeOf: (path) => homes(path).next().value ?? undefined,
    ownerOf(path) {
      for (const { collection, source } of homes(path)) {
        const shown =
          collection.instance.includes(source) && files.has(below(collection.folder, source) as FilePath);
        if (shown && fileOf(collection, source) === path) return { collection, source };
      }
      return undefined;
    },
  };
}

function sourceIn(folder: string, path: string): string | undefined {
  if (folder === "") return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

function below(folder: string, source: string): string {
  return folder === "" ? source : `${folder}/${source}`;
}
