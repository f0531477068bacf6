// What was asked for on the command line of the bench.

import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

export const project = join(dirname(fileURLToPath(import.meta.url)), "../../..");
export const peersFolder = join(project, "test/bench/node_modules");

export const usage = `Usage: npm run bench -- [options] [measure …]

Options
  --corpus DIR   The handbook to measure with (../shared/corpora/gitlab-handbook)
  --page PATH    The page that is opened (one of about 50 kB with many links within the handbook)
  --runs N       How often what is timed once a process is repeated (3)
  --long         Also what takes minutes: 100,000 edits, ten times the corpus, the slow peers
  --no-peers     Ours alone
  --no-build     Measure dist/ as it is, without building it for production first
  --help
`;

const options = {
  corpus: { type: "string" },
  page: { type: "string" },
  runs: { type: "string", default: "3" },
  long: { type: "boolean", default: false },
  "no-peers": { type: "boolean", default: false },
  "no-build": { type: "boolean", default: false },
  help: { type: "boolean", default: false },
};

export function readOptions(args) {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  return {
    wanted: positionals,
    corpus: resolve(values.corpus ?? join(project, "../shared/corpora/gitlab-handbook")),
    page: values.page,
    runs: Math.max(1, Number.parseInt(values.runs, 10) || 1),
    long: values.long,
    peers: !values["no-peers"],
    build: !values["no-build"],
    help: values.help,
  };
}
