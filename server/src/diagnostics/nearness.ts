// Could one written name be a slip of another? Judges the few candidates that a query has found already, and is never
// run over a whole handbook.

import { closeness } from "../site/closeness.ts";

/** Strokes (leave out, put in, change, swap two neighbours) that make one of the other, case aside. */
export function distance(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return Math.round((1 - closeness(a.toLowerCase(), b.toLowerCase())) * longest);
}

/**
 * At most one stroke in five of the longer, and at least one. Of two paths only what they do not share counts, or long
 * folders would make all their pages alike.
 */
export function isNear(a: string, b: string): boolean {
  const [from, to] = differing(a.split("/"), b.split("/"));
  return distance(from, to) <= Math.max(1, Math.max(from.length, to.length) / 5);
}

function differing(a: readonly string[], b: readonly string[]): readonly [string, string] {
  const shorter = Math.min(a.length, b.length);
  let first = 0;
  while (first < shorter && a[first] === b[first]) first++;
  let last = 0;
  while (last < shorter - first && a.at(-1 - last) === b.at(-1 - last)) last++;
  return [a.slice(first, a.length - last).join("/"), b.slice(first, b.length - last).join("/")];
}
