// What the pages of a handbook do with their frontmatter: who has it, which keys, with which values. Counted once a
// snapshot, and only when a rule asks.

import type { Frontmatter, FrontmatterValue } from "../frontmatter/frontmatter.ts";
import { keptTable } from "../site/keptTable.ts";
import { folderOf } from "../site/routeKey.ts";
import type { Page, Site } from "../site/site.ts";

/** Pages that stand beside a page: those of its folder, or of the whole handbook when the folder has too few. */
export interface Neighbours {
  readonly where: "folder" | "handbook";
  readonly pages: number;
  readonly withFrontmatter: number;
}

interface Count {
  pages: number;
  withFrontmatter: number;
}

interface Habits {
  readonly handbook: Count;
  readonly folders: ReadonlyMap<string, Count>;
  /** By key: how many pages have it. */
  readonly keys: ReadonlyMap<string, number>;
}

const fewest = 3;

/** The pages beside `page`, itself left out; undefined when there are fewer than three. */
export function neighboursOf(site: Site, page: Page): Neighbours | undefined {
  const { handbook, folders } = habitsOf(site);
  const folder = without(folders.get(folderOf(page.path)), page);
  if (folder.pages >= fewest) return { where: "folder", ...folder };
  const all = without(handbook, page);
  return all.pages >= fewest ? { where: "handbook", ...all } : undefined;
}

/** On how many pages of the handbook a top-level key is written. */
export function pagesWithKey(site: Site, key: string): number {
  return habitsOf(site).keys.get(key) ?? 0;
}

/** The pages that `neighboursOf` counts and that have frontmatter. */
export function neighbouringFrontmatter(site: Site, page: Page): readonly Frontmatter[] {
  const where = neighboursOf(site, page)?.where;
  const folder = folderOf(page.path);
  return [...site.pages.values()].flatMap((other) => {
    const { frontmatter } = other.scanned;
    const near = where === "handbook" || folderOf(other.path) === folder;
    return frontmatter?.shape === "map" && near && other.path !== page.path && isServed(other)
      ? [frontmatter]
      : [];
  });
}

/** Keys that at least half of the blocks have, in the order of the first that has most of them, each with its values. */
export function commonKeys(
  blocks: readonly Frontmatter[],
): readonly { readonly key: string; readonly values: readonly FrontmatterValue[] }[] {
  const values = new Map<string, FrontmatterValue[]>();
  for (const { entries } of blocks) {
    for (const { key, value } of entries) values.set(key, [...(values.get(key)?.slice(-99) ?? []), value]);
  }
  const counts = new Map<string, number>();
  for (const { entries } of blocks) {
    for (const key of new Set(entries.map((entry) => entry.key))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...values]
    .filter(([key]) => (counts.get(key) ?? 0) * 2 >= blocks.length)
    .map(([key, all]) => ({ key, values: all }));
}

const habitsOf = keptTable(
  ({ route, scanned: { frontmatter } }) =>
    `${route === undefined} ${frontmatter === undefined} ${frontmatter?.entries.map(({ key }) => JSON.stringify(key)).join()}`,
  countHabits,
);

function countHabits(site: Site): Habits {
  const handbook = { pages: 0, withFrontmatter: 0 };
  const folders = new Map<string, Count>();
  const keys = new Map<string, number>();
  for (const page of site.pages.values()) {
    const { frontmatter } = page.scanned;
    for (const key of new Set(frontmatter?.entries.map((entry) => entry.key))) {
      keys.set(key, (keys.get(key) ?? 0) + 1);
    }
    if (!isServed(page)) continue;
    const folder = folders.get(folderOf(page.path)) ?? { pages: 0, withFrontmatter: 0 };
    folders.set(folderOf(page.path), folder);
    for (const count of [handbook, folder]) {
      count.pages++;
      if (frontmatter) count.withFrontmatter++;
    }
  }
  return { handbook, folders, keys };
}

function without(count: Count | undefined, page: Page): Count {
  if (!count || !isServed(page)) return count ?? { pages: 0, withFrontmatter: 0 };
  const own = page.scanned.frontmatter ? 1 : 0;
  return { pages: count.pages - 1, withFrontmatter: count.withFrontmatter - own };
}

function isServed(page: Page): boolean {
  return page.route !== undefined;
}
