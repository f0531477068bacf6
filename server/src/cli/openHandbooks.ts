// The handbooks of a folder, read once and to the end: the same folder, sites and checks as in the editor.

import { pathToFileURL } from "node:url";
import { type Config, defaultConfig } from "../config.ts";
import { Folder } from "../workspace/folder.ts";
import type { LivingSite } from "../workspace/livingSite.ts";
import type { Platform } from "../workspace/platform.ts";

export interface OpenedHandbooks {
  readonly sites: readonly LivingSite[];
  /** Every file of the folder that is not ignored, by its name on the disk. */
  readonly files: readonly string[];
  readonly config: Config;
}

/** `folder` is an absolute path. */
export async function openHandbooks(
  folder: string,
  model: string,
  platform: Platform,
): Promise<OpenedHandbooks> {
  const config: Config = {
    ...defaultConfig,
    enable: model === "auto" ? "auto" : "on",
    site: { ...defaultConfig.site, model },
  };
  const opened = new Folder(pathToFileURL(folder).href.replace(/\/$/, ""), config, {
    platform,
    openText: () => undefined,
    hasOpen: () => false,
    prepareOpen: () => Promise.resolve(),
    indexing: () => ({ cancelled: false, progress: () => {}, end: () => {} }),
    changed: () => {},
  });
  await opened.settled;
  if (opened.sites.some(({ complete }) => !complete)) throw new Error(`${folder} was not read to its end.`);
  const sites = [...opened.sites].sort((a, b) => (a.prefix < b.prefix ? -1 : 1));
  return { sites, config, files: opened.diskNames };
}
