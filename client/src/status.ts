// The server's latest word on its handbooks, for the status bar, the details list and the `handbook.found` context key.

import { commands, type Disposable, type Event, EventEmitter } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type StatusParams, statusNotification } from "../../server/src/protocol.ts";

export interface Status extends Disposable {
  readonly current: () => StatusParams | undefined;
  readonly onDidChange: Event<StatusParams>;
}

export function followStatus(client: BaseLanguageClient): Status {
  let current: StatusParams | undefined;
  const changed = new EventEmitter<StatusParams>();
  const listening = client.onNotification(statusNotification, (status: StatusParams) => {
    current = status;
    void commands.executeCommand("setContext", "handbook.found", status.sites.length > 0);
    changed.fire(status);
  });
  return {
    current: () => current,
    onDidChange: changed.event,
    dispose: () => {
      listening.dispose();
      changed.dispose();
    },
  };
}
