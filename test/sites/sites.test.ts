// Each conformance site beside what its real generator built of it: every page with its route and heading ids, every
// link with its verdict. The golden files are made by `npm run sites:build -- NAME`.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readSite } from "../truth/corpus.ts";
import { linkRows, pageRows } from "../truth/rows.ts";

const here = fileURLToPath(new URL("./", import.meta.url));
const names = readdirSync(here).filter((name) => existsSync(join(here, name, "golden")));

interface Row {
  readonly page: string;
  readonly route?: string;
  readonly heading_ids?: readonly string[];
  readonly href?: string;
  readonly verdict?: string;
}

/** What the golden file says, as lines that can be compared; a row's note of where it comes from left out. */
function golden(name: string, kind: "pages" | "links"): readonly string[] {
  return readFileSync(join(here, name, "golden", `${kind}.jsonl`), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => lineOf(JSON.parse(line) as Row));
}

function lineOf({ page, route, heading_ids, href, verdict }: Row): string {
  return href === undefined
    ? `${page} ${route} ${heading_ids?.join(" ")}`.trim()
    : `${page} ${href} ${verdict}`;
}

/** One page may show a link twice, and some generators drop a repeated one: each different row counts once. */
const distinct = (lines: readonly string[]) => [...new Set(lines)].sort();

describe.each(names)("%s", (name) => {
  const site = readSite(join(here, name, "site"));

  test("pages, routes and heading ids are those of the generator's build", () => {
    expect(distinct(pageRows(site).map(lineOf))).toEqual(distinct(golden(name, "pages")));
  });

  test("every link has the verdict that the generator's build gives it", () => {
    const ours = linkRows(site).filter(({ kind, verdict }) => kind === "link" && verdict !== "external");
    expect(distinct(ours.map(lineOf))).toEqual(distinct(golden(name, "links")));
  });
});
