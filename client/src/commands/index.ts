// The list of palette commands, but those of the preview.

import { commands, Disposable } from "vscode";
import type { CommandContext } from "./command.ts";
import { copyRoute } from "./copyRoute.ts";
import { restartServer } from "./restartServer.ts";
import { showDetails } from "./showDetails.ts";
import { showLog } from "./showLog.ts";
import { showProblems } from "./showProblems.ts";

const all = {
  "handbook.copyRoute": copyRoute,
  "handbook.restartServer": restartServer,
  "handbook.showDetails": showDetails,
  "handbook.showLog": showLog,
  "handbook.showProblems": showProblems,
} as const;

export function registerCommands(context: CommandContext): Disposable {
  return Disposable.from(
    ...Object.entries(all).map(([id, run]) => commands.registerCommand(id, () => run(context))),
  );
}
