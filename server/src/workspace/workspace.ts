// The living part: the folders of the editor with the handbooks in them, and the documents that lie over their files.
// Answers which page a document is on the snapshot of this moment. Knows time and disk, but no protocol.

import type { TextDocumentContentChangeEvent } from "vscode-languageserver-textdocument";
import { type Config, defaultConfig } from "../config.ts";
import { readsForLint } from "../lint/lintConfig.ts";
import type { PagePath } from "../page/scannedPage.ts";
import { scanPage } from "../page/scanPage.ts";
import { updateSite } from "../site/makeSite.ts";
import { isMarkdown } from "../site/routeKey.ts";
import type { FilePath, Page, Site } from "../site/site.ts";
import { Documents, type OpenDocument } from "./documents.ts";
import type { FileEvent } from "./fileEvents.ts";
import { readText } from "./fileSystem.ts";
import { Folder } from "./folder.ts";
import type { FolderHost, IndexReport } from "./folderHost.ts";
import { isMarkdownName } from "./ignored.ts";
import type { LivingSite } from "./livingSite.ts";
import { Outside } from "./outside.ts";
import type { Platform } from "./platform.ts";
import type { Job } from "./reading.ts";
import { canonicalUri, diskName, parentUri, pathBelow, uriBelow } from "./uris.ts";

/** What the workspace tells while it lives. */
export interface WorkspaceListener {
  /** Snapshots have changed, or will when next asked for. */
  changed(): void;
  /** How prose is linted has changed. */
  lintReconfigured(): void;
  indexing(folder: Folder, total: number): IndexReport;
}

/** An open document as a page of a snapshot that was cut from its present text. */
export interface OpenPage {
  readonly living: LivingSite;
  readonly site: Site;
  readonly page: Page;
  readonly document: OpenDocument;
  readonly config: Config;
}

/** A page with its text, whether it is open or not. */
export interface ShownPage extends Omit<OpenPage, "document"> {
  readonly text: string;
  /** Of the open document. */
  readonly version: number | undefined;
}

export interface WatchedEvent {
  readonly uri: string;
  readonly kind: FileEvent["kind"];
}

export class Workspace {
  readonly documents: Documents;
  readonly #platform: Platform;
  readonly #listener: WorkspaceListener;
  readonly #outside: Outside;
  readonly #folders = new Map<string, Folder>();
  /** Which text of which document a page was scanned from. */
  readonly #scanned = new Map<LivingSite, Map<string, OpenDocument>>();
  /** How many pages were scanned because of an edit: what a test counts. */
  scans = 0;
  #events: WatchedEvent[] = [];
  #waiting: (() => void) | undefined;
  /** Settings of pages in no folder. */
  config: Config = defaultConfig;

  constructor(platform: Platform, listener: WorkspaceListener) {
    this.#platform = platform;
    this.documents = new Documents(platform.files.foldsCase);
    this.#listener = listener;
    this.#outside = new Outside(platform);
  }

