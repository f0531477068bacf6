// What a fix does, in the protocol's form: edits of one file or of several, files that are made, renamed or deleted; as much
// of it as the client can take.

import type { RenameFile, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { linesOf } from "../diagnostics/files.ts";
import type { Fix } from "../diagnostics/finding.ts";
import { uriOf } from "../site/queries.ts";
import type { FilePath, Site } from "../site/site.ts";
import { type LineIndex, rangeOf } from "../text/lineIndex.ts";
import type { SpanEdit } from "../text/textEdit.ts";

export type FileOperation = "create" | "rename" | "delete";

export interface EditOptions {
  /** Can the client take `documentChanges`, and which changes of files by them? No fix is offered that it can't take. */
  readonly documentChanges: boolean;
  readonly operations: readonly FileOperation[];
  /** Is the text of a file that the site knows the one that the editor has of it? */
  readonly isCurrent?: (file: FilePath) => boolean;
}

/** The file that the finding stands in, as its editor has it. */
export interface OwnFile {
  readonly site: Site;
  readonly path: FilePath;
  readonly lines: LineIndex;
  readonly uri: string;
  readonly version: number | null;
}

type Change = Omit<Fix, "title" | "preferred">;

/** Can the client do all of it, and are the texts those that it was made for? */
export function canTake(fix: Change, { documentChanges, operations, isCurrent }: EditOptions): boolean {
  const needed: readonly FileOperation[] = [
    ...(fix.create ? (["create"] as const) : []),
    ...(fix.rename ? (["rename"] as const) : []),
    ...(fix.remove ? (["delete"] as const) : []),
  ];
  if (needed.length > 0 && !documentChanges) return false;
  const others = [
    ...(fix.path === undefined ? [] : [fix.path]),
    ...(fix.others ?? []).map(({ path }) => path),
  ];
  return needed.every((one) => operations.includes(one)) && others.every((path) => isCurrent?.(path) ?? true);
}

export function workspaceEdit(own: OwnFile, fix: Change, { documentChanges }: EditOptions): WorkspaceEdit {
  const edits = [
    ...(fix.edits.length > 0 || noOperation(fix) ? [editOf(own, fix.path ?? own.path, fix.edits)] : []),
    ...(fix.others ?? []).map((other) => editOf(own, other.path, other.edits)),
  ];
  if (!documentChanges) {
    return {
      changes: Object.fromEntries(edits.map((one) => [one.textDocument.uri, one.edits])),
    } as WorkspaceEdit;
  }
  return { documentChanges: [...creation(own.site, fix), ...edits, ...moves(own, fix)] };
}

function noOperation({ create, rename, remove, others = [] }: Change): boolean {
  return !create && !rename && !remove && others.length === 0;
}

function editOf(own: OwnFile, path: FilePath, edits: readonly SpanEdit[]): TextDocumentEdit {
  const isOwn = path === own.path;
  const lines = isOwn ? own.lines : linesOf(own.site, path);
  const uri = isOwn ? own.uri : uriOf(own.site, path);
  return {
    textDocument: { uri, version: isOwn ? own.version : null },
    edits: edits.map(({ span, newText }) => ({ range: rangeOf(lines, span), newText })),
  };
}

/** The file is made before anything is written. */
function creation(site: Site, { create }: Change): NonNullable<WorkspaceEdit["documentChanges"]> {
  if (!create) return [];
  const uri = uriOf(site, create.path);
  const start = { line: 0, character: 0 };
  return [
    { kind: "create", uri, options: { ignoreIfExists: true } },
    {
      textDocument: { uri, version: null },
      edits: [{ range: { start, end: start }, newText: create.text }],
    },
  ];
}

/** A file that is renamed or deleted goes last, so that edits of it find it by the name that it has. */
function moves(
  { site, path, uri }: OwnFile,
  { rename, remove }: Change,
): NonNullable<WorkspaceEdit["documentChanges"]> {
  const own = (file: FilePath) => (file === path ? uri : uriOf(site, file));
  if (remove !== undefined) return [{ kind: "delete", uri: own(remove) }];
  if (!rename) return [];
  const move: RenameFile = { kind: "rename", oldUri: own(rename.from), newUri: uriOf(site, rename.to) };
  return [move];
}
