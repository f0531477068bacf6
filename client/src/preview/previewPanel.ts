// One preview: a panel that shows a page as it stands in the editor, asks the server for it again after changes, and
// carries out what its page asks for. Which page it shows is decided in register.ts.

import {
  type Disposable,
  type ExtensionContext,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type PreviewParams, type PreviewResult, previewRequest } from "../../../server/src/protocol.ts";
import { nameOf } from "../nameOf.ts";
import { followLink, openExternal, sayReason } from "./followLink.ts";
import { imageSources } from "./imageSources.ts";
import { parseToPanel, type ToPage, type ToPanel } from "./messages.ts";
import { mediaFolder, panelHtml } from "./panelHtml.ts";
import { revealLine } from "./scrollSync.ts";

/** After a change the server is asked at most this often; an answer under way is waited for first. */
const pauseMilliseconds = 100;

/** After the preview has scrolled the editor, the editor's own report of it is not sent back. */
const quietMilliseconds = 500;

export class PreviewPanel implements Disposable {
  private uri: Uri;
  private remote = false;
  private ready = false;
  private asking = false;
  private stale = false;
  private closed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private fragment: string | undefined;
  private quietUntil = 0;
  private readonly panel: WebviewPanel;
  private readonly client: BaseLanguageClient;
  private readonly context: ExtensionContext;

  constructor(panel: WebviewPanel, uri: Uri, client: BaseLanguageClient, context: ExtensionContext) {
    this.panel = panel;
    this.uri = uri;
    this.client = client;
    this.context = context;
    panel.iconPath = Uri.joinPath(context.extensionUri, "media", "icon.png");
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [
        mediaFolder(context.extensionUri),
        ...(workspace.workspaceFolders ?? []).map((folder) => folder.uri),
      ],
    };
    panel.webview.onDidReceiveMessage((sent: unknown) => this.receive(parseToPanel(sent)));
    panel.onDidDispose(() => {
      this.closed = true;
      clearTimeout(this.timer);
    });
    panel.onDidChangeViewState(() => panel.visible && this.refreshSoon());
    this.load();
  }

  /** Shows another page. */
  show(uri: Uri): void {
    if (this.uri.toString() === uri.toString()) return;
    this.uri = uri;
    this.refreshSoon(0);
  }

  shows(document: TextDocument): boolean {
    return document.uri.toString() === this.uri.toString();
  }

  /** The text, or something that the page shows, has changed. */
  refreshSoon(pause: number = pauseMilliseconds): void {
    this.stale = true;
    if (this.asking || this.timer !== undefined || !this.ready || !this.panel.visible) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.refresh();
    }, pause);
  }

  /** Follows the editor, unless it was the preview that scrolled it. */
  scrollToLine(line: number): void {
    if (Date.now() > this.quietUntil) this.post({ kind: "scroll", line });
  }

  reveal(column?: ViewColumn): void {
    this.panel.reveal(column, true);
  }

  dispose(): void {
    this.panel.dispose();
  }

  private load(): void {
    this.ready = false;
    const { extensionUri } = this.context;
    this.panel.webview.html = panelHtml(this.panel.webview, { extensionUri, remote: this.remote });
  }

  private async refresh(): Promise<void> {
    this.asking = true;
    this.stale = false;
    const uri = this.uri;
    try {
      const params: PreviewParams = { uri: this.client.code2ProtocolConverter.asUri(uri) };
      const result = await this.client.sendRequest<PreviewResult | null>(previewRequest, params);
      if (!this.closed && uri.toString() === this.uri.toString()) this.display(result);
    } catch (error) {
      this.client.error(`The preview of ${uri.toString()} could not be made.`, error, false);
    } finally {
      this.asking = false;
      if (this.stale && !this.closed) this.refreshSoon();
    }
  }

  private display(result: PreviewResult | null): void {
    const name = nameOf(this.uri.path);
    this.panel.title = `Preview: ${result?.title || name}`;
    const html = result?.html ?? "";
    this.post({
      kind: "show",
      uri: this.uri.toString(),
      html,
      note: result ? result.note : `${name} is not a page that the handbook knows.`,
      images: imageSources(html, this.panel.webview),
      remote: this.remote,
    });
    if (this.fragment !== undefined) this.post({ kind: "scrollTo", fragment: this.fragment });
    this.fragment = undefined;
  }

  private post(message: ToPage): void {
    if (!this.closed) void this.panel.webview.postMessage(message);
  }

  private receive(message: ToPanel | undefined): void {
    switch (message?.kind) {
      case "ready":
        this.ready = true;
        this.refreshSoon(0);
        break;
      case "open":
        void this.follow(message.href);
        break;
      case "openExternal":
        void openExternal(message.url);
        break;
      case "deadLink":
        sayReason(message.reason);
        break;
      case "showRemoteImages":
        this.remote = true;
        this.load();
        break;
      case "reveal":
        this.quietUntil = Date.now() + quietMilliseconds;
        revealLine(this.uri, message.line);
        break;
    }
  }

  private async follow(href: string): Promise<void> {
    const { uri, fragment } = await followLink(this.client, this.uri, href, this.sourceColumn());
    if (!uri) return;
    this.fragment = fragment;
    if (uri.toString() === this.uri.toString()) this.refreshSoon(0);
    else this.show(uri);
  }

  /** The group of editors in which the page's text is, else any but the panel's own. */
  private sourceColumn(): ViewColumn {
    const editor = window.visibleTextEditors.find(({ document }) => this.shows(document));
    const other = this.panel.viewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One;
    return editor?.viewColumn ?? other;
  }
}
