// How near a page or file comes to a path that leads nowhere: by the last part of its own path, by the folders that both
// name, and by its title.

import { closenessTo } from "./closeness.ts";
import { routeKey } from "./routeKey.ts";

/** A path and a title, cut into what is compared. */
export interface Place {
  /** `feedback` of `/people/Feedback.md`. */
  readonly last: string;
  /** All of it, each segment between slashes: `//people/feedback.md/`. */
  readonly segments: string;
  /** `giving-feedback` of "Giving feedback"; undefined for a file. */
  readonly title: string | undefined;
}

export function placeOf(path: string, title?: string): Place {
  const key = routeKey(path).toLowerCase();
  return { last: lastSegment(key), segments: `/${key}/`, title };
}

/**
 * The last part counts most, then the folders that both share. Exact where a score reaches `least`, and some number below
 * where it does not.
 */
export function scoreAgainst(wanted: string): (place: Place, least: number) => number {
  const key = routeKey(wanted).toLowerCase();
  const folders = key
    .split("/")
    .slice(0, -1)
    .map((folder) => `/${folder}/`);
  const [lastName, titleName] = [lastSegment(key), lastSegment(wanted)];
  const toLast = closenessTo(lastName);
  const toTitle = titleName === lastName ? toLast : closenessTo(titleName);
  return ({ last, segments, title }, least) => {
    let byPath = toLast(last, (least - 0.2) / 0.8) * 0.8;
    if (byPath + 0.2 >= least) {
      const common = folders.filter((folder) => segments.includes(folder)).length;
      byPath += (common / Math.max(folders.length, 1)) * 0.2;
    }
    if (title === undefined) return byPath;
    return Math.max(byPath, 0.9 * toTitle(title, Math.max(byPath, least) / 0.9));
  };
}

/** Without a page's extension, lower case: `feedback` of `/people/Feedback.md`. */
export function lastSegment(route: string): string {
  const key = routeKey(route)
    .toLowerCase()
    .replace(/\.(?:mdx?|html?)$/, "");
  return key.slice(key.lastIndexOf("/") + 1);
}

export function slugOf(title: string): string {
  return title.toLowerCase().trim().replace(/\s+/g, "-");
}
