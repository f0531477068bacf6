// Handbook: Copy Route of This Page. `/handbook/people/feedback`, as one pastes it into a link or a chat.

import { env, window } from "vscode";
import { type PreviewParams, type PreviewResult, previewRequest } from "../../../server/src/protocol.ts";
import type { CommandContext } from "./command.ts";

export async function copyRoute({ client }: CommandContext): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return;
  if (!client.isRunning()) {
    void window.showInformationMessage("Handbook's checks are not running, so no route is known.");
    return;
  }
  const params: PreviewParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const page = await client.sendRequest<PreviewResult | null>(previewRequest, params);
  if (page?.route === undefined) {
    void window.showInformationMessage("The site serves no page from this file, so it has no route.");
    return;
  }
  await env.clipboard.writeText(page.route);
  window.setStatusBarMessage(`Copied ${page.route}`, 3000);
}
