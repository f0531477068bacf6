// Brings findings to the editor, each once: open pages are pulled where the client can, closed ones are pushed when
// what is said about them has changed. Also keeps the status and the previews up to date, on the same beat.

import type { Diagnostic, DocumentDiagnosticReport } from "vscode-languageserver";
import { linesOf } from "../diagnostics/files.ts";
import { toDiagnostic } from "../diagnostics/toDiagnostic.ts";
import type { PagePath } from "../page/scannedPage.ts";
import { previewStaleNotification } from "../protocol.ts";
import { mostLinks, uriOf } from "../site/queries.ts";
import type { FilePath, Page } from "../site/site.ts";
import type { OpenDocument } from "../workspace/documents.ts";
import {
  type Basis,
  isBeingEdited,
  isBeingTyped,
  isSameBasis,
  knownFindings,
} from "../workspace/findings.ts";
import type { LivingSite } from "../workspace/livingSite.ts";
import { inSlices } from "../workspace/platform.ts";
import { ProseLint } from "../workspace/proseLint.ts";
import { SweptSite } from "../workspace/sweep.ts";
import { traceOf } from "../workspace/traceOf.ts";
import type { OpenPage } from "../workspace/workspace.ts";
import { pageDiagnostics } from "./pageDiagnostics.ts";
import { docsOf, type Session } from "./session.ts";
import { Status } from "./status.ts";

interface Shown {
  readonly version: number;
  readonly signature: string;
  /** Undefined when it is not known what was looked at. */
  readonly basis?: Basis;
}

interface Pushed {
  /** As the disk has it. */
  readonly uri: string;
  readonly signature: string;
  /** The handbook that said it. Another one that the page has left has nothing more to say of it. */
  readonly by: LivingSite;
}

const nothing = "[]";

export class Delivery {
  readonly #session: Session;
  readonly #status: Status;
  readonly #prose: ProseLint;
  /** What the editor shows of each open document, by the client's URI. */
  readonly #open = new Map<string, Shown>();
  /** What was pushed for closed pages, by our URI; only what is not empty. */
  readonly #pushed = new Map<string, Pushed>();
  readonly #swept = new Map<LivingSite, SweptSite>();
  /** The files around the pages of which something was pushed. */
  readonly #files = new Map<LivingSite, ReadonlySet<FilePath>>();
  /** Pages of which the log says that not all of their links are judged. */
  readonly #cut = new Set<string>();
  /** How often the findings of an open page were put together: what a test counts. */
  looks = 0;
  #revisions = "";
  #beat: (() => void) | undefined;
  #calm: (() => void) | undefined;
  #sweep: (() => void) | undefined;
  #sweeping = false;
  #comparing = false;
  #stopped = false;

  constructor(session: Session) {
    this.#session = session;
    this.#status = new Status(session);
    this.#prose = new ProseLint(session.platform, session.workspace, () => this.#soon());
  }

