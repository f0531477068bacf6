// One folder of the workspace: its files, the handbooks in it, and the pages that belong to none. It lists, detects,
// reads and takes in file events, one batch after the other. Documents that are open are the workspace's; it asks for their texts.

import type { Config } from "../config.ts";
import { githubSyntax } from "../markdown/syntax.ts";
import type { PagePath, ScannedPage } from "../page/scannedPage.ts";
import { detectSites, readsAny } from "../site/detectSites.ts";
import { plainModel } from "../site/models/plain/index.ts";
import type { FilePath } from "../site/site.ts";
import type { SiteModel, SiteOverrides } from "../site/siteModel.ts";
import { type FileChange, type FileEvent, filesAfter } from "./fileEvents.ts";
import { readText } from "./fileSystem.ts";
import { LivingSite } from "./livingSite.ts";
import { meantFiles } from "./meantFiles.ts";
import type { Platform } from "./platform.ts";
import { type Job, readPages } from "./reading.ts";
import { uriBelow } from "./uris.ts";

/** What a folder asks of the workspace that it is in. */
export interface FolderHost {
  readonly platform: Platform;
  /** The text of the open document of a file, by our spelling of its URI. */
  openText(key: string): string | undefined;
  /** A first reading begins; the answer hears how it goes and says whether it was cancelled. */
  indexing(folder: Folder, total: number): IndexReport;
  /** Snapshots have changed, or a site has become complete. */
  changed(): void;
}

export interface IndexReport {
  readonly cancelled: boolean;
  progress(done: number): void;
  end(): void;
}

export class Folder {
  readonly uri: string;
  config: Config;
  /** Handbooks, those with the longest path first. */
  sites: readonly LivingSite[] = [];
  /** The pages that are in no handbook, with the plain model; only what is open and what that links to. */
  loose: LivingSite;
  files: ReadonlySet<FilePath> = new Set();
  /** Is the folder listed, and are its handbooks known? */
  readonly ready: Promise<void>;
  /** Has the first reading of its handbooks come to its end? */
  indexed = false;
  readonly #host: FolderHost;
  /** Names as the disk has them, of the files whose name is not in NFC. */
  #names = new Map<FilePath, string>();
  #byLowerCase: Map<string, FilePath> | undefined;
  #texts = new Map<FilePath, string>();
  #closed = false;
  #generation = 0;
  #work: Promise<void>;

  constructor(uri: string, config: Config, host: FolderHost) {
    this.uri = uri;
    this.config = config;
    this.#host = host;
    this.loose = this.#makeLoose();
    this.ready = this.#list();
    this.#work = this.ready.then(() => this.#index());
  }

  /** Resolves when all that was asked so far is done. */
  get settled(): Promise<void> {
    return this.#work;
  }

  close(): void {
    this.#closed = true;
    this.#generation++;
  }

