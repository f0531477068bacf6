// Which files are pages, and their routes: the path without its extension, an `index` for its folder. From
// getFileCategory.js, mintIgnore.js and slug/ of @mintlify/common.

import { ignorePatterns } from "../mkdocs/ignorePatterns.ts";

export type FileKind = "page" | "snippet";

/** What Mintlify leaves out whatever `.mintignore` says; the names count in any case. */
const always = [
  ".git",
  ".github",
  ".claude",
  ".agents",
  ".idea",
  ".vscode",
  ".cursor",
  ".mintlify",
  "node_modules",
  "readme.md",
  "license.md",
  "changelog.md",
  "contributing.md",
].join("\n");

/** `ignore` is the text of `.mintignore`. */
export function fileKinds(ignore: string): (path: string) => FileKind | undefined {
  const ignored = ignorePatterns(`${always}\n${ignore.toLowerCase()}`);
  return (path) => {
    const lower = path.toLowerCase();
    if (!/\.mdx?$/.test(lower) || ignored(lower) || lower === "skill.md") return undefined;
    if (/^_?snippets\//.test(lower)) return "snippet";
    return /(?:^|\/)(?:readme|license|contributing|contribute)\.md$/.test(lower) ? undefined : "page";
  };
}

export function mintlifyRoute(path: string): string {
  const bare = path.replace(/^\/+/, "").replace(/\.mdx?$/i, "");
  return bare === "index" ? "/" : `/${bare.replace(/\/index$/, "")}`;
}
