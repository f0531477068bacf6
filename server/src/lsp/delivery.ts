// Brings findings to the editor, each once: open pages are pulled where the client can, closed ones are pushed when
// what is said about them has changed. Also keeps the status and the previews up to date, on the same beat.

import type { Diagnostic, DocumentDiagnosticReport } from "vscode-languageserver";
import { toDiagnostic } from "../diagnostics/toDiagnostic.ts";
import type { PagePath } from "../page/scannedPage.ts";
import { previewStaleNotification } from "../protocol.ts";
import { uriOf } from "../site/queries.ts";
import type { OpenDocument } from "../workspace/documents.ts";
import { isBeingTyped, knownFindings } from "../workspace/findings.ts";
import type { LivingSite } from "../workspace/livingSite.ts";
import { ProseLint } from "../workspace/proseLint.ts";
import { SweptSite } from "../workspace/sweep.ts";
import { canonicalUri } from "../workspace/uris.ts";
import type { OpenPage } from "../workspace/workspace.ts";
import { pageDiagnostics } from "./pageDiagnostics.ts";
import { docsOf, type Session } from "./session.ts";
import { Status } from "./status.ts";

interface Shown {
  readonly version: number;
  readonly signature: string;
  /** All that it was said of: while that is the same, it need not be looked at again. Undefined where typing holds some of it back. */
  readonly basis?: readonly unknown[] | undefined;
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
    const key = canonicalUri(uri);
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
    if (open) {
      const { version } = open.document;
      this.#open.set(uri, { version, signature, basis: this.#basisOf(open) });
    }
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
    const now = platform.now();
    const findings = knownFindings(open.living, open.site, open.page, open.config).filter(
      (finding) => !isBeingTyped(document, finding.span, now, platform.delays.calm),
    );
    return pageDiagnostics(open, findings, this.#prose.messagesOf(document));
  }

  #basisOf({ living, page, document, config }: OpenPage): readonly unknown[] | undefined {
    const { platform } = this.#session;
    const { edit } = document;
    if (edit && platform.now() - edit.at < platform.delays.calm) return undefined;
    return [page, living, living.revision, living.complete, config, this.#prose.messagesOf(document)];
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
      if (client.pulls) this.#refreshStale();
      else await this.#sendNew();
      this.#tellPreviews();
      this.#status.update(this.sweptSites);
    } catch (error) {
      platform.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    } finally {
      this.#comparing = false;
    }
  }

  /** A client that pulls does so by itself after an edit; it is told when something else has changed what it shows. */
  #refreshStale(): void {
    const { workspace, connection, platform } = this.#session;
    const stale = workspace.documents.all().some(({ uri, version }) => {
      const shown = this.#open.get(uri);
      const open = shown?.version === version ? workspace.current(uri) : undefined;
      if (!shown || !open || isSameBasis(shown.basis, this.#basisOf(open))) return false;
      return shown.signature !== signatureOf(this.#itemsOf(open));
    });
    if (stale) connection.languages.diagnostics.refresh().catch(() => platform.log.debug("No refresh."));
  }

  /** Other clients are sent what is new, once what the page links to has been looked at. */
  async #sendNew(): Promise<void> {
    const { workspace } = this.#session;
    const send = async ({ uri }: OpenDocument) => {
      const open = await workspace.ready(uri);
      if (!open || this.#stopped) return;
      const items = this.#itemsOf(open);
      const signature = signatureOf(items);
      const { version } = open.document;
      if (signature !== (this.#open.get(uri)?.signature ?? nothing)) void this.#send(uri, items, version);
      this.#open.set(uri, { version, signature });
    };
    await Promise.all(workspace.documents.all().map(send));
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
      }
      this.#status.update(this.sweptSites);
    } catch (error) {
      platform.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    } finally {
      this.#sweeping = false;
    }
  }

  #pushPage(swept: SweptSite, path: PagePath): void {
    const uri = uriOf(swept.living.site, path);
    const checked = swept.checked.get(path);
    const open = this.#session.workspace.documents.ofFile(canonicalUri(uri)) !== undefined;
    const items =
      checked && !open
        ? checked.findings.map((one) => toDiagnostic(checked.page, uri, one, docsOf(one.code)))
        : [];
    this.#push(uri, items, swept.living);
  }

  /** Handbooks that are gone take their findings with them. */
  #forgetDropped(): void {
    const alive = new Set(this.#session.workspace.sites);
    for (const [living, swept] of this.#swept) {
      if (alive.has(living)) continue;
      this.#swept.delete(living);
      for (const path of swept.checked.keys()) this.#push(uriOf(living.site, path), [], living);
    }
  }

  #push(uri: string, items: Diagnostic[], by: LivingSite): void {
    const key = canonicalUri(uri);
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

function isSameBasis(a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean {
  return a !== undefined && b !== undefined && a.every((one, at) => one === b[at]);
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
