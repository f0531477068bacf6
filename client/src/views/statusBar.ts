// The item in the status bar: how many pages and problems, whether pages are being read, and a click for the details.

import { Disposable, StatusBarAlignment, ThemeColor, window } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import type { Status } from "../status.ts";
import { barText, barTooltip } from "./statusText.ts";

export function showStatusBar(client: BaseLanguageClient, status: Status): Disposable {
  const item = window.createStatusBarItem("handbook.status", StatusBarAlignment.Right, 90);
  item.name = "Handbook";
  const update = () => {
    const running = client.state === State.Running || client.state === State.Starting;
    item.text = barText(status.current(), running);
    item.tooltip = barTooltip(status.current(), running);
    item.command = running ? "handbook.showDetails" : "handbook.restartServer";
    item.backgroundColor = running ? undefined : new ThemeColor("statusBarItem.warningBackground");
    item.accessibilityInformation = { label: `Handbook: ${item.text.replace(/\$\([^)]*\) ?/u, "")}` };
  };
  update();
  item.show();
  return Disposable.from(item, status.onDidChange(update), client.onDidChangeState(update));
}
