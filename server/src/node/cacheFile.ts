// The form of the cache on the disk: one file of packs for each reading, as they lie in memory, and one that says which
// page of which pack belongs to which file. Whatever is not just as it was written is taken for nothing.

import { createHash } from "node:crypto";
import type { PackedPages } from "../page/packPages.ts";

interface PackHead {
  /** Numbers of words in each array, and bytes of text. */
  readonly directory: number;
  readonly numbers: number;
  readonly ends: number;
  readonly text: number;
  readonly encoding: "latin1" | "utf16le";
  readonly shapes: PackedPages["shapes"];
}

/** The pieces of a file of packs, in order: a check sum, the length of the heads, the heads, then each pack's arrays and text. */
export function writePacks(packs: readonly PackedPages[]): readonly Uint8Array[] {
  const heads: PackHead[] = [];
  const pieces: Uint8Array[] = [];
  for (const { directory, numbers, ends, text, shapes } of packs) {
    const encoding = isLatin(text) ? "latin1" : "utf16le";
    const bytes = Buffer.from(text, encoding);
    heads.push({
      directory: directory.length,
      numbers: numbers.length,
      ends: ends.length,
      text: bytes.length,
      encoding,
      shapes,
    });
    pieces.push(bytesOf(directory), bytesOf(numbers), bytesOf(ends), padded(bytes));
  }
  const head = padded(Buffer.from(JSON.stringify(heads)), " ");
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const rest = [length, head, ...pieces];
  return [checkSum(rest), ...rest];
}

/** Undefined for a file that is not whole. */
export function readPacks(file: Buffer): readonly PackedPages[] | undefined {
  const sum = sumLength;
  if (file.length < sum + 4 || !checkSum([file.subarray(sum)]).equals(file.subarray(0, sum)))
    return undefined;
  const length = file.readUInt32LE(sum);
  const heads = JSON.parse(file.toString("utf8", sum + 4, sum + 4 + length)) as readonly PackHead[];
  let at = sum + 4 + length;
  const words = (count: number) => {
    const array = new Int32Array(file.buffer, file.byteOffset + at, count);
    at += count * 4;
    return array;
  };
  return heads.map(({ directory, numbers, ends, text, encoding, shapes }) => {
    const arrays = { directory: words(directory), numbers: words(numbers), ends: words(ends) };
    const read = file.toString(encoding, at, at + text);
    at += paddedLength(text);
    return { ...arrays, text: read, shapes };
  });
}

const sumLength = 20;

function checkSum(pieces: readonly Uint8Array[]): Buffer {
  const hash = createHash("sha1");
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
}

function bytesOf(array: Int32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

/** Arrays of words begin at multiples of four. */
function padded(bytes: Buffer, filling = "\0"): Buffer {
  const rest = paddedLength(bytes.length) - bytes.length;
  return rest === 0 ? bytes : Buffer.concat([bytes, Buffer.from(filling.repeat(rest))]);
}

function paddedLength(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function isLatin(text: string): boolean {
  return !/[^\0-\xff]/.test(text);
}
