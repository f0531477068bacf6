// From a keystroke in the opened page to its findings, over stdio: with the index done, and while it is being built.

import { sleep } from "../support/holding.mjs";
import { percentile } from "../support/numbers.mjs";
import { markdownService } from "../support/peers.mjs";
import { Server } from "../support/server.mjs";
import { temporaryFolder } from "../support/temporary.mjs";
import { Typist } from "../support/typing.mjs";

const edits = 300;
/** Whoever types a letter each 10 to 40 ms types fast; now and then he thinks, and what was put off is done. */
const pauseAfter = (edit) => (edit % 60 === 59 ? 300 : 10 + (edit % 4) * 10);

export async function measure(bench) {
  const indexed = await typeWhenIndexed(bench);
  const indexing = await typeWhileIndexing(bench);
  const service = bench.peers ? (await markdownService(bench, "page", "edits")).edits.each : [];
  const row = (what, times, share, more) => ({ what, unit: "ms", ours: percentile(times, share), ...more });
  const peer = (share) =>
    bench.peers && { peer: { name: "VS Code's service", value: percentile(service, share) } };
  const within = (value) => ({ target: { kind: "at most", value } });
  const known = {
    note: `${edits} edits. A message with nothing to be done for it takes ${indexed.idle.toFixed(2)} ms.`,
  };
  const meanwhile = { note: `${indexing.length} edits.` };
  return [
    row("keystroke to findings, median", indexed.times, 0.5, peer(0.5)),
    row("keystroke to findings, 99 of 100 within", indexed.times, 0.99, {
      ...peer(0.99),
      ...within(5),
      ...known,
    }),
    row("… while the index is being built, median", indexing, 0.5),
    row("… while the index is being built, 99 of 100 within", indexing, 0.99, {
      ...within(30),
      ...meanwhile,
    }),
  ];
}

async function typeWhenIndexed(bench) {
  const server = await Server.start({ folder: bench.folder, cache: temporaryFolder("cache") });
  await server.open(bench.page);
  await server.indexed();
  const open = await server.pull(bench.page);
  await server.allShown(bench.truth.findings.length, open.length);
  const typist = new Typist(server, bench);
  const times = [];
  const idle = [];
  await sleep(1000);
  for (let ping = 0; ping < 100; ping++) idle.push(await server.ping());
  for (let edit = 0; edit < edits; edit++) {
    times.push(await keystroke(server, typist, bench.page));
    await sleep(pauseAfter(edit));
  }
  await settle(bench, server, typist);
  return { times, idle: percentile(idle, 0.5) };
}

/** Begins again with nothing cached until there are enough edits. */
async function typeWhileIndexing(bench) {
  const times = [];
  for (let round = 0; round < 6 && times.length < edits; round++) {
    const server = await Server.start({ folder: bench.folder, cache: temporaryFolder("cache") });
    await server.open(bench.page);
    await server.pull(bench.page);
    const typist = new Typist(server, bench);
    while (server.status.indexing) {
      times.push(await keystroke(server, typist, bench.page));
      await sleep(10);
    }
    await settle(bench, server, typist);
  }
  return times;
}

async function keystroke(server, typist, page) {
  const since = performance.now();
  await typist.type();
  await server.pull(page);
  return performance.now() - since;
}

/** With the last letter taken back, and when nothing counts as being typed any more, all is as it was. */
async function settle(bench, server, typist) {
  await typist.finish();
  await sleep(1000);
  bench.expectFindings(await server.pull(bench.page), bench.page);
  await server.stop();
}
