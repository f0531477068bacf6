// Handbook: Restart Server. Also brings it back after it was given up.

import { window } from "vscode";
import { State } from "vscode-languageclient";
import type { CommandContext } from "./command.ts";

export async function restartServer({ client, log }: CommandContext): Promise<void> {
  try {
    if (client.state === State.Running) await client.stop();
    await client.start();
  } catch (error) {
    log.error(`The server did not start: ${String(error)}`);
    const choice = await window.showErrorMessage("Handbook's checks could not be started.", "Show Log");
    if (choice) log.show(true);
  }
}
