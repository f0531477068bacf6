// Opens what a link of the preview leads to; the server says what that is.

import { commands, env, Position, Range, Uri, type ViewColumn, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type OpenTargetParams,
  type OpenTargetResult,
  openTargetRequest,
} from "../../../server/src/protocol.ts";

export interface Followed {
  /** The page that is shown now, when it is one. */
  readonly uri?: Uri;
  readonly fragment?: string;
}

/** Follows `href`, written on the page `from`; pages open in `column`, where the source is. */
export async function followLink(
  client: BaseLanguageClient,
  from: Uri,
  href: string,
  column: ViewColumn,
): Promise<Followed> {
  const params: OpenTargetParams = { uri: client.code2ProtocolConverter.asUri(from), href };
  const target = await client.sendRequest<OpenTargetResult | null>(openTargetRequest, params);
  switch (target?.kind) {
    case "page": {
      const uri = client.protocol2CodeConverter.asUri(target.uri);
      const place = new Position(target.line, 0);
      await window.showTextDocument(await workspace.openTextDocument(uri), {
        viewColumn: column,
        selection: new Range(place, place),
      });
      return { uri, ...(target.fragment === undefined ? {} : { fragment: target.fragment }) };
    }
    case "file":
      await commands.executeCommand("vscode.open", client.protocol2CodeConverter.asUri(target.uri), column);
      return {};
    case "external":
      await openExternal(target.url);
      return {};
    case "missing":
      sayReason(target.message);
      return {};
    case undefined:
      sayReason(`The handbook does not know where ${href} leads.`);
      return {};
  }
}

/** Opens an address in the browser, after the editor's own question. Other schemes than these are not followed. */
export async function openExternal(url: string): Promise<void> {
  if (/^(?:https?:\/\/|mailto:|tel:)/i.test(url)) await env.openExternal(Uri.parse(url, true));
}

/** Why a link was not followed: quietly, in the status bar. */
export function sayReason(reason: string): void {
  window.setStatusBarMessage(`$(warning) ${reason}`, 6000);
}
