// Links that name files: what a path below the root leads to, and which folders there are.

import type { PagePath } from "../../../page/scannedPage.ts";
import { remember } from "../../remember.ts";
import { folderOf } from "../../routeKey.ts";
import type { FilePath, LinkTarget, Site } from "../../site.ts";

/** The page or file at a path, if there is one. A Markdown file that was not scanned (yet) is a file. */
export function fileAt(site: Site, path: string): LinkTarget | undefined {
  const normal = path.normalize("NFC");
  const page = site.pages.get(normal as PagePath);
  if (page) return { kind: "page", page };
  return site.files.has(normal as FilePath) ? { kind: "file", path: normal as FilePath } : undefined;
}

/** Is there a folder with files in it? */
export function hasFolder(site: Site, path: string): boolean {
  return foldersOf(site.files).has(path.normalize("NFC"));
}

const fileExtension =
  /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp|tiff?|pdf|docx?|xlsx?|pptx?|od[tsp]|csv|tsv|json|ya?ml|toml|xml|txt|rtf|zip|t?gz|tar|7z|mp[34]|m4[av]|mov|webm|og[gv]|wav|m?js|css|ts|sh|py|ics|key|eps|psd|ai|fig|sketch|drawio|excalidraw|woff2?|[ot]tf)$/i;

/** Does the path name a file rather than a page: an image, a download? */
export function looksLikeFile(path: string): boolean {
  return fileExtension.test(path);
}

const folders = new WeakMap<ReadonlySet<FilePath>, ReadonlySet<string>>();

/** All folders with files in or below them, "" among them. */
export function foldersOf(files: ReadonlySet<FilePath>): ReadonlySet<string> {
  return remember(folders, files, listFolders);
}

function listFolders(files: ReadonlySet<FilePath>): ReadonlySet<string> {
  const folders = new Set<string>([""]);
  for (const file of files) {
    let folder = folderOf(file);
    while (!folders.has(folder)) {
      folders.add(folder);
      folder = folderOf(folder);
    }
  }
  return folders;
}
