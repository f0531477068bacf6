// Scanning alone, on one core: megabytes of pages a second, over the corpus and over one in English beside it.

import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { interleaved, median } from "../support/numbers.mjs";
import { run } from "../support/processes.mjs";

const script = fileURLToPath(new URL("../peers/scanOnce.mjs", import.meta.url));
/** What a page's letters are decides how many bytes there are to each. */
const targets = { "gitlab-handbook": 90, "sourcegraph-handbook": 50 };

export async function measure(bench) {
  const beside = join(dirname(bench.folder), "sourcegraph-handbook");
  const rows = [];
  for (const folder of new Set([bench.folder, ...(existsSync(beside) ? [beside] : [])])) {
    const rate = (who) => async () => Number((await run(process.execPath, [script, who, folder])).stdout);
    const values = await interleaved(bench.runs, rate("ours"), bench.peers && rate("markdown-it"));
    const name = basename(folder);
    rows.push({
      what: `scanning alone, ${name}`,
      unit: "MB/s",
      ours: median(values.ours),
      ...(bench.peers && { peer: { name: "markdown-it", value: median(values.peer) } }),
      ...(name in targets && { target: { kind: "at least", value: targets[name] } }),
    });
  }
  return rows;
}
