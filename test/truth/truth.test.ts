// The generators' own builds judge our routes, heading ids and verdicts. Not part of the quick loop: whole handbooks are read.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Site } from "../../server/src/site/site.ts";
import { hasShared, readCorpus, shared } from "./corpus.ts";
import { linkRows, pageRows, partialRows } from "./rows.ts";
import { scoreLinks } from "./scoreLinks.ts";

const present = hasShared();
if (!present && process.env["CI"])
  throw new Error("The folder with corpora and truth is missing beside the project.");
if (!present) console.log("The folder with corpora and truth is missing: nothing is judged.");

function judge(kind: "links" | "pages", name: string, rows: readonly object[]): string {
  const folder = mkdtempSync(join(tmpdir(), "handbook-truth-"));
  try {
    const ours = join(folder, "ours.jsonl");
    writeFileSync(ours, rows.map((row) => JSON.stringify(row)).join("\n"));
    const script = join(shared, "truth/score.mjs");
    const truth = join(shared, "truth", name, `${kind}.jsonl`);
    return spawnSync(process.execPath, [script, kind, truth, ours], { encoding: "utf8" }).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** 99.5 of "agreement 99.512% (…". */
function agreement(report: string): number {
  return Number(/agreement ([\d.]+)%/.exec(report)?.[1]);
}

describe.runIf(present)("a Hugo handbook of 4,562 pages", () => {
  let site: Site;
  beforeAll(() => {
    site = readCorpus("gitlab-handbook");
  }, 120_000);

  test("routes and heading ids are those of Hugo's build", () => {
    const report = judge("pages", "gitlab-handbook", pageRows(site));
    console.log(report);
    expect(agreement(report)).toBeGreaterThan(98);
  });

  test("of the links that are broken on the site, at least 90% are reported; of the good ones, at most 1%", () => {
    const rows = linkRows(site);
    console.log(judge("links", "gitlab-handbook", rows));
    const { reported, alarmed } = scoreLinks(join(shared, "truth/gitlab-handbook/links.jsonl"), rows);
    expect(reported).toBeGreaterThan(0.9);
    expect(alarmed).toBeLessThan(0.01);
  });
});

describe.runIf(present)("the documentation of Redux, a Docusaurus site", () => {
  let site: Site;
  beforeAll(() => {
    site = readCorpus("redux-docs");
  });

  test("routes and heading ids are those of Docusaurus' build", () => {
    const report = judge("pages", "redux-docs", pageRows(site));
    console.log(report);
    expect(agreement(report)).toBe(100);
  });

  test("every link has the verdict that the build gives it", () => {
    const report = judge("links", "redux-docs", [...linkRows(site), ...partialRows(site)]);
    console.log(report);
    expect(agreement(report)).toBe(100);
    expect(report).toContain("false alarms 0, misses 0");
  });
});
