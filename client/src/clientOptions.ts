// What the client asks of the language client library: which documents, which files to watch, what the server is told
// at its start, and how its end is handled.

import type { ExtensionContext, LogOutputChannel } from "vscode";
import { type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";
import { type InitializationOptions, siteFilePatterns } from "../../server/src/protocol.ts";
import { restarting } from "./restarting.ts";
import { sendOnlyWhatIsSet } from "./settings.ts";
import { passUnlessNoise, watchers } from "./watching.ts";

/** Documents of these kinds are pages in the making; others (`git:` in a comparison, chat, output) are left alone. */
const schemes = ["file", "untitled", "vscode-vfs", "vscode-remote", "vscode-test-web", "vsls"];
const languages = ["markdown", "mdx"];

export function clientOptions(context: ExtensionContext, log: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: schemes.flatMap((scheme) => [
      ...languages.map((language) => ({ scheme, language })),
      ...siteFilePatterns.map((pattern) => ({ scheme, pattern })),
    ]),
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: "handbook",
    initializationOptions,
    synchronize: { fileEvents: watchers(context) },
    errorHandler: restarting(log),
    middleware: { workspace: { configuration: sendOnlyWhatIsSet, didChangeWatchedFile: passUnlessNoise } },
  };
}

/** Asked for at every start of the server, so that a restart tells it what holds by then. */
function initializationOptions(): InitializationOptions {
  return {
    leaveToEditor: ["documentSymbol", "foldingRange", "selectionRange", "relativeDefinition"],
    watchesFiles: true,
  };
}
