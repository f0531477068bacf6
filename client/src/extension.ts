// What both entries share: makes the client, registers commands, status bar and preview, and starts the server.
// It knows no Markdown and decides nothing about pages.

import { type ExtensionContext, type LogOutputChannel, window } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { clientOptions } from "./clientOptions.ts";
import { registerCommands } from "./commands/index.ts";
import { offerQuietLinkCheck } from "./neighbour.ts";
import { registerPreview } from "./preview/register.ts";
import { answerFileRequests } from "./serverFiles.ts";
import { followStatus, type Status } from "./status.ts";
import { showStatusBar } from "./views/statusBar.ts";

/** What other extensions and the tests get from `activate`. */
export interface Handbook {
  readonly client: BaseLanguageClient;
  readonly log: LogOutputChannel;
  readonly status: Status;
}

/** Makes the client of one kind of host; does not start it. */
export type MakeClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

export async function run(context: ExtensionContext, makeClient: MakeClient): Promise<Handbook> {
  const log = window.createOutputChannel("Handbook", { log: true });
  const client = makeClient("handbook", "Handbook", clientOptions(context, log));
  const status = followStatus(client);
  context.subscriptions.push(
    log,
    status,
    showStatusBar(client, status),
    answerFileRequests(client),
    registerCommands({ context, client, log, status }),
    offerQuietLinkCheck(context, status),
  );
  registerPreview(context, client);
  try {
    await client.start();
  } catch (error) {
    log.error(`The server did not start: ${String(error)}`);
  }
  return { client, log, status };
}
