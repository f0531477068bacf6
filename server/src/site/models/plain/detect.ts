// A plain handbook shows by its looks: a content folder with several Markdown pages. A code repository with a README
// here and there, or with a folder of bare files (docs/, pages/, content/fixtures/), is none.

import { isMarkdown, nameOf } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree, ModelDetector } from "../../siteModel.ts";
import { makePlainModel } from "./index.ts";
import { isIndexName } from "./routes.ts";

export const plain: ModelDetector = {
  id: "plain",
  unheeded: ["trailingSlash"],
  reads: (path) => inDocs.test(path) || inContent.test(path) || path === ".gitmodules",
  isMain: () => false,
  findRoots: (tree) => (contentFolders(tree).length > 0 ? [""] : []),
  create: (tree, overrides) => {
    const folders = contentFolders(tree);
    const contentRoots = folders.length > 0 ? folders : [""];
    const evidence =
      folders.length > 0
        ? `the pages in ${folders.map((folder) => `${folder}/`).join(", ")}`
        : "chosen in the settings";
    return makePlainModel(
      { evidence, contentRoots, host: hostOf(tree), submodules: submodulesOf(tree) },
      overrides,
    );
  },
};

/** Who shows the files: GitLab where the repository has what GitLab reads, and nothing that GitHub does. */
function hostOf({ files }: FileTree): "github" | "gitlab" {
  let gitlab = false;
  for (const file of files) {
    if (file.startsWith(".github/")) return "github";
    gitlab ||= file === ".gitlab-ci.yml" || file.startsWith(".gitlab/");
  }
  return gitlab ? "gitlab" : "github";
}

/** Folders that are other repositories (git-scm.com, "gitmodules"), which may not have been fetched. */
function submodulesOf({ texts }: FileTree): readonly string[] {
  const text = texts.get(".gitmodules" as FilePath) ?? "";
  return [...text.matchAll(/^[ \t]*path[ \t]*=[ \t]*(\S.*?)[ \t]*\r?$/gm)].map(([, path = ""]) =>
    path.replace(/^"|"$|\/$/g, ""),
  );
}

/** Folders that hold a site's pages, unless they stand beside code: then they must look like a site's, too. */
const contentNames = ["content", "contents", "handbook", "src/content", "pages"];

/** Folders that code repositories have, too: they must look like a site's. */
const docsNames = ["docs", "wiki", "guide", "guides"];
const inDocs = /^(?:docs|wiki|guides?)\/[^/]+\.mdx?$/;
/** These often have nothing but folders in them, whose start pages tell as much. */
const inContent =
  /^(?:contents?|handbook|src\/content|pages)\/(?:[^/]+\.mdx?|[^/]+\/(?:_?index|readme)\.mdx?)$/i;

/** A content folder has at least so many pages that are no READMEs. */
const fewest = 5;

function contentFolders(tree: FileTree): readonly string[] {
  const own = hasCode(tree) ? contentNames.filter((name) => looksLikeSite(tree, name)) : contentNames;
  const names = [...own, ...docsNames.filter((name) => looksLikeSite(tree, name))];
  const counts = new Map<string, number>();
  for (const file of tree.files) {
    const folder = names.find((name) => file.startsWith(`${name}/`));
    if (folder !== undefined && isPage(file)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= fewest).map(([folder]) => folder);
}

const manifest =
  /^(?:package\.json|go\.mod|Cargo\.toml|pyproject\.toml|setup\.py|pom\.xml|build\.gradle(?:\.kts)?|Gemfile|composer\.json|mix\.exs|CMakeLists\.txt|.+\.(?:sln|csproj|gemspec))$/;
const codeFile =
  /^(?!scripts\/|tools\/|bin\/|\.).+\/[^/]+\.(?:[cm]?[jt]sx?|py|go|rs|java|kt|rb|php|cs|cc?|cpp|h|hpp|swift|exs?|scala|vue|svelte)$/;

/** Is it a program's repository? A handbook may have a package.json for its tools, and scripts. */
function hasCode(tree: FileTree): boolean {
  let manifests = 0;
  let sources = 0;
  for (const file of tree.files) {
    if (manifest.test(file)) manifests++;
    else if (codeFile.test(file)) sources++;
    if (manifests > 0 && sources > 0) return true;
  }
  return false;
}

/** Most of its pages that were read have frontmatter, and one links to another. */
function looksLikeSite(tree: FileTree, folder: string): boolean {
  const texts = [...tree.texts].filter(([path]) => path.startsWith(`${folder}/`) && isMarkdown(path));
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
