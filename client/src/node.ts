// The entry inside desktop VS Code, code-server and remote hosts: the server is a process of Node, spoken to by IPC.

import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { type Handbook, run } from "./extension.ts";

let handbook: Handbook | undefined;

export async function activate(context: ExtensionContext): Promise<Handbook> {
  const env = { HANDBOOK_CACHE: context.globalStorageUri.fsPath, ...process.env };
  const server = {
    module: context.asAbsolutePath("dist/server.mjs"),
    transport: TransportKind.ipc,
    options: { env },
  };
  const debug = { ...server, options: { env, execArgv: ["--nolazy", "--inspect=6009"] } };
  handbook = await run(context, (id, name, options) => {
    return new LanguageClient(id, name, { run: server, debug }, options);
  });
  return handbook;
}

export async function deactivate(): Promise<void> {
  await handbook?.client.dispose();
}
