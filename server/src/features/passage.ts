// The beginning of a page or of a section of it, as Markdown that is safe to show in a hover: words, lists and emphasis.
// No tag, image, shortcode or link gets through, whatever the page says; it is somebody else's text.

import type { Page } from "../site/site.ts";

const mostLines = 8;
const mostCharacters = 1200;

/** From below the heading (its index in the page's headings), or from the page's beginning; "" when there is nothing. */
export function passage(page: Page, text: string, heading?: number): string {
  const { headings, bodyStart } = page.scanned;
  const first = heading ?? (headings[0] && isFirstWords(page, text) ? 0 : undefined);
  const start = first === undefined ? bodyStart : (headings[first]?.span.end ?? bodyStart);
  const next = headings.find((one) => one.span.start >= start && one.level <= levelOf(page, heading));
  const end = Math.min(next?.span.start ?? text.length, start + 20_000, text.length);
  return cut(sanitised(page, text, start, end));
}

/** A page's own section ends at its second first-level heading at the soonest. */
function levelOf(page: Page, heading: number | undefined): number {
  return heading === undefined ? 1 : (page.scanned.headings[heading]?.level ?? 6);
}

/** Does the page begin with a heading (which repeats the title)? */
function isFirstWords(page: Page, text: string): boolean {
  const { headings, bodyStart } = page.scanned;
  return text.slice(bodyStart, headings[0]?.span.start ?? bodyStart).trim() === "";
}

/** A stretch of the page that is shown as something else. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
}

const dropped: readonly string[] = ["comment", "shortcode", "expression"];
const kept: readonly string[] = ["fenced-code", "indented-code", "code-span"];

/** Links become their text, images and comments go, code stays; then nothing is left that begins a tag, link or shortcode. */
function sanitised(page: Page, text: string, start: number, end: number): string {
  const replacements = [...replacementsOf(page, text)].filter((one) => one.start >= start && one.end <= end);
  replacements.sort((a, b) => a.start - b.start || b.end - a.end);
  let result = "";
  let from = start;
  for (const one of replacements) {
    if (one.start < from) continue;
    result += plain(text.slice(from, one.start)) + one.shown;
    from = one.end;
  }
  return result + plain(text.slice(from, end));
}

function* replacementsOf({ scanned }: Page, text: string): Generator<Replacement> {
  for (const link of scanned.links) {
    if (link.kind !== "attribute") yield { ...link.span, shown: link.image ? "" : plain(link.text) };
  }
  for (const { kind, span } of scanned.opaque) {
    if (dropped.includes(kind)) yield { ...span, shown: "" };
    if (kept.includes(kind)) yield { ...span, shown: text.slice(span.start, span.end) };
  }
  for (const { span } of scanned.shortcodes) yield { ...span, shown: "" };
}

/** Tags and definitions go, and so that nothing becomes one, every bracket that could begin something is escaped. */
function plain(text: string): string {
  return text
    .replace(/^[ \t]*(?:import|export)\s.*$/gm, "")
    .replace(/^[ \t]{0,3}\[[^\]\n]{1,200}\]:.*$/gm, "")
    .replace(/<\/?[A-Za-z!][^<>\n]{0,500}>/g, "")
    .replace(/\\?[<[\]]/g, (found) => `\\${found.at(-1)}`)
    .replace(/&(?=#?\w{1,20};)/g, "&amp;")
    .replace(/\b(?:https?|command|file|vscode|javascript|data):/gi, (scheme) => scheme.replace(":", "\\:"));
}

function cut(text: string): string {
  const lines: string[] = [];
  let blank = true;
  let shown = 0;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const empty = line.trim() === "";
    if (empty && blank) continue;
    if (!empty && ++shown > mostLines) return `${closed(lines)}\n\n…`;
    lines.push(line.slice(0, mostCharacters).trimEnd());
    blank = empty;
  }
  return closed(lines);
}

/** A code fence that the cut left open is closed. */
function closed(lines: readonly string[]): string {
  const kept = lines
    .join("\n")
    .trim()
    .slice(0, mostCharacters * 2);
  const fences = kept.match(/^[ \t>]*(?:```+|~~~+)/gm) ?? [];
  return fences.length % 2 === 1 ? `${kept}\n${fences.at(-1)?.trim() ?? "```"}` : kept;
}
