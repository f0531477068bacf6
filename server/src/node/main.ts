#!/usr/bin/env node
// The language server as a process: `--stdio`, `--node-ipc` or `--socket=PORT`, as editors start it.

import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { clientFiles } from "../lsp/clientFiles.ts";
import { connect } from "../lsp/connect.ts";
import { consoleLog } from "../lsp/consoleLog.ts";
import { traceOf } from "../workspace/traceOf.ts";
import { cacheFolder } from "./cacheFolder.ts";
import { nodeFiles } from "./nodeFiles.ts";
import { nodePlatform } from "./nodePlatform.ts";

const connection = createConnection(ProposedFeatures.all);
const platform = nodePlatform({
  worker: new URL("./scanWorker.mjs", import.meta.url),
  cache: cacheFolder(),
  log: consoleLog(connection),
});
process.on("unhandledRejection", (reason) => {
  platform.log.error(traceOf(reason));
});
connect(connection, { ...platform, files: clientFiles(connection, nodeFiles) });
