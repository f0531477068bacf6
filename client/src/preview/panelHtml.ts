// The shell that the page's text is put into: our script and style, and a policy that lets nothing else in.

import { Uri, type Webview } from "vscode";

export interface Shell {
  readonly extensionUri: Uri;
  /** May pictures be loaded from the web? The reader asked for it in this panel. */
  readonly remote: boolean;
}

export function panelHtml(webview: Webview, { extensionUri, remote }: Shell): string {
  const nonce = makeNonce();
  const address = (file: string) => webview.asWebviewUri(Uri.joinPath(mediaFolder(extensionUri), file));
  const policy = [
    "default-src 'none'",
    `img-src ${webview.cspSource} data:${remote ? " https:" : ""}`,
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" nonce="${nonce}" href="${address("preview.css")}">
<title>Preview</title>
</head>
<body>
<div id="preview-bar" role="status" hidden></div>
<main id="preview-page"></main>
<script nonce="${nonce}" src="${address("preview.js")}"></script>
</body>
</html>`;
}

/** Where the build puts preview.js and preview.css. */
export function mediaFolder(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, "dist", "webview");
}

function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes));
}
