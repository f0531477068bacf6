// What a connection knows once the client has introduced itself: its capabilities and switches, and the workspace.

import type { ClientCapabilities, Connection, InitializeParams } from "vscode-languageserver";
import type { InitializationOptions } from "../protocol.ts";
import type { Platform } from "../workspace/platform.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** Where each code is explained to authors. */
const documentation = "https://github.com/handbook-tools/handbook/blob/main/docs/diagnostics/";

export interface Session {
  readonly connection: Connection;
  readonly platform: Platform;
  readonly workspace: Workspace;
  client: Client;
  /** Resolves when settings are read and folders are known; requests wait for it. */
  started: Promise<void>;
  stage: "new" | "running" | "shut down";
}

export interface Client {
  readonly capabilities: ClientCapabilities;
  readonly options: InitializationOptions;
  /** Features that its editor has by itself for `.md`: as it says, else what is known of the editor by its name. */
  readonly left: ReadonlySet<LeftFeature>;
  /** Settings that came with `initialize`, for clients that can't be asked for them. */
  readonly settings: unknown;
  /** Open pages are pulled, and the client can be told to pull again. */
  readonly pulls: boolean;
}

export type LeftFeature = NonNullable<InitializationOptions["leaveToEditor"]>[number];

/** VS Code and its kin, all of which have its Markdown extension. */
const vsCode = /^(?:Visual Studio Code|VSCodium|code-server|Cursor|Windsurf|Theia)\b/i;
const markdownExtension: readonly LeftFeature[] = [
  "documentSymbol",
  "foldingRange",
  "selectionRange",
  "relativeDefinition",
];

export function clientOf(params: InitializeParams): Client {
  const { capabilities } = params;
  const sent = (params.initializationOptions ?? {}) as InitializationOptions & Record<string, unknown>;
  return {
    capabilities,
    options: sent,
    left: new Set(
      sent.leaveToEditor ?? (vsCode.test(params.clientInfo?.name ?? "") ? markdownExtension : []),
    ),
    settings: sent["handbook"] ?? (sent["settings"] as Record<string, unknown> | undefined)?.["handbook"],
    pulls:
      capabilities.textDocument?.diagnostic !== undefined &&
      capabilities.workspace?.diagnostics?.refreshSupport === true,
  };
}

export const noClient: Client = {
  capabilities: {},
  options: {},
  left: new Set(),
  settings: undefined,
  pulls: false,
};

export function docsOf(code: string): string {
  return `${documentation}${code}.md`;
}
