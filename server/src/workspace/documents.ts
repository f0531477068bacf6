// The buffers that the editor has open. They lie over the files: what an author has typed counts, not what is saved.
// The same page can be open under two spellings of its URI; the one changed last is then the page's text.

import { TextDocument, type TextDocumentContentChangeEvent } from "vscode-languageserver-textdocument";
import type { Span } from "../text/span.ts";
import { canonicalUri } from "./uris.ts";

export interface OpenDocument {
  /** As the client writes it. */
  readonly uri: string;
  /** In our spelling: the same for all documents of one file. */
  readonly key: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  /** The place of the latest edit in the text now, and when it was made; undefined right after opening. */
  readonly edit: { readonly span: Span; readonly at: number } | undefined;
}

interface Opened {
  readonly buffer: TextDocument;
  readonly document: OpenDocument;
}

export class Documents {
  /** By the client's URI. In the order of their latest change, the last one last. */
  readonly #opened = new Map<string, Opened>();
  readonly #foldsCase: boolean;

  /** `foldsCase`: is `A.md` the same file as `a.md`? */
  constructor(foldsCase: boolean) {
    this.#foldsCase = foldsCase;
  }

  open(uri: string, languageId: string, version: number, text: string): OpenDocument {
    const buffer = TextDocument.create(uri, languageId, version, text);
    const document = { uri, key: canonicalUri(uri), languageId, version, text, edit: undefined };
    return this.#put({ buffer, document });
  }

  /** Applies an editor's changes; undefined for a document that is not open. */
  change(
    uri: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
    at: number,
  ): OpenDocument | undefined {
    const opened = this.#opened.get(uri);
    if (!opened) return;
    const { buffer } = opened;
    let edit: OpenDocument["edit"];
    for (const change of changes) {
      const start = "range" in change ? buffer.offsetAt(change.range.start) : undefined;
      TextDocument.update(buffer, [change], version);
      edit = start === undefined ? undefined : { span: { start, end: start + change.text.length }, at };
    }
    return this.#put({ buffer, document: { ...opened.document, version, text: buffer.getText(), edit } });
  }

  close(uri: string): OpenDocument | undefined {
    const document = this.#opened.get(uri)?.document;
    this.#opened.delete(uri);
    return document;
  }

  get(uri: string): OpenDocument | undefined {
    return this.#opened.get(uri)?.document;
  }

  /** The same for all URIs of one file, and for nothing but to be compared. */
  fileKey(uri: string): string {
    const key = canonicalUri(uri);
    return this.#foldsCase ? key.toLowerCase() : key;
  }

  /** The document of a file whose text counts. */
  ofFile(uri: string): OpenDocument | undefined {
    const wanted = this.fileKey(uri);
    return this.all().findLast(({ key }) => (this.#foldsCase ? key.toLowerCase() : key) === wanted);
  }

  all(): readonly OpenDocument[] {
    return [...this.#opened.values()].map(({ document }) => document);
  }

  #put(opened: Opened): OpenDocument {
    this.#opened.delete(opened.document.uri);
    this.#opened.set(opened.document.uri, opened);
    return opened.document;
  }
}
