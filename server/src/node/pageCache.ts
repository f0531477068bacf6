// Scanned pages kept between two starts, one folder of the cache for each folder of pages. A page is what it was as long
// as its file has the same size and time; when only the time is another, its content's hash decides. Several processes
// may read and write at once: files come into place whole, and what is missing or broken is only not remembered.

import { createHash, randomUUID } from "node:crypto";
import type { Stats } from "node:fs";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type PackedPages, wordsPerPage } from "../page/packPages.ts";
import { readPacks, writePacks } from "./cacheFile.ts";
import { makeFolder } from "./makeFolder.ts";
import { replaceFile } from "./replaceFile.ts";

/** A file as it was when its page was scanned. */
export interface Stamp {
  readonly size: number;
  /** Of its last change, in milliseconds; 0 where it had only just been changed, and might be again in the same moment. */
  readonly time: number;
  /** Of the last change of the file or of what is said of it (its time, its name, its rights), which nobody can set. */
  readonly changed: number;
  /** Of its content. */
  readonly hash: string;
}

/** A page that is known from before. */
export interface Remembered {
  readonly stamp: Stamp;
  readonly pack: PackedPages;
  readonly at: number;
}

/** A page to be remembered. `syntax` is what it was scanned by, as JSON. */
export interface ToRemember extends Remembered {
  readonly name: string;
  readonly syntax: string;
}

type Row = readonly [
  name: string,
  size: number,
  time: number,
  changed: number,
  hash: string,
  syntax: number,
  file: number,
  pack: number,
  at: number,
];

interface Index {
  readonly version: string;
  readonly root: string;
  readonly syntaxes: readonly string[];
  readonly files: readonly string[];
  readonly rows: readonly Row[];
}

const indexName = "pages.json";

export class PageCache {
  readonly #folder: string;
  readonly #root: string;
  readonly #version: string;
  readonly #known = new Map<string, ToRemember>();
  /** In which file each pack stands, and where in it. */
  readonly #files = new Map<PackedPages, readonly [name: string, at: number]>();

  /** `folder` is the user's cache, `root` the folder of the pages; what another version has scanned is not read. */
  constructor(folder: string, root: string, version: string) {
    this.#folder = folderFor(folder, root);
    this.#root = root;
    this.#version = version;
  }

  /** Reads what was kept; nothing where there is nothing, or nothing of use. */
  async load(): Promise<void> {
    try {
      const index = JSON.parse(await readFile(join(this.#folder, indexName), "utf8")) as Index;
      if (index.version !== this.#version || index.root !== this.#root) return;
      const packs = await Promise.all(index.files.map((name) => this.#packsOf(name)));
      const live = liveRows(index);
      const worn = packs.map((inFile, at) => isWorn(inFile, live[at] ?? 0));
      for (const [name, size, time, changed, hash, syntax, file, packAt, at] of index.rows) {
        const pack = packs[file]?.[packAt];
        if (!pack || worn[file]) continue;
        this.#files.set(pack, [index.files[file] ?? "", packAt]);
        const stamp = { size, time, changed, hash };
        this.#known.set(name, { name, stamp, pack, at, syntax: index.syntaxes[syntax] ?? "" });
      }
    } catch {
      this.#known.clear(); // None yet, an older form, or half of one: the pages are scanned.
    }
  }

  get isEmpty(): boolean {
    return this.#known.size === 0;
  }

  get(name: string, syntax: string): Remembered | undefined {
    const known = this.#known.get(name);
    return known?.syntax === syntax ? known : undefined;
  }

  /** Adds pages, and forgets those of files that are not among the present ones. */
  async save(fresh: readonly ToRemember[], present: ReadonlySet<string> | undefined): Promise<void> {
    const packs = [...new Set(fresh.map(({ pack }) => pack))].filter((pack) => !this.#files.has(pack));
    const file = `${randomUUID()}.packs`;
    packs.forEach((pack, at) => {
      this.#files.set(pack, [file, at]);
    });
    for (const page of fresh) this.#known.set(page.name, page);
    for (const name of this.#known.keys()) if (present?.has(name) === false) this.#known.delete(name);
    await makeFolder(this.#folder);
    if (packs.length > 0) await replaceFile(join(this.#folder, file), writePacks(packs));
    await replaceFile(join(this.#folder, indexName), [Buffer.from(JSON.stringify(this.#index()))]);
    await this.#dropOthers();
  }

  #index(): Index {
    const syntaxes = new Numbering();
    const files = new Numbering();
    const rows = [...this.#known.values()].map(({ name, stamp, syntax, pack, at }): Row => {
      const [file, packAt] = this.#files.get(pack) ?? ["", 0];
      const { size, time, changed, hash } = stamp;
      return [name, size, time, changed, hash, syntaxes.of(syntax), files.of(file), packAt, at];
    });
    return { version: this.#version, root: this.#root, syntaxes: syntaxes.all, files: files.all, rows };
  }

  async #packsOf(name: string): Promise<readonly PackedPages[] | undefined> {
    try {
      return readPacks(await readFile(join(this.#folder, name)));
    } catch {
      return undefined; // Another process has replaced it.
    }
  }

  /** What no page is in any more, and what somebody began to write long ago. */
  async #dropOthers(): Promise<void> {
    const packs = new Set([...this.#known.values()].map(({ pack }) => pack));
    for (const pack of this.#files.keys()) if (!packs.has(pack)) this.#files.delete(pack);
    const used = new Set([indexName, ...[...this.#files.values()].map(([name]) => name)]);
    for (const name of await readdir(this.#folder)) {
      if (used.has(name)) continue;
      const path = join(this.#folder, name);
      const age = Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? 0);
      if (name.endsWith(".packs") || age > anHour) await rm(path, { force: true });
    }
  }
}

/** Gives each text a number, in the order in which they come. */
class Numbering {
  readonly all: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.all.length);
    return this.all.push(text) - 1;
  }
}

/** The part of the user's cache that is about a folder of pages. */
export function folderFor(cache: string, root: string): string {
  return join(cache, createHash("sha1").update(root).digest("hex").slice(0, 16));
}

const anHour = 3_600_000;

/** Packs of which most pages are out of date take more memory than it costs to scan the others again. */
function isWorn(packs: readonly PackedPages[] | undefined, live: number): boolean {
  const pages = packs?.reduce((sum, { directory }) => sum + directory.length / wordsPerPage, 0) ?? 0;
  return live * 2 < pages;
}

/** How many pages of each file of packs are up to date. */
function liveRows({ files, rows }: Index): readonly number[] {
  const counts = files.map(() => 0);
  for (const row of rows) counts[row[6]] = (counts[row[6]] ?? 0) + 1;
  return counts;
}

/** Changes that come this soon after one another, in milliseconds, may bear the same time. */
export const sameMoment = 2000;

export function stampOf({ size, mtimeMs, ctimeMs }: Stats, hash: string): Stamp {
  const lately = Date.now() - Math.max(mtimeMs, ctimeMs) < sameMoment;
  return { size, time: lately ? 0 : mtimeMs, changed: ctimeMs, hash };
}

export function isSameFile({ size, time, changed }: Stamp, stats: Stats): boolean {
  return time !== 0 && size === stats.size && time === stats.mtimeMs && changed === stats.ctimeMs;
}
