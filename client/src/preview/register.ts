// The preview's commands, and the one panel that follows the editor: which page it shows and when it looks again.

import {
  commands,
  type ExtensionContext,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { previewStaleNotification } from "../../../server/src/protocol.ts";
import { PreviewPanel } from "./previewPanel.ts";
import { onEditorScroll } from "./scrollSync.ts";

const viewType = "handbook.preview";

export function registerPreview(context: ExtensionContext, client: BaseLanguageClient): void {
  let shown: PreviewPanel | undefined;
  const adopt = (panel: WebviewPanel, uri: Uri): void => {
    const adopted = new PreviewPanel(panel, uri, client, context);
    shown = adopted;
    panel.onDidDispose(() => {
      if (shown === adopted) shown = undefined;
    });
  };
  const open = (column: ViewColumn, resource: unknown): void => {
    const uri = resource instanceof Uri ? resource : window.activeTextEditor?.document.uri;
    if (!uri) return;
    if (!shown)
      adopt(window.createWebviewPanel(viewType, "Preview", { viewColumn: column, preserveFocus: true }), uri);
    else {
      shown.show(uri);
      shown.reveal();
    }
  };
  context.subscriptions.push(
    commands.registerCommand("handbook.openPreviewToSide", (uri?: unknown) => open(ViewColumn.Beside, uri)),
    commands.registerCommand("handbook.openPreview", (uri?: unknown) => open(ViewColumn.Active, uri)),
    window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const uri = restoredUri(state) ?? window.activeTextEditor?.document.uri;
        if (uri && !shown) adopt(panel, uri);
        else panel.dispose();
      },
    }),
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor && isPage(editor.document)) shown?.show(editor.document.uri);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (shown?.shows(document)) shown.refreshSoon();
    }),
    onEditorScroll((uri, line) => {
      const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
      if (document && shown?.shows(document)) shown.scrollToLine(line);
    }),
    client.onDidChangeState(({ newState }) => newState === State.Running && shown?.refreshSoon()),
    client.onNotification(previewStaleNotification, () => shown?.refreshSoon()),
    { dispose: () => shown?.dispose() },
  );
}

function isPage(document: TextDocument): boolean {
  return document.languageId === "markdown" || document.languageId === "mdx";
}

/** What the panel's page kept for the next start. */
function restoredUri(state: unknown): Uri | undefined {
  const uri = typeof state === "object" && state !== null && "uri" in state ? state.uri : undefined;
  return typeof uri === "string" ? Uri.parse(uri) : undefined;
}
