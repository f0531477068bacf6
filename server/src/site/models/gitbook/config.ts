// GitBook's `.gitbook.yaml`: where the pages lie, which file is the first page, which the table of contents, and redirects.

import { readData } from "../../../data/readData.ts";
import { at, entriesAt, stringAt } from "../../../data/value.ts";
import { joinPath } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree, RedirectRule, SiteOverrides } from "../../siteModel.ts";
import { type ListedLink, readLinkLists } from "../common/linkLists.ts";

export interface GitbookConfig {
  readonly file: FilePath | undefined;
  /** Folder of the pages: "" or "docs". */
  readonly root: string;
  /** The first page, and the table of contents, below the repository. */
  readonly readme: string;
  readonly summaryFile: string;
  readonly summary: readonly ListedLink[] | undefined;
  /** How long its text is. */
  readonly summaryLength: number;
  /** The files that the table of contents lists: the pages that there are. Undefined where all are. */
  readonly listed: ReadonlySet<string> | undefined;
  readonly redirects: readonly RedirectRule[];
}

const name = /(?:^|\/)\.gitbook\.ya?ml$/;

export function isGitbookConfig(path: string): boolean {
  return name.test(path);
}

export function readGitbookConfig({ texts, files }: FileTree, overrides: SiteOverrides): GitbookConfig {
  const file = [".gitbook.yaml", ".gitbook.yml"].find((one) => texts.has(one as FilePath)) as
    | FilePath
    | undefined;
  const data = file && readData(file, texts.get(file) ?? "");
  const named = joinPath("", overrides.contentRoots?.[0] ?? stringAt(data, "root") ?? "") ?? "";
  const root = [...files].some((path) => path.startsWith(`${named}/`)) ? named : "";
  const below = (path: string) => joinPath(root, path) ?? path;
  const readme = below(stringAt(data, "structure", "readme") ?? "README.md");
  const summaryFile = below(stringAt(data, "structure", "summary") ?? "SUMMARY.md");
  const text = texts.get(summaryFile as FilePath);
  const summary = text === undefined ? undefined : readLinkLists(text, summaryFile);
  const listed = summary && new Set([readme, ...summary.flatMap(filesOf)]);
  const redirects = entriesAt(at(data, "redirects")).flatMap(({ key, keySpan, value }): RedirectRule[] =>
    file === undefined || value.kind !== "string"
      ? []
      : [
          {
            file,
            sourceSpan: keySpan,
            destinationSpan: value.span,
            source: `/${key.replace(/^\/+/, "")}`,
            destination: value.value,
            literal: true,
            conditional: false,
            yieldsToPages: true,
          },
        ],
  );
  return { file, root, readme, summaryFile, summary, summaryLength: text?.length ?? 0, listed, redirects };
}

function filesOf(entry: ListedLink): readonly string[] {
  return [...(entry.path === undefined ? [] : [entry.path]), ...entry.children.flatMap(filesOf)];
}
