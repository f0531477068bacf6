// One folder of the workspace: its files, the handbooks in it, and the pages that belong to none. It lists, detects,
// reads and takes in file events, one batch after the other. Documents that are open are the workspace's; it asks for their texts.

import type { Config } from "../config.ts";
import { githubSyntax } from "../markdown/syntax.ts";
import type { PagePath } from "../page/scannedPage.ts";
import { configuresAny } from "../site/detectSites.ts";
import { plainModel } from "../site/models/plain/index.ts";
import type { FilePath } from "../site/site.ts";
import { ConfigTexts } from "./configTexts.ts";
import { DiskNames } from "./diskNames.ts";
import { type FileChange, type FileEvent, filesAfter } from "./fileEvents.ts";
import { readFileText } from "./fileSystem.ts";
import type { FolderHost } from "./folderHost.ts";
import { LivingSite } from "./livingSite.ts";
import { inSlices } from "./platform.ts";
import { type Job, pathOf, type ReadPage } from "./reading.ts";
import {
  placeHeads,
  type ReadingWay,
  readHeads,
  readMany,
  recallPages,
  warmFor,
  worthThreads,
} from "./readMany.ts";
import { type PlannedSite, planSites } from "./sitePlan.ts";
import { traceOf } from "./traceOf.ts";
import { unreadFor, unreadPages } from "./unreadPages.ts";
import { canonicalUri, diskUri, uriBelow } from "./uris.ts";

export class Folder {
  /** In our spelling. */
  readonly uri: string;
  config: Config;
  /** Handbooks, those with the longest path first. */
  sites: readonly LivingSite[] = [];
  /** The pages that are in no handbook, with the plain model; only what is open and what that links to. */
  loose: LivingSite;
  files: ReadonlySet<FilePath> = new Set();
  /** Is the folder listed, and are its handbooks known? */
  readonly ready: Promise<void>;
  /** Has that been done? Until then no place of a page is known. */
  listed = false;
  /** Has the first reading of its handbooks come to its end? */
  indexed = false;
  readonly #host: FolderHost;
  readonly #names: DiskNames;
  /** Folders of built output. */
  #ignored: ReadonlySet<string> = new Set();
  /** Files and folders that are there and can't be read, with the reasons. */
  readonly #unreadable = new Map<FilePath, string>();
  /** Pages of which another thread had something to say. */
  readonly #doubts: Job[] = [];
  #byLowerCase: Map<string, FilePath> | undefined;
  readonly #configs = new ConfigTexts();
  #closed = false;
  /** Has somebody stopped the reading? Then it is not begun again by itself. */
  #cancelled = false;
  /** What the log has said of handbooks. */
  readonly #said = new Set<string>();
  #generation = 0;
  #work: Promise<void>;

