// A page that is packed, read as a scanned page: each of its parts is made when it is asked for, and may be forgotten
// again when memory is wanted elsewhere. So the index of a whole handbook is small, and a page in use is like any other. What is
// read again are other objects: headings and links are compared by their places.

import type { MarkdownSyntax } from "../markdown/syntax.ts";
import type { LineIndex } from "../text/lineIndex.ts";
import { constants, type PackedPages, packedFields, tags, wordsPerPage } from "./packPages.ts";
import type { PagePath, ScannedPage } from "./scannedPage.ts";

/** The page at a place in the pack. `path` and `syntax` are those that it was scanned with. */
export function unpackPage(
  pack: PackedPages,
  at: number,
  path: PagePath,
  syntax: MarkdownSyntax,
): ScannedPage {
  return new PackedPage(pack, at * wordsPerPage, path, syntax);
}

type Field = (typeof packedFields)[number];

class PackedPage implements ScannedPage {
  readonly path: PagePath;
  readonly syntax: MarkdownSyntax;
  readonly #pack: PackedPages;
  readonly #at: number;
  /** What was read of it, for as long as somebody has it. */
  readonly #read: (WeakRef<object> | undefined)[] = [];
  #lines: LineIndex | undefined;

  constructor(pack: PackedPages, at: number, path: PagePath, syntax: MarkdownSyntax) {
    this.#pack = pack;
    this.#at = at;
    this.path = path;
    this.syntax = syntax;
  }

  get headings() {
    return this.#field(0, "headings");
  }
  get links() {
    return this.#field(1, "links");
  }
  get definitions() {
    return this.#field(2, "definitions");
  }
  get undefinedReferences() {
    return this.#field(3, "undefinedReferences");
  }
  get nearLinks() {
    return this.#field(4, "nearLinks");
  }
  get anchors() {
    return this.#field(5, "anchors");
  }
  get opaque() {
    return this.#field(6, "opaque");
  }
  get shortcodes() {
    return this.#field(7, "shortcodes");
  }
  get components() {
    return this.#field(8, "components");
  }
  get imports() {
    return this.#field(9, "imports");
  }
  get exports() {
    return this.#field(10, "exports");
  }
  get terms() {
    return this.#field(11, "terms");
  }
  get footnotes() {
    return this.#field(12, "footnotes");
  }
  get frontmatter() {
    return this.#field(13, "frontmatter");
  }
  get frontmatterProblems() {
    return this.#field(14, "frontmatterProblems");
  }
  get bodyStart() {
    return this.#field(15, "bodyStart");
  }
  get mojibake() {
    return this.#field(16, "mojibake");
  }
  get excerpt() {
    return this.#field(17, "excerpt");
  }

  /** A view of the pack: nothing is copied. */
  get lines(): LineIndex {
    if (this.#lines) return this.#lines;
    const { directory, numbers } = this.#pack;
    const at = directory[this.#at + packedFields.length] ?? 0;
    const [length = 0, count = 0] = [numbers[at], numbers[at + 1]];
    const starts = new Uint32Array(numbers.buffer, numbers.byteOffset + (at + 2) * 4, count);
    this.#lines = { starts, length };
    return this.#lines;
  }

  #field<Name extends Field>(index: number, name: Name): ScannedPage[Name] {
    const known = this.#read[index]?.deref();
    if (known) return known as ScannedPage[Name];
    const start = this.#pack.directory[this.#at + index] ?? 0;
    // What is remembered with a page's links is not another page's.
    if (name !== "links" && this.#pack.numbers[start] === emptyList)
      return nothing as unknown as ScannedPage[Name];
    const value = new Cursor(this.#pack, start).next();
    if (typeof value === "object" && value !== null) this.#read[index] = new WeakRef(value);
    return value as ScannedPage[Name];
  }
}

const nothing: readonly never[] = Object.freeze([]);
const emptyList = tags.list;

/** Reads values from a place on. */
class Cursor {
  readonly #pack: PackedPages;
  #at: number;

  constructor(pack: PackedPages, at: number) {
    this.#pack = pack;
    this.#at = at;
  }

  next(): unknown {
    const word = this.#pack.numbers[this.#at++] ?? 0;
    const rest = word >> 3;
    switch (word & 7) {
      case tags.integer:
        return rest;
      case tags.string:
        return this.#string(rest);
      case tags.object:
        return this.#object(this.#pack.shapes[rest] ?? []);
      case tags.list:
        return this.#list(rest);
      case tags.number:
        return Number(this.#string(rest));
      default:
        return constants[rest];
    }
  }

  #list(length: number): unknown {
    const items: unknown[] = [];
    for (let i = 0; i < length; i++) items.push(this.next());
    return items;
  }

  #object(keys: readonly string[]): unknown {
    const value: Record<string, unknown> = {};
    for (const key of keys) {
      // A key named so is the author's own, of a shape that no prototype may come of.
      if (key === "__proto__")
        Object.defineProperty(value, key, {
          value: this.next(),
          enumerable: true,
          writable: true,
          configurable: true,
        });
      else value[key] = this.next();
    }
    return value;
  }

  #string(at: number): string {
    const { text, ends } = this.#pack;
    return text.slice(at === 0 ? 0 : ends[at - 1], ends[at]);
  }
}
