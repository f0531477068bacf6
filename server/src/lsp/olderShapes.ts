// Answers in the shapes of clients that know no newer ones: a plain location for a link, a list for a tree of symbols.

import type { DocumentSymbol, Location, LocationLink, SymbolInformation } from "vscode-languageserver";

export function toLocation({ targetUri, targetSelectionRange }: LocationLink): Location {
  return { uri: targetUri, range: targetSelectionRange };
}

export function flatSymbols(
  symbols: readonly DocumentSymbol[],
  uri: string,
  containerName?: string,
): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(containerName !== undefined && { containerName }) },
    ...flatSymbols(children, uri, name),
  ]);
}
