// Scanned pages as a few flat arrays and one string: what a thread hands to another without copying objects, what the
// cache keeps on the disk, and what the index of a large handbook holds in memory. Read back by unpackPage.ts.

import type { ScannedPage } from "./scannedPage.ts";

/** Many pages, packed together. Strings that are equal are kept once. */
export interface PackedPages {
  /** For each page, for each of `packedFields`: where its value begins in `numbers`. */
  readonly directory: Int32Array;
  /** The values: words as `unpackPage.ts` reads them. */
  readonly numbers: Int32Array;
  /** All strings, one after the other. */
  readonly text: string;
  /** Where each string ends in `text`. */
  readonly ends: Int32Array;
  /** The keys of each shape of object, in order. */
  readonly shapes: readonly (readonly string[])[];
}

/** The parts of a page that are packed one by one, so that each can be read alone; `path` and `syntax` are its owner's to keep. */
export const packedFields = [
  "headings",
  "links",
  "definitions",
  "undefinedReferences",
  "nearLinks",
  "anchors",
  "opaque",
  "shortcodes",
  "components",
  "imports",
  "exports",
  "terms",
  "footnotes",
  "frontmatter",
  "frontmatterProblems",
  "bodyStart",
  "mojibake",
  "excerpt",
] as const satisfies readonly (keyof ScannedPage)[];

/** In the directory, the line index stands behind the packed fields. */
export const wordsPerPage = packedFields.length + 1;

/** What the lowest three bits of a word say of the rest of it. */
export const tags = {
  /** The number itself. */
  integer: 0,
  /** Place in the table of strings. */
  string: 1,
  /** A shape; its values follow. */
  object: 2,
  /** How many; the items follow. */
  list: 3,
  /** Place in `constants`. */
  constant: 4,
  /** A number that does not fit: place of its decimal form in the table of strings. */
  number: 5,
} as const;

export const constants = [undefined, null, false, true] as const;

/** Integers beyond this are written as text. */
const largest = 2 ** 28 - 1;

/** Longer strings are not looked up: hashing them costs more than they save. */
const longestShared = 120;

/** Takes in pages one by one. */
export class PagePacker {
  readonly #directory: number[] = [];
  #numbers = new Int32Array(1 << 14);
  #length = 0;
  readonly #strings = new Map<string, number>();
  readonly #parts: string[] = [];
  readonly #ends: number[] = [];
  #end = 0;
  readonly #shapes: (readonly string[])[] = [];
  readonly #root = newShape("", undefined);
  /** The last string, which often stands twice: a destination that needed no decoding, a heading without marks. */
  #last = "";
  #lastAt = -1;

  /** Words taken so far: a measure of when a pack is large enough. */
  get size(): number {
    return this.#length;
  }

  get pages(): number {
    return this.#directory.length / wordsPerPage;
  }

  /** Throws a RangeError for values that are nested more deeply than the stack goes; nothing of the page is then taken in. */
  add(page: ScannedPage): void {
    const length = this.#length;
    const starts: number[] = [];
    try {
      for (const field of packedFields) {
        starts.push(this.#length);
        this.#value(page[field]);
      }
      starts.push(this.#length);
      this.#lines(page.lines.starts, page.lines.length);
    } catch (error) {
      this.#length = length;
      throw error;
    }
    for (const start of starts) this.#directory.push(start);
  }

  end(): PackedPages {
    return {
      directory: Int32Array.from(this.#directory),
      numbers: this.#numbers.slice(0, this.#length),
      text: this.#parts.join(""),
      ends: Int32Array.from(this.#ends),
      shapes: this.#shapes,
    };
  }

  #value(value: unknown): void {
    switch (typeof value) {
      case "number":
        if (Number.isInteger(value) && Math.abs(value) <= largest && !Object.is(value, -0))
          this.#put((value << 3) | tags.integer);
        else this.#put((this.#string(Object.is(value, -0) ? "-0" : String(value)) << 3) | tags.number);
        return;
      case "string":
        this.#put((this.#string(value) << 3) | tags.string);
        return;
      case "object":
        if (value === null) break;
        if (Array.isArray(value)) this.#list(value);
        else this.#object(value as Readonly<Record<string, unknown>>);
        return;
    }
    this.#put((constants.indexOf(value as undefined) << 3) | tags.constant);
  }

  #list(items: readonly unknown[]): void {
    this.#put((items.length << 3) | tags.list);
    for (let i = 0; i < items.length; i++) this.#value(items[i]);
  }

  /** Its shape is known when its values are written. All of a page is plain data, so that `in` has its own keys alone, and V8 their places. */
  #object(value: Readonly<Record<string, unknown>>): void {
    const place = this.#length;
    this.#put(0);
    let shape = this.#root;
    for (const key in value) {
      shape = shape.latest?.key === key ? shape.latest : this.#longer(shape, key);
      this.#value(value[key]);
    }
    shape.at ??= this.#shapes.push(keysOf(shape)) - 1;
    this.#numbers[place] = (shape.at << 3) | tags.object;
  }

  #longer(shape: Shape, key: string): Shape {
    let longer = shape.longer.get(key);
    if (!longer) {
      longer = newShape(key, shape);
      shape.longer.set(key, longer);
    }
    shape.latest = longer;
    return longer;
  }

  #string(text: string): number {
    if (this.#lastAt >= 0 && text === this.#last) return this.#lastAt;
    const shared = text.length <= longestShared;
    const at = (shared ? this.#strings.get(text) : undefined) ?? this.#newString(text, shared);
    this.#last = text;
    this.#lastAt = at;
    return at;
  }

  #newString(text: string, shared: boolean): number {
    this.#end += text.length;
    this.#parts.push(text);
    const at = this.#ends.push(this.#end) - 1;
    if (shared) this.#strings.set(text, at);
    return at;
  }

  #lines(starts: Uint32Array, length: number): void {
    this.#reserve(starts.length + 2);
    this.#numbers[this.#length++] = length;
    this.#numbers[this.#length++] = starts.length;
    this.#numbers.set(starts, this.#length);
    this.#length += starts.length;
  }

  #put(word: number): void {
    if (this.#length === this.#numbers.length) this.#reserve(1);
    this.#numbers[this.#length++] = word;
  }

  #reserve(words: number): void {
    if (this.#length + words <= this.#numbers.length) return;
    const larger = new Int32Array(Math.max(this.#numbers.length * 2, this.#length + words));
    larger.set(this.#numbers.subarray(0, this.#length));
    this.#numbers = larger;
  }
}

/** The keys that an object begins with, and those that have come after them. */
interface Shape {
  readonly key: string;
  readonly before: Shape | undefined;
  readonly longer: Map<string, Shape>;
  /** The one that was asked for last, and nearly always is next. */
  latest: Shape | undefined;
  /** Place in the table of shapes, when an object has just these keys. */
  at: number | undefined;
}

function newShape(key: string, before: Shape | undefined): Shape {
  return { key, before, longer: new Map(), latest: undefined, at: undefined };
}

function keysOf(shape: Shape): readonly string[] {
  const keys: string[] = [];
  for (let at = shape; at.before; at = at.before) keys.unshift(at.key);
  return keys;
}
