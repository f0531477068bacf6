// One handbook over time: holds the current snapshot, takes in what was scanned, and knows which pages must be checked
// again. It reads no files; a folder feeds it.

import type { MarkdownSyntax } from "../markdown/syntax.ts";
import type { PagePath, ScannedPage } from "../page/scannedPage.ts";
import { makeSite, replaceModel, updateSite } from "../site/makeSite.ts";
import { ownHosts } from "../site/ownHosts.ts";
import { placePage } from "../site/placePage.ts";
import { shownHeadings } from "../site/shown.ts";
import type { FilePath, Page, Site } from "../site/site.ts";
import type { SiteModel } from "../site/siteModel.ts";

/** How far a site can see: a whole handbook, only the files around a page, or nothing but the page (it is not saved yet). */
export type Sight = "handbook" | "neighbours" | "page";

export class LivingSite {
  /** URI of its root folder. */
  readonly root: string;
  /** Path of its root below the workspace folder, with `/` at its end; "" for the folder itself. */
  readonly prefix: string;
  readonly sight: Sight;
  /** Has every page been scanned? Until then nothing is said about what other pages may still change. */
  complete = false;
  /** Grows with every change that may change what is found on other pages than the changed one. */
  revision = 0;
  #site: Site;
  #scanned = new Map<PagePath, ScannedPage>();
  /** Pages of the first reading are placed as they come, not all when the snapshot is asked for. */
  #placed = new Map<ScannedPage, Page>();
  /** Pages of which only the head is known, after a survey. */
  #heads: Set<PagePath> | undefined;
  #removed = new Set<PagePath>();
  #touched = new Set<PagePath>();
  #urgent = false;

  constructor(
    place: { root: string; prefix: string; sight: Sight },
    model: SiteModel,
    files: ReadonlySet<FilePath>,
  ) {
    this.root = place.root;
    this.prefix = place.prefix;
    this.sight = place.sight;
    this.#site = makeSite({ root: place.root, model, files, pages: [] });
  }

  get model(): SiteModel {
    return this.#site.model;
  }

  get files(): ReadonlySet<FilePath> {
    return this.#site.files;
  }

