// `_category_.json` and `_category_.yml`: what a folder is called in the sidebar, where it stands and what its name leads to.

import { readData } from "../../../data/readData.ts";
import { at, stringAt } from "../../../data/value.ts";
import type { FilePath } from "../../site.ts";
import type { Collection } from "./collections.ts";
import { type CategoryLink, readLink } from "./sidebarItems.ts";

export interface Category {
  readonly label: string | undefined;
  readonly position: number | undefined;
  /** Undefined: not said; a `link` that says null is "none". */
  readonly link: CategoryLink | "none" | undefined;
}

const names = ["_category_.json", "_category_.yml", "_category_.yaml"];

/** What a folder (below the collection's) says of itself. */
export function categoryOf(
  folder: string,
  collection: Collection,
  texts: ReadonlyMap<FilePath, string>,
): Category | undefined {
  for (const name of names) {
    const path = [collection.folder, folder, name].filter((part) => part !== "").join("/") as FilePath;
    const text = texts.get(path);
    if (text === undefined) continue;
    const data = readData(path, text);
    const position = at(data, "position");
    const link = at(data, "link");
    return {
      label: stringAt(data, "label"),
      position: position?.kind === "number" ? position.value : undefined,
      link: link?.kind === "null" ? "none" : readLink(link, path),
    };
  }
  return undefined;
}