  /** New settings: detects and indexes anew where they ask for it. */
  configure(config: Config): Promise<void> {
    const before = this.config;
    this.config = config;
    const same =
      before.enable === config.enable && JSON.stringify(before.site) === JSON.stringify(config.site);
    if (same) return this.#work;
    this.#generation++;
    return this.#enqueue(async () => {
      this.#arrange("anew");
      await this.#index();
    });
  }

  /** Takes in a batch of file events. All of it comes into the snapshots in one step, so that no half-done branch switch is judged. */
  apply(events: readonly FileEvent[]): Promise<void> {
    return this.#enqueue(() => this.#apply(events));
  }

  /** The site that a file belongs to: the nearest handbook that has it for a page, else the loose pages. */
  placeOf(path: FilePath): Job {
    const real = this.#realCase(path);
    const living = this.sites.find(({ prefix }) => real.startsWith(prefix));
    if (living) {
      const inner = real.slice(living.prefix.length);
      const syntax = living.model.syntaxOf(inner as FilePath);
      if (syntax) return { living, path: inner as PagePath, syntax };
    }
    const syntax = this.loose.model.syntaxOf(real) ?? githubSyntax;
    return { living: this.loose, path: real as string as PagePath, syntax };
  }

  /** Scans what the links of a page lead to, where that has not been done yet. */
  async prepare(place: Job): Promise<void> {
    const { living } = place;
    if (living.complete && living !== this.loose) return;
    const page = living.site.pages.get(place.path);
    if (!page) return;
    const jobs: Job[] = [];
    for (const path of meantFiles(page.scanned, living.model.contentRoots)) {
      const syntax = living.files.has(path as FilePath) && living.model.syntaxOf(path as FilePath);
      if (!syntax || living.has(path as PagePath, syntax)) continue;
      jobs.push({ living, path: path as PagePath, syntax });
    }
    await this.#read(jobs, (job, scanned) => scanned && job.living.put(scanned));
  }

  /** The file's text on the disk, or in the editor where it is open. */
  async text(path: FilePath): Promise<string | undefined> {
    const open = this.#host.openText(uriBelow(this.uri, path));
    return open ?? readText(this.#host.platform.files, uriBelow(this.uri, this.#names.get(path) ?? path));
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    const next = this.#work.then(async () => {
      if (!this.#closed) await work();
    });
    this.#work = next.catch((error: unknown) =>
      this.#host.platform.log.error(`${this.uri}: ${traceOf(error)}`),
    );
    return this.#work;
  }

  async #list(): Promise<void> {
    const { log, files } = this.#host.platform;
    try {
      const listing = await files.list(this.uri);
      for (const problem of listing.problems) log.warn(`Left out: ${problem}`);
      this.files = new Set(listing.files.map((name) => this.#pathOf(name)));
      await this.#readConfigs(this.files);
      this.#arrange("anew");
    } catch (error) {
      log.error(`${this.uri}: ${traceOf(error)}`);
    }
  }

  /** Reads the texts that detection wants among the given files. */
  async #readConfigs(paths: Iterable<FilePath>): Promise<boolean> {
    const wanted = [...paths].filter((path) => readsAny(path));
    const texts = await Promise.all(
      wanted.map((path) => (this.files.has(path) ? this.text(path) : undefined)),
    );
    wanted.forEach((path, i) => {
      const text = texts[i];
      if (text === undefined) this.#texts.delete(path);
      else this.#texts.set(path, text);
    });
    return wanted.length > 0;
  }

  /** Finds the handbooks. `kept` models stay where a handbook of the same kind stays at its root. */
  #arrange(models: "kept" | "anew"): void {
    const now = new Date().toISOString();
    const tree = { root: this.uri, files: this.files, texts: this.#texts, now };
    const options = { enable: this.config.enable, overrides: overridesOf(this.config) };
    const detected = detectSites(tree, options);
    const prefixes = detected.map(({ root }) => prefixOf(root));
    const before = new Map(this.sites.map((living) => [living.prefix, living]));
    this.sites = detected
      .map(({ root, model }) => {
        const prefix = prefixOf(root);
        const files = this.#filesBelow(prefix, prefixes);
        const known = before.get(prefix);
        if (known)
          return renew(known, files, models === "kept" && known.model.id === model.id ? undefined : model);
        return new LivingSite(
          { root: root === "" ? this.uri : uriBelow(this.uri, root), prefix, sight: "handbook" },
          model,
          files,
        );
      })
      .sort((a, b) => b.prefix.length - a.prefix.length);
    if (this.loose.files !== this.files) this.loose.setFiles(this.files);
    this.#byLowerCase = undefined;
    this.#host.changed();
  }

  /** Reads and scans every page that is not known yet. */
  async #index(): Promise<void> {
    const generation = this.#generation;
    const jobs = this.sites.flatMap((living) => missingPages(living));
    const report = this.#host.indexing(this, jobs.length);
    const ended = await this.#read(jobs, (job, page) => page && job.living.gather(page), {
      stopped: () => report.cancelled || this.#generation !== generation,
      progress: (done) => report.progress(done),
    });
    if (ended) for (const living of this.sites) living.complete = true;
    this.indexed = true;
    report.end();
    this.#host.changed();
  }

  #read(
    jobs: readonly Job[],
    take: (job: Job, page: ScannedPage | undefined) => void,
    watch: { stopped: () => boolean; progress?: (done: number) => void } = { stopped: () => this.#closed },
  ): Promise<boolean> {
    return readPages(this.#host.platform, jobs, {
      ...watch,
      text: (job) => this.text((job.living.prefix + job.path) as FilePath),
      take,
    });
  }

  async #apply(events: readonly FileEvent[]): Promise<void> {
    const change = await filesAfter(this.files, events, {
      files: this.#host.platform.files,
      uri: (path) => uriBelow(this.uri, path),
      pathOf: (name) => this.#pathOf(name),
    });
    const before = this.files;
    this.files = change.files;
    const configured = await this.#readConfigs([...change.written, ...change.removed]);
    const scanned: { job: Job; page: ScannedPage | undefined }[] = [];
    await this.#read(this.#jobsOf(change.written), (job, page) => scanned.push({ job, page }));
    if (this.#closed) return;
    for (const path of change.removed) this.#drop(path);
    for (const { job, page } of scanned) {
      if (page) job.living.put(page);
      else job.living.remove(job.path);
    }
    if (configured || before !== change.files) this.#arrange(configured ? "anew" : "kept");
    if (this.sites.some((living) => missingPages(living).length > 0 || !living.complete)) await this.#index();
    this.#host.changed();
  }

  #jobsOf(paths: FileChange["written"]): readonly Job[] {
    return [...paths].flatMap((path) => {
      const place = this.placeOf(path);
      const wanted = place.living !== this.loose || this.loose.site.pages.has(place.path);
      return wanted ? [place] : [];
    });
  }

  /** A file is gone; a page that is open stays, since its author has it before him. */
  #drop(path: FilePath): void {
    if (this.#host.openText(uriBelow(this.uri, path)) !== undefined) return;
    const place = this.placeOf(path);
    place.living.remove(place.path);
  }

  #filesBelow(prefix: string, prefixes: readonly string[]): ReadonlySet<FilePath> {
    const inner = prefixes.filter((other) => other !== prefix && other.startsWith(prefix));
    if (prefix === "" && inner.length === 0) return this.files;
    const below = new Set<FilePath>();
    for (const path of this.files) {
      if (!path.startsWith(prefix) || inner.some((other) => path.startsWith(other))) continue;
      below.add(path.slice(prefix.length) as FilePath);
    }
    return below;
  }

  #pathOf(name: string): FilePath {
    const path = name.normalize("NFC") as FilePath;
    if (path !== name) this.#names.set(path, name);
    return path;
  }

  /** The path as the disk writes it, where the disk does not tell cases apart. */
  #realCase(path: FilePath): FilePath {
    if (this.files.has(path) || !this.#host.platform.files.foldsCase) return path;
    this.#byLowerCase ??= new Map([...this.files].map((real) => [real.toLowerCase(), real]));
    return this.#byLowerCase.get(path.toLowerCase()) ?? path;
  }

  #makeLoose(): LivingSite {
    const loose = new LivingSite({ root: this.uri, prefix: "", sight: "handbook" }, plainModel, this.files);
    loose.complete = true;
    return loose;
  }
}

function renew(living: LivingSite, files: ReadonlySet<FilePath>, model: SiteModel | undefined): LivingSite {
  if (!isSameSet(living.files, files)) living.setFiles(files);
  if (model) living.setModel(model);
  return living;
}

function missingPages(living: LivingSite): readonly Job[] {
  const jobs: Job[] = [];
  for (const file of living.files) {
    const syntax = living.model.syntaxOf(file);
    const path = file as string as PagePath;
    if (syntax && !living.has(path, syntax)) jobs.push({ living, path, syntax });
  }
  return jobs;
}

function overridesOf({ site }: Config): SiteOverrides {
  const list = (values: readonly string[]) => (values.length > 0 ? values : undefined);
  const contentRoots = list(site.contentRoots);
  const hosts = list(site.hosts);
  const externalRoutes = list(site.externalRoutes);
  return {
    ...(site.model === "auto" ? {} : { model: site.model }),
    ...(contentRoots && { contentRoots }),
    ...(hosts && { hosts }),
    ...(externalRoutes && { externalRoutes }),
  };
}

function prefixOf(root: string): string {
  return root === "" ? "" : `${root}/`;
}

function isSameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a === b || (a.size === b.size && [...a].every((one) => b.has(one)));
}

function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
