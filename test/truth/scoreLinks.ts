import { readFileSync } from "node:fs";
import type { LinkRow } from "./rows.ts";

export interface LinkScore {
  /** Share of the links broken on the site that we report. */
  readonly reported: number;
  /** Share of the links good on the site that we call broken. */
  readonly alarmed: number;
}

/** Compares by page and address, as the truth's own script does: of an address that occurs twice, one good one makes it good. */
export function scoreLinks(truthFile: string, rows: readonly LinkRow[]): LinkScore {
  const truth = new Map<string, boolean>();
  for (const line of readFileSync(truthFile, "utf8").split("\n")) {
    if (line === "") continue;
    const { page, href, verdict } = JSON.parse(line) as LinkRow;
    const key = keyOf(page, href);
    truth.set(key, isBroken(verdict) && truth.get(key) !== false);
  }
  const ours = new Map<string, boolean>();
  for (const { page, href, verdict } of rows) {
    const key = keyOf(page, href);
    ours.set(key, isBroken(verdict) || ours.get(key) === true);
  }
  const count = (broken: boolean) => [...truth].filter(([, one]) => one === broken);
  const share = (all: readonly (readonly [string, boolean])[]) =>
    all.filter(([key]) => ours.get(key) === true).length / Math.max(all.length, 1);
  return { reported: share(count(true)), alarmed: share(count(false)) };
}

function isBroken(verdict: string): boolean {
  return verdict.startsWith("missing");
}

function keyOf(page: string, href: string): string {
  try {
    return `${page}\t${decodeURI(href)}`;
  } catch {
    return `${page}\t${href}`;
  }
}
