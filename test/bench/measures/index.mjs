// The whole index from nothing and from the cache, how long the server hears nothing meanwhile, and when the findings of
// all pages are in the editor.

import { heldWhile } from "../support/holding.mjs";
import { interleaved, median } from "../support/numbers.mjs";
import { markdownService } from "../support/peers.mjs";
import { Server } from "../support/server.mjs";
import { temporaryFolder } from "../support/temporary.mjs";

const atMost = (value) => ({ target: { kind: "at most", value } });
const service = (what) => `VS Code's service: ${what}`;

export async function measure(bench) {
  const peer = bench.peers && (() => peerTimes(bench));
  const cold = await interleaved(bench.runs, () => index(bench, temporaryFolder("cache")), peer);
  const cache = temporaryFolder("cache");
  await index(bench, cache);
  const warm = await interleaved(bench.runs, () => index(bench, cache));
  const of = (runs, what) => median(runs.map((one) => one[what]));
  const beside = (what, name) => peer && { peer: { name: service(name), value: of(cold.peer, what) } };
  const row = (what, runs, field, more) => ({ what, unit: "ms", ours: of(runs, field), ...more });
  const held = (runs) => `99 of 100 messages are answered within ${of(runs, "usual").toFixed(1)} ms.`;
  return [
    row("whole index, cold", cold.ours, "indexed", { ...atMost(1000), ...beside("symbols", "all headings") }),
    ...(peer ? [row("″", cold.ours, "indexed", beside("references", "first “find file references”"))] : []),
    row("… the longest that a message waits", cold.ours, "longest", { ...atMost(20), note: held(cold.ours) }),
    row("whole index, from the cache", warm.ours, "indexed", atMost(300)),
    row("… the longest that a message waits", warm.ours, "longest", { ...atMost(20), note: held(warm.ours) }),
    row("findings of all pages in the editor, cold", cold.ours, "shown", beside("all", "all diagnostics")),
    row("findings of all pages in the editor, from the cache", warm.ours, "shown"),
  ];
}

/** Each asked first of a new process. */
async function peerTimes(bench) {
  const times = {};
  for (const step of ["symbols", "references", "all"]) {
    times[step] = (await markdownService(bench, step))[step].at;
  }
  return times;
}

async function index(bench, cache) {
  const server = await Server.start({ folder: bench.folder, cache });
  await server.open(bench.page);
  let indexed = 0;
  const { longest, usual } = await heldWhile(server, async () => {
    await server.indexed();
    indexed = performance.now() - server.started;
  });
  const open = await server.pull(bench.page);
  bench.expectFindings(open, bench.page);
  const shown = await server.allShown(bench.truth.findings.length, open.length);
  await server.stop();
  return { indexed, longest, usual, shown };
}
