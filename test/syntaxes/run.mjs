// Runs vscode-tmgrammar-test over the pages of this folder, with our grammars as package.json contributes them and
// VS Code's own, taken from the test host. Ends with `N passed, N failed`, a test for each page; none is a failure.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const host = process.env.VSCODE_HOST_DIR ?? join(root, "test/vscode-host/.vscode-host");
const extensions = join(host, "node_modules/code-server/lib/vscode/extensions");

/** The editor's extensions whose grammars Markdown pages embed. A grammar that is missing would take rules away. */
const builtIn = ["markdown-basics", "html", "css", "javascript", "json", "yaml"];

if (!existsSync(join(extensions, "markdown-basics"))) {
  console.log("skipped: the test host is not installed (node test/vscode-host/install.mjs)");
  console.log("0 passed, 0 failed");
  process.exit(process.env.CI ? 1 : 0);
}

const grammars = builtIn.flatMap((name) => {
  const folder = join(extensions, name, "syntaxes");
  const files = readdirSync(folder).filter((file) => file.endsWith(".tmLanguage.json"));
  return files.flatMap((file) => ["-g", join(folder, file)]);
});
const tool = join(root, "node_modules/vscode-tmgrammar-test/dist/unit.js");
const pages = readdirSync(here).filter((file) => /\.mdx?$/.test(file));

let passed = 0;
for (const page of pages) {
  const run = spawnSync(process.execPath, [tool, ...grammars, join("test/syntaxes", page)], {
    cwd: root,
    encoding: "utf8",
  });
  const output = `${run.stdout}${run.stderr}`.replace(/^grammar not found for .*\n/gm, "");
  const ran = /run successfull?y/.test(output);
  if (run.status === 0 && ran) passed += 1;
  console.log(run.status === 0 && !ran ? `nothing ran for ${page}\n${output}` : output.trim());
}
const failed = pages.length - passed;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
