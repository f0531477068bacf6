// Folders of a file tree, as detectors and readers of configuration ask for them.

import { isInFolder, isMarkdown } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";

/** Is there a Markdown file in the folder, or below it? */
export function hasMarkdown(files: ReadonlySet<FilePath>, folder: string): boolean {
  for (const file of files) if (isMarkdown(file) && isInFolder(file, folder)) return true;
  return false;
}

/** The folder, where there are files in it; else "", the root. */
export function existingFolder(folder: string, files: ReadonlySet<FilePath>): string {
  for (const file of files) if (folder !== "" && isInFolder(file, folder)) return folder;
  return "";
}
