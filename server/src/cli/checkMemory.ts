// What a check said, kept for as long as it would say the same: until a file of the folder is another, comes or goes, or a
// day begins on which the site shows or hides a page.

import { createHash } from "node:crypto";
import { lstatSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { FrontmatterValue } from "../frontmatter/frontmatter.ts";
import { buildVersion } from "../node/buildVersion.ts";
import { makeFolder } from "../node/makeFolder.ts";
import { nodeFiles } from "../node/nodeFiles.ts";
import { folderFor, sameMoment } from "../node/pageCache.ts";
import { replaceFile } from "../node/replaceFile.ts";
import type { Run } from "./arguments.ts";
import type { OpenedHandbooks } from "./openHandbooks.ts";

export interface Said {
  readonly lines: readonly string[];
  readonly code: number;
}

interface Kept extends Said {
  readonly files: string;
  /** Milliseconds since 1970: from then on the site may show other pages. */
  readonly until: number;
}

export interface CheckPlace {
  /** Absolute path of the folder. */
  readonly root: string;
  readonly asked: Run & { readonly color: boolean };
  /** The script that runs: another build may say something else. */
  readonly script: URL;
}

export class CheckMemory {
  readonly #folder: string;
  readonly #file: string;
  readonly #root: string;
  readonly #begun = Date.now();

  constructor(cache: string, { root, asked, script }: CheckPlace) {
    this.#root = root;
    this.#folder = folderFor(cache, root);
    const question = JSON.stringify([
      buildVersion(script),
      asked.model,
      asked.format,
      asked.stats,
      asked.color,
    ]);
    this.#file = join(this.#folder, `check-${sha1(question).slice(0, 16)}.json`);
  }

  /** What was said of the folder as it is now; undefined when that is not known. */
  async recall(): Promise<Said | undefined> {
    try {
      const kept = JSON.parse(await readFile(this.#file, "utf8")) as Kept;
      if (Date.now() >= kept.until) return undefined;
      const { files } = await nodeFiles.list(pathToFileURL(this.#root).href);
      return this.#signature(files) === kept.files ? kept : undefined;
    } catch {
      return undefined; // Nothing kept, or not whole.
    }
  }

  /** Keeps what was said, unless a file was changed so lately that it could change once more in the same moment. */
  async keep(said: Said, opened: OpenedHandbooks): Promise<void> {
    try {
      const files = this.#signature(opened.files);
      if (files === undefined) return;
      const kept: Kept = { ...said, files, until: nextDay(opened, this.#begun) };
      await makeFolder(this.#folder);
      await replaceFile(this.#file, [Buffer.from(JSON.stringify(kept))]);
    } catch {
      // A file has gone meanwhile, or nothing can be written: it is looked for again the next time.
    }
  }

  /** Of size, times and identity of each file; undefined where one was changed since we began, or just before. */
  #signature(files: Iterable<string>): string | undefined {
    const hash = createHash("sha1");
    for (const name of [...files].sort()) {
      const path = join(this.#root, name);
      const link = lstatSync(path);
      const stats = link.isSymbolicLink() ? statSync(path) : link;
      if (Math.max(stats.mtimeMs, stats.ctimeMs, link.ctimeMs) > this.#begun - sameMoment) return undefined;
      hash.update(`${name}\n${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino} ${link.ino}\n`);
    }
    return hash.digest("hex");
  }
}

const aDay = 86_400_000;

/**
 * A day before the first date to come in frontmatter, in the name of a page or in the configuration: somewhere it has begun by then.
 * What only looks like a date makes the memory shorter, and nothing wrong.
 */
function nextDay({ sites }: OpenedHandbooks, now: number): number {
  let next = Number.MAX_SAFE_INTEGER;
  const heed = (date: number) => {
    // Nothing is kept from a day before it to a day after it.
    if (date + aDay > now) next = Math.min(next, date - aDay);
  };
  const look = (text: string) => {
    for (const [, year, month, day] of text.matchAll(/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/g))
      heed(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  };
  for (const { site } of sites) {
    for (const text of site.model.sources.values()) look(text);
    for (const { path, scanned } of site.pages.values()) {
      look(path);
      for (const { value } of scanned.frontmatter?.entries ?? [])
        lookIn(value, (text) => {
          look(text);
          heed(Date.parse(text));
        });
    }
  }
  return next;
}

function lookIn(value: FrontmatterValue, look: (text: string) => void): void {
  if (value.kind === "string" || value.kind === "date") look(value.value);
  else if (value.kind === "list") for (const item of value.items) lookIn(item, look);
  else if (value.kind === "map") for (const entry of value.entries) lookIn(entry.value, look);
}

function sha1(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}