  /** The snapshot of this moment. What was scanned since the last one comes in now, in one step. */
  get site(): Site {
    if (this.#scanned.size === 0 && this.#removed.size === 0) return this.#site;
    if (!this.complete && !this.#urgent && this.#scanned.size < 200 + this.#site.pages.size / 2)
      return this.#site;
    this.#urgent = false;
    const before = this.#site;
    const removed = [...this.#removed].filter((path) => before.pages.has(path));
    this.#site = updateSite(before, {
      scanned: [...this.#scanned.values()],
      placed: this.#placed,
      removed,
    });
    for (const path of this.#scanned.keys()) {
      this.#touched.add(path);
      if (!hasSameFace(before, this.#site, path)) this.revision++;
    }
    const reshaped = this.#site.shape !== before.shape;
    if (removed.length > 0 || reshaped || this.#hasOtherHosts(before)) this.revision++;
    this.#scanned = new Map();
    this.#placed = new Map();
    this.#removed = new Set();
    return this.#site;
  }

  /** Full addresses of the pages may give away the site's own host, which is then the own host on all pages. */
  #hasOtherHosts(before: Site): boolean {
    if (!this.complete || this.model.hosts.length > 0) return false;
    return ownHosts(before).hosts.join() !== ownHosts(this.#site).hosts.join();
  }

  /** Takes in a page that somebody waits for: it is in the next snapshot. */
  put(page: ScannedPage): void {
    this.#urgent = true;
    this.gather(page);
  }

  /** Takes in one of many pages of the first reading, which make a new snapshot only now and then. */
  gather(page: ScannedPage): void {
    this.#heads?.delete(page.path);
    this.#removed.delete(page.path);
    this.#scanned.set(page.path, page);
    // What a page takes over from others is in their heads.
    if (this.#heads && !this.complete) this.placeAhead(page);
  }

  /** Places a page before it is taken in. Should others that it takes something over from come with it, all are placed anew. */
  placeAhead(page: ScannedPage): void {
    this.#placed.set(page, placePage(page, this.model, this.#lookup));
  }

  /** Pages that were gathered and are not placed yet, with how to place them. */
  get unplaced(): Iterable<() => void> {
    const pages = [...this.#scanned.values()].filter((page) => !this.#placed.has(page));
    return pages.map((page) => () => this.placeAhead(page));
  }

  /** Are the heads of all pages known? Then it is known where each page is served. */
  get surveyed(): boolean {
    return this.#heads !== undefined;
  }

  /** Is of this page only the head known? */
  isHead(path: PagePath): boolean {
    return this.#heads?.has(path) ?? false;
  }

  /** Takes in the heads of pages, placed beforehand; what is known of a page already is more. */
  takeSurvey(heads: ReadonlyMap<ScannedPage, Page>): void {
    const known = this.site;
    const fresh = [...heads.keys()].filter(({ path }) => !known.pages.has(path));
    this.#heads = new Set(fresh.map(({ path }) => path));
    const pages = [...fresh, ...[...known.pages.values()].map(({ scanned }) => scanned)];
    this.#site = makeSite({ ...known, pages, placed: heads });
    this.revision++;
  }

  readonly #lookup = (path: PagePath): ScannedPage | undefined =>
    this.#scanned.get(path) ?? (this.#removed.has(path) ? undefined : this.#site.pages.get(path)?.scanned);

  remove(path: PagePath): void {
    this.#urgent = true;
    this.#heads?.delete(path);
    this.#scanned.delete(path);
    this.#removed.add(path);
  }

  /** Is a page known as this syntax reads it? */
  has(path: PagePath, syntax: MarkdownSyntax): boolean {
    if (this.isHead(path)) return false;
    const known = this.#scanned.get(path) ?? this.#site.pages.get(path)?.scanned;
    return known !== undefined && !this.#removed.has(path) && isSameSyntax(known.syntax, syntax);
  }

  setFiles(files: ReadonlySet<FilePath>): void {
    this.#site = updateSite(this.site, { files });
    this.revision++;
  }

  /** What is there and can't be read, with the reasons. */
  setUnreadable(unreadable: ReadonlyMap<string, string>): void {
    const before = this.#site.unreadable;
    const same =
      before.size === unreadable.size && [...unreadable].every(([path, why]) => before.get(path) === why);
    if (same) return;
    this.#site = updateSite(this.site, { unreadable });
    this.revision++;
  }

  /** URIs of files whose name on the disk is not in NFC. */
  setUris(uris: ReadonlyMap<string, string>): void {
    if (uris.size > 0 || this.#site.uris.size > 0) this.#site = updateSite(this.site, { uris });
  }

  /** Places all pages anew; those that the model does not take for pages go. A model is made of files, and is another when they are; `placed` are pages that were placed by it beforehand. */
  setModel(model: SiteModel, files: ReadonlySet<FilePath>, placed: ReadonlyMap<ScannedPage, Page>): void {
    this.#urgent = true;
    for (const path of this.site.pages.keys()) {
      if (!model.syntaxOf(path as string as FilePath)) this.remove(path);
    }
    this.#site = replaceModel(this.site, model, { files, placed });
    this.revision++;
  }

  /** The pages scanned since this was last asked. */
  takeTouched(): ReadonlySet<PagePath> {
    const touched = this.#touched;
    this.#touched = new Set();
    return touched;
  }
}

/** Is all the same by which another page can link to it, or be compared with it? */
function hasSameFace(before: Site, after: Site, path: PagePath): boolean {
  const a = before.pages.get(path);
  const b = after.pages.get(path);
  if (!a || !b) return a === b;
  if (shownBy(before, a) !== shownBy(after, b)) return false;
  return (
    a.route === b.route &&
    a.title === b.title &&
    a.aliases.join("\n") === b.aliases.join("\n") &&
    a.generates.join("\n") === b.generates.join("\n") &&
    keysOf(a) === keysOf(b) &&
    a.ids.size === b.ids.size &&
    [...a.ids.keys()].every((id) => b.ids.has(id))
  );
}

/** The ids that a page has by what it includes, and whether it may have more. */
function shownBy(site: Site, page: Page): string {
  const { model } = site;
  const shown = model.partialsOf ? shownHeadings(site, page).map(({ id }) => id ?? "") : [];
  return [model.unseenIds?.(page.scanned) ?? "", ...shown].join("\n");
}

/** What the habits of a handbook are counted by. */
function keysOf({ scanned: { frontmatter } }: Page): string | undefined {
  return frontmatter?.entries.map(({ key }) => JSON.stringify(key)).join();
}

function isSameSyntax(a: MarkdownSyntax, b: MarkdownSyntax): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
