// The language server as a web worker: everything that it knows of files it asks of the editor.

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { clientFiles } from "../lsp/clientFiles.ts";
import { connect } from "../lsp/connect.ts";
import { consoleLog } from "../lsp/consoleLog.ts";
import { usualDelays } from "../workspace/platform.ts";

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

connect(connection, {
  files: clientFiles(connection),
  pause: () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(undefined);
    }),
  now: () => performance.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  log: consoleLog(connection),
  delays: usualDelays,
});