  get folders(): readonly Folder[] {
    return [...this.#folders.values()];
  }

  /** All handbooks, without loose pages. */
  get sites(): readonly LivingSite[] {
    return this.folders.flatMap((folder) => folder.sites);
  }

  /** The handbooks, and what pages are in none of them. */
  get allSites(): readonly LivingSite[] {
    return [...this.folders.flatMap(({ sites, loose }) => [...sites, loose]), ...this.#outside.sites];
  }

  addFolder(uri: string, config: Config): Folder {
    const key = canonicalUri(uri);
    const known = this.#folders.get(key);
    if (known) return known;
    const host: FolderHost = {
      platform: this.#platform,
      openText: (file) => this.documents.ofFile(file)?.text,
      hasOpen: () => this.documents.all().length > 0,
      prepareOpen: async () => {
        await Promise.all(this.documents.all().map((document) => this.ready(document.uri)));
      },
      indexing: (folder, total) => this.#listener.indexing(folder, total),
      changed: () => this.#listener.changed(),
    };
    const folder = new Folder(uri, config, host);
    this.#folders.set(key, folder);
    return folder;
  }

  removeFolder(uri: string): void {
    const key = canonicalUri(uri);
    this.#folders.get(key)?.close();
    this.#folders.delete(key);
    this.#forgetDropped();
    this.#listener.changed();
  }

  open(uri: string, languageId: string, version: number, text: string): OpenDocument {
    const document = this.documents.open(uri, languageId, version, text);
    if (!isPageDocument(document)) this.watch([{ uri: document.key, kind: "written" }]);
    this.#listener.changed();
    return document;
  }

  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const document = this.documents.change(uri, version, changes, this.#platform.now());
    // Redirects and configuration hold while they are typed, too.
    if (document && !isPageDocument(document)) this.watch([{ uri: document.key, kind: "written" }]);
    this.#listener.changed();
  }

  /** Is an open document a page, rather than a file of the site's configuration that the editor shows us, too? */
  isPage(uri: string): boolean {
    const document = this.documents.get(uri);
    return document !== undefined && isPageDocument(document);
  }

  /** The handbook that a file around the pages belongs to, and its path there. */
  siteOfFile(
    uri: string,
  ): { readonly living: LivingSite; readonly file: FilePath; readonly config: Config } | undefined {
    const folder = this.#folderOf(canonicalUri(uri));
    const path = folder && pathBelow(folder.uri, canonicalUri(uri));
    const living =
      path === undefined ? undefined : folder?.sites.find(({ prefix }) => path.startsWith(prefix));
    if (!folder || !living || path === undefined) return undefined;
    return { living, file: path.slice(living.prefix.length) as FilePath, config: folder.config };
  }

  /** The file counts again: it is read anew, or its page goes when there is none. */
  close(uri: string): OpenDocument | undefined {
    const document = this.documents.close(uri);
    if (!document) return;
    for (const shown of this.#scanned.values()) {
      for (const [path, one] of shown) if (one.key === document.key) shown.delete(path);
    }
    this.#outside.keep(this.documents.all().filter(({ key }) => this.#isOutside(key)));
    this.#forgetDropped();
    this.watch([{ uri: this.#fileUri(document), kind: "written" }]);
    return document;
  }

  /** Takes in file events, together with those that come right after. */
  watch(events: readonly WatchedEvent[]): void {
    this.#events.push(...events);
    this.#waiting?.();
    this.#waiting = this.#platform.after(this.#platform.delays.watch, () => this.#applyEvents());
  }

  /** The page that a document is, once its folder is listed and what it links to has been looked at. */
  async ready(uri: string): Promise<OpenPage | undefined> {
    const key = canonicalUri(uri);
    for (let at = this.#folderOf(key); at && !at.listed; at = this.#folderOf(key)) await at.ready;
    const document = this.documents.get(uri);
    const place = document && this.#bring(document);
    if (!place) return;
    await this.#prepare(key, place);
    return this.current(uri);
  }

  /** The page of a URI: as its open document has it, else as its file has. */
  async shown(uri: string): Promise<ShownPage | undefined> {
    const open = await this.ready(uri);
    if (open) return { ...open, text: open.document.text, version: open.document.version };
    const key = canonicalUri(uri);
    const text = isMarkdownName(key) ? await this.textOf(key) : undefined;
    if (text === undefined) return;
    const file = { uri, key, languageId: "markdown", version: 0, text, edit: undefined };
    const place = this.#placeOf(file);
    const { living, path, syntax } = place;
    const scanned = scanPage(path, text, syntax);
    if (!living.has(path, syntax)) living.put(scanned);
    await this.#prepare(key, place);
    // Its page may have been cut from an older text of the file.
    const site = updateSite(living.site, { scanned: [scanned] });
    const page = site.pages.get(path);
    return page && { living, site, page, config: this.configOf(key), text, version: undefined };
  }

  /** The page with what is in a folder of its site: around a page that is in no folder of the workspace little is known. */
  async lookInto(open: OpenPage, folder: string | undefined): Promise<OpenPage> {
    if (folder === undefined || !this.#outside.sites.includes(open.living)) return open;
    await this.#outside.lookInto(open.living, [folder]);
    return this.current(open.document.uri) ?? open;
  }

  /** The page that a document is now; undefined when it is not open or its folder is not listed yet. */
  current(uri: string): OpenPage | undefined {
    const document = this.documents.get(uri);
    if (!document) return;
    const place = this.#bring(document);
    if (!place) return;
    const { living, path } = place;
    const site = living.site;
    const page = site.pages.get(path);
    return page && { living, site, page, document, config: this.configOf(document.key) };
  }

  /** Brings the texts of all open documents into the snapshots, as far as their folders are listed. */
  bringAll(): void {
    const counted = new Map(
      this.documents.all().map((document) => [this.documents.fileKey(document.uri), document]),
    );
    for (const document of counted.values()) this.#bring(document);
  }

  configOf(uri: string): Config {
    return this.#folderOf(canonicalUri(uri))?.config ?? this.config;
  }

  /** The text of any file: as the editor has it, else as the disk has it. */
  async textOf(uri: string): Promise<string | undefined> {
    const key = canonicalUri(uri);
    const open = this.documents.ofFile(key);
    if (open) return open.text;
    const folder = this.#folderOf(key);
    const path = folder && pathBelow(folder.uri, key);
    return folder && path !== undefined ? folder.text(path as FilePath) : readText(this.#platform.files, key);
  }

  /** The site with this root, loose pages among them, that has the page. */
  siteAt(root: string, path: PagePath): LivingSite | undefined {
    return this.allSites.find(({ site }) => site.root === root && site.pages.has(path));
  }

  /** Settings have changed: what is said of every page may have. */
  reconfigured(): void {
    this.#listener.lintReconfigured();
    this.#listener.changed();
  }

  /** The texts that say how the prose of a page is linted, those of its folder and of the folders above; by path. */
  async lintTexts(
    key: string,
  ): Promise<{ root: string; path: string; texts: ReadonlyMap<string, string> } | undefined> {
    const folder = this.#folderOf(key);
    const path = folder && pathBelow(folder.uri, key);
    if (!folder || path === undefined) return;
    const texts = new Map<string, string>();
    for (const file of folder.files) {
      if (!path.startsWith(file.slice(0, file.lastIndexOf("/") + 1)) || !readsForLint(file)) continue;
      const text = await folder.text(file);
      if (text !== undefined) texts.set(file, text);
    }
    return { root: folder.uri, path, texts };
  }

  /** Resolves when all folders have done what was asked so far. */
  async settled(): Promise<void> {
    const { delays, after } = this.#platform;
    while (this.#events.length > 0) await new Promise<void>((resolve) => after(delays.watch, resolve));
    await Promise.all(this.folders.map((folder) => folder.settled));
  }

  dispose(): void {
    this.#waiting?.();
    for (const folder of this.folders) folder.close();
  }

  #folderOf(key: string): Folder | undefined {
    for (let uri = key; ; uri = parentUri(uri)) {
      const folder = this.#folders.get(uri);
      if (folder || parentUri(uri) === uri) return folder;
    }
  }

  /** Scans a document where its page is, if the page was cut from another text; undefined before its folder is listed. */
  #bring(document: OpenDocument): Job | undefined {
    if (!isPageDocument(document)) return;
    if (this.#folderOf(document.key)?.listed === false) return;
    const place = this.#placeOf(document);
    const { living, path, syntax } = place;
    let shown = this.#scanned.get(living);
    if (!shown) {
      shown = new Map();
      this.#scanned.set(living, shown);
    }
    const before = shown.get(path);
    const same =
      before && (before === document || (before.key === document.key && before.text === document.text));
    if (!same || !living.has(path, syntax)) {
      this.scans++;
      living.put(scanPage(path, document.text, syntax));
    }
    shown.set(path, document);
    return place;
  }

  /** Looks at what the page links to, where that is not known yet. */
  async #prepare(key: string, place: Job): Promise<void> {
    const folder = this.#folderOf(key);
    if (folder) await folder.prepare(place);
    else await this.#outside.prepare(place);
  }

  #isOutside(key: string): boolean {
    const folder = this.#folderOf(key);
    return !folder || pathBelow(folder.uri, key) === undefined;
  }

  /** As the disk writes it, where it does not tell cases apart. */
  #fileUri({ key }: OpenDocument): string {
    const folder = this.#folderOf(key);
    const path = folder && pathBelow(folder.uri, key);
    if (!folder || path === undefined) return key;
    const { living, path: page } = folder.placeOf(path as FilePath);
    return uriBelow(folder.uri, living.prefix + page);
  }

  #placeOf(document: OpenDocument): Job {
    const folder = this.#folderOf(document.key);
    const path = folder && pathBelow(folder.uri, document.key);
    return folder && path !== undefined ? folder.placeOf(path as FilePath) : this.#outside.placeOf(document);
  }

  #applyEvents(): void {
    const events = this.#events;
    this.#events = [];
    const byFolder = new Map<Folder, FileEvent[]>();
    for (const { uri, kind } of events) {
      const key = this.#keyOf(uri);
      if (key === undefined) continue;
      const folder = this.#folderOf(key);
      const path = folder && pathBelow(folder.uri, key);
      if (!folder || path === undefined) {
        if (!this.documents.ofFile(key)) this.#outside.forget(key);
        continue;
      }
      const name = diskName(path, uri);
      const event = { path: path as FilePath, kind, ...(name !== path && { name }) };
      byFolder.set(folder, [...(byFolder.get(folder) ?? []), event]);
    }
    for (const [folder, batch] of byFolder) {
      const relint = batch.some(({ path }) => readsForLint(path));
      void folder.apply(batch).then(() => {
        this.#forgetDropped();
        if (relint) this.#listener.lintReconfigured();
      });
    }
  }

  /** Undefined for what is no URI (`file:////x/y`): whatever it meant, the other events count. */
  #keyOf(uri: string): string | undefined {
    try {
      return canonicalUri(uri);
    } catch (error) {
      this.#platform.log.warn(`A file event was left out: ${String(error)}`);
      return undefined;
    }
  }

  /** Sites that are no longer there are not remembered. */
  #forgetDropped(): void {
    const alive = new Set(this.allSites);
    for (const living of this.#scanned.keys()) if (!alive.has(living)) this.#scanned.delete(living);
  }
}

/** By what the editor takes it for, or by its name: `untitled:` pages have no ending. */
function isPageDocument({ languageId, uri }: OpenDocument): boolean {
  return /^(?:markdown|mdx)$/.test(languageId) || isMarkdown(uri.replace(/[?#].*$/s, ""));
}
