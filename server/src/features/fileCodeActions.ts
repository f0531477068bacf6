// Quick fixes in the files around the pages: redirects, navigation, configuration.

import type { CodeAction, Range } from "vscode-languageserver-types";
import type { Config } from "../config.ts";
import { checkFiles, fixesForFile, linesOf } from "../diagnostics/files.ts";
import { toDiagnostic } from "../diagnostics/toDiagnostic.ts";
import { uriOf } from "../site/queries.ts";
import type { FilePath, Site } from "../site/site.ts";
import { offsetAt, rangeOf } from "../text/lineIndex.ts";
import { overlaps } from "../text/span.ts";
import type { CodeActionOptions } from "./codeActions.ts";

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
  { documentChanges, version, uri = uriOf(site, file), only, docsOf }: CodeActionOptions,
): readonly CodeAction[] {
  const asked = only === undefined || only.some((one) => one === "" || one === "quickfix");
  if (!asked || site.model.sources.get(file) !== text) return [];
  const lines = linesOf(site, file);
  const span = { start: offsetAt(lines, range.start), end: offsetAt(lines, range.end) };
  const here = checkFiles(site, config).filter((one) => one.file === file && overlaps(one.span, span));
  return here.flatMap((finding) =>
    fixesForFile(site, finding, text)
      .filter((fix) => fix.path === undefined || fix.path === file)
      .map((fix): CodeAction => {
        const edits = fix.edits.map((edit) => ({ range: rangeOf(lines, edit.span), newText: edit.newText }));
        return {
          title: fix.title,
          kind: "quickfix",
          diagnostics: [toDiagnostic(lines, uri, finding, docsOf?.(finding.code))],
          ...(fix.preferred && { isPreferred: true }),
          edit: documentChanges
            ? { documentChanges: [{ textDocument: { uri, version: version ?? null }, edits }] }
            : { changes: { [uri]: edits } },
        };
      }),
  );
}
