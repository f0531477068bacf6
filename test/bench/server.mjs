// Measures the real server over stdio, with real messages: time to the first findings of the opened page, to the whole
// index, a keystroke's answer, and resident memory. `node test/bench/server.mjs FOLDER PAGE [SERVER]`.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";

const [folder, page, server = "dist/server.mjs"] = process.argv.slice(2);
if (!folder || !page) throw new Error("Usage: node test/bench/server.mjs FOLDER PAGE [SERVER]");
const root = pathToFileURL(resolve(folder)).href;
const uri = pathToFileURL(resolve(folder, page)).href;
const text = readFileSync(resolve(folder, page), "utf8");

const start = performance.now();
const since = () => Math.round(performance.now() - start);
const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
const connection = createMessageConnection(
  new StreamMessageReader(child.stdout),
  new StreamMessageWriter(child.stdin),
);
const refreshed = () => {};
let indexed = () => {};
let pushes = 0;
const status = { indexing: true, sites: [] };
connection.onRequest("workspace/diagnostic/refresh", () => {
  refreshed();
  return null;
});
connection.onRequest(() => null);
connection.onNotification("handbook/status", (sent) => {
  Object.assign(status, sent);
  if (!status.indexing) indexed();
});
connection.onNotification("textDocument/publishDiagnostics", () => {
  pushes++;
});
connection.listen();

const pull = () => connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
const memory = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0) >> 10;

await connection.sendRequest("initialize", {
  processId: process.pid,
  rootUri: root,
  workspaceFolders: [{ uri: root, name: "handbook" }],
  capabilities: {
    textDocument: { diagnostic: {} },
    workspace: { diagnostics: { refreshSupport: true }, workspaceFolders: true },
  },
});
const done = new Promise((resolve) => {
  indexed = resolve;
});
await connection.sendNotification("initialized", {});
await connection.sendNotification("textDocument/didOpen", {
  textDocument: { uri, languageId: "markdown", version: 1, text },
});
const first = await pull();
console.log(`first answer for the open page: ${since()} ms, ${first.items.length} findings`);
const links = { textDocument: { uri } };
let slowest = 0;
let asked = 0;
let finished = false;
done.then(() => {
  finished = true;
});
while (!finished) {
  const from = performance.now();
  await connection.sendRequest("textDocument/documentLink", links);
  slowest = Math.max(slowest, performance.now() - from);
  asked++;
  await new Promise((resolve) => setTimeout(resolve, 20));
}
console.log(`whole index: ${since()} ms; meanwhile ${asked} requests, the slowest ${Math.round(slowest)} ms`);
const full = await pull();
console.log(
  `all findings of the open page: ${since()} ms, ${full.items.length} findings; memory ${memory()} MB`,
);

let quiet = pushes;
do {
  quiet = pushes;
  await new Promise((resolve) => setTimeout(resolve, 1500));
} while (quiet !== pushes || pushes === 0);
console.log(`closed pages pushed: ${pushes}, after ${since() - 1500} ms at most; memory ${memory()} MB`);
console.log(JSON.stringify(status.sites));

const times = [];
for (let i = 0; i < 30; i++) {
  const from = performance.now();
  const range = { start: { line: 8, character: 0 }, end: { line: 8, character: 0 } };
  await connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: i + 2 },
    contentChanges: [{ range, text: "x" }],
  });
  await pull();
  times.push(performance.now() - from);
}
times.sort((a, b) => a - b);
console.log(`keystroke to findings: median ${times[15]?.toFixed(1)} ms, slowest ${times[29]?.toFixed(1)} ms`);
await connection.sendRequest("shutdown");
const exit = new Promise((resolve) => child.on("exit", resolve));
await connection.sendNotification("exit");
console.log(`exit code ${await exit}`);
