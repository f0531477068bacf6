// Shows the first reading of a folder as the editor's progress, with counts and a way to stop it.

import type { WorkDoneProgressServerReporter } from "vscode-languageserver";
import type { IndexReport } from "../workspace/folderHost.ts";
import type { Session } from "./session.ts";

/** Fewer pages than this are read before a reader could see a progress. */
const worthShowing = 50;

export function indexProgress(session: Session, name: string, total: number): IndexReport {
  let reporter: WorkDoneProgressServerReporter | undefined;
  let ended = false;
  let cancelled = false;
  const begin = async () => {
    const created = await session.connection.window.createWorkDoneProgress();
    if (ended) return;
    created.begin("Handbook", 0, `Reading ${total} pages of ${name}`, true);
    created.token.onCancellationRequested(() => {
      cancelled = true;
      session.platform.log.info(`Reading ${name} was stopped; links are not checked.`);
    });
    reporter = created;
  };
  if (total >= worthShowing && session.client.capabilities.window?.workDoneProgress) {
    begin().catch((error: unknown) => session.platform.log.debug(`No progress shown: ${String(error)}`));
  }
  return {
    get cancelled() {
      return cancelled;
    },
    progress: (done) =>
      reporter?.report(Math.round((done / total) * 100), `${done} of ${total} pages of ${name}`),
    end: () => {
      ended = true;
      reporter?.done();
    },
  };
}
