// Wires a connection to a workspace: the lifecycle of LSP 3.17, documents, folders, files and settings. What a request
// means is in pageRequests.ts and ownRequests.ts.

import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  RegistrationRequest,
} from "vscode-languageserver";
import { defaultConfig } from "../config.ts";
import type { Platform } from "../workspace/platform.ts";
import { type WatchedEvent, Workspace, type WorkspaceListener } from "../workspace/workspace.ts";
import { answer, heed } from "./answer.ts";
import { laterRegistrations, serverCapabilities } from "./capabilities.ts";
import { Delivery } from "./delivery.ts";
import { indexProgress } from "./indexProgress.ts";
import { answerOwnRequests } from "./ownRequests.ts";
import { answerPageRequests } from "./pageRequests.ts";
import { clientOf, noClient, type Session } from "./session.ts";
import { readSettings } from "./settings.ts";

/** What a test asks of a running server beside its answers. */
export interface Server {
  readonly session: Session;
  readonly delivery: Delivery;
}

/** Begins to answer the connection. */
export function connect(connection: Connection, platform: Platform): Server {
  const listener: WorkspaceListener = {
    changed: () => delivery.changed(),
    lintReconfigured: () => delivery.lintReconfigured(),
    indexing: (folder, total) => indexProgress(session, nameOf(folder.uri), total),
  };
  const workspace = new Workspace(platform, listener);
  let begin = () => {};
  const started = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const session: Session = { connection, platform, workspace, client: noClient, started, stage: "new" };
  const delivery = new Delivery(session);
  let roots: readonly string[] = [];
  const inTurn = oneAfterTheOther();
  connection.onInitialize((params) => {
    session.client = clientOf(params);
    session.stage = "running";
    roots = rootsOf(params);
    return { capabilities: serverCapabilities(session.client), serverInfo: { name: "handbook" } };
  });
  connection.onInitialized(
    heed(session, "initialized", async () => {
      try {
        registerLater(session, () => heedFolders(session, inTurn));
        await inTurn(() => addFolders(session, roots));
      } finally {
        begin();
      }
    }),
  );
  connection.onShutdown(() => {
    session.stage = "shut down";
    delivery.stop();
    workspace.dispose();
  });
  heedDocuments(session, delivery);
  heedFiles(session);
  heedSettings(session, inTurn);
  connection.languages.diagnostics.on(
    answer(session, "textDocument/diagnostic", ({ textDocument, previousResultId }) =>
      delivery.pull(textDocument.uri, previousResultId),
    ),
  );
  answerPageRequests(connection, session);
  answerOwnRequests(connection, session);
  connection.listen();
  return { session, delivery };
}

function heedFolders(session: Session, inTurn: InTurn): void {
  const { connection, workspace } = session;
  connection.workspace.onDidChangeWorkspaceFolders(
    heed(session, "workspace/didChangeWorkspaceFolders", ({ added, removed }) =>
      inTurn(async () => {
        for (const { uri } of removed) workspace.removeFolder(uri);
        await addFolders(
          session,
          added.map(({ uri }) => uri),
        );
      }),
    ),
  );
}

function rootsOf(params: InitializeParams): readonly string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map(({ uri }) => uri);
  return params.rootUri ? [params.rootUri] : [];
}

/** Settings first: they say what a folder is taken for. */
async function addFolders(session: Session, uris: readonly string[]): Promise<void> {
  const configs = await readSettings(session, uris);
  for (const [i, uri] of uris.entries()) session.workspace.addFolder(uri, configs[i] ?? defaultConfig);
  session.workspace.config = configs[uris.length] ?? defaultConfig;
}

function registerLater(session: Session, heedFolders: () => void): void {
  const { connection, client, platform } = session;
  const can = client.capabilities.workspace;
  const failed = (error: unknown) => platform.log.warn(`The client did not register: ${String(error)}`);
  if (can?.workspaceFolders) heedFolders();
  if (can?.didChangeConfiguration?.dynamicRegistration) {
    const section = { section: "handbook" };
    connection.client.register(DidChangeConfigurationNotification.type, section).catch(failed);
  }
  if (can?.didChangeWatchedFiles?.dynamicRegistration && client.options.watchesFiles !== true) {
    const watchers = [{ globPattern: "**/*" }];
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(failed);
  }
  const registrations = laterRegistrations(client);
  if (registrations.length > 0) {
    connection.sendRequest(RegistrationRequest.type, { registrations: [...registrations] }).catch(failed);
  }
}

function heedDocuments(session: Session, delivery: Delivery): void {
  const { connection, workspace } = session;
  connection.onDidOpenTextDocument(
    heed(session, "textDocument/didOpen", ({ textDocument: { uri, languageId, version, text } }) => {
      workspace.open(uri, languageId, version, text);
      delivery.opened(uri);
    }),
  );
  connection.onDidChangeTextDocument(
    heed(session, "textDocument/didChange", ({ textDocument: { uri, version }, contentChanges }) => {
      workspace.change(uri, version, contentChanges);
      delivery.edited(uri);
    }),
  );
  connection.onDidCloseTextDocument(
    heed(session, "textDocument/didClose", ({ textDocument: { uri } }) => {
      workspace.close(uri);
      delivery.closed(uri);
    }),
  );
}

function heedFiles(session: Session): void {
  const { connection, workspace } = session;
  connection.onDidChangeWatchedFiles(
    heed(session, "workspace/didChangeWatchedFiles", ({ changes }) => {
      const kind = (type: FileChangeType): WatchedEvent["kind"] =>
        type === FileChangeType.Deleted ? "deleted" : "written";
      workspace.watch(changes.map(({ uri, type }) => ({ uri, kind: kind(type) })));
    }),
  );
}

function heedSettings(session: Session, inTurn: InTurn): void {
  const { connection, workspace } = session;
  const reconfigure = async () => {
    const { folders } = workspace;
    const configs = await readSettings(
      session,
      folders.map(({ uri }) => uri),
    );
    workspace.config = configs[folders.length] ?? defaultConfig;
    return folders.map((folder, i) => folder.configure(configs[i] ?? defaultConfig));
  };
  connection.onDidChangeConfiguration(
    heed(session, "workspace/didChangeConfiguration", async ({ settings }: { settings: unknown }) => {
      await session.started;
      const sent = (settings as Record<string, unknown> | null)?.["handbook"];
      if (sent !== undefined) session.client = { ...session.client, settings: sent };
      await Promise.all(await inTurn(reconfigure));
      workspace.reconfigured();
    }),
  );
}

/** Settings are asked for and answered later: what was told first must be done first. */
type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

function oneAfterTheOther(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => {}); // Whoever asked hears of it.
    return done;
  };
}

function nameOf(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
}
