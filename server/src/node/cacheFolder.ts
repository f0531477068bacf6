// Where the user's cache is, as each system has it. HANDBOOK_CACHE names another folder (an editor's extension has one of
// its own), or is "off".

import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/** Undefined when nothing is to be kept. */
export function cacheFolder(): string | undefined {
  const { HANDBOOK_CACHE: wanted, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (wanted === "off") return undefined;
  if (wanted) return wanted;
  const home = homeFolder();
  switch (process.platform) {
    case "darwin":
      return home && join(home, "Library/Caches/handbook");
    case "win32": {
      const local = absolute(LOCALAPPDATA) ?? (home && join(home, "AppData/Local"));
      return local && join(local, "handbook/Cache");
    }
    default: {
      const caches = absolute(XDG_CACHE_HOME) ?? (home && join(home, ".cache"));
      return caches && join(caches, "handbook");
    }
  }
}

/** The XDG specification: what is empty or relative counts as not set. */
function absolute(path: string | undefined): string | undefined {
  return path && isAbsolute(path) ? path : undefined;
}

/** A user of a container may have none. */
function homeFolder(): string | undefined {
  try {
    return absolute(homedir());
  } catch {
    return undefined;
  }
}
