// Lints the prose of open pages when their author pauses, one page after the other, and keeps what was said for the text
// that it was said of. A run whose text has changed meanwhile is dropped.

import type { LintNote } from "../lint/lintConfig.ts";
import type { LintMessage } from "../lint/lintPage.ts";
import { isMdx } from "../markdown/syntax.ts";
import type { OpenDocument } from "./documents.ts";
import type { Platform } from "./platform.ts";
import { traceOf } from "./traceOf.ts";
import { uriBelow } from "./uris.ts";
import type { Workspace } from "./workspace.ts";

interface Linted {
  readonly text: string;
  readonly messages: readonly LintMessage[];
}

const nothing: readonly LintMessage[] = [];

export class ProseLint {
  readonly #platform: Platform;
  readonly #workspace: Workspace;
  readonly #changed: () => void;
  /** By the client's URI. */
  readonly #linted = new Map<string, Linted>();
  /** What the log says of each configuration, by its URI. */
  readonly #told = new Map<string, string>();
  readonly #waiting = new Map<string, () => void>();
  #work: Promise<void> = Promise.resolve();

  constructor(platform: Platform, workspace: Workspace, changed: () => void) {
    this.#platform = platform;
    this.#workspace = workspace;
    this.#changed = changed;
  }

  /** The page was opened, edited, or its settings changed: it is linted after a pause. */
  edited(uri: string): void {
    this.#waiting.get(uri)?.();
    const cancel = this.#platform.after(this.#platform.delays.lint, () => {
      this.#waiting.delete(uri);
      this.#work = this.#work.then(() => this.#lint(uri)).catch((error: unknown) => this.#log(uri, error));
    });
    this.#waiting.set(uri, cancel);
  }

  /** How prose is linted has changed: nothing that was said holds, and every open page is linted anew. */
  reconfigured(): void {
    this.#linted.clear();
    for (const { uri } of this.#workspace.documents.all()) this.edited(uri);
  }

  closed(uri: string): void {
    this.#waiting.get(uri)?.();
    this.#waiting.delete(uri);
    this.#linted.delete(uri);
  }

  /** What was said of the document's present text; nothing while it is being edited. */
  messagesOf(document: OpenDocument): readonly LintMessage[] {
    const linted = this.#linted.get(document.uri);
    return linted?.text === document.text ? linted.messages : nothing;
  }

  stop(): void {
    for (const cancel of this.#waiting.values()) cancel();
    this.#waiting.clear();
  }

  async #lint(uri: string): Promise<void> {
    const open = await this.#workspace.ready(uri);
    if (!open) return;
    const { document, page, config } = open;
    const messages = config.lint.enable
      ? await this.#messagesFor(page.path, document, isMdx(page.scanned.syntax))
      : [];
    if (this.#workspace.documents.get(uri)?.text !== document.text) return;
    this.#linted.set(uri, { text: document.text, messages: messages.length > 0 ? messages : nothing });
    this.#changed();
  }

  async #messagesFor(path: string, document: OpenDocument, mdx: boolean): Promise<readonly LintMessage[]> {
    const [{ lintPage }, { findLintConfig }] = await Promise.all([
      import("../lint/lintPage.ts"),
      import("../lint/lintConfig.ts"),
    ]);
    await this.#platform.pause();
    const around = await this.#workspace.lintTexts(document.key);
    const config = around && findLintConfig(around.path, around.texts);
    if (config) this.#tell(uriBelow(around.root, config.path), config.notes);
    return lintPage({ path, text: document.text, mdx, config });
  }

  /** What of a configuration is left out is said in the log, once as long as it is the same. */
  #tell(uri: string, notes: readonly LintNote[]): void {
    const said = notes.map(({ message }) => message).join("\n");
    if (said === (this.#told.get(uri) ?? "")) return;
    this.#told.set(uri, said);
    for (const { message } of notes) this.#platform.log.warn(`${uri}: ${message}`);
  }

  #log(uri: string, error: unknown): void {
    this.#platform.log.error(`Linting ${uri}: ${traceOf(error)}`);
  }
}
