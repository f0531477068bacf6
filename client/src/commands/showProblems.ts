// Handbook: Show Problems. The editor's Problems panel, where findings of every page stand.

import { commands } from "vscode";

export async function showProblems(): Promise<void> {
  await commands.executeCommand("workbench.actions.view.problems");
}
