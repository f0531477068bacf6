// VS Code's own link check underlines what ours does, and more that is right on the site. Where an author has switched
// it on, we offer once to switch it off; settings of the workspace are never written.

import {
  ConfigurationTarget,
  commands,
  type Disposable,
  type ExtensionContext,
  window,
  workspace,
} from "vscode";
import type { Status } from "./status.ts";

const offered = "linkCheckOffered";

/** Waits for the first handbook, then asks, at most once in this author's life. */
export function offerQuietLinkCheck(context: ExtensionContext, status: Status): Disposable {
  return status.onDidChange(({ sites }) => {
    if (sites.length === 0 || context.globalState.get(offered) === true) return;
    const found = workspace.getConfiguration("markdown.validate").inspect<boolean>("enabled");
    const inWorkspace = found?.workspaceFolderValue ?? found?.workspaceValue;
    if (inWorkspace ?? found?.globalValue) {
      void context.globalState.update(offered, true);
      void (inWorkspace === true ? explain() : offer());
    }
  });
}

async function offer(): Promise<void> {
  const message =
    "VS Code's own Markdown link check is on in your settings. It does not know your site, so broken links are underlined twice and some good ones once.";
  if ((await window.showInformationMessage(message, "Switch It Off", "Keep Both")) === "Switch It Off") {
    await workspace
      .getConfiguration("markdown.validate")
      .update("enabled", false, ConfigurationTarget.Global);
  }
}

async function explain(): Promise<void> {
  const message =
    "This workspace switches VS Code's own Markdown link check on (markdown.validate.enabled), so broken links are underlined twice. Handbook does not change settings of a workspace.";
  if (await window.showInformationMessage(message, "Show Setting")) {
    await commands.executeCommand("workbench.action.openWorkspaceSettings", {
      query: "markdown.validate.enabled",
    });
  }
}
