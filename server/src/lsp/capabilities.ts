// What we offer a client: everything, but what its editor has already and asked us to leave to it.

import { type Registration, type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import { fixAllKind } from "../features/codeActions.ts";
import { completionTriggers } from "../features/completion.ts";
import type { Client } from "./session.ts";

/** A selector for the pages on which an editor's own Markdown support does not work. */
const mdxOnly = { documentSelector: [{ language: "mdx" }] };

export function serverCapabilities(client: Client): ServerCapabilities {
  return {
    positionEncoding: "utf-16",
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: true },
    definitionProvider: true,
    hoverProvider: true,
    documentLinkProvider: { resolveProvider: false },
    codeActionProvider: { codeActionKinds: ["quickfix", "refactor", fixAllKind], resolveProvider: false },
    documentSymbolProvider: offered(client, "documentSymbol"),
    foldingRangeProvider: offered(client, "foldingRange"),
    selectionRangeProvider: offered(client, "selectionRange"),
    ...(client.pulls && {
      diagnosticProvider: {
        identifier: "handbook",
        interFileDependencies: true,
        workspaceDiagnostics: false,
      },
    }),
  };
}

/** Offered at once, or later for MDX alone (`laterForMdx`). */
function offered({ left }: Client, feature: "documentSymbol" | "foldingRange" | "selectionRange"): boolean {
  return !left.has(feature);
}

/** What is registered once the client is ready, since it is for other documents than the pages. */
export function laterRegistrations(client: Client): readonly Registration[] {
  return [...laterForMdx(client), ...laterForFiles(client)];
}

/** A file without an ending among the pages is plain text to an editor, and no document that it shows us; its quick fix renames it. */
function laterForFiles({ capabilities }: Client): readonly Registration[] {
  if (!capabilities.textDocument?.codeAction?.dynamicRegistration) return [];
  const registerOptions = { documentSelector: [{ language: "plaintext" }], codeActionKinds: ["quickfix"] };
  return [{ id: "handbook files", method: "textDocument/codeAction", registerOptions }];
}

/** The features that were left to the editor for `.md`, to be registered for MDX pages. */
function laterForMdx(client: Client): readonly Registration[] {
  const can = client.capabilities.textDocument;
  const methods = [
    ["documentSymbol", "textDocument/documentSymbol", can?.documentSymbol],
    ["foldingRange", "textDocument/foldingRange", can?.foldingRange],
    ["selectionRange", "textDocument/selectionRange", can?.selectionRange],
  ] as const;
  return methods.flatMap(([feature, method, capability]) =>
    !offered(client, feature) && capability?.dynamicRegistration
      ? [{ id: `handbook ${method}`, method, registerOptions: mdxOnly }]
      : [],
  );
}
