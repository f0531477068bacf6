// The server as an editor runs it: a process over stdio, and a client that opens pages, pulls their findings, collects
// what is pushed, and hears when the index is done.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { memoryOf } from "./memory.mjs";
import { project } from "./options.mjs";

/** What takes longer than this, in milliseconds, is taken for an answer that never comes. */
export const patience = 600_000;

/** What VS Code can. */
const capabilities = {
  textDocument: {
    synchronization: {},
    completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
    definition: { linkSupport: true },
    diagnostic: { relatedDocumentSupport: false },
    hover: { contentFormat: ["markdown"] },
    publishDiagnostics: { relatedInformation: true },
  },
  window: { workDoneProgress: true },
  workspace: { diagnostics: { refreshSupport: true }, workspaceFolders: true },
};

export class Server {
  /** Starts the process and says hello. `cache` is a folder, or "off". */
  static async start({ folder, cache }) {
    const server = new Server(folder, cache);
    await server.#initialize();
    return server;
  }

  /** When the process was started, as all times of performance.now(). */
  started = performance.now();
  /** By URI, the findings that were last pushed. */
  pushed = new Map();
  status = { indexing: true, sites: [] };
  /** How often the server has asked the client to pull anew. */
  refreshes = 0;
  #folder;
  #process;
  #connection;
  #heard = new Set();
  #versions = new Map();

  constructor(folder, cache) {
    this.#folder = folder;
    this.#process = spawn(process.execPath, [join(project, "dist/server.mjs"), "--stdio"], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, HANDBOOK_CACHE: cache },
    });
    const { stdout, stdin } = this.#process;
    this.#connection = createMessageConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.#listen();
  }

  #listen() {
    const connection = this.#connection;
    connection.onRequest("workspace/diagnostic/refresh", () => {
      this.refreshes++;
      this.#tell();
      return null;
    });
    connection.onRequest(() => null);
    connection.onNotification("handbook/status", (status) => {
      this.status = status;
      this.#tell();
    });
    connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => {
      this.pushed.set(uri, diagnostics);
      this.#tell();
    });
    connection.onUnhandledNotification(() => {});
    connection.listen();
  }

  async #initialize() {
    const root = pathToFileURL(this.#folder).href;
    const { capabilities: can } = await this.request("initialize", {
      processId: process.pid,
      rootUri: root,
      workspaceFolders: [{ uri: root, name: "handbook" }],
      initializationOptions: { watchesFiles: true },
      capabilities,
    });
    this.can = can;
    await this.notify("initialized", {});
  }

  uriOf(path) {
    return pathToFileURL(join(this.#folder, path)).href;
  }

  request(method, params) {
    return this.#connection.sendRequest(method, params);
  }

  notify(method, params) {
    return this.#connection.sendNotification(method, params);
  }

  open(path, text = readFileSync(join(this.#folder, path), "utf8")) {
    this.#versions.set(path, 1);
    return this.notify("textDocument/didOpen", {
      textDocument: { uri: this.uriOf(path), languageId: "markdown", version: 1, text },
    });
  }

  /** Changes are as LSP has them: `{ text }`, with the `range` that it takes the place of. */
  edit(path, ...contentChanges) {
    const version = this.#versions.get(path) + 1;
    this.#versions.set(path, version);
    return this.notify("textDocument/didChange", {
      textDocument: { uri: this.uriOf(path), version },
      contentChanges,
    });
  }

  /** Our own findings of an open page; the prose linter's come later, by design. */
  async pull(path) {
    const { items } = await this.about("diagnostic", path);
    return items.filter(({ source }) => source === "handbook");
  }

  about(method, path, more = {}) {
    return this.request(`textDocument/${method}`, { textDocument: { uri: this.uriOf(path) }, ...more });
  }

  /** Milliseconds from a message to its answer, when there is nothing to be done for it. */
  async ping() {
    const since = performance.now();
    await this.request("bench/ping").catch(() => {});
    return performance.now() - since;
  }

  /** Waits, message by message, until something is so. */
  async until(what, { message }) {
    const ended = performance.now() + patience;
    while (!what()) {
      const left = ended - performance.now();
      if (left <= 0) throw new Error(message());
      await new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          this.#heard.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, left);
        this.#heard.add(wake);
      });
    }
  }

  indexed() {
    return this.until(() => !this.status.indexing, { message: () => "The index did not come to its end." });
  }

  /** Waits until as many findings are in the editor as there are: those of open pages, and those pushed for all others. Answers when. */
  async allShown(all, open) {
    const shown = () => this.#pushedCount + open;
    await this.until(() => shown() === all, {
      message: () => `There are ${all} findings, the editor was told of ${shown()}.`,
    });
    return performance.now() - this.started;
  }

  get #pushedCount() {
    let count = 0;
    for (const findings of this.pushed.values()) count += findings.length;
    return count;
  }

  get memory() {
    return memoryOf(this.#process.pid);
  }

  async stop() {
    const ended = new Promise((resolve) => this.#process.on("exit", resolve));
    await this.request("shutdown");
    await this.notify("exit");
    const code = await ended;
    this.#connection.dispose();
    if (code !== 0) throw new Error(`The server ended with ${code}.`);
  }

  #tell() {
    for (const wake of [...this.#heard]) wake();
  }
}
