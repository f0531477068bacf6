// Which files of the workspace a page shows, as addresses that the panel may load.

import { Uri, type Webview, workspace } from "vscode";

const source = /data-handbook-src="([^"]*)"/g;

/** For each picture in the server's HTML its address in the webview; files outside the workspace get none. */
export function imageSources(html: string, webview: Webview): Readonly<Record<string, string>> {
  const addresses: Record<string, string> = {};
  for (const [, written = ""] of html.matchAll(source)) {
    const uri = written.replace(/&#x26;|&amp;/g, "&").replace(/&#x27;/g, "'");
    const file = Uri.parse(uri);
    if (workspace.getWorkspaceFolder(file)) addresses[uri] = webview.asWebviewUri(file).toString();
  }
  return addresses;
}