  constructor(uri: string, config: Config, host: FolderHost) {
    this.uri = canonicalUri(uri);
    this.#names = new DiskNames(diskUri(uri));
    this.config = config;
    this.#host = host;
    this.loose = this.#makeLoose();
    this.ready = this.#list();
    this.#work = this.ready;
    void this.#enqueue(() => this.#index());
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
      this.#cancelled = false;
      this.#arrange(await this.#plan(true));
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
    for (let round = 0; round < mostRounds; round++) {
      const jobs = unreadFor(living, place.path);
      if (jobs.length === 0) return;
      await this.#read(jobs, (read) => {
        if (read.page && !this.#isOutdated(read)) living.put(read.page);
      });
      if (!living.surveyed) return;
    }
  }

  /** The file's text on the disk, or in the editor where it is open. */
  async text(path: FilePath): Promise<string | undefined> {
    const open = this.#openText(path);
    if (open !== undefined) return open;
    const { text, problem } = await readFileText(this.#host.platform.files, this.#names.uriOf(path));
    if (problem !== undefined) this.#say(`${text === undefined ? "Left out: " : ""}${path}: ${problem}`);
    if (text === undefined && problem !== undefined) this.#unreadable.set(path, problem);
    else this.#unreadable.delete(path);
    return text;
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
      const listing = await files.list(this.#names.root);
      for (const problem of listing.problems) log.warn(`Left out: ${problem}`);
      for (const [name, why] of listing.unreadable ?? [])
        this.#unreadable.set(this.#names.pathBelow("" as FilePath, name), why);
      this.#ignored = new Set(listing.ignored);
      this.files = new Set(listing.files.map((name) => this.#names.pathBelow("" as FilePath, name)));
      warmFor(this.#host.platform, this.#names.root, this.files);
      await this.#readConfigs(this.files);
      this.#arrange(await this.#plan(true));
      await this.#recall();
      if (this.#host.hasOpen()) await this.#survey();
    } catch (error) {
      log.error(`${this.uri}: ${traceOf(error)}`);
    } finally {
      this.listed = true;
    }
  }

  /** Answers the configuration files among these that are new. */
  #readConfigs(paths: Iterable<FilePath>): Promise<readonly FilePath[]> {
    return this.#configs.read(paths, (path) => (this.files.has(path) ? this.text(path) : undefined));
  }

  /** What the handbooks will be, by the files as they are now. */
  #plan(configured: boolean, read: readonly ReadPage[] = []): Promise<readonly PlannedSite[]> {
    const moment = { now: new Date().toISOString(), ...this.#configs.now };
    const tree = { root: this.uri, files: this.files, ...moment };
    const now = { tree, config: this.config, before: this.sites, configured, read };
    return planSites(this.#host.platform, now);
  }

  #arrange(plan: readonly PlannedSite[]): void {
    this.sites = plan.map(({ root, prefix, model, files, known, placed }) => {
      if (known && placed) known.setModel(model, files, placed);
      if (known) return known;
      const uri = root === "" ? this.#names.root : uriBelow(this.#names.root, root);
      return new LivingSite({ root: uri, prefix, sight: "handbook" }, model, files);
    });
    if (this.loose.files !== this.files) this.loose.setFiles(this.files);
    for (const living of this.sites) {
      this.#dropLeft(living);
      for (const note of living.model.notes ?? []) this.#say(`${living.root}: ${note}`);
    }
    for (const living of [...this.sites, this.loose]) living.setUris(this.#names.urisBelow(living.prefix));
    this.#host.changed();
  }

  /** Takes in what is known from an earlier start. A handbook of which little has changed since is complete at once. */
  async #recall(): Promise<void> {
    const { platform } = this.#host;
    const way = this.#way(() => this.#closed);
    for (const living of this.sites) {
      const known = await recallPages(platform, unreadPages(living), way);
      for (const page of known) living.gather(page);
      const left = unreadPages(living);
      if (known.length === 0 || left.length >= worthThreads) continue;
      await this.#read(left, ({ job, page }) => page && job.living.gather(page));
      await this.#finish(living);
    }
  }

  /** Reads the heads of all pages: where each is served is then known, and what the links of the open page lead to can be told. */
  async #survey(): Promise<void> {
    const { platform } = this.#host;
    const way = this.#way(() => this.#closed);
    for (const living of this.sites) {
      // Which files are no pages is then not in their heads.
      if (living.model.takesIn) continue;
      const heads = await readHeads(platform, unreadPages(living), way);
      if (heads) living.takeSurvey(await placeHeads(platform, living.model, heads));
    }
  }

  /** Reads and scans every page that is not known yet. */
  async #index(): Promise<void> {
    const generation = this.#generation;
    // Whoever has a page before him is not kept waiting by all the others.
    if (this.sites.some((living) => living.surveyed && !living.complete)) await this.#host.prepareOpen();
    const jobs = this.sites.flatMap((living) => unreadPages(living));
    const report = this.#host.indexing(this, jobs.length);
    try {
      const take = (read: ReadPage) => {
        const { job, page } = read;
        if (this.#isOutdated(read)) return;
        if (page) job.living.gather(page);
        else if (job.living.isHead(job.path)) job.living.remove(job.path);
      };
      const ended = await this.#read(jobs, take, {
        stopped: () => report.cancelled || this.#generation !== generation,
        progress: (done) => report.progress(done),
      });
      await this.#lookAtDoubts();
      this.#passOnUnreadable();
      if (ended) for (const living of this.sites) await this.#finish(living);
      this.#cancelled = report.cancelled;
    } finally {
      this.indexed = true;
      report.end();
      this.#host.changed();
    }
  }

  async #finish(living: LivingSite): Promise<void> {
    await inSlices(this.#host.platform, living.unplaced, (place) => place());
    living.complete = true;
  }

  /** What other threads could not read is read here once more, to say why. */
  async #lookAtDoubts(): Promise<void> {
    for (const job of this.#doubts.splice(0)) await this.text(pathOf(job));
  }

  #passOnUnreadable(): void {
    for (const living of this.sites) {
      const below = [...this.#unreadable].filter(([path]) => path.startsWith(living.prefix));
      living.setUnreadable(new Map(below.map(([path, why]) => [path.slice(living.prefix.length), why])));
    }
  }

  #read(
    jobs: readonly Job[],
    take: (read: ReadPage) => void,
    watch: { stopped: () => boolean; progress?: (done: number) => void } = { stopped: () => this.#closed },
  ): Promise<boolean> {
    const text = (job: Job) => this.text(pathOf(job));
    return readMany(this.#host.platform, jobs, { ...this.#way(watch.stopped), ...watch, text, take });
  }

  /** How other threads come to the files. */
  #way(stopped: () => boolean): ReadingWay {
    return {
      root: this.#names.root,
      name: (path) => this.#names.of(path),
      present: () => this.diskNames,
      isOpen: (path) => this.#isOpen(path),
      doubt: (job) => this.#doubts.push(job),
      stopped,
    };
  }

  async #apply(events: readonly FileEvent[]): Promise<void> {
    for (const { path, name } of events) if (name !== undefined) this.#names.set(path, name);
    const known = { files: this.files, ignored: this.#ignored };
    const change = await filesAfter(known, events, {
      files: this.#host.platform.files,
      uri: (path) => this.#names.uriOf(path),
      pathBelow: (at, name) => this.#names.pathBelow(at, name),
    });
    const before = this.files;
    const removed = [...change.removed].map((path) => ({ path, place: this.placeOf(path) }));
    this.files = change.files;
    this.#ignored = change.ignored;
    this.#byLowerCase = undefined;
    const changed = await this.#readConfigs([...change.written, ...change.removed]);
    const scanned: ReadPage[] = [];
    await this.#read(this.#jobsOf(change.written), (read) => scanned.push(read));
    await this.#lookAtDoubts();
    await inSlices(this.#host.platform, scanned, ({ job, page }) => page && job.living.placeAhead(page));
    const arranged = changed.length > 0 || before !== change.files;
    const plan = arranged ? await this.#plan(changed.some(configuresAny), scanned) : undefined;
    if (this.#closed) return;
    for (const { path, place } of removed) this.#drop(path, place);
    for (const read of scanned) {
      const { job, page } = read;
      if (this.#isOutdated(read)) continue;
      if (page) job.living.put(page);
      else job.living.remove(job.path);
    }
    if (plan) this.#arrange(plan);
    for (const path of change.removed) this.#unreadable.delete(path);
    this.#passOnUnreadable();
    if (!this.#cancelled && this.sites.some((living) => !living.complete || unreadPages(living).length > 0))
      await this.#index();
    this.#host.changed();
  }

  /** Was another text read than the editor has by now? Then the page is the workspace's to bring. */
  #isOutdated({ job, text }: ReadPage): boolean {
    const open = this.#openText(pathOf(job));
    return open !== undefined && open !== text;
  }

  #jobsOf(paths: FileChange["written"]): readonly Job[] {
    return [...paths].flatMap((path) => {
      const place = this.placeOf(path);
      const wanted = place.living !== this.loose || this.loose.site.pages.has(place.path);
      return wanted ? [place] : [];
    });
  }

  /** A file is gone; a page that is open stays, since its author has it before him, but not beside one that differs in case alone. */
  #drop(path: FilePath, { living, path: page }: Job): void {
    if (this.#isOpen(path) && this.placeOf(path).path === page) return;
    living.remove(page);
  }

  /** Pages whose file has come to another site go; those without a file stay while they are open. */
  #dropLeft(living: LivingSite): void {
    for (const page of living.site.pages.keys()) {
      if (living.files.has(page as string as FilePath)) continue;
      const path = (living.prefix + page) as FilePath;
      if (!this.#isOpen(path) || this.placeOf(path).living !== living) living.remove(page);
    }
  }

  /** Each thing once, as long as the folder is open. */
  #say(message: string): void {
    if (this.#said.has(message)) return;
    this.#said.add(message);
    this.#host.platform.log.warn(message);
  }

  #openText(path: FilePath): string | undefined {
    return this.#host.openText(uriBelow(this.uri, path));
  }

  #isOpen(path: FilePath): boolean {
    return this.#openText(path) !== undefined;
  }

  /** Names of all files, as the disk has them. */
  get diskNames(): readonly string[] {
    return [...this.files].map((path) => this.#names.of(path));
  }

  /** The path as the disk writes it, where the disk does not tell cases apart. */
  #realCase(path: FilePath): FilePath {
    if (this.files.has(path) || !this.#host.platform.files.foldsCase) return path;
    this.#byLowerCase ??= new Map([...this.files].map((real) => [real.toLowerCase(), real]));
    return this.#byLowerCase.get(path.toLowerCase()) ?? path;
  }

  #makeLoose(): LivingSite {
    const place = { root: this.#names.root, prefix: "", sight: "neighbours" } as const;
    const loose = new LivingSite(place, plainModel, this.files);
    loose.complete = true;
    return loose;
  }
}

/** What a page shows may show more, and lead to more. */
const mostRounds = 8;
