// Runs the extension in the real VS Code over the real handbooks in ../shared/corpora. Where they are missing it says
// so and skips on a contributor's machine, and fails in CI.

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runSuite } from "./run.mjs";

const shared = join(dirname(fileURLToPath(import.meta.url)), "../../../shared");
const corpora = ["sourcegraph-handbook", "gitlab-handbook"];

const total = { passed: 0, failed: 0 };
for (const name of corpora) {
  const folder = join(shared, "corpora", name);
  const truth = join(shared, "truth", name, "links.jsonl");
  if (!existsSync(folder)) {
    console.log(`${process.env.CI ? "failed" : "skipped"}: the corpus ${name} is not on this machine`);
    if (process.env.CI) total.failed += 1;
    continue;
  }
  console.log(`\n-- ${name}`);
  const count = await runSuite({
    suite: "corpora",
    workspace: () => folder,
    timeout: 600_000,
    env: {
      HANDBOOK_CORPUS: name,
      ...(existsSync(truth) ? { HANDBOOK_TRUTH: truth } : {}),
      ...(process.env.CI ? { CI: process.env.CI } : {}),
    },
  });
  total.passed += count.passed;
  total.failed += count.failed;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
