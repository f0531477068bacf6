// Which kind of wiki a folder is: a vault of Obsidian, a workspace of Foam, or the wiki of a repository on GitHub or GitLab.

import { readData } from "../../../data/readData.ts";
import { itemsAt } from "../../../data/value.ts";
import { folderOf, isInFolder, nameOf } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree } from "../../siteModel.ts";

export type Flavour = "obsidian" | "foam" | "github" | "gitlab";

export interface Evidence {
  readonly flavour: Flavour;
  readonly evidence: string;
}

/** The folders that Obsidian or Foam keep something of their own in. */
export function findVaults(tree: FileTree): readonly string[] {
  const roots = new Set<string>();
  for (const file of tree.files) {
    const folder = /^(?:(.*)\/)?(?:\.obsidian|\.foam|\.vscode)\//.exec(file);
    const root = folder?.[1] ?? "";
    if (folder && !roots.has(root) && isVaultFile(tree, file)) roots.add(root);
  }
  return [...roots].filter((root) => !/(?:^|\/)\./.test(root) && hasPages(tree, root));
}

function isVaultFile(tree: FileTree, file: FilePath): boolean {
  if (/(?:^|\/)\.(?:obsidian\/[^/]+|foam\/.+)$/.test(file)) return true;
  return /(?:^|\/)\.vscode\/foam\.json$/.test(file) || recommendsFoam(tree, file);
}

/** Foam's template recommends its extension ("foam.foam-vscode") to all who open the folder. */
function recommendsFoam(tree: FileTree, file: string): boolean {
  if (!/(?:^|\/)\.vscode\/extensions\.json$/.test(file)) return false;
  const text = tree.texts.get(file as FilePath);
  if (text === undefined) return false;
  const items = itemsAt(readData("extensions.jsonc", text), "recommendations");
  return items.some((one) => one.kind === "string" && one.value.toLowerCase() === "foam.foam-vscode");
}

/** Folders with a home page and a sidebar or footer, as wikis of repositories have them. */
export function findGitWikis(tree: FileTree): readonly string[] {
  const roots: string[] = [];
  for (const file of tree.files) {
    if (/(?:^|\/)home\.(?:md|markdown)$/i.test(file) && gitWikiAt(tree, folderOf(file)))
      roots.push(folderOf(file));
  }
  return roots;
}

/** docs.github.com, "Creating a footer or sidebar for your wiki": `_Sidebar`, `_Footer`; docs.gitlab.com, "Wiki": `_sidebar`. */
export function gitWikiAt(tree: FileTree, root: string): "github" | "gitlab" | undefined {
  const has = (name: string) => tree.files.has((root === "" ? name : `${root}/${name}`) as FilePath);
  if (has("Home.md") && (has("_Sidebar.md") || has("_Footer.md"))) return "github";
  return has("home.md") && has("_sidebar.md") ? "gitlab" : undefined;
}

/** Of a tree whose root is the wiki's. One that was chosen in the settings is taken for a vault unless it has a home page. */
export function flavourOf(tree: FileTree): Evidence {
  const wiki = gitWikiAt(tree, "");
  if (wiki === "github") return { flavour: wiki, evidence: "Home.md and its sidebar or footer" };
  if (wiki === "gitlab") return { flavour: wiki, evidence: "home.md and _sidebar.md" };
  const own = [...tree.files].filter((file) => /^\.(?:obsidian|foam|vscode)\//.test(file));
  if (own.some((file) => file.startsWith(".obsidian/")))
    return { flavour: "obsidian", evidence: "the folder .obsidian" };
  if (own.some((file) => isVaultFile(tree, file)))
    return { flavour: "foam", evidence: "the settings of Foam" };
  const evidence = "chosen in the settings";
  if (tree.files.has("Home.md" as FilePath)) return { flavour: "github", evidence };
  return { flavour: tree.files.has("home.md" as FilePath) ? "gitlab" : "obsidian", evidence };
}

function hasPages(tree: FileTree, root: string): boolean {
  for (const file of tree.files)
    if (/\.md$/i.test(file) && isInFolder(file, root) && !isHidden(file)) return true;
  return false;
}

/** Does a folder or file whose name begins with a dot hold it? None of these tools shows such. */
export function isHidden(path: string): boolean {
  return /(?:^|\/)\.[^/]/.test(path);
}

/** Is it what a wiki shows beside its pages, and no page itself? */
export function isFrame(path: string): boolean {
  return /^_(?:sidebar|footer|header)\.(?:md|markdown)$/i.test(nameOf(path));
}
