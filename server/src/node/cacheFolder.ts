// Where the user's cache is, as each system has it. HANDBOOK_CACHE names another folder, or is "off".

import { homedir } from "node:os";
import { join } from "node:path";

/** `given` is what an editor names for its extensions. Undefined when nothing is to be kept. */
export function cacheFolder(given?: string): string | undefined {
  const { HANDBOOK_CACHE: wanted, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (wanted === "off") return undefined;
  if (wanted) return wanted;
  if (given) return given;
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
