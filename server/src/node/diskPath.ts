import { fileURLToPath } from "node:url";
import { URI } from "vscode-uri";

/** The path of a file's URI. `fsPath` keeps what `fileURLToPath` refuses: a host, an encoded slash. */
export function diskPath(uri: string): string {
  try {
    return fileURLToPath(uri);
  } catch {
    return URI.parse(uri).fsPath;
  }
}
