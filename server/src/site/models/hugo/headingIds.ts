// Heading ids as Hugo's goldmark gives them (markup/goldmark/autoid.go describes the three types).

import type { Heading } from "../../../markdown/markdownScan.ts";
import type { HeadingId } from "../../site.ts";
import type { HugoConfig } from "./config.ts";

type IdRules = Pick<HugoConfig, "ids" | "idsFromSource">;

/** In order: an explicit id as it is; else of the heading's last source line (older versions) or its text, `-1` and so on when taken. */
export function hugoIds(headings: readonly Heading[], config: IdRules): readonly HeadingId[] {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return headings.map((heading) => {
    const own = heading.explicitId?.id;
    const id =
      own ??
      free(sanitize(config.idsFromSource ? lastLine(heading.source) : heading.text, config), taken, next);
    taken.add(id);
    return id as HeadingId;
  });
}

function free(name: string, taken: ReadonlySet<string>, next: Map<string, number>): string {
  if (!taken.has(name)) return name;
  let number = next.get(name) ?? 1;
  while (taken.has(`${name}-${number}`)) number++;
  next.set(name, number + 1);
  return `${name}-${number}`;
}

function lastLine(source: string): string {
  return source.slice(Math.max(source.lastIndexOf("\n"), source.lastIndexOf("\r")) + 1).trim();
}

function sanitize(text: string, { ids, idsFromSource }: IdRules): string {
  const id =
    ids === "blackfriday" ? blackfriday(text) : ids === "github" ? github(text, idsFromSource) : ascii(text);
  return id || "heading";
}

/** Letters, decimal digits, `_` and `-` stay, marks too in newer versions; a space is a `-`, the rest goes. */
function github(text: string, old: boolean): string {
  const kept = text.replace(old ? /[^\p{L}\p{Nd}_ -]/gu : /[^\p{L}\p{M}\p{Nd}_ -]/gu, "");
  return lowerEach(kept).replaceAll(" ", "-");
}

/** Accents are taken off, what is not ASCII then goes. */
function ascii(text: string): string {
  return lowerEach(text.normalize("NFD").replace(/[^A-Za-z0-9_ -]/g, "")).replaceAll(" ", "-");
}

/** Letter by letter, as Go does: a final sigma stays what it is, `İ` is an `i`. */
function lowerEach(text: string): string {
  let lowered = "";
  for (const letter of text) lowered += letter === "İ" ? "i" : letter.toLowerCase();
  return lowered;
}

function blackfriday(text: string): string {
  return lowerEach(text.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, ""));
}
