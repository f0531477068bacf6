// A page that lies in no folder of the workspace, or in no folder at all: the plain model, and of the disk around it
// only the folders that its links point into.

import { githubSyntax } from "../markdown/syntax.ts";
import type { PagePath } from "../page/scannedPage.ts";
import { plainModel } from "../site/models/plain/index.ts";
import { folderOf } from "../site/routeKey.ts";
import type { FilePath } from "../site/site.ts";
import type { OpenDocument } from "./documents.ts";
import { readText } from "./fileSystem.ts";
import { LivingSite } from "./livingSite.ts";
import { meantFiles, meantPaths } from "./meantFiles.ts";
import type { Platform } from "./platform.ts";
import { type Job, readPages } from "./reading.ts";
import { parentUri, pathBelow, uriBelow } from "./uris.ts";

const untitledRoot = "untitled:/";

export class Outside {
  /** By URI of its root. */
  readonly #sites = new Map<string, LivingSite>();
  /** By URI of a folder that was looked into: the files in it, once they are known. */
  readonly #listings = new Map<string, Promise<readonly string[]>>();
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  get sites(): readonly LivingSite[] {
    return [...this.#sites.values()];
  }

  /** Where a document outside of every folder belongs. Its root is as far up as its links go. */
  placeOf(document: OpenDocument): Job {
    const saved = !document.key.startsWith("untitled:");
    const root = saved ? rootFor(document) : untitledRoot;
    const path = (saved && pathBelow(root, document.key)) || `${document.key.replace(/^.*[:/]/s, "")}.md`;
    const living = this.#siteAt(root, saved);
    return {
      living,
      path: path as PagePath,
      syntax: living.model.syntaxOf(path as FilePath) ?? githubSyntax,
    };
  }

  /** Lists the folders that the page's links point into, and scans the pages that they mean. */
  async prepare({ living, path }: Job): Promise<void> {
    const page = living.site.pages.get(path);
    if (!page || living.sight === "page") return;
    const { files } = this.#platform;
    const folders = new Set([folderOf(path)]);
    for (const meant of meantPaths(page.scanned, [])) folders.add(folderOf(meant)).add(meant);
    await this.lookInto(living, [...folders]);
    const jobs: Job[] = [];
    for (const meant of meantFiles(page.scanned, [])) {
      const syntax = living.files.has(meant as FilePath) && living.model.syntaxOf(meant as FilePath);
      if (syntax && !living.has(meant as PagePath, syntax))
        jobs.push({ living, path: meant as PagePath, syntax });
    }
    await readPages(this.#platform, jobs, {
      text: (job) => readText(files, uriBelow(living.root, job.path)),
      // One that was opened meanwhile has its text from the editor.
      take: ({ job, page: scanned }) => {
        if (scanned && !living.has(job.path, job.syntax)) living.put(scanned);
      },
      stopped: () => false,
    });
  }

  /** Takes in which files stand in some folders of a site. */
  async lookInto(living: LivingSite, folders: readonly string[]): Promise<void> {
    if (living.sight === "page") return;
    const listed = await Promise.all(
      folders.map(async (folder) => {
        const names = await this.#listing(uriBelow(living.root, folder));
        return names.map((name) => (folder === "" ? name : `${folder}/${name}`).normalize("NFC") as FilePath);
      }),
    );
    // Another page of the same site may have come here first: what it found stays.
    const found = new Set([...living.files, ...listed.flat()]);
    if (found.size !== living.files.size) living.setFiles(found);
  }

  #listing(uri: string): Promise<readonly string[]> {
    const known = this.#listings.get(uri);
    if (known) return known;
    const listing = this.#platform.files.listFolder(uri);
    this.#listings.set(uri, listing);
    return listing;
  }

  /** A document was closed: what only it needed is forgotten. */
  keep(open: readonly OpenDocument[]): void {
    const needed = new Set(open.map((document) => this.placeOf(document).living));
    for (const [root, living] of this.#sites) if (!needed.has(living)) this.#sites.delete(root);
    if (this.#sites.size === 0) this.#listings.clear();
    const untitled = this.#sites.get(untitledRoot);
    const pages = new Set(open.map((document) => this.placeOf(document).path));
    for (const path of untitled?.site.pages.keys() ?? []) if (!pages.has(path)) untitled?.remove(path);
  }

  /** A file that may be known here was written or deleted: it is looked at again when next asked for. */
  forget(uri: string): void {
    this.#listings.delete(uri);
    this.#listings.delete(parentUri(uri));
    for (const living of this.sites) {
      const path = pathBelow(living.root, uri);
      if (path === undefined) continue;
      living.setFiles(new Set([...living.files].filter((file) => file !== path)));
      living.remove(path as PagePath);
    }
  }

  #siteAt(root: string, saved: boolean): LivingSite {
    const known = this.#sites.get(root);
    if (known) return known;
    const sight = saved ? "neighbours" : "page";
    const living = new LivingSite({ root, prefix: "", sight }, plainModel, new Set());
    living.complete = true;
    this.#sites.set(root, living);
    return living;
  }
}

function rootFor(document: OpenDocument): string {
  let depth = 0;
  for (const [up] of document.text.matchAll(/(?:\.\.\/)+/g)) depth = Math.max(depth, up.length / 3);
  let root = parentUri(document.key);
  for (let i = 0; i < Math.min(depth, 8); i++) root = parentUri(root);
  return root;
}
