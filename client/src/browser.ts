// The entry inside vscode.dev and github.dev: the server is a web worker, and every file is read through the editor.

import { type ExtensionContext, Uri } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from "vscode-languageclient/browser";
import { type Handbook, run } from "./extension.ts";

let handbook: Handbook | undefined;
let worker: Worker | undefined;

export async function activate(context: ExtensionContext): Promise<Handbook> {
  const script = Uri.joinPath(context.extensionUri, "dist/web/server.js").toString(true);
  handbook = await run(context, (id, name, options) => {
    return new LanguageClient(id, name, () => Promise.resolve(startWorker(script)), options);
  });
  return handbook;
}

export async function deactivate(): Promise<void> {
  await handbook?.client.dispose();
  worker?.terminate();
}

/** A fresh worker for every start. Its ends are named here because `instanceof Worker` fails in the editor's host. */
function startWorker(script: string): MessageTransports {
  worker?.terminate();
  worker = new Worker(script);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}
