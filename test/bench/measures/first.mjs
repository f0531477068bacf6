// How soon the findings of the opened page are there, with the server to be started and nothing cached: the first answer
// that is also the last one.

import { sleep } from "../support/holding.mjs";
import { interleaved, median } from "../support/numbers.mjs";
import { markdownService } from "../support/peers.mjs";
import { Server } from "../support/server.mjs";
import { temporaryFolder } from "../support/temporary.mjs";

const target = { kind: "at most", value: 300 };
/** Without a wish of the server to be asked again for so long after the index is done, the last answer is final. */
const quiet = 1500;

export async function measure(bench) {
  const peer = bench.peers && (async () => (await markdownService(bench, "page")).page.at);
  const { ours, peer: theirs } = await interleaved(bench.runs, () => answers(bench), peer);
  const [first] = ours;
  return [
    {
      what: "first findings of the opened page that are final, from the start of the process",
      unit: "ms",
      ours: median(ours.map(({ final }) => final)),
      ...(peer && { peer: { name: "VS Code's service", value: median(theirs) } }),
      target,
      note: `The first answer comes after ${Math.round(median(ours.map(({ answered }) => answered)))} ms, with ${first.early} of ${first.all} findings.`,
    },
  ];
}

async function answers(bench) {
  const server = await Server.start({ folder: bench.folder, cache: temporaryFolder("cache") });
  await server.open(bench.page);
  const history = [];
  const ask = async () => {
    const items = await server.pull(bench.page);
    history.push({ at: performance.now() - server.started, items, key: JSON.stringify(items) });
  };
  let asked = server.refreshes;
  await ask();
  for (let calm = performance.now(); server.status.indexing || performance.now() - calm < quiet; ) {
    if (server.refreshes > asked) {
      asked = server.refreshes;
      await ask();
      calm = performance.now();
    } else await sleep(2);
  }
  await ask();
  await server.stop();
  const last = history.at(-1);
  const unlike = history.findLastIndex(({ key }) => key !== last.key);
  bench.expectFindings(last.items, bench.page);
  const [{ at: answered, items }] = history;
  return { answered, final: history[unlike + 1].at, early: items.length, all: last.items.length };
}
