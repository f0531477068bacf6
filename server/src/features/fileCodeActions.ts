// Quick fixes in the files around the pages (redirects, navigation, configuration), and of pages what concerns their files as a whole.

import type { CodeAction, Range } from "vscode-languageserver-types";
import type { Config } from "../config.ts";
import { checkFile, fixesForFile, linesOf } from "../diagnostics/files.ts";
import { toDiagnostic } from "../diagnostics/toDiagnostic.ts";
import { uriOf } from "../site/queries.ts";
import type { FilePath, Site } from "../site/site.ts";
import { offsetAt } from "../text/lineIndex.ts";
import { overlaps } from "../text/span.ts";
import { asksFor } from "./actionKinds.ts";
import type { CodeActionOptions } from "./codeActions.ts";
import { canTake, workspaceEdit } from "./workspaceEdit.ts";

export interface FileActionsAt {
  readonly site: Site;
  readonly file: FilePath;
  /** The file's text now. While the site was made of an older one, nothing is offered. */
  readonly text: string;
  readonly range: Range;
}

export function fileCodeActions(
  { site, file, text, range }: FileActionsAt,
  config: Config,
  options: CodeActionOptions,
): readonly CodeAction[] {
  const { version = null, uri = uriOf(site, file), only, docsOf } = options;
  if (!asksFor(only, "quickfix") || !isOfText(site, file, text)) return [];
  const lines = linesOf(site, file);
  const span = { start: offsetAt(lines, range.start), end: offsetAt(lines, range.end) };
  const here = checkFile(site, file, config).filter((one) => overlaps(one.span, span));
  return here.flatMap((finding) =>
    fixesForFile(site, finding, text)
      .filter((fix) => canTake(fix, options))
      .map((fix): CodeAction => {
        return {
          title: fix.title,
          kind: "quickfix",
          diagnostics: [toDiagnostic(lines, uri, finding, docsOf?.(finding.code))],
          ...(fix.preferred && { isPreferred: true }),
          edit: workspaceEdit({ site, path: file, lines, uri, version }, fix, options),
        };
      }),
  );
}

/** Was the site made of this text of the file? Of one that it does not read, only the name counts. */
function isOfText(site: Site, file: FilePath, text: string): boolean {
  const known = site.model.sources.get(file);
  return known === undefined || known === text;
}
