// A page's sections: each heading with all that stands below it, down to the next heading of its level or above.

import type { Heading } from "../markdown/markdownScan.ts";
import type { Page } from "../site/site.ts";

/** Offset at which the section of each heading ends, at the same index. Found in one pass: a page may have ten thousand. */
export function endsOfSections(page: Page): readonly number[] {
  const { headings, lines } = page.scanned;
  let ends = known.get(headings);
  if (!ends) {
    ends = findEnds(headings, lines.length);
    known.set(headings, ends);
  }
  return ends;
}

const known = new WeakMap<readonly Heading[], readonly number[]>();

function findEnds(headings: readonly Heading[], length: number): readonly number[] {
  const ends = headings.map(() => length);
  const open: number[] = [];
  headings.forEach((heading, at) => {
    for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
      if ((headings[last]?.level ?? 0) < heading.level) break;
      ends[last] = heading.span.start;
      open.pop();
    }
    open.push(at);
  });
  return ends;
}
