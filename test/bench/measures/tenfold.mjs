// Ten times the corpus: its pages below ten prefixes in a temporary folder, their links from the site's root rewritten so
// that each copy is as whole as the original. Time and memory should grow no faster than the bytes.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readCorpus, truthOf } from "../support/corpus.mjs";
import { handbook } from "../support/handbookCommand.mjs";
import { sleep } from "../support/holding.mjs";
import { percentile } from "../support/numbers.mjs";
import { Server } from "../support/server.mjs";
import { temporaryFolder, writeBelow } from "../support/temporary.mjs";
import { Typist } from "../support/typing.mjs";

export const long = true;
const prefixes = Array.from({ length: 10 }, (_, at) => `part-${at}`);

export async function measure(bench) {
  const large = copyTenfold(bench);
  const corpus = readCorpus(large.folder);
  const times = corpus.bytes / bench.corpus.bytes;
  const truth = await truthOf(large.folder);
  for (const what of ["pages", "findings"]) {
    const ratio = Math.round(truth[what].length / bench.truth[what].length);
    bench.expect(`how many times the ${what} there are`, ratio, prefixes.length);
  }
  const one = await figures({ ...bench, page: bench.page });
  const ten = await figures({ ...bench, folder: large.folder, page: large.page, truth, links: truth.links });
  const grown = (what, unit, field) => ({
    what: `${what}, ${times.toFixed(1)} × the bytes`,
    unit,
    ours: ten[field],
    ...(one[field] !== undefined && {
      target: {
        kind: "at most",
        value: one[field] * times,
        times: `${times.toFixed(1)} × what the corpus takes`,
      },
    }),
  });
  return [
    grown("`handbook check`, cold", "ms", "check"),
    grown("whole index, cold", "ms", "indexed"),
    grown("resident memory with the whole index", "MB", "resident"),
    {
      what: "keystroke to findings with ten times the pages, 99 of 100 within",
      unit: "ms",
      ours: ten.keystroke,
      target: { kind: "at most", value: 5 },
    },
  ];
}

/** Pages that lie below the folder that all served pages have in common are copied under each prefix, all else once. */
function copyTenfold({ corpus, truth, page }) {
  const folder = temporaryFolder("tenfold");
  const root = commonFolder(truth.pages.map((one) => one.page));
  for (const { path } of corpus.files) {
    const content = readFileSync(join(corpus.folder, path));
    if (!path.startsWith(root)) writeBelow(folder, path, content);
    else
      for (const prefix of prefixes)
        writeBelow(folder, below(root, prefix, path), moved(path, content, prefix));
  }
  return { folder, page: below(root, prefixes[5], page) };
}

function below(root, prefix, path) {
  return `${root}${prefix}/${path.slice(root.length)}`;
}

function moved(path, content, prefix) {
  if (!/\.mdx?$/.test(path)) return content;
  const text = content.toString("utf8");
  return text.replace(/(\]\(|(?:href|src)="|^ {0,4}- |^\[[^\]]+\]: +)\/(?=[\w-])/gm, `$1/${prefix}/`);
}

function commonFolder(paths) {
  let common = paths[0].replace(/[^/]*$/, "");
  for (const path of paths) while (!path.startsWith(common)) common = common.replace(/[^/]*\/$/, "");
  return common;
}

async function figures(bench) {
  const { milliseconds } = await handbook(["check", bench.folder], { cache: temporaryFolder("cache") });
  const server = await Server.start({ folder: bench.folder, cache: temporaryFolder("cache") });
  await server.open(bench.page);
  await server.indexed();
  const indexed = performance.now() - server.started;
  const open = await server.pull(bench.page);
  await server.allShown(bench.truth.findings.length, open.length);
  await sleep(3000);
  const { resident } = server.memory;
  const typist = new Typist(server, bench);
  const times = [];
  for (let edit = 0; edit < 300; edit++) {
    const since = performance.now();
    await typist.type();
    await server.pull(bench.page);
    times.push(performance.now() - since);
    await sleep(20);
  }
  await server.stop();
  return { check: milliseconds, indexed, resident, keystroke: percentile(times, 0.99) };
}
