// Files and folders that are there and can't be read (no permission, a link that leads nowhere, no text): where a link may lead
// to one of them, nobody knows what is served. Of their places only paths are known.

import type { PagePath } from "../page/scannedPage.ts";
import { scanPage } from "../page/scanPage.ts";
import { remember } from "./remember.ts";
import { folderOf, isInFolder, joinPath, withoutMarkdownExtension } from "./routeKey.ts";
import type { FilePath, LinkTarget, Page, Site } from "./site.ts";

/** What the author should know of how the site is read: what the model notes, and what can't be read. */
export function notesOf({ model, unreadable }: Site): readonly string[] {
  const notes = model.notes ?? [];
  if (unreadable.size === 0) return notes;
  const shown = [...unreadable].slice(0, 5).map(([path, why]) => `${path} (${why})`);
  const rest = unreadable.size - shown.length;
  const names = rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
  return [...notes, `These can't be read, and links to them are not checked: ${names}.`];
}

/** The target, or unknown where it may be something unreadable. `path` is the link's own, as the model was asked for it. */
export function orUnreadable(target: LinkTarget, path: string, from: Page, site: Site): LinkTarget {
  if (site.unreadable.size === 0) return target;
  const found = unreadableAt(target, site) ?? unreadableFile(target, path, from, site);
  if (found === undefined) return target;
  return { kind: "unknown", why: `${found} can't be read: ${site.unreadable.get(found)}.` };
}

/** What can't be read and may be what is missing; undefined for none. */
export function unreadableAt(target: LinkTarget, site: Site): string | undefined {
  if (target.kind === "file") return at(target.path, site);
  if (target.kind !== "missing" || target.what === "anchor") return undefined;
  if (target.what === "file") return at(target.path.replace(/^\//, ""), site) ?? atRoute(target.path, site);
  return atRoute(target.what === "page" ? target.route : (target.chain.at(-1) ?? ""), site);
}

/** The file that the link names, from the page's folder or from a root. */
function unreadableFile(target: LinkTarget, path: string, from: Page, site: Site): string | undefined {
  if (target.kind !== "missing" || target.what === "anchor") return undefined;
  const folders = path.startsWith("/") ? ["", ...site.model.contentRoots] : [folderOf(from.path)];
  for (const folder of folders) {
    const file = joinPath(folder, path);
    const found = file === undefined ? undefined : (at(file, site) ?? at(`${file}.md`, site));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The path itself, or a folder that it is in. */
function at(path: string, { unreadable }: Site): string | undefined {
  const normal = path.normalize("NFC");
  return [...unreadable.keys()].find((one) => one === normal || isInFolder(normal, one));
}

interface Places {
  /** The routes that pages would have by their paths, to the pages. */
  readonly routes: ReadonlyMap<string, string>;
  /** What the routes below a folder have in them: "/people/private/". */
  readonly parts: ReadonlyMap<string, string>;
}

const places = new WeakMap<Site, Places>();

function atRoute(route: string, site: Site): string | undefined {
  const { routes, parts } = remember(places, site, placesOf);
  const key = folded(route);
  return routes.get(key) ?? [...parts].find(([part]) => `${key}/`.includes(part))?.[1];
}

function placesOf({ model, unreadable, pages }: Site): Places {
  const routes = new Map<string, string>();
  const parts = new Map<string, string>();
  const lookup = (path: PagePath) => pages.get(path)?.scanned;
  for (const path of unreadable.keys()) {
    const syntax = model.syntaxOf(path as FilePath);
    const route = syntax && model.place(scanPage(path as PagePath, "", syntax), lookup).route;
    if (route !== undefined) routes.set(folded(route), path);
    const root = model.contentRoots.find((one) => path === one || isInFolder(path, one));
    const below = root === undefined ? path.replace(/^[^/]*/, "") : path.slice(root.length);
    parts.set(`${folded(`/${withoutMarkdownExtension(below)}`)}/`, path);
  }
  return { routes, parts };
}

/** As far as generators differ in what they make of a path: case, blanks, endings. */
function folded(route: string): string {
  return route
    .toLowerCase()
    .replace(/\s+/g, "-")
    .replace(/\/{2,}/g, "/")
    .replace(/\.(?:html?|mdx?)$|\/$/, "")
    .replace(/\/index$/, "");
}
