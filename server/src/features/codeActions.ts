// Quick fixes at a place, and all sure ones of the page at once. What a fix is, each rule says for itself; here it gets
// the protocol's form. Nothing is remembered between requests.

import type {
  CodeAction,
  Diagnostic,
  Range,
  TextDocumentEdit,
  WorkspaceEdit,
} from "vscode-languageserver-types";
import type { Config } from "../config.ts";
import { linesOf } from "../diagnostics/files.ts";
import type { Fix } from "../diagnostics/finding.ts";
import { checkPage, fixesFor, type LevelledFinding } from "../diagnostics/index.ts";
import { toDiagnostic } from "../diagnostics/toDiagnostic.ts";
import { uriOf } from "../site/queries.ts";
import type { Page, Site } from "../site/site.ts";
import { offsetAt, rangeOf } from "../text/lineIndex.ts";
import { overlaps, type Span } from "../text/span.ts";
import type { SpanEdit } from "../text/textEdit.ts";

export interface CodeActionsAt {
  readonly site: Site;
  readonly page: Page;
  /** The page's text now. */
  readonly text: string;
  readonly range: Range;
}

export interface CodeActionOptions {
  /** Can the client take `documentChanges`, and make files by them? Without it no fix that makes a file is offered. */
  readonly documentChanges: boolean;
  readonly createFiles: boolean;
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
  if (asksFor(options, "quickfix")) {
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
  if (options.only && asksFor(options, fixAllKind)) actions.push(...fixAll(at, findings, options));
  return actions;
}

/** Does the client take this kind: it names none, it, or one above it ("source" for "source.fixAll.handbook")? */
function asksFor({ only }: CodeActionOptions, kind: string): boolean {
  return only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`) || one === "");
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
    .filter((fix) => !fix.create || (options.documentChanges && options.createFiles))
    .map((fix) => ({
      title: fix.title,
      kind: "quickfix",
      diagnostics: [diagnosticOf(at, finding, options)],
      ...(fix.preferred && { isPreferred: true }),
      edit: workspaceEdit(at, fix, options),
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
      edit: workspaceEdit(at, { edits }, options),
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
      edit: workspaceEdit(at, { edits }, options),
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

/** The preferred fixes together. Where two want the same place the first has it; the next run finds the other. */
function sureEdits({ site, page, text }: CodeActionsAt, findings: readonly LevelledFinding[]): SureEdits {
  const mended: LevelledFinding[] = [];
  const edits: SpanEdit[] = [];
  let free = 0;
  for (const finding of findings) {
    if (mended.length === mostMended) return { mended, edits, whole: false };
    const fix = fixesFor(site, page, finding, text).find(
      (one) => one.preferred && !one.create && one.path === undefined,
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

function workspaceEdit(
  { site, page }: CodeActionsAt,
  fix: Pick<Fix, "edits" | "create" | "path">,
  options: CodeActionOptions,
): WorkspaceEdit {
  const { documentChanges } = options;
  const uri = fix.path === undefined ? (options.uri ?? uriOf(site, page.path)) : uriOf(site, fix.path);
  const lines = fix.path === undefined ? page.scanned.lines : linesOf(site, fix.path);
  const version = fix.path === undefined ? options.version : null;
  const edits = fix.edits.map(({ span, newText }) => ({ range: rangeOf(lines, span), newText }));
  if (!documentChanges) return { changes: { [uri]: edits } };
  const changes: TextDocumentEdit[] = [{ textDocument: { uri, version: version ?? null }, edits }];
  if (!fix.create) return { documentChanges: changes };
  const made = uriOf(site, fix.create.path);
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: "create", uri: made, options: { ignoreIfExists: true } },
      {
        textDocument: { uri: made, version: null },
        edits: [{ range: { start, end: start }, newText: fix.create.text }],
      },
      ...(edits.length > 0 ? changes : []),
    ],
  };
}
