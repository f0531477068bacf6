// What the handbooks of a folder will be after a change of its files or settings: found and placed beforehand, with
// pauses, so that it can then come in at one stroke. Nothing that lives is changed here.

import type { Config } from "../config.ts";
import type { PagePath, ScannedPage } from "../page/scannedPage.ts";
import { type DetectedSite, detectSites } from "../site/detectSites.ts";
import { placePage } from "../site/placePage.ts";
import type { FilePath, Page } from "../site/site.ts";
import type { FileTree, SiteModel } from "../site/siteModel.ts";
import type { LivingSite } from "./livingSite.ts";
import { overridesOf } from "./overrides.ts";
import { inSlices, type Platform } from "./platform.ts";
import type { ReadPage } from "./reading.ts";

export interface PlannedSite {
  readonly root: string;
  /** The root with `/` at its end; "" for the folder itself. */
  readonly prefix: string;
  readonly model: SiteModel;
  readonly files: ReadonlySet<FilePath>;
  /** The handbook that was there before. */
  readonly known: LivingSite | undefined;
  /** Its pages as the model places them; undefined where it keeps its model, because neither configuration nor files have changed. */
  readonly placed: ReadonlyMap<ScannedPage, Page> | undefined;
}

export interface Circumstances {
  readonly tree: FileTree;
  readonly config: Config;
  readonly before: readonly LivingSite[];
  /** Has a file changed of which models are made, or a setting? */
  readonly configured: boolean;
  /** Pages that were read just now and are in no site yet: others may be placed by what they hand down. */
  readonly read: readonly ReadPage[];
}

/** Those with the longest path first. */
export async function planSites(
  platform: Platform,
  { tree, config, before, configured, read }: Circumstances,
): Promise<readonly PlannedSite[]> {
  const detected = detectSites(tree, { enable: config.enable, overrides: overridesOf(config) });
  const planned: PlannedSite[] = [];
  for (const { root, model } of detected) {
    const prefix = prefixOf(root);
    const files = filesBelow(tree.files, prefix, detected);
    const known = before.find((living) => living.prefix === prefix);
    const kept = known && !configured && isSameModel(known.model, model) && isSameSet(known.files, files);
    const placed = known && !kept ? await placeAll(platform, known, { model, files, read }) : undefined;
    planned.push({ root, prefix, model, files, known, placed });
  }
  return planned.sort((a, b) => b.prefix.length - a.prefix.length);
}

async function placeAll(
  platform: Platform,
  living: LivingSite,
  { model, files, read }: Pick<PlannedSite, "model" | "files"> & Pick<Circumstances, "read">,
): Promise<ReadonlyMap<ScannedPage, Page>> {
  const placed = new Map<ScannedPage, Page>();
  const { site } = living;
  const fresh = new Map(
    read.flatMap(({ job, page }) => (page && job.living === living ? [[page.path, page]] : [])),
  );
  const lookup = (path: PagePath) =>
    files.has(path as string as FilePath) ? (fresh.get(path) ?? site.pages.get(path)?.scanned) : undefined;
  await inSlices(platform, site.pages.values(), ({ scanned }) =>
    placed.set(scanned, placePage(scanned, model, lookup)),
  );
  return placed;
}

function filesBelow(
  all: ReadonlySet<FilePath>,
  prefix: string,
  detected: readonly DetectedSite[],
): ReadonlySet<FilePath> {
  const inner = detected
    .map(({ root }) => prefixOf(root))
    .filter((other) => other !== prefix && other.startsWith(prefix));
  if (prefix === "" && inner.length === 0) return all;
  const below = new Set<FilePath>();
  for (const path of all) {
    if (!path.startsWith(prefix) || inner.some((other) => path.startsWith(other))) continue;
    below.add(path.slice(prefix.length) as FilePath);
  }
  return below;
}

function prefixOf(root: string): string {
  return root === "" ? "" : `${root}/`;
}

/** As far as that can be seen where nothing of its configuration has changed. */
function isSameModel(a: SiteModel, b: SiteModel): boolean {
  return a.id === b.id && a.contentRoots.join("\n") === b.contentRoots.join("\n");
}

function isSameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a === b || (a.size === b.size && [...a].every((one) => b.has(one)));
}
