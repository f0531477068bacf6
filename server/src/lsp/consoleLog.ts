import type { Connection } from "vscode-languageserver";
import type { Log } from "../workspace/platform.ts";

/** Log lines go to the client's log of the server. */
export function consoleLog(connection: Connection): Log {
  return {
    error: (message) => connection.console.error(message),
    warn: (message) => connection.console.warn(message),
    info: (message) => connection.console.info(message),
    debug: (message) => connection.console.debug(message),
  };
}
