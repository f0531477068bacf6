// The extension under test, seen from another extension's side: what its `activate` hands out.

import type { ChildProcess } from "node:child_process";
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { StatusParams } from "../../../server/src/protocol.ts";
import { until } from "./editor.ts";

interface Handed {
  readonly client: BaseLanguageClient;
  readonly status: { readonly current: () => StatusParams | undefined };
}

function handed(): Handed {
  const extension = vscode.extensions.getExtension<Handed>("handbook.handbook");
  if (!extension?.isActive) throw new Error("Handbook is not active");
  return extension.exports;
}

/** The child process behind a desktop client; the client library keeps it to itself. */
const processOf = (client: BaseLanguageClient) =>
  (client as unknown as { readonly _serverProcess?: ChildProcess })._serverProcess;

export function handbook() {
  const { client, status } = handed();
  return {
    client,
    status: status.current,
    serverPid: () => processOf(client)?.pid,
    killServer(): number | undefined {
      const { pid } = processOf(client) ?? {};
      if (pid !== undefined) process.kill(pid, "SIGKILL");
      return pid;
    },
  };
}

/** Activates the extension and waits until every handbook of the workspace is indexed. */
export async function untilIndexed(this: { timeout(ms: number): void }): Promise<void> {
  this.timeout(120_000);
  await vscode.extensions.getExtension("handbook.handbook")?.activate();
  await until(
    "the index",
    () => {
      const status = handbook().status();
      return status !== undefined && !status.indexing && status.sites.length > 0;
    },
    110_000,
  );
}
