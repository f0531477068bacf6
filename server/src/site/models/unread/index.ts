// Generators that are recognised, but whose rules are not read yet: their folders are sites, served with the plain model,
// which calls nothing missing that the generator may well serve.

import { githubSyntax, type MarkdownSyntax } from "../../../markdown/syntax.ts";
import { folderOf } from "../../routeKey.ts";
import type { FileTree, ModelDetector } from "../../siteModel.ts";
import { hasMarkdown } from "../common/treeFolders.ts";
import { makePlainModel } from "../plain/index.ts";

interface UnreadGenerator {
  readonly id: string;
  readonly name: string;
  /** Name of its configuration file, with the folders that tell it from others. */
  readonly config: RegExp;
  /** Folder of the site, from the configuration's own: up by so many. */
  readonly up?: number;
  readonly content: readonly string[];
  readonly ids: "github" | "unknown";
  readonly shortcodes?: MarkdownSyntax["shortcodes"];
}

const generators: readonly UnreadGenerator[] = [
  {
    id: "gatsby",
    name: "Gatsby",
    config: /^gatsby-config\.[cm]?[jt]s$/,
    content: ["content", "src/pages", "docs"],
    ids: "unknown",
  },
];

export const unreadGenerators: readonly ModelDetector[] = generators.map((generator) => ({
  id: generator.id,
  unheeded: ["trailingSlash"],
  reads: () => false,
  findRoots: (tree) => rootsOf(tree, generator),
  create: (tree, overrides) => {
    const existing = generator.content.filter((folder) => hasMarkdown(tree.files, folder));
    return makePlainModel(
      {
        id: generator.id,
        name: `${generator.name} (read as a plain site for now)`,
        evidence: `the configuration of ${generator.name}; read as a plain site for now`,
        contentRoots: existing.length > 0 ? existing : [""],
        syntax: { ...githubSyntax, headingAttributes: true, shortcodes: generator.shortcodes ?? "none" },
        unread: { generator: generator.name, ids: generator.ids },
      },
      overrides,
    );
  },
}));

function rootsOf(tree: FileTree, { config, up = 0 }: UnreadGenerator): readonly string[] {
  const roots: string[] = [];
  for (const file of tree.files) {
    const parts = file.split("/");
    if (!config.test(parts.slice(-1 - up).join("/"))) continue;
    const root = parts.slice(0, -1 - up).join("/");
    if (hasMarkdown(tree.files, root)) roots.push(root);
    else if (root !== "" && hasMarkdown(tree.files, beside(root))) roots.push(folderOf(root));
  }
  return roots;
}

/** `docs` beside `website`, where the configuration often lies in a folder of its own. */
function beside(root: string): string {
  return folderOf(root) === "" ? "docs" : `${folderOf(root)}/docs`;
}
