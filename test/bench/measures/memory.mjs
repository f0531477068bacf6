// What the server occupies: with the whole index, at its peak, and after many edits.

import { sleep } from "../support/holding.mjs";
import { markdownService } from "../support/peers.mjs";
import { Server } from "../support/server.mjs";
import { temporaryFolder } from "../support/temporary.mjs";
import { Typist } from "../support/typing.mjs";

const atMost = (value, times) => ({ target: { kind: "at most", value, ...(times && { times }) } });

export async function measure(bench) {
  const edits = bench.long ? 100_000 : 3000;
  const server = await Server.start({ folder: bench.folder, cache: temporaryFolder("cache") });
  await server.open(bench.page);
  await server.indexed();
  const open = await server.pull(bench.page);
  await server.allShown(bench.truth.findings.length, open.length);
  await sleep(3000);
  const indexed = server.memory;
  const typist = new Typist(server, bench);
  const type = async (count) => {
    for (let edit = 0; edit < count; edit++) {
      await typist.type();
      await server.pull(bench.page);
    }
  };
  // The first edits load what no request has asked for yet.
  await type(edits / 10);
  const warm = server.memory.resident;
  await type(edits - edits / 10);
  await sleep(3000);
  bench.expectFindings(await server.pull(bench.page), bench.page);
  const after = server.memory.resident;
  await server.stop();
  const peer = bench.peers && (await markdownService(bench, "symbols", "references", "all")).all;
  const beside = (value) => peer && { peer: { name: "VS Code's service, after the same", value } };
  const row = (what, ours, more) => ({ what, unit: "MB", ours, ...more });
  const kept =
    warm === undefined ? {} : atMost(warm * 1.1, `1.1 × after ${(edits / 10).toLocaleString("en")}`);
  return [
    row("resident memory with the whole index", indexed.resident, {
      ...atMost(250),
      ...beside(peer?.resident),
    }),
    row("… at the peak", indexed.peak, { ...atMost(400), ...beside(peer?.peak) }),
    row(`… after ${edits.toLocaleString("en")} edits`, after, kept),
  ];
}
