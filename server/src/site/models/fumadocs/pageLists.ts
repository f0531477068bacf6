// The `pages` lists of `meta.json` as lists that a page can be added to: each names the pages of its folder and the folders in it
// by their paths from there.

import { readData } from "../../../data/readData.ts";
import { at, type DataValue } from "../../../data/value.ts";
import { folderOf, isInFolder, nameOf, withoutMarkdownExtension } from "../../routeKey.ts";
import type { FilePath, Page } from "../../site.ts";
import type { EntryList, EntryShape } from "../../siteModel.ts";
import type { FumadocsConfig } from "./config.ts";
import { placeOf } from "./routes.ts";

export type Texts = ReadonlyMap<FilePath, string>;

/** What lists are made of. */
export interface Lists {
  readonly texts: Texts;
  readonly config: FumadocsConfig;
  /** Are there pages in this folder, or below it? */
  isFolder(path: string): boolean;
}

export const pageName: EntryShape = { kind: "name" };

export interface Meta {
  readonly file?: FilePath;
  readonly meta?: DataValue | undefined;
}

/** What a folder says of itself. */
export function metaOf(texts: Texts, folder: string): Meta {
  for (const name of ["meta.json", "meta.yaml", "meta.yml"]) {
    const file = (folder === "" ? name : `${folder}/${name}`) as FilePath;
    const text = texts.get(file);
    if (text !== undefined) return { file, meta: readData(file, text) };
  }
  return {};
}

/** The list of a folder, where it has one: for the pages in it that no list of a folder below is for. */
export function listOf(lists: Lists, folder: string): { readonly list?: EntryList } {
  const { texts } = lists;
  const { file, meta } = metaOf(texts, folder);
  const pages = at(meta, "pages");
  if (file === undefined || pages?.kind !== "list") return {};
  const names = new Set(pages.items.flatMap((item) => (item.kind === "string" ? [item.value] : [])));
  return {
    list: {
      file,
      span: pages.span,
      shape: pageName,
      // A folder that is not named is named as a whole.
      nameOf(page) {
        const name = nameIn(folder, page, lists);
        const first = name?.split("/", 1)[0] ?? "";
        return name?.includes("/") && !names.has(first) && !names.has(`...${first}`) ? first : name;
      },
      takes: (page) => nearestList(texts, folderOf(page.path)) === folder,
    },
  };
}

/** The folders with a list, the outermost first. */
export function listedFolders(texts: Texts): readonly string[] {
  const folders = [...texts.keys()].flatMap((path) =>
    /^meta\.(?:json|ya?ml)$/.test(nameOf(path)) ? [folderOf(path)] : [],
  );
  return [...new Set(folders)].sort();
}

/** `guide/setup` of a page from the list of a folder above it, `guide` of that folder's index, `guide.mdx` beside that folder. */
export function nameIn(
  folder: string,
  { path, route }: Page,
  { config, isFolder }: Lists,
): string | undefined {
  const place = placeOf(path, config);
  if (!place || route === undefined || !isInFolder(path, folder)) return undefined;
  const { languages } = config;
  if (languages && place.language !== languages.fallback) return undefined;
  const bare = withoutMarkdownExtension(folder === "" ? path : path.slice(folder.length + 1));
  const own = nameOf(place.path);
  const name = folderOf(bare) === "" ? own : `${folderOf(bare)}/${own}`;
  const whole = withoutMarkdownExtension(path);
  return isFolder(whole) ? name + path.slice(whole.length) : name.replace(/\/index$/, "");
}

function nearestList(texts: Texts, folder: string): string | undefined {
  for (let here = folder; ; here = folderOf(here)) {
    if (at(metaOf(texts, here).meta, "pages")?.kind === "list") return here;
    if (here === "") return undefined;
  }
}
