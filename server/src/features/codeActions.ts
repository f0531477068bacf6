// Quick fixes at a place, and all sure ones of the page at once. What a fix is, each rule says for itself; here it gets
// the protocol's form. Nothing is remembered between requests.

import type { CodeAction, Diagnostic, Range, WorkspaceEdit } from "vscode-languageserver-types";
import type { Config } from "../config.ts";
import type { Fix } from "../diagnostics/finding.ts";
import { checkPage, fixesFor, type LevelledFinding } from "../diagnostics/index.ts";
import { toDiagnostic } from "../diagnostics/toDiagnostic.ts";
import { uriOf } from "../site/queries.ts";
import type { FilePath, Page, Site } from "../site/site.ts";
import { offsetAt } from "../text/lineIndex.ts";
import { overlaps, type Span } from "../text/span.ts";
import type { SpanEdit } from "../text/textEdit.ts";
import { asksFor } from "./actionKinds.ts";
import { canTake, type EditOptions, workspaceEdit } from "./workspaceEdit.ts";

export interface CodeActionsAt {
  readonly site: Site;
  readonly page: Page;
  /** The page's text now. */
  readonly text: string;
  readonly range: Range;
}

export interface CodeActionOptions extends EditOptions {
  /** Version of the open document, for `documentChanges`. */
  readonly version?: number | null;
  /** URI of the open document as its editor writes it. */
  readonly uri?: string;
  /** Kinds that the client asks for (`context.only`); undefined for all but the page-wide ones. */
  readonly only?: readonly string[];
  /** Where a code is documented, for the diagnostics that actions carry. */
  readonly docsOf?: (code: string) => string;
}

/** The kind under which "fix all" runs, on save too: `"editor.codeActionsOnSave": { "source.fixAll.handbook": "explicit" }`. */
export const fixAllKind = "source.fixAll.handbook";

/** The findings of a range whose fixes are offered one by one: a whole page may be selected. */
const mostAtOnce = 50;

/** The actions at a range: fixes of what is found there, then of all of their kind, then of the whole page when asked for. */
export function codeActions(
  at: CodeActionsAt,
  config: Config,
  options: CodeActionOptions,
): readonly CodeAction[] {
  const findings = checkPage(at.site, at.page, config);
  const actions: CodeAction[] = [];
  if (asksFor(options.only, "quickfix")) {
    const span = spanOf(at);
    const here = findings.filter((finding) => overlaps(finding.span, span));
    for (const finding of here.slice(0, mostAtOnce)) actions.push(...quickFixes(at, finding, options));
    for (const code of new Set(here.map((finding) => finding.code)))
      actions.push(
        ...fixAllOf(
          at,
          findings.filter((finding) => finding.code === code),
          options,
        ),
      );
  }
  if (options.only && asksFor(options.only, fixAllKind)) actions.push(...fixAll(at, findings, options));
  return actions;
}

function spanOf({ page, range }: CodeActionsAt): Span {
  const { lines } = page.scanned;
  return { start: offsetAt(lines, range.start), end: offsetAt(lines, range.end) };
}

function quickFixes(
  at: CodeActionsAt,
  finding: LevelledFinding,
  options: CodeActionOptions,
): readonly CodeAction[] {
  return fixesFor(at.site, at.page, finding, at.text)
    .filter((fix) => canTake(fix, options))
    .map((fix) => ({
      title: fix.title,
      kind: "quickfix",
      diagnostics: [diagnosticOf(at, finding, options)],
      ...(fix.preferred && { isPreferred: true }),
      edit: editOf(at, fix, options),
    }));
}

function diagnosticOf(
  { site, page }: CodeActionsAt,
  finding: LevelledFinding,
  options: CodeActionOptions,
): Diagnostic {
  return toDiagnostic(
    page.scanned.lines,
    options.uri ?? uriOf(site, page.path),
    finding,
    options.docsOf?.(finding.code),
  );
}

function fixAllOf(
  at: CodeActionsAt,
  findings: readonly LevelledFinding[],
  options: CodeActionOptions,
): readonly CodeAction[] {
  const { mended, edits, whole } = sureEdits(at, findings);
  const [first] = mended;
  if (!first || mended.length < 2) return [];
  return [
    {
      title: `Fix ${whole ? "all" : "the first"} ${mended.length} ${first.code} on this page`,
      kind: "quickfix",
      diagnostics: mended.map((finding) => diagnosticOf(at, finding, options)),
      edit: editOf(at, { edits }, options),
    },
  ];
}

function fixAll(
  at: CodeActionsAt,
  findings: readonly LevelledFinding[],
  options: CodeActionOptions,
): readonly CodeAction[] {
  const { edits } = sureEdits(at, findings);
  if (edits.length === 0) return [];
  return [
    {
      title: "Fix all that Handbook is sure of on this page",
      kind: fixAllKind,
      edit: editOf(at, { edits }, options),
    },
  ];
}

/** So many are mended at once, that the edit stays one which an editor can show. The next run mends the next ones. */
const mostMended = 500;

interface SureEdits {
  readonly mended: readonly LevelledFinding[];
  readonly edits: readonly SpanEdit[];
  /** Are these the fixes of all findings? */
  readonly whole: boolean;
}

/** No file is made, renamed or deleted by many fixes at once. */
const textAlone: EditOptions = { documentChanges: true, operations: [] };

/** The preferred fixes together. Where two want the same place the first has it; the next run finds the other. */
function sureEdits({ site, page, text }: CodeActionsAt, findings: readonly LevelledFinding[]): SureEdits {
  const mended: LevelledFinding[] = [];
  const edits: SpanEdit[] = [];
  let free = 0;
  for (const finding of findings) {
    if (mended.length === mostMended) return { mended, edits, whole: false };
    const fix = fixesFor(site, page, finding, text).find(
      (one) => one.preferred && one.path === undefined && canTake(one, textAlone),
    );
    const ordered = [...(fix?.edits ?? [])].sort((a, b) => a.span.start - b.span.start);
    const [first] = ordered;
    if (!first || first.span.start < free) continue;
    mended.push(finding);
    edits.push(...ordered);
    free = Math.max(...ordered.map(({ span }) => span.end));
  }
  return { mended, edits, whole: true };
}

function editOf(at: CodeActionsAt, fix: Omit<Fix, "title">, options: CodeActionOptions): WorkspaceEdit {
  const { site, page } = at;
  const path = page.path as string as FilePath;
  const { uri = uriOf(site, path), version = null } = options;
  return workspaceEdit({ site, path, lines: page.scanned.lines, uri, version }, fix, options);
}
