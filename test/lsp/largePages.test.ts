// Pages that no author writes and a program may: the author of another page must not notice them.

import { afterEach, expect, test } from "vitest";
import { type ClientOptions, folder, small, start as startServer, type TestClient } from "./support.ts";

let running: TestClient | undefined;
afterEach(async () => {
  await running?.dispose();
  running = undefined;
});
async function start(source: string, options: ClientOptions = {}): Promise<TestClient> {
  running = await startServer(source, options);
  return running;
}

const a = `${folder}/contents/handbook/a.md`;
const b = `${folder}/contents/handbook/b.md`;
const big = `${folder}/contents/handbook/big.md`;
const manyLinks = `---\ntitle: Big\n---\n${"Words and [a link](/handbook/b) in a line.\n".repeat(480_000)}`;

test("that not all links of a page are judged is told in the log, once", async () => {
  const client = await start(small);
  await client.open(a, `---\ntitle: A\n---\n${"[c](/handbook/c)\n".repeat(6000)}`);
  expect((await client.pull(a)).items).toHaveLength(1000);
  await client.change(a, 2, "x", [3, 1, 2]);
  await client.pull(a);
  const told = client.logged.filter((line) => /a\.md has 6000 links: .* the first 2000\./.test(line));
  expect(told).toHaveLength(1);
});

test("a page whose findings can't have changed is not looked at again", async () => {
  const client = await start(small, { initialization: { handbook: { lint: { enable: false } } } });
  await client.open(a, "---\ntitle: A\n---\n[c](/handbook/c)\n");
  await client.open(b, "---\ntitle: B\n---\n## Here\n\nWords.\n");
  await client.pull(a);
  await client.pull(b);
  await client.settled();
  const { looks } = client.server.delivery;
  await client.change(b, 2, "More words", [5, 0, 5]);
  await client.pull(b);
  await client.settled();
  // The pull, and when the author has stopped typing: both of b.
  await new Promise((resolve) => setTimeout(resolve, 120));
  await client.settled();
  expect(client.server.delivery.looks - looks).toBeLessThanOrEqual(2);
  expect(await client.codes(a)).toEqual(["link-missing-page"]);
});

test("while a page of 480,000 links is open, every request of an author who types in another is answered within a second", async () => {
  const client = await start(small);
  await client.open(big, manyLinks);
  await client.pull(big);
  await client.open(b, "---\ntitle: B\n---\n## Here\n");
  await client.pull(b);
  await client.settled();
  let slowest = 0;
  const began = performance.now();
  for (let version = 2; performance.now() - began < 1500; version++) {
    // A heading: all pages may link to it, so all are looked at again.
    await client.change(b, version, "x", [3, 7, 7]);
    for (const method of ["textDocument/documentLink", "textDocument/diagnostic"]) {
      // Time on the processor: a machine busy with other things is not the page's fault.
      const since = process.cpuUsage();
      await client.request(method, { textDocument: { uri: b } });
      slowest = Math.max(slowest, process.cpuUsage(since).user / 1000);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(slowest).toBeLessThan(1000);
}, 60_000);
