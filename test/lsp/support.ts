// A small client that really speaks the protocol, over streams in memory, to a server with files in memory.

import { PassThrough } from "node:stream";
import { onTestFinished } from "vitest";
import { createMessageConnection, type MessageConnection } from "vscode-jsonrpc/node";
import { createConnection } from "vscode-languageserver/node";
import {
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { connect, type Server } from "../../server/src/lsp/connect.ts";
import type { FileSystem } from "../../server/src/workspace/fileSystem.ts";
import { isIgnoredFolder } from "../../server/src/workspace/ignored.ts";
import type { Platform } from "../../server/src/workspace/platform.ts";
import { diskName, pathBelow } from "../../server/src/workspace/uris.ts";
import { parseHandbook } from "../support/handbookText.ts";

/** Files by URI; tests change it as they like and then tell the server. */
export class MemoryFiles implements FileSystem {
  readonly foldsCase: boolean = false;
  readonly bytes = new Map<string, Uint8Array>();
  /** URIs of folders and files that can't be read. */
  readonly locked = new Set<string>();
  reads = 0;
  /** While set, reading a page waits for it. */
  gate: Promise<void> | undefined;

  put(uri: string, text: string | Uint8Array): void {
    this.bytes.set(uri, typeof text === "string" ? new TextEncoder().encode(text) : text);
  }

  /** Puts the files of a `//- path` text below a folder. */
  add(folder: string, source: string): this {
    for (const [path, text] of parseHandbook(source).texts) this.put(`${folder}/${path}`, text);
    return this;
  }

  async list(root: string) {
    const all = [...this.bytes.keys()]
      .map((uri) => [pathBelow(root, uri), uri] as const)
      .flatMap(([path, uri]) => (path === undefined ? [] : [diskName(path, uri)]));
    const isLocked = (path: string) => [...this.locked].some((one) => `${root}/${path}`.startsWith(one));
    const files = all.filter(
      (path) => path !== "" && !isLocked(path) && !path.split("/").some((part) => isIgnoredFolder(part, [])),
    );
    return { files, problems: [...this.locked].map((one) => `${one}: permission denied`) };
  }

  async listFolder(folder: string) {
    const { files } = await this.list(folder);
    return files.filter((path) => !path.includes("/"));
  }

  async look(uri: string) {
    if (this.bytes.has(uri)) return "file" as const;
    return [...this.bytes.keys()].some((one) => one.startsWith(`${uri}/`)) ? ("folder" as const) : undefined;
  }

  async read(uri: string) {
    this.reads++;
    if (uri.endsWith(".md")) await this.gate;
    return this.locked.has(uri) ? undefined : this.bytes.get(uri);
  }
}

export interface ClientOptions {
  readonly folders?: readonly string[];
  readonly pulls?: boolean;
  readonly settings?: (scope: string | undefined) => unknown;
  readonly initialization?: unknown;
  readonly files?: MemoryFiles;
  readonly clientName?: string;
}

const quick = { calm: 60, lint: 20, watch: 5, sweep: 10, refresh: 5 };

export class TestClient {
  readonly connection: MessageConnection;
  readonly server: Server;
  readonly files: MemoryFiles;
  readonly logged: string[] = [];
  /** Every push, in order. */
  readonly pushes: { uri: string; diagnostics: Diagnostic[]; version?: number }[] = [];
  readonly notifications: { method: string; params: unknown }[] = [];
  refreshes = 0;
  /** Of the progresses that the server has asked for. */
  readonly tokens: string[] = [];
  progress: { kind: string; message?: string }[] = [];
  #heard: (() => void)[] = [];

  constructor(options: ClientOptions) {
    this.files = options.files ?? new MemoryFiles();
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const log = (message: string) => void this.logged.push(message);
    const platform: Platform = {
      files: this.files,
      pause: () => new Promise((resolve) => setImmediate(resolve)),
      now: () => performance.now(),
      after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
      log: { error: log, warn: log, info: log, debug: () => {} },
      delays: quick,
    };
    this.server = connect(
      createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)),
      platform,
    );
    this.connection = createMessageConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    this.#listen(options);
    this.connection.listen();
  }

  #listen({ settings }: ClientOptions): void {
    const { connection } = this;
    connection.onRequest("workspace/configuration", ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => settings?.(scopeUri) ?? null),
    );
    connection.onRequest("client/registerCapability", () => null);
    connection.onRequest("window/workDoneProgress/create", ({ token }: { token: string }) => {
      this.tokens.push(token);
      return null;
    });
    connection.onRequest("workspace/diagnostic/refresh", () => {
      this.refreshes++;
      this.#tell();
      return null;
    });
    connection.onNotification((method: string, params: unknown) => {
      if (method === "textDocument/publishDiagnostics") this.pushes.push(params as never);
      this.notifications.push({ method, params });
      this.#tell();
    });
    connection.onUnhandledProgress(({ value }) => {
      this.progress.push(value as never);
      this.#tell();
    });
  }

  #tell(): void {
    const heard = this.#heard;
    this.#heard = [];
    for (const resolve of heard) resolve();
  }

  /** Waits, message by message, until something is so. */
  async until(what: () => boolean): Promise<void> {
    while (!what()) await new Promise<void>((resolve) => this.#heard.push(resolve));
  }

  async initialize(options: ClientOptions): Promise<InitializeResult> {
    const pulls = options.pulls ?? true;
    const params: InitializeParams = {
      processId: null,
      rootUri: null,
      ...(options.clientName && { clientInfo: { name: options.clientName } }),
      capabilities: {
        textDocument: { ...(pulls && { diagnostic: {} }), documentSymbol: { dynamicRegistration: true } },
        workspace: {
          configuration: options.settings !== undefined,
          workspaceFolders: true,
          didChangeWatchedFiles: { dynamicRegistration: true },
          workspaceEdit: { documentChanges: true, resourceOperations: ["create", "rename"] },
          ...(pulls && { diagnostics: { refreshSupport: true } }),
        },
        window: { workDoneProgress: true },
      },
      workspaceFolders: (options.folders ?? []).map((uri) => ({ uri, name: uri })),
      ...(options.initialization !== undefined && { initializationOptions: options.initialization }),
    };
    const result = await this.connection.sendRequest<InitializeResult>("initialize", params);
    await this.connection.sendNotification("initialized", {});
    return result;
  }

  open(uri: string, text: string, languageId = "markdown"): Promise<void> {
    return this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Replaces the whole text, or what stands at a line and two characters. */
  change(
    uri: string,
    version: number,
    text: string,
    at?: readonly [line: number, from: number, to: number],
  ): Promise<void> {
    const range = at && { start: { line: at[0], character: at[1] }, end: { line: at[0], character: at[2] } };
    return this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ ...(range && { range }), text }],
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  watched(changes: readonly { uri: string; type: 1 | 2 | 3 }[]): Promise<void> {
    return this.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  async pull(
    uri: string,
    previousResultId?: string,
  ): Promise<{ kind: string; resultId: string; items: Diagnostic[] }> {
    return this.request("textDocument/diagnostic", { textDocument: { uri }, previousResultId });
  }

  /** "code: message" of what the server says about an open page when asked. */
  async codes(uri: string): Promise<readonly unknown[]> {
    return (await this.pull(uri)).items.map(({ code }) => code);
  }

  /** The codes that were last pushed for a URI; undefined when nothing was. */
  pushed(uri: string): readonly unknown[] | undefined {
    return this.pushes.findLast((push) => push.uri === uri)?.diagnostics.map(({ code }) => code);
  }

  /** Resolves when all folders are indexed and swept: nothing more is under way. */
  async settled(): Promise<void> {
    // What was sent before has arrived.
    await this.request("handbook/preview", { uri: "file:///nothing" });
    await this.server.session.started;
    await this.server.session.workspace.settled();
    const isRunning = () => !this.server.delivery.idle;
    while (isRunning()) await new Promise((resolve) => setTimeout(resolve, 2));
    await this.request("handbook/preview", { uri: "file:///nothing" });
  }

  async dispose(): Promise<void> {
    await this.request("shutdown", undefined);
    this.connection.dispose();
  }
}

/** Starts a server over the files of a `//- path` text in one folder, and waits until it is indexed. */
export async function start(source: string, options: ClientOptions = {}): Promise<TestClient> {
  const files = options.files ?? new MemoryFiles();
  if (source) files.add(folder, source);
  const client = new TestClient({ ...options, files });
  await client.initialize({ folders: [folder], ...options });
  await client.settled();
  return client;
}

/** The same, ended with the test that asks for it. */
export async function startInTest(source: string, options: ClientOptions = {}): Promise<TestClient> {
  const client = await start(source, options);
  endWithTest(client);
  return client;
}

/** Ends what the running test has connected. */
export function endWithTest(...clients: readonly TestClient[]): void {
  for (const client of clients) onTestFinished(() => client.dispose());
}

export const folder = "file:///handbook";

/** A handbook that is taken for one by its looks, with one dead link. */
export const small = `
//- gatsby-config.js
module.exports = {}
//- vercel.json
{}
//- contents/handbook/a.md
---
title: A
---
See [b](/handbook/b) and [c](/handbook/c).
//- contents/handbook/b.md
---
title: B
---
## Here
`;
