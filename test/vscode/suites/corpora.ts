// Real handbooks in the real VS Code: nothing crashes, every request is answered, and what the Problems panel says
// about links agrees with what the site's own build says (../shared/truth). One corpus a run, named by HANDBOOK_CORPUS.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import * as vscode from "vscode";
import { codeOf, fileAt, open, until } from "../support/editor.ts";
import { untilIndexed } from "../support/handbook.ts";
import { runMocha } from "../support/mocha.ts";

const broken = new Set(["link-missing-page", "link-missing-anchor", "link-missing-file"]);
/** Longest that one request may take on a corpus before it counts as unanswered. */
const patience = 10_000;

export const run = () =>
  runMocha(() => {
    const name = process.env["HANDBOOK_CORPUS"];
    suite(`the corpus ${name}`, () => {
      let pages: readonly vscode.Uri[] = [];

      test("is indexed after one page was opened", async function () {
        this.timeout(120_000);
        pages = await vscode.workspace.findFiles("**/*.md");
        const first = pages[0];
        assert.ok(first);
        const started = Date.now();
        await open(first);
        await untilIndexed.call(this);
        console.log(`indexed ${pages.length} pages after ${Date.now() - started} ms`);
      });

      test("gets an answer to every request on a sample of its pages", async function () {
        this.timeout(180_000);
        const step = Math.max(1, Math.floor(pages.length / 25));
        for (let i = 0; i < pages.length; i += step) {
          const page = pages[i];
          if (page) await askEverything(page);
        }
      });

      test("is judged as the site's own build judges it", async function () {
        this.timeout(120_000);
        const file = process.env["HANDBOOK_TRUTH"];
        // Nobody has built the site of the first; the truth about the other may be missing on a contributor's machine.
        if (!file && (name === "sourcegraph-handbook" || !process.env["CI"])) this.skip();
        assert.ok(file, `no truth for ${name} in ../shared/truth`);
        await until("the problems of the whole handbook to settle", settled, 60_000);
        const { reported, missed, good, alarms, samples } = compare(file);
        console.log(
          `broken: ${reported} reported, ${missed} missed; good: ${good}, called broken: ${alarms}`,
        );
        console.log(samples.join("\n"));
        assert.ok(reported / (reported + missed) >= 0.9, "less than 90 % of the broken links were reported");
        assert.ok(alarms / good <= 0.01, "more than 1 % of the good links were called broken");
      });

      test("shows problems on pages that nobody opened", async () => {
        const closed = vscode.languages.getDiagnostics().filter(([uri, all]) => {
          return all.length > 0 && !vscode.workspace.textDocuments.some((one) => one.uri.path === uri.path);
        });
        assert.ok(closed.length > 0);
      });
    });
  });

let since = Date.now();
let seen = false;
vscode.languages.onDidChangeDiagnostics(() => {
  since = Date.now();
  seen = true;
});
/** No change in anyone's problems for three seconds. Asking for all of them over and over would hold up the host. */
const settled = () => seen && Date.now() - since > 3000;

async function askEverything(page: vscode.Uri): Promise<void> {
  const { document } = await open(page);
  const at = document.positionAt(Math.max(0, document.getText().indexOf("](") + 3));
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  for (const [name, ...args] of [
    ["vscode.executeHoverProvider", at],
    ["vscode.executeDefinitionProvider", at],
    ["vscode.executeCompletionItemProvider", at],
    ["vscode.executeLinkProvider"],
    ["vscode.executeCodeActionProvider", whole],
  ] as const) {
    const answer = vscode.commands.executeCommand(name, document.uri, ...args);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((_, failed) => {
      timer = setTimeout(() => failed(new Error(`${name} on ${page.path} was not answered`)), patience);
    });
    await Promise.race([answer, late]);
    clearTimeout(timer);
  }
}

interface TruthRow {
  readonly page: string;
  readonly href: string;
  readonly verdict: string;
}

function groupBy(rows: readonly TruthRow[], key: "page" | "href"): ReadonlyMap<string, readonly TruthRow[]> {
  const groups = new Map<string, TruthRow[]>();
  for (const row of rows) {
    const group = groups.get(row[key]);
    if (group) group.push(row);
    else groups.set(row[key], [row]);
  }
  return groups;
}

/** A link is reported when a finding lies within its address as it stands on the page. */
function compare(file: string) {
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as TruthRow);
  const byPage = groupBy(rows, "page");
  const result = { reported: 0, missed: 0, good: 0, alarms: 0, samples: [] as string[] };
  for (const [path, links] of byPage) {
    const uri = fileAt(path);
    if (!existsSync(uri.fsPath)) continue;
    const text = readFileSync(uri.fsPath, "utf8").replace(/^\uFEFF/, "");
    const marked = vscode.languages
      .getDiagnostics(uri)
      .filter((one) => broken.has(codeOf(one)))
      .map((one) => ({ start: offsetOf(text, one.range.start), end: offsetOf(text, one.range.end) }));
    for (const [href, same] of groupBy(links, "href")) {
      const isReported = isMarked(text, href, marked);
      // One page may be shown in several places; a link that works in one of them is not broken.
      const isBroken = same.every((row) => row.verdict.startsWith("missing"));
      if (isBroken) result[isReported ? "reported" : "missed"] += 1;
      else result.good += 1;
      if (!isBroken && isReported) result.alarms += 1;
      if (isBroken !== isReported && result.samples.length < 30) {
        result.samples.push(`  ${isBroken ? "missed" : "false alarm"}: ${path} ${href}`);
      }
    }
  }
  return result;
}

function isMarked(text: string, href: string, marked: readonly { start: number; end: number }[]): boolean {
  if (href === "") return false; // no place on the page to look for
  for (const written of new Set([href, encodeURI(href), href.replaceAll("&", "&amp;")])) {
    for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
      const after = text[at + written.length] ?? "";
      if (/[\w/#-]/.test(after)) continue; // a longer address that begins the same
      if (marked.some((one) => one.start >= at && one.end <= at + written.length)) return true;
    }
  }
  return false;
}

const starts = new Map<string, number[]>();
function offsetOf(text: string, position: vscode.Position): number {
  let lines = starts.get(text);
  if (!lines) {
    lines = [0];
    for (const end of text.matchAll(/\r\n|\n|\r/g)) lines.push(end.index + end[0].length);
    starts.clear();
    starts.set(text, lines);
  }
  return (lines[position.line] ?? 0) + position.character;
}
