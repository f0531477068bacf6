// What a test inside VS Code does over and over: open a page, wait for what the author would see, read it.

import * as vscode from "vscode";

/** Polls until `look` yields something truthy; fails with `what` after `limit` ms. */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  limit = 20_000,
): Promise<NonNullable<T>> {
  const started = Date.now();
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() - started > limit) throw new Error(`not seen within ${limit} ms: ${what}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

export function folder(index = 0): vscode.Uri {
  const found = vscode.workspace.workspaceFolders?.[index];
  if (!found) throw new Error(`the workspace has no folder ${index}`);
  return found.uri;
}

export const fileAt = (path: string, index = 0) => vscode.Uri.joinPath(folder(index), path);

export async function open(path: string | vscode.Uri): Promise<vscode.TextEditor> {
  const uri = typeof path === "string" ? fileAt(path) : path;
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** Our findings on a page, as `code: text under the squiggle`. */
export function findings(document: vscode.TextDocument): readonly string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter((one) => one.source === "handbook")
    .map((one) => `${codeOf(one)}: ${document.getText(one.range)}`);
}

export function codeOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === "object" ? code.value : code);
}

/** Where `text` stands in the document, `into` characters further on. */
export function placeOf(document: vscode.TextDocument, text: string, into = 0): vscode.Position {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`"${text}" is not on ${document.uri.path}`);
  return document.positionAt(at + into);
}

export async function completionsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    position,
  );
  return list.items;
}

/** The text that an item puts into the page. */
export function written({ insertText }: vscode.CompletionItem): string | undefined {
  return typeof insertText === "string" ? insertText : insertText?.value;
}

export function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === "string" ? label : label.label;
}

/** Replaces a document's whole text, as typing would, without saving. */
export async function retype(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const all = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  edit.replace(document.uri, all, text);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error("the edit was refused");
}

export async function linksAt(document: vscode.TextDocument, at: vscode.Position) {
  const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
    "vscode.executeLinkProvider",
    document.uri,
    1000,
  );
  return links.filter((one) => one.range.contains(at));
}

export async function definitionsAt(document: vscode.TextDocument, at: vscode.Position) {
  return vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    "vscode.executeDefinitionProvider",
    document.uri,
    at,
  );
}
