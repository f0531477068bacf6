// The generators' own builds judge our routes, heading ids and verdicts. Not part of the quick loop: whole handbooks are read.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Site } from "../../server/src/site/site.ts";
import { hasShared, readCorpus, shared } from "./corpus.ts";
import { linkRows, pageRows, partialRows } from "./rows.ts";

const present = hasShared();
if (!present && process.env["CI"])
  throw new Error("The folder with corpora and truth is missing beside the project.");
if (!present) console.log("The folder with corpora and truth is missing: nothing is judged.");

interface Judgement {
  /** 0 where nothing disagrees. */
  readonly status: number | null;
  readonly report: string;
}

function judge(kind: "links" | "pages", name: string, rows: readonly object[]): Judgement {
  const folder = mkdtempSync(join(tmpdir(), "handbook-truth-"));
  try {
    const ours = join(folder, "ours.jsonl");
    writeFileSync(ours, rows.map((row) => JSON.stringify(row)).join("\n"));
    const script = join(shared, "truth/score.mjs");
    const truth = join(shared, "truth", name, `${kind}.jsonl`);
    const { status, stdout } = spawnSync(process.execPath, [script, kind, truth, ours], { encoding: "utf8" });
    console.log(stdout);
    return { status, report: stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.runIf(present)("a Hugo handbook of 4,562 pages", () => {
  let site: Site;
  beforeAll(() => {
    site = readCorpus("gitlab-handbook");
  }, 120_000);

  test("routes and heading ids are those of Hugo's build", () => {
    expect(judge("pages", "gitlab-handbook", pageRows(site))).toMatchObject({ status: 0 });
  });

  test("every link has the verdict of Hugo's build, and no other link is reported", () => {
    expect(judge("links", "gitlab-handbook", linkRows(site))).toMatchObject({ status: 0 });
  });
});

describe.runIf(present)("the documentation of Redux, a Docusaurus site", () => {
  let site: Site;
  beforeAll(() => {
    site = readCorpus("redux-docs");
  });

  test("routes and heading ids are those of Docusaurus' build", () => {
    expect(judge("pages", "redux-docs", pageRows(site))).toMatchObject({ status: 0 });
  });

  test("every link has the verdict that the build gives it", () => {
    const rows = [...linkRows(site), ...partialRows(site)];
    expect(judge("links", "redux-docs", rows)).toMatchObject({ status: 0 });
  });
});
