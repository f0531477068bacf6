// A branch switch in a copy of the corpus: 3,000 files are other ones at once, some are gone and some new. How long until
// the open page, which links to a hundred of them, is judged by what is there now.

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { placesIn, placesOf } from "../support/findings.mjs";
import { findingsOf } from "../support/handbookCommand.mjs";
import { heldWhile, sleep } from "../support/holding.mjs";
import { patience, Server } from "../support/server.mjs";
import { copyOf, temporaryFolder, writeBelow } from "../support/temporary.mjs";

const [created, changed, deleted] = [1, 2, 3];
const heading = "Branch switch";
const id = "branch-switch";

export async function measure(bench) {
  const folder = copyOf(bench.corpus, "switched");
  const plan = planOf(bench);
  writeFileSync(join(folder, bench.page), plan.text);
  const server = await Server.start({ folder, cache: temporaryFolder("cache") });
  await server.open(bench.page);
  await server.indexed();
  const before = await server.pull(bench.page);
  await server.allShown((await findingsOf(folder)).findings.length, before.length);
  write(folder, plan);
  const truth = await findingsOf(folder);
  const expected = placesIn(truth, bench.page);
  bench.expect(
    "that the switch changes what is found on the open page",
    String(placesOf(before)) !== String(expected),
    true,
  );
  const times = await switchBranch(bench, server, {
    changes: changesOf(folder, plan),
    expected,
    all: truth.findings.length,
  });
  await server.stop();
  const count = plan.written.length + plan.gone.length + plan.fresh.length;
  const row = (what, ours, more) => ({ what, unit: "ms", ours, ...more });
  return [
    row(
      `${count.toLocaleString("en")} files changed at once, until the open page is judged anew`,
      times.right,
      {
        target: { kind: "at most", value: 1000 },
        note: `${plan.written.length} changed, ${plan.gone.length} deleted, ${plan.fresh.length} new.`,
      },
    ),
    row("… until the findings of all pages are in the editor", times.shown),
    row("… the longest that a message waits meanwhile", times.longest),
  ];
}

/** Which files change, and the text of the open page with links to a hundred of them. */
function planOf({ folder, page, truth }) {
  const others = truth.pages.filter((one) => one.page !== page);
  const count = Math.min(3000, Math.floor(others.length * 0.7));
  const gone = others.slice(0, count / 30);
  const written = others.slice(count / 30, count - count / 30);
  const fresh = gone.map(({ page: path }) => path.replace(/[^/]*$/, (name) => `new-${name}`));
  const step = Math.floor(written.length / 100) || 1;
  const links = written.filter((_, at) => at % step === 0).map(({ route }) => `[x](${route}#${id})`);
  return {
    gone,
    written,
    fresh,
    text: `${readFileSync(join(folder, page), "utf8")}\n\n${links.join("\n")}\n`,
  };
}

function write(folder, { gone, written, fresh }) {
  for (const [at, { page }] of gone.entries()) {
    writeBelow(folder, fresh[at], readFileSync(join(folder, page)));
    rmSync(join(folder, page));
  }
  for (const { page } of written) {
    const text = readFileSync(join(folder, page), "utf8");
    writeFileSync(join(folder, page), `${text}\n\n## ${heading}\n`);
  }
}

function changesOf(folder, { gone, written, fresh }) {
  const event = (type) => (path) => ({ uri: pathToFileURL(join(folder, path)).href, type });
  return [
    ...gone.map(({ page }) => event(deleted)(page)),
    ...fresh.map(event(created)),
    ...written.map(({ page }) => event(changed)(page)),
  ];
}

async function switchBranch(bench, server, { changes, expected, all }) {
  const since = performance.now();
  let [right, shown] = [0, 0];
  const { longest } = await heldWhile(server, async () => {
    await server.notify("workspace/didChangeWatchedFiles", { changes });
    for (let now = []; String(now) !== String(expected); await sleep(10)) {
      now = placesOf(await server.pull(bench.page));
      right = performance.now() - since;
      if (right > patience) throw new Error("The open page is never judged as `handbook check` judges it.");
    }
    shown = (await server.allShown(all, expected.length)) + server.started - since;
  });
  bench.expect(
    "what is found on the open page after a branch switch",
    placesOf(await server.pull(bench.page)),
    expected,
  );
  return { right, shown, longest };
}
