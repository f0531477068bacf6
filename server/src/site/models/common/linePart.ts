import type { ScannedPage } from "../../../page/scannedPage.ts";
import type { Span } from "../../../text/span.ts";

/** The stretch of a file from one line to another, both counted from 1 and shown; to its end without the latter. */
export function linePart(first: number, last: number | undefined): (file: ScannedPage) => Span {
  return ({ lines: { starts, length } }) => ({
    start: starts[Math.max(0, first - 1)] ?? length,
    end: last === undefined ? length : (starts[last] ?? length),
  });
}
