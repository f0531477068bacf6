// A page that lies in no folder of the workspace, or in no folder at all: the plain model, and of the disk around it
// only the folders that its links point into.

import { githubSyntax } from "../markdown/syntax.ts";
import type { PagePath } from "../page/scannedPage.ts";
import { plainModel } from "../site/models/plain/index.ts";
import type { FilePath } from "../site/site.ts";
import type { OpenDocument } from "./documents.ts";
import { readText } from "./fileSystem.ts";
import { LivingSite } from "./livingSite.ts";
import { meantFiles, meantPaths } from "./meantFiles.ts";
import type { Platform } from "./platform.ts";
import { type Job, readPages } from "./reading.ts";
import { parentUri, pathBelow, uriBelow } from "./uris.ts";

export class Outside {
  /** By URI of its root. */
  readonly #sites = new Map<string, LivingSite>();
  readonly #looked = new Set<string>();
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
    const root = saved ? rootFor(document) : "untitled:/";
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
    const found = new Set<FilePath>(living.files);
    const folders = new Set([folderOf(path)]);
    for (const meant of meantPaths(page.scanned, [])) folders.add(folderOf(meant)).add(meant);
    for (const folder of folders) {
      const uri = uriBelow(living.root, folder);
      if (this.#looked.has(uri)) continue;
      this.#looked.add(uri);
      for (const name of await files.listFolder(uri)) {
        found.add((folder === "" ? name : `${folder}/${name}`).normalize("NFC") as FilePath);
      }
    }
    if (found.size !== living.files.size) living.setFiles(found);
    const jobs: Job[] = [];
    for (const meant of meantFiles(page.scanned, [])) {
      const syntax = found.has(meant as FilePath) && living.model.syntaxOf(meant as FilePath);
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

  /** A file that may be known here was written or deleted: it is looked at again when next asked for. */
  forget(uri: string): void {
    this.#looked.delete(uri);
    this.#looked.delete(parentUri(uri));
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

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}
