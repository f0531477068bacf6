// Where the user's cache is, as each system has it. HANDBOOK_CACHE names another folder (an editor's extension has one of
// its own), or is "off".

import { homedir } from "node:os";
import { join } from "node:path";

/** Undefined when nothing is to be kept. */
export function cacheFolder(): string | undefined {
  const { HANDBOOK_CACHE: wanted, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (wanted === "off") return undefined;
  if (wanted) return wanted;
  const home = homedir();
  switch (process.platform) {
    case "darwin":
      return join(home, "Library/Caches/handbook");
    case "win32":
      return join(LOCALAPPDATA ?? join(home, "AppData/Local"), "handbook/Cache");
    default:
      return join(XDG_CACHE_HOME ?? join(home, ".cache"), "handbook");
  }
}
