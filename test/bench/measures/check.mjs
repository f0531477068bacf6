// `handbook check` over everything, from the start of the process to its end, beside the command lines that check links.

import { handbook, readCheck } from "../support/handbookCommand.mjs";
import { interleaved, median } from "../support/numbers.mjs";
import { markdownlint, remarkValidateLinks, rumdl } from "../support/peers.mjs";
import { temporaryFolder } from "../support/temporary.mjs";

export async function measure(bench) {
  const peer = bench.peers && (async () => (await rumdl(bench.folder)).milliseconds);
  const cold = await interleaved(bench.runs, () => check(bench, temporaryFolder("cache")), peer);
  const cache = temporaryFolder("cache");
  await check(bench, cache);
  const theirs = temporaryFolder("rumdl");
  const cached = bench.peers && (async () => (await rumdl(bench.folder, theirs)).milliseconds);
  await cached?.();
  const warm = await interleaved(bench.runs, () => check(bench, cache), cached);
  const row = (what, { ours, peer: values }, more) => ({
    what,
    unit: "ms",
    ours: median(ours),
    ...(values.length > 0 && { peer: { name: "rumdl, its link rules", value: median(values) } }),
    ...more,
  });
  const third = peer && { target: { kind: "at most", value: 0.3 * median(cold.peer), times: "0.3 × rumdl" } };
  return [
    row("`handbook check`, cold", cold, third),
    row("`handbook check`, warm", warm, { target: { kind: "at most", value: 300 } }),
    ...(bench.peers && bench.long ? await slowPeers(bench, median(cold.ours)) : []),
  ];
}

/** Once: they take minutes. */
async function slowPeers({ folder }, ours) {
  const row = (name, { milliseconds }) => ({
    what: "″",
    unit: "ms",
    ours,
    peer: { name, value: milliseconds },
  });
  return [
    row("markdownlint-cli2, its link rules", await markdownlint(folder)),
    row("remark-validate-links", await remarkValidateLinks(folder)),
  ];
}

async function check({ folder, truth, expect }, cache) {
  const { milliseconds, stdout } = await handbook(["check", folder], { cache });
  const said = readCheck(stdout);
  expect("what `handbook check` says at the end", said.summary, truth.summary);
  expect("what `handbook check` finds", said.findings, truth.findings);
  return milliseconds;
}
