// `npm run bench`: measures ours and its peers in turn over a real handbook, and prints one table. A wrong answer fails
// the run, however fast it came. `npm run bench -- --help` has the options.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { corpusFacts, readCorpus, truthOf, typicalPage } from "./support/corpus.mjs";
import { placesIn, placesOf } from "./support/findings.mjs";
import { machineFacts } from "./support/machine.mjs";
import { peersFolder, project, readOptions, usage } from "./support/options.mjs";
import { tableOf } from "./support/table.mjs";

/** By the name that runs it alone. */
const measures = {
  first: await import("./measures/first.mjs"),
  index: await import("./measures/index.mjs"),
  check: await import("./measures/check.mjs"),
  scan: await import("./measures/scan.mjs"),
  keystroke: await import("./measures/keystroke.mjs"),
  completion: await import("./measures/completion.mjs"),
  answers: await import("./measures/answers.mjs"),
  branch: await import("./measures/branchSwitch.mjs"),
  memory: await import("./measures/memory.mjs"),
  tenfold: await import("./measures/tenfold.mjs"),
  start: await import("./measures/startCode.mjs"),
};

const options = readOptions(process.argv.slice(2));
const unknown = options.wanted.filter((name) => !(name in measures));
if (options.help || unknown.length > 0) {
  for (const name of unknown) console.error(`There is no measure named ${name}.`);
  console.log(`${usage}\nMeasures: ${Object.keys(measures).join(", ")}`);
  process.exit(options.help ? 0 : 2);
}
if (!existsSync(options.corpus)) {
  console.log(`There is no corpus at ${options.corpus}. Name a handbook of yours with --corpus DIR.`);
  process.exit(0);
}

const say = (text) => console.error(text);
const facts = [`Machine: ${machineFacts()}`];
prepare();
const corpus = readCorpus(options.corpus);
facts.push(`Corpus: ${corpusFacts(corpus)}`);
say(facts.join("\n"));
const truth = await truthOf(corpus.folder);
const page = options.page ?? typicalPage(corpus, truth);
const { bytes } = corpus.pages.find(({ path }) => path === page);
facts.push(
  `Opened page: ${page} (${(bytes / 1000).toFixed(1)} kB), each process ${options.runs} times where a median is told.`,
);

const wrong = [];
const expect = (what, found, expected) => {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  if (a !== b) wrong.push(`Wrong: ${what}. Expected ${b.slice(0, 300)}, found ${a?.slice(0, 300)}`);
};
const pages = new Set(truth.pages.map((one) => one.page));
const bench = {
  ...options,
  corpus,
  folder: corpus.folder,
  truth,
  links: truth.links,
  page,
  expect,
  expectFindings: (diagnostics, path) =>
    expect(`the findings of ${path}`, placesOf(diagnostics), placesIn(truth, path)),
  isPage: (path) => pages.has(path),
};

const rows = [];
for (const [name, { measure, long = false }] of Object.entries(measures)) {
  const isWanted = options.wanted.length > 0 ? options.wanted.includes(name) : options.long || !long;
  if (!isWanted) continue;
  const since = performance.now();
  try {
    rows.push(...(await measure(bench)));
  } catch (error) {
    wrong.push(`${name} did not come to its end: ${error.stack}`);
  }
  say(`${name}: ${((performance.now() - since) / 1000).toFixed(0)} s`);
}
console.log(`${facts.join("\n")}\n\n${tableOf(rows)}`);
for (const line of wrong) console.error(line);
process.exit(wrong.length > 0 ? 1 : 0);

/** What is measured is what ships; the peers are installed once. */
function prepare() {
  if (options.build)
    execFileSync(process.execPath, ["scripts/build.mjs", "--production"], { cwd: project, stdio: "inherit" });
  if (!options.peers || existsSync(join(peersFolder, ".package-lock.json"))) return;
  const shell = process.platform === "win32";
  execFileSync("npm", ["ci", "--ignore-scripts"], {
    cwd: join(project, "test/bench"),
    stdio: "inherit",
    shell,
  });
}