  /** Something has changed: looks in a moment what of it shows. */
  changed(): void {
    this.#soon();
    if (this.#stopped) return;
    this.#sweep?.();
    this.#sweep = this.#session.platform.after(this.#session.platform.delays.sweep, () => {
      this.#sweep = undefined;
      void this.#sweepAll();
    });
  }

  opened(uri: string): void {
    if (!this.#session.workspace.isPage(uri)) return;
    const key = this.#session.workspace.documents.fileKey(uri);
    if (this.#session.client.pulls) this.#clear(key);
    else this.#takeOver(uri, key);
    this.#prose.edited(uri);
  }

  lintReconfigured(): void {
    this.#prose.reconfigured();
    this.#soon();
  }

  /** What was pushed for the closed page is shown on the open one, until something else is to be said of it. */
  #takeOver(uri: string, key: string): void {
    const pushed = this.#pushed.get(key);
    const same = pushed?.uri === uri;
    this.#open.set(uri, { version: -1, signature: (same && pushed.signature) || nothing });
    if (same) this.#pushed.delete(key);
    else this.#clear(key);
  }

  edited(uri: string): void {
    if (!this.#session.workspace.isPage(uri)) return;
    this.#prose.edited(uri);
    this.#calm?.();
    this.#calm = this.#session.platform.after(this.#session.platform.delays.calm, () => this.#soon());
  }

  closed(uri: string): void {
    this.#prose.closed(uri);
    const shown = this.#open.get(uri);
    this.#open.delete(uri);
    if (!this.#session.client.pulls && shown) void this.#send(uri, [], undefined);
  }

  /** Answers a pull: the findings, or that they are those which the client has. */
  async pull(uri: string, previous: string | undefined): Promise<DocumentDiagnosticReport> {
    const open = await this.#session.workspace.ready(uri);
    const items = open ? this.#itemsOf(open) : [];
    const signature = signatureOf(items);
    if (open) this.#open.set(uri, { version: open.document.version, signature, basis: this.#basisOf(open) });
    return previous === signature
      ? { kind: "unchanged", resultId: signature }
      : { kind: "full", resultId: signature, items };
  }

  /** Is nothing on its way to the editor? */
  get idle(): boolean {
    return !this.#beat && !this.#comparing && !this.#sweep && !this.#sweeping;
  }

  get sweptSites(): readonly SweptSite[] {
    return [...this.#swept.values()];
  }

  stop(): void {
    this.#stopped = true;
    for (const cancel of [this.#beat, this.#calm, this.#sweep]) cancel?.();
    this.#prose.stop();
  }

  #itemsOf(open: OpenPage): Diagnostic[] {
    const { platform } = this.#session;
    const { document } = open;
    this.#tellCut(document.key, open.page);
    this.looks++;
    const now = platform.now();
    const findings = knownFindings(open.living, open.site, open.page, open.config).filter(
      (finding) => !isBeingTyped(document, finding.span, now, platform.delays.calm),
    );
    return pageDiagnostics(open, findings, this.#prose.messagesOf(document));
  }

  #soon(): void {
    if (this.#stopped || this.#beat) return;
    const { platform } = this.#session;
    this.#beat = platform.after(platform.delays.refresh, () => {
      this.#beat = undefined;
      void this.#compare();
    });
  }

  /** Compares what open pages show with what they should. */
  async #compare(): Promise<void> {
    if (this.#comparing) return this.#soon();
    this.#comparing = true;
    const { workspace, client, platform } = this.#session;
    try {
      workspace.bringAll();
      if (client.pulls) await this.#refreshStale();
      else await this.#sendNew();
      this.#tellPreviews();
      this.#status.update(this.sweptSites);
    } catch (error) {
      platform.log.error(traceOf(error));
    } finally {
      this.#comparing = false;
    }
  }

  /** A client that pulls does so by itself after an edit; it is told when something else has changed what it shows. */
  async #refreshStale(): Promise<void> {
    const { workspace, connection, platform } = this.#session;
    let stale = false;
    const look = ({ uri }: OpenDocument) => {
      const shown = this.#open.get(uri);
      const open = workspace.current(uri);
      if (!open || shown?.version !== open.document.version || this.#isSettled(open, shown)) return;
      const signature = signatureOf(this.#itemsOf(open));
      if (shown.signature !== signature) stale = true;
      else this.#open.set(uri, { ...shown, basis: this.#basisOf(open) });
    };
    await inSlices(platform, workspace.documents.all(), look, () => stale || this.#stopped);
    if (stale) connection.languages.diagnostics.refresh().catch(() => platform.log.debug("No refresh."));
  }

  /** Other clients are sent what is new, once what the page links to has been looked at. */
  async #sendNew(): Promise<void> {
    const { workspace, platform } = this.#session;
    const uris = workspace.documents.all().map(({ uri }) => uri);
    await Promise.all(uris.map((uri) => workspace.ready(uri)));
    const send = (uri: string) => {
      const open = workspace.current(uri);
      const shown = this.#open.get(uri);
      if (!open || this.#isSettled(open, shown)) return;
      const items = this.#itemsOf(open);
      const signature = signatureOf(items);
      const { version } = open.document;
      if (signature !== (shown?.signature ?? nothing)) void this.#send(uri, items, version);
      this.#open.set(uri, { version, signature, basis: this.#basisOf(open) });
    };
    await inSlices(platform, uris, send, () => this.#stopped);
  }

  /** Is all that the findings of a page come from as it was when they were last looked at? */
  #isSettled(open: OpenPage, shown: Shown | undefined): boolean {
    return shown?.basis !== undefined && isSameBasis(shown.basis, this.#basisOf(open));
  }

  #basisOf({ living, page, config, document }: OpenPage): Basis {
    const { platform } = this.#session;
    return {
      living,
      revision: living.revision,
      complete: living.complete,
      surveyed: living.surveyed,
      page,
      config,
      prose: this.#prose.messagesOf(document),
      typing: isBeingEdited(document, platform.now(), platform.delays.calm),
    };
  }

  #tellPreviews(): void {
    const { workspace, connection } = this.#session;
    const revisions = workspace.allSites.map(({ root, revision }) => `${root} ${revision}`).join("\n");
    if (revisions === this.#revisions) return;
    this.#revisions = revisions;
    void connection.sendNotification(previewStaleNotification);
  }

  async #sweepAll(): Promise<void> {
    if (this.#sweeping) return this.changed();
    this.#sweeping = true;
    const { platform, workspace } = this.#session;
    try {
      workspace.bringAll();
      this.#forgetDropped();
      for (const living of workspace.sites) {
        if (!living.complete) continue;
        let swept = this.#swept.get(living);
        if (!swept) {
          swept = new SweptSite(living);
          this.#swept.set(living, swept);
        }
        const looked = await swept.sweep(platform, workspace.configOf(living.root), () => this.#stopped);
        for (const path of looked) this.#pushPage(swept, path);
        this.#pushFiles(swept);
      }
      this.#status.update(this.sweptSites);
    } catch (error) {
      platform.log.error(traceOf(error));
    } finally {
      this.#sweeping = false;
    }
  }

  #pushPage(swept: SweptSite, path: PagePath): void {
    const uri = uriOf(swept.living.site, path);
    const checked = swept.checked.get(path);
    if (checked) this.#tellCut(uri, checked.page);
    const open = this.#session.workspace.documents.ofFile(uri) !== undefined;
    const items =
      checked && !open
        ? checked.findings.map((one) => toDiagnostic(checked.page.scanned.lines, uri, one, docsOf(one.code)))
        : [];
    this.#push(uri, items, swept.living);
  }

  /** Files that are no pages are pushed, open or not: they are never pulled. */
  #pushFiles({ living, files }: SweptSite): void {
    const { site } = living;
    const before = this.#files.get(living) ?? new Set<FilePath>();
    for (const file of new Set([...before, ...files.keys()])) {
      const uri = uriOf(site, file);
      const lines = linesOf(site, file);
      const items = (files.get(file) ?? []).map((one) => toDiagnostic(lines, uri, one, docsOf(one.code)));
      this.#push(uri, items, living);
    }
    this.#files.set(living, new Set(files.keys()));
  }

  #tellCut(uri: string, page: Page): void {
    const links = page.scanned.links.length;
    if (links <= mostLinks || this.#cut.has(uri)) return;
    this.#cut.add(uri);
    this.#session.platform.log.info(
      `${uri} has ${links} links: where they lead is looked at for the first ${mostLinks}.`,
    );
  }

  /** Handbooks that are gone take their findings with them. */
  #forgetDropped(): void {
    const alive = new Set(this.#session.workspace.sites);
    for (const [living, swept] of this.#swept) {
      if (alive.has(living)) continue;
      this.#swept.delete(living);
      const files = [...swept.checked.keys(), ...(this.#files.get(living) ?? [])];
      for (const path of files) this.#push(uriOf(living.site, path), [], living);
      this.#files.delete(living);
    }
  }

  #push(uri: string, items: Diagnostic[], by: LivingSite): void {
    const key = this.#session.workspace.documents.fileKey(uri);
    const signature = signatureOf(items);
    const before = this.#pushed.get(key);
    if (signature === nothing) {
      if (before?.by === by) this.#clear(key);
      return;
    }
    this.#pushed.set(key, { uri, signature, by });
    if (signature !== before?.signature) void this.#send(uri, items, undefined);
  }

  #clear(key: string): void {
    const pushed = this.#pushed.get(key);
    this.#pushed.delete(key);
    if (pushed) void this.#send(pushed.uri, [], undefined);
  }

  #send(uri: string, diagnostics: Diagnostic[], version: number | undefined): Promise<void> {
    return this.#session.connection.sendDiagnostics({
      uri,
      diagnostics,
      ...(version !== undefined && { version }),
    });
  }
}

/** Short, and the same for the same findings: also the protocol's result id. */
function signatureOf(items: readonly Diagnostic[]): string {
  if (items.length === 0) return nothing;
  const text = JSON.stringify(items);
  let hash = 0xcbf29ce484222325n;
  let low = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
    if (i % 4096 === 4095) hash = (hash * 31n + BigInt(low >>> 0)) & 0xffffffffffffffffn;
  }
  return `${items.length}-${hash.toString(36)}-${(low >>> 0).toString(36)}-${text.length}`;
}
