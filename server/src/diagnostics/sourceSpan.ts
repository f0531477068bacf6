// Where a part of a destination's value stands in the page: the value has Markdown's escapes and entities decoded, the
// source has not. Nothing here splits a destination; that is site/destination.ts.

import type { Destination } from "../markdown/markdownScan.ts";
import type { Span } from "../text/span.ts";

/** For `[a](/x\_y#z)` and the offsets of `z` in the value `/x_y#z`: the span of that `z` in the page. */
export function sourceSpan(destination: Destination, from: number, to: number): Span {
  const { raw, value, span } = destination;
  if (raw === value) return { start: span.start + from, end: span.start + to };
  // `www.example.com` in running text: the value has a scheme that the source has not.
  const added = value.length - raw.length;
  if (added > 0 && value.endsWith(raw))
    return { start: span.start + Math.max(from - added, 0), end: span.start + Math.max(to - added, 0) };
  let inRaw = 0;
  let inValue = 0;
  let start = from === 0 ? skipped(raw, value) : undefined;
  while (inRaw < raw.length && inValue < to) {
    const step = stepAt(raw, inRaw, value, inValue);
    if (inValue >= from && step.value > 0) start ??= inRaw;
    inRaw += step.raw;
    inValue += step.value;
  }
  return { start: span.start + (start ?? inRaw), end: span.start + inRaw };
}

/** White space that an attribute's value begins with in the source only. */
function skipped(raw: string, value: string): number {
  const space = raw.length - raw.trimStart().length;
  return /^\s/.test(value) ? 0 : space;
}

interface Step {
  readonly raw: number;
  readonly value: number;
}

const entity = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/;
const escapable = /^[!-/:-@[-`{-~]$/;

/** How far one character of the value reaches in the source. */
function stepAt(raw: string, inRaw: number, value: string, inValue: number): Step {
  const here = raw.charAt(inRaw);
  const next = raw.charAt(inRaw + 1);
  if (here === "\\" && escapable.test(next) && next === value[inValue]) return { raw: 2, value: 1 };
  const written = here === "&" ? entity.exec(raw.slice(inRaw, inRaw + 36))?.[0] : undefined;
  if (written && !value.startsWith(written, inValue))
    return { raw: written.length, value: (value.codePointAt(inValue) ?? 0) > 0xffff ? 2 : 1 };
  const encoded = encodedStep(raw, inRaw, value, inValue);
  if (encoded) return encoded;
  return { raw: 1, value: here === value[inValue] ? 1 : 0 };
}

/** A wiki's name has signs of its own that are percent-encoded in the value only: `[[What now?]]`. */
function encodedStep(raw: string, inRaw: number, value: string, inValue: number): Step | undefined {
  if (value[inValue] !== "%" || !/[%?:{\\]/.test(raw.charAt(inRaw))) return undefined;
  const encoded = encodeURIComponent(raw.charAt(inRaw));
  if (!value.startsWith(encoded, inValue) || raw.startsWith(encoded, inRaw)) return undefined;
  return { raw: 1, value: encoded.length };
}
