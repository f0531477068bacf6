// The editor's half of keeping text and preview at the same place.

import { type Disposable, Position, Range, TextEditorRevealType, type Uri, window } from "vscode";

/** Brings a source line (0-based) to the top of the editor that shows the page. */
export function revealLine(uri: Uri, line: number): void {
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const place = new Position(Math.max(0, Math.floor(line)), 0);
  editor?.revealRange(new Range(place, place), TextEditorRevealType.AtTop);
}

/** Calls `scrolled` with the page and its first visible line when an editor scrolls. */
export function onEditorScroll(scrolled: (uri: Uri, line: number) => void): Disposable {
  return window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
    const first = visibleRanges[0];
    if (first) scrolled(textEditor.document.uri, first.start.line);
  });
}
