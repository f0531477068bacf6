// What happens when the server dies: it is started again with the open pages (the library opens them for it), and the
// author is told once, with a way to the log.

import { commands, type LogOutputChannel, window } from "vscode";
import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler } from "vscode-languageclient";
import { restartPolicy } from "./restartPolicy.ts";

const mostRestarts = 4;
const withinMinutes = 3;

export function restarting(log: LogOutputChannel): ErrorHandler {
  const policy = restartPolicy(mostRestarts, withinMinutes * 60_000);
  return {
    error: (error, _message, count) => {
      log.error(`The connection to the server failed: ${error.message}`);
      return { action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
    },
    closed: () => {
      const verdict = policy.died(Date.now());
      if (verdict === "give-up") return giveUp(log);
      if (verdict === "first") void tellRestarted(log);
      const message = "The server ended unexpectedly. It is started again with the open pages.";
      return { action: CloseAction.Restart, handled: true, message };
    },
  };
}

async function tellRestarted(log: LogOutputChannel): Promise<void> {
  const message =
    "Handbook's checks stopped unexpectedly and were started again. Nothing of your text is lost.";
  if (await window.showWarningMessage(message, "Show Log")) log.show(true);
}

function giveUp(log: LogOutputChannel): CloseHandlerResult {
  const message = `Handbook's checks stopped ${mostRestarts + 1} times within ${withinMinutes} minutes and stay off for now.`;
  void window.showErrorMessage(message, "Show Log", "Restart").then((choice) => {
    if (choice === "Show Log") log.show(true);
    if (choice === "Restart") void commands.executeCommand("handbook.restartServer");
  });
  return { action: CloseAction.DoNotRestart, handled: true, message };
}
