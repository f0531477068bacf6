// How much is done for an edit or a request, counted: it must not grow with the handbook.

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { folder, startInTest, type TestClient } from "../lsp/support.ts";
import { largeHandbook } from "./largeHandbook.ts";

const uri = `${folder}/contents/handbook/page-0.md`;
const text =
  "---\ntitle: Page 0\n---\nWords, and [the next](/handbook/page-1), [its heading](/handbook/page-2#here).\n\n## Here\n";

async function open(pages: number): Promise<TestClient> {
  const client = await startInTest(largeHandbook(pages));
  await client.open(uri, text);
  await client.pull(uri);
  await client.settled();
  return client;
}

function counts({ server, files, pushes }: TestClient) {
  const checks = server.delivery.sweptSites.reduce((sum, one) => sum + one.checks, 0);
  return { scans: server.session.workspace.scans, reads: files.reads, checks, pushes: pushes.length };
}

test.each([5, 500])(
  "among %i pages, words typed on one are one scan, one check and no reading",
  async (pages) => {
    const client = await open(pages);
    const before = counts(client);
    await client.change(uri, 2, "more ", [3, 0, 0]);
    await client.pull(uri);
    await client.settled();
    const { scans, checks } = before;
    expect(counts(client)).toEqual({ ...before, scans: scans + 1, checks: checks + 1 });
  },
);

test("a heading that is typed scans its page alone, and reads nothing", async () => {
  const client = await open(500);
  const before = counts(client);
  await client.change(uri, 2, "There", [5, 3, 7]);
  await client.pull(uri);
  await client.settled();
  const { scans, reads } = counts(client);
  expect({ scans, reads }).toEqual({ scans: before.scans + 1, reads: before.reads });
});

const position = { line: 3, character: 15 };
const range = { start: position, end: position };
test.each([
  ["textDocument/completion", { position: { line: 3, character: 32 } }],
  ["textDocument/definition", { position }],
  ["textDocument/hover", { position }],
  ["textDocument/documentLink", {}],
  ["textDocument/documentSymbol", {}],
  ["textDocument/foldingRange", {}],
  ["textDocument/selectionRange", { positions: [position] }],
  ["textDocument/codeAction", { range, context: { diagnostics: [] } }],
  ["textDocument/diagnostic", {}],
])("%s reads one page at most", async (method, params) => {
  const client = await open(50);
  const { reads } = client.files;
  expect(await client.request(method, { textDocument: { uri }, ...params })).not.toBeNull();
  expect(client.files.reads - reads).toBeLessThanOrEqual(1);
});

/** A thread to which nobody listens while it reads; its own script, once, at the start; and a process that answers nobody. */
const mayBlock = /^(?:node\/scanWorker|node\/buildVersion|cli\/\w+)\.ts$/;

test("while the server can be asked, no page is read in a way that makes others wait", () => {
  const root = new URL("../../server/src/", import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".ts"),
  );
  const blocks = (path: string) =>
    /\b(?:open|read|readdir|readFile)Sync\b/.test(readFileSync(new URL(path, root), "utf8"));
  expect(files.filter((path) => !mayBlock.test(path) && blocks(path))).toEqual([]);
});
