// A plain handbook shows by its looks: a content folder with several Markdown pages. A code repository with a README
// here and there, or with a docs/ folder of bare files, is none.

import { folderOf, isMarkdown, nameOf } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree, ModelDetector } from "../../siteModel.ts";
import { makePlainModel } from "./index.ts";
import { isIndexName } from "./routes.ts";

export const plain: ModelDetector = {
  id: "plain",
  reads: (path) => inDocs.test(path),
  findRoots: (tree) => (contentFolders(tree).length > 0 ? [""] : []),
  create: (tree, overrides) => {
    const folders = contentFolders(tree);
    const contentRoots = folders.length > 0 ? folders : [""];
    const evidence =
      folders.length > 0
        ? `the pages in ${folders.map((folder) => `${folder}/`).join(", ")}`
        : "chosen in the settings";
    return makePlainModel({ evidence, contentRoots }, overrides);
  },
};

/** Folders that hold a site's pages and nothing else. */
const contentNames = ["content", "contents", "handbook", "src/content", "pages"];

/** Folders that code repositories have, too: they must look like a site's. */
const docsNames = ["docs", "wiki", "guide", "guides"];
const inDocs = /^(?:docs|wiki|guides?)\/[^/]+\.mdx?$/;

/** A content folder has at least so many pages that are no READMEs. */
const fewest = 5;

function contentFolders(tree: FileTree): readonly string[] {
  const names = [...contentNames, ...docsNames.filter((name) => looksLikeSite(tree, name))];
  const counts = new Map<string, number>();
  for (const file of tree.files) {
    const folder = names.find((name) => file.startsWith(`${name}/`));
    if (folder !== undefined && isPage(file)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= fewest).map(([folder]) => folder);
}

/** Most pages directly in the folder have frontmatter, and one links to another. */
function looksLikeSite(tree: FileTree, folder: string): boolean {
  const texts = [...tree.texts].filter(([path]) => folderOf(path) === folder && isMarkdown(path));
  const withFrontmatter = texts.filter(([, text]) => /^\ufeff?(?:---|\+\+\+)[ \t]*\r?\n/.test(text));
  const linked = texts.some(([, text]) =>
    /\]\((?:\/|\.{0,2}\/?[\w-]+(?:\/[\w-]+)*(?:\.mdx?)?[#)])/.test(text),
  );
  return texts.length > 0 && withFrontmatter.length * 2 > texts.length && linked;
}

function isPage(file: FilePath): boolean {
  const name = nameOf(file).replace(/\.\w+$/, "");
  return isMarkdown(file) && !isIndexName(name) && !/(?:^|\/)(?:node_modules|vendor)\//.test(file);
}
