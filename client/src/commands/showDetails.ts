// Handbook: Show Details. Which folders were taken for handbooks, why, and what one may want to do next.

import { commands, type QuickPickItem, QuickPickItemKind, Uri, window } from "vscode";
import type { SiteStatus } from "../../../server/src/protocol.ts";
import { siteCounts, siteTitle } from "../views/statusText.ts";
import type { CommandContext } from "./command.ts";

interface Choice extends QuickPickItem {
  readonly run?: () => unknown;
}

export async function showDetails({ context, status }: CommandContext): Promise<void> {
  const sites = status.current()?.sites ?? [];
  const choices: readonly Choice[] = [
    heading("Handbooks"),
    ...(sites.length === 0 ? [noSite] : sites.map(siteChoice)),
    heading("Actions"),
    action("$(open-preview) Open Preview to the Side", "handbook.openPreviewToSide"),
    action("$(warning) Show Problems", "handbook.showProblems"),
    action("$(output) Show Log", "handbook.showLog"),
    action("$(debug-restart) Restart Server", "handbook.restartServer"),
    action("$(gear) Open Settings", "workbench.action.openSettings", `@ext:${context.extension.id}`),
  ];
  const title = status.current()?.indexing ? "Handbook: reading pages…" : "Handbook";
  const choice = await window.showQuickPick(choices, { title, matchOnDetail: true });
  await choice?.run?.();
}

const noSite: Choice = {
  label: "$(circle-slash) No folder here looks like a handbook",
  detail: "Open pages are checked on their own. The setting handbook.enable says otherwise.",
  run: () => commands.executeCommand("workbench.action.openSettings", "handbook.enable"),
};

function siteChoice(site: SiteStatus): Choice {
  return {
    label: `$(book) ${siteTitle(site)}`,
    description: siteCounts(site),
    detail: site.evidence,
    run: () => commands.executeCommand("revealInExplorer", Uri.parse(site.root)),
  };
}

function heading(label: string): Choice {
  return { label, kind: QuickPickItemKind.Separator };
}

function action(label: string, command: string, ...args: readonly string[]): Choice {
  return { label, run: () => commands.executeCommand(command, ...args) };
}
