// Handbook: Show Log. The output channel; how much it says is the editor's "Set Log Level".

import type { CommandContext } from "./command.ts";

export function showLog({ log }: CommandContext): void {
  log.show(true);
}
